#include "app/generators/cobalt/date_spelling.h"

#include <algorithm>
#include <array>

#include "app/base/date_time.h"
#include "app/base/text.h"

namespace postwright::generators::cobalt {
namespace {

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

/// Takes `least` to `most` digits off the text.
std::string_view takeDigits(std::string_view& text, std::size_t least, std::size_t most) {
  std::size_t count = 0;
  while (count < std::min(most, text.size()) && isDigit(text[count]))
    ++count;
  const std::string_view digits = count < least ? std::string_view() : text.substr(0, count);
  text.remove_prefix(digits.size());
  return digits;
}

bool take(std::string_view& text, char c) {
  const bool found = text.starts_with(c);
  if (found) text.remove_prefix(1);
  return found;
}

std::string padded(std::string_view digits) {
  return digits.size() == 1 ? "0" + std::string(digits) : std::string(digits);
}

std::optional<std::string> takeDay(std::string_view& text) {
  const std::string_view year = takeDigits(text, 4, 4);
  const char separator = text.empty() ? ' ' : text.front();
  if (year.empty() || (separator != '-' && separator != '/')) return std::nullopt;
  take(text, separator);
  const std::string_view month = takeDigits(text, 1, 2);
  if (month.empty() || !take(text, separator)) return std::nullopt;
  const std::string_view day = takeDigits(text, 1, 2);
  if (day.empty()) return std::nullopt;
  return std::string(year) + "-" + padded(month) + "-" + padded(day);
}

std::optional<std::string> takeTime(std::string_view& text) {
  const std::string_view hour = takeDigits(text, 1, 2);
  if (hour.empty() || !take(text, ':')) return std::nullopt;
  const std::string_view minute = takeDigits(text, 2, 2);
  if (minute.empty()) return std::nullopt;
  std::string time = padded(hour) + ":" + std::string(minute) + ":";
  if (!take(text, ':')) return time + "00";
  const std::string_view second = takeDigits(text, 2, 2);
  if (second.empty()) return std::nullopt;
  time += second;
  if (!take(text, '.')) return time;
  const std::string_view fraction = takeDigits(text, 1, 9);
  return fraction.empty() ? std::nullopt : std::optional(time + "." + std::string(fraction));
}

std::optional<std::string> takeOffset(std::string_view& text) {
  if (take(text, 'Z')) return "+0000";
  const std::string sign(text.substr(0, 1));
  if (sign != "+" && sign != "-") return std::nullopt;
  text.remove_prefix(1);
  const std::string_view hour = takeDigits(text, 2, 2);
  if (hour.empty()) return std::nullopt;
  take(text, ':');
  const std::string_view minute = takeDigits(text, 2, 2);
  return sign + std::string(hour) + (minute.empty() ? "00" : std::string(minute));
}

} // namespace

std::optional<std::string> spelledDate(std::string_view text, std::string_view offset) {
  text = trimmed(text);
  const auto day = takeDay(text);
  if (!day) return std::nullopt;
  std::string time = "00:00:00";
  std::string zone(offset);
  const bool hasTime = !text.empty() && (take(text, 'T') || take(text, 't') || take(text, ' '));
  if (hasTime) {
    text = trimmed(text);
    const auto taken = takeTime(text);
    if (!taken) return std::nullopt;
    time = *taken;
    text = trimmed(text);
    if (!text.empty()) zone = takeOffset(text).value_or("");
  }
  std::string spelled = *day + " " + time + " " + zone;
  const bool isWhole = text.empty() && parseDateTime(spelled).has_value();
  return isWhole ? std::optional(std::move(spelled)) : std::nullopt;
}

} // namespace postwright::generators::cobalt
