#include "app/front_matter/learned_form.h"

#include <algorithm>

#include "app/base/text.h"
#include "app/base/unicode.h"

namespace postwright::front_matter {
namespace {

constexpr std::size_t kClearMajority = 4; // times as often used as the word in question
constexpr std::size_t kShortest = 4; // letters; shorter words differ by one letter and mean different things

std::u32string codePoints(std::string_view text) {
  std::u32string result;
  for (std::size_t i = 0; i < text.size();)
    result += nextCodePoint(text, i);
  return result;
}

/// Lower case without what people leave out or take for one another between words.
std::string folded(std::string_view text) {
  std::string result = lowerCase(text);
  std::erase_if(result, [](char c) { return c == ' ' || c == '-' || c == '_'; });
  return result;
}

bool hasDigit(std::u32string_view text) {
  return std::ranges::any_of(text, [](char32_t c) { return c >= U'0' && c <= U'9'; });
}

/// One letter more, less or other, or two that changed places; another digit is another number.
bool isOneSlip(std::u32string_view a, std::u32string_view b) {
  if (std::min(a.size(), b.size()) < kShortest) return false;
  const auto start = std::ranges::mismatch(a, b);
  a.remove_prefix(static_cast<std::size_t>(start.in1 - a.begin()));
  b.remove_prefix(static_cast<std::size_t>(start.in2 - b.begin()));
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  if (hasDigit(a) || hasDigit(b)) return false;
  if (a.size() == 2 && b.size() == 2) return a[0] == b[1] && a[1] == b[0];
  return a.size() <= 1 && b.size() <= 1;
}

} // namespace

const LearnedField* LearnedForm::find(const Path& path) const {
  const std::vector<LearnedField>* level = &fields;
  const LearnedField* found = nullptr;
  for (const Step& step : path) {
    const auto* key = std::get_if<std::string>(&step);
    if (key == nullptr) continue;
    const auto field = std::ranges::find_if(
        *level, [&](const LearnedField& each) { return std::get<std::string>(each.path.back()) == *key; });
    if (field == level->end()) return nullptr;
    found = &*field;
    level = &field->fields;
  }
  return found;
}

const LearnedWord* nearestWord(std::string_view word, std::span<const LearnedWord> words) {
  const auto own = std::ranges::find(words, word, &LearnedWord::text);
  const std::size_t enough = kClearMajority * std::max<std::size_t>(1, own == words.end() ? 0 : own->count);
  const std::string plain = folded(word);
  const std::u32string letters = codePoints(plain);
  const LearnedWord* slip = nullptr;
  for (const LearnedWord& other : words) {
    if (other.count < enough || other.text == word) continue;
    const std::string otherPlain = folded(other.text);
    if (otherPlain == plain) return &other;
    if (slip == nullptr && isOneSlip(letters, codePoints(otherPlain))) slip = &other;
  }
  return slip;
}

} // namespace postwright::front_matter
