#include "app/front_matter/split.h"

#include <algorithm>
#include <optional>

namespace postwright::front_matter {
namespace {

/// White space of Rust's regular expressions: Unicode's White_Space.
bool isSpace(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

/// The end of a divider that starts at `start`: three hyphens, then the longest run of white space that ends
/// in a line end, so blank lines below belong to it.
std::optional<std::size_t> dividerEnd(std::string_view text, std::size_t start) {
  if (text.substr(start, 3) != "---") return std::nullopt;
  std::optional<std::size_t> end;
  for (std::size_t i = start + 3; i < text.size();) {
    const char32_t c = nextCodePoint(text, i);
    if (!isSpace(c)) break;
    if (c == U'\n') end = i;
  }
  return end;
}

enum class At : std::uint8_t { Anywhere, LineStart };

/// The first divider at or after `from`.
std::optional<Span> findDivider(std::string_view text, std::size_t from, At at) {
  for (std::size_t start = text.find("---", from); start != std::string_view::npos;
       start = text.find("---", start + 1)) {
    const bool fits = at == At::Anywhere || start == 0 || text[start - 1] == '\n';
    const auto end = fits ? dividerEnd(text, start) : std::nullopt;
    if (end) return Span{start, *end};
  }
  return std::nullopt;
}

/// The parts in normalised text.
struct Cut {
  Span front;
  std::size_t content = 0;
  bool fences = false;
  bool deprecated = false;
};

Cut cutText(std::string_view text) {
  const auto first = dividerEnd(text, 0);
  if (first && findDivider(text, *first, At::LineStart)) {
    // Cobalt checks for a closing line, and then cuts at the first hyphens that end any line.
    const auto second = findDivider(text, *first, At::Anywhere);
    if (second) return {{*first, second->begin}, second->end, true, false};
  }
  const auto only = findDivider(text, 0, At::LineStart);
  if (!only) return {};
  const std::size_t frontEnd = only->begin == 0 ? 0 : only->begin - 1;
  return {{0, frontEnd}, only->end, false, true};
}

/// The byte of `original` behind the first `offset` bytes of its normalised text.
std::size_t originalOffset(std::string_view original, std::size_t offset) {
  std::size_t i = 0;
  for (; offset > 0 && i < original.size(); --offset, ++i) {
    if (original[i] == '\r' && i + 1 < original.size() && original[i + 1] == '\n') ++i;
  }
  return i;
}

int lineOf(std::string_view normalised, std::size_t offset) {
  const auto end = normalised.begin() + static_cast<std::ptrdiff_t>(offset);
  return static_cast<int>(std::count(normalised.begin(), end, '\n')) + 1;
}

} // namespace

Split split(std::string_view text) {
  const bool isNormal = text.find('\r') == std::string_view::npos;
  const std::string rewritten = isNormal ? std::string() : normaliseLineEnds(text);
  const std::string_view normalised = isNormal ? text : rewritten;
  Cut cut = cutText(normalised);
  Split result;
  result.hasFrontMatter = cut.front.size() > 0;
  result.hasFences = cut.fences;
  result.deprecated = cut.deprecated;
  if (cut.fences && !result.hasFrontMatter) {
    const std::size_t belowFence = normalised.find('\n') + 1;
    cut.front = {belowFence, belowFence};
  }
  result.front = normalised.substr(cut.front.begin, cut.front.size());
  result.content = normalised.substr(cut.content);
  const auto original = [&](std::size_t offset) { return isNormal ? offset : originalOffset(text, offset); };
  result.frontBytes = {original(cut.front.begin), original(cut.front.end)};
  result.contentBytes = {original(cut.content), text.size()};
  result.frontLine = lineOf(normalised, cut.front.begin);
  result.contentLine = lineOf(normalised, cut.content);
  return result;
}

} // namespace postwright::front_matter
