#include "app/generators/cobalt/punycode.h"

#include <algorithm>
#include <limits>
#include <vector>

#include "app/base/text.h"

namespace postwright::generators::cobalt {
namespace {

// RFC 3492, section 5.
constexpr std::uint32_t kBase = 36;
constexpr std::uint32_t kLeast = 1;
constexpr std::uint32_t kMost = 26;
constexpr std::uint32_t kSkew = 38;
constexpr std::uint32_t kDamp = 700;
constexpr std::uint32_t kFirstBias = 72;
constexpr std::uint32_t kFirstNumber = 128;

std::uint32_t adapted(std::uint32_t delta, std::uint32_t points, bool isFirst) {
  delta /= isFirst ? kDamp : 2;
  delta += delta / points;
  std::uint32_t k = 0;
  for (; delta > (kBase - kLeast) * kMost / 2; k += kBase)
    delta /= kBase - kLeast;
  return k + (kBase - kLeast + 1) * delta / (delta + kSkew);
}

char digit(std::uint32_t value) {
  return static_cast<char>(value < 26 ? 'a' + value : '0' + (value - 26));
}

void appendNumber(std::string& text, std::uint32_t number, std::uint32_t bias) {
  for (std::uint32_t k = kBase;; k += kBase) {
    const std::uint32_t threshold = k <= bias ? kLeast : std::min(k - bias, kMost);
    if (number < threshold) break;
    text += digit(threshold + (number - threshold) % (kBase - threshold));
    number = (number - threshold) / (kBase - threshold);
  }
  text += digit(number);
}

std::vector<char32_t> codePoints(std::string_view text) {
  std::vector<char32_t> points;
  for (std::size_t i = 0; i < text.size();)
    points.push_back(nextCodePoint(text, i));
  return points;
}

std::optional<std::string> asciiLabel(std::string_view label) {
  const std::vector<char32_t> points = codePoints(label);
  std::string text;
  for (const char32_t point : points)
    if (point < kFirstNumber) text += static_cast<char>(point);
  if (text.size() == points.size()) return text;
  const auto basic = static_cast<std::uint32_t>(text.size());
  if (basic > 0) text += '-';
  std::uint32_t bias = kFirstBias;
  std::uint64_t delta = 0;
  std::uint32_t done = basic;
  for (char32_t number = kFirstNumber; done < points.size(); ++number, ++delta) {
    char32_t next = std::numeric_limits<char32_t>::max();
    for (const char32_t point : points)
      if (point >= number) next = std::min(next, point);
    delta += static_cast<std::uint64_t>(next - number) * (done + 1);
    if (delta > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
    number = next;
    for (const char32_t point : points) {
      if (point < number) ++delta;
      if (point != number) continue;
      appendNumber(text, static_cast<std::uint32_t>(delta), bias);
      bias = adapted(static_cast<std::uint32_t>(delta), done + 1, done == basic);
      ++done;
      delta = 0;
    }
  }
  return "xn--" + text;
}

} // namespace

std::optional<std::string> asciiDomain(std::string_view domain) {
  std::string result;
  for (bool more = true; more;) {
    const std::size_t dot = domain.find('.');
    more = dot != std::string_view::npos;
    const auto label = asciiLabel(domain.substr(0, dot));
    if (!label) return std::nullopt;
    result += *label;
    if (more) result += '.';
    if (more) domain.remove_prefix(dot + 1);
  }
  return result;
}

} // namespace postwright::generators::cobalt
