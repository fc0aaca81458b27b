#include "app/markdown/line_masks.h"

#include "app/markdown/bytes.h"

namespace postwright::markdown {
namespace {

constexpr char kMeaningless = 'x';
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

void hideAll(std::string& masked, char byte) {
  for (std::size_t pos = masked.find(byte); pos != std::string::npos; pos = masked.find(byte, pos + 1))
    masked[pos] = kMeaningless;
}

/// The end of the container mark at `pos`, or `pos` when there is none.
std::size_t markEnd(std::string_view text, std::size_t pos) {
  if (at(text, pos) == '>') return pos + 1;
  std::size_t end = skipWhile(text, pos, isDigit);
  const std::string_view marks = end > pos ? ".)" : "-+*";
  if (end >= text.size() || marks.find(text[end]) == std::string_view::npos) return pos;
  ++end;
  return isBlank(at(text, end)) ? end : pos;
}

} // namespace

void hide(std::string& masked, std::size_t pos) {
  masked[pos] = kMeaningless;
}

std::string maskedText(std::string_view text, const std::vector<Line>& lines) {
  std::string masked;
  masked.reserve(text.size() + 1);
  masked.append(text).append("\n");
  for (const char byte : {'<', '[', '\0'})
    hideAll(masked, byte);
  if (text.starts_with(kByteOrderMark)) hide(masked, 0); // cmark-gfm would skip it
  for (const Line& line : lines)
    masked[line.end] = '\n';
  return masked;
}

void limitNesting(std::string& masked, const Line& line) {
  constexpr int kMostMarks = 500;
  const std::string_view text = std::string_view(masked).substr(0, line.end);
  int marks = 0;
  std::size_t pos = skipBlanks(text, line.begin);
  for (std::size_t end = markEnd(text, pos); end > pos; end = markEnd(text, pos)) {
    if (++marks > kMostMarks) return hide(masked, pos);
    pos = skipBlanks(text, end);
  }
}

} // namespace postwright::markdown
