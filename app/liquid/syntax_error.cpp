#include "app/liquid/syntax_error.h"

#include <algorithm>
#include <vector>

#include "app/liquid/matcher.h"

namespace postwright::liquid {
namespace {

/// Remembers the rules that were tried, and failed, farthest into the text.
class FarthestAttempts {
 public:
  static constexpr bool kRecords = true;

  struct Mark {
    std::size_t kept = 0;  ///< attempts to keep when the rule itself is named instead of its parts
    std::size_t count = 0; ///< attempts at the rule's start before it was tried
  };

  Mark mark(std::size_t position) const {
    const std::size_t count = position == m_position ? m_rules.size() : 0;
    return {count, count};
  }

  void failed(Rule rule, std::size_t position, Mark mark) {
    // A rule whose parts got no farther stands for them, unless just one part was tried.
    const std::size_t now = position == m_position ? m_rules.size() : 0;
    if (now == mark.count + 1) return;
    if (position == m_position) m_rules.resize(std::min(m_rules.size(), mark.kept));
    if (position > m_position) {
      m_rules.clear();
      m_position = position;
    }
    if (position == m_position) m_rules.push_back(rule);
  }

  std::size_t position() const { return m_position; }
  std::vector<Rule> rules() const {
    std::vector<Rule> sorted = m_rules;
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    return sorted;
  }

 private:
  std::size_t m_position = 0;
  std::vector<Rule> m_rules;
};

LineColumn lineColumn(std::string_view text, std::size_t offset) {
  LineColumn place;
  for (std::size_t i = 0; i < offset; nextCodePoint(text, i)) {
    const bool isPair = text[i] == '\r' && i + 1 < offset && text[i + 1] == '\n';
    if (isPair) ++i;
    place = text[i] == '\n' ? LineColumn{place.line + 1, 1} : LineColumn{place.line, place.column + 1};
  }
  return place;
}

std::size_t lineStart(std::string_view text, std::size_t offset) {
  const std::size_t newline = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  return newline == std::string_view::npos ? 0 : newline + 1;
}

std::size_t lineEnd(std::string_view text, std::size_t offset) {
  if (text.size() == offset + 1) return text.size();
  const std::size_t newline = text.find('\n', offset);
  return newline == std::string_view::npos ? text.size() : newline + 1;
}

std::string_view lineAt(std::string_view text, std::size_t offset) {
  const std::size_t start = lineStart(text, offset);
  return text.substr(start, lineEnd(text, offset) - start);
}

std::string replaced(std::string_view line, std::string_view forReturn, std::string_view forNewline) {
  std::string result;
  for (const char c : line) {
    if (c == '\r') {
      result += forReturn;
    } else if (c == '\n') {
      result += forNewline;
    } else {
      result += c;
    }
  }
  return result;
}

std::string withVisibleLineEnds(std::string_view line) {
  return replaced(line, "␍", "␊");
}

std::string withoutLineEnds(std::string_view line) {
  return replaced(line, "", "");
}

bool isLineEnd(std::string_view text, std::size_t offset) {
  return offset < text.size() && (text[offset] == '\n' || text[offset] == '\r');
}

/// What stands below the line before the mark: as many columns as there are characters in the line.
std::string indentation(std::string_view line, int columns) {
  std::string blanks;
  for (std::size_t i = 0; i < line.size() && columns > 0; --columns)
    blanks += nextCodePoint(line, i) == U'\t' ? '\t' : ' ';
  return blanks;
}

/// A mark from column `start` up to, not including, column `end`.
std::string spanMark(int start, int end) {
  if (end - start <= 1) return "^";
  return "^" + std::string(static_cast<std::size_t>(end - start - 2), '-') + "^";
}

std::string assemble(LineColumn start, std::size_t width, const std::string& lines, const std::string& mark,
                     std::string_view message) {
  const std::string margin(width, ' ');
  std::string report = margin + "--> " + std::to_string(start.line) + ":" + std::to_string(start.column);
  report += "\n" + margin + " |\n" + lines;
  report += margin + " | " + mark + "\n" + margin + " |\n" + margin + " = ";
  report += message;
  return report;
}

std::string numbered(int line, std::size_t width, const std::string& text) {
  const std::string number = std::to_string(line);
  return std::string(width - number.size(), ' ') + number + " | " + text + "\n";
}

LineColumn visibleEnd(std::string_view text, std::size_t end) {
  LineColumn place = lineColumn(text, end);
  if (place.column != 1 || end == 0) return place;
  place = lineColumn(text, end - 1); // after a newline: show the newline's own column
  return {place.line, place.column + 1};
}

} // namespace

std::string reportPlace(std::string_view text, std::size_t offset, std::string_view message, int addedLines) {
  LineColumn place = lineColumn(text, offset);
  place.line += addedLines;
  const std::string_view whole = lineAt(text, offset);
  const std::string line = isLineEnd(text, offset) ? withVisibleLineEnds(whole) : withoutLineEnds(whole);
  const std::size_t width = std::to_string(place.line).size();
  const std::string mark = indentation(line, place.column - 1) + "^---";
  return assemble(place, width, numbered(place.line, width, line), mark, message);
}

std::string reportSpan(std::string_view text, Span span, std::string_view message) {
  LineColumn start = lineColumn(text, span.begin);
  LineColumn end = visibleEnd(text, span.end);
  const bool showsLineEnds =
      span.size() > 0 && (isLineEnd(text, span.begin) || isLineEnd(text, span.end - 1));
  const std::string_view first = span.begin < text.size() ? lineAt(text, span.begin) : std::string_view();
  const std::string line = showsLineEnds ? withVisibleLineEnds(first) : withoutLineEnds(first);

  const std::size_t width = std::to_string(std::max(start.line, end.line)).size();
  std::string lines = numbered(start.line, width, line);
  const std::size_t secondLine = span.begin < text.size() ? lineEnd(text, span.begin) : text.size();
  if (secondLine <= span.end && secondLine < text.size()) {
    const std::size_t lastOffset = std::min(span.end, text.size() - 1);
    const std::string_view last = lineAt(text, std::max(lastOffset, secondLine));
    if (end.line - start.line > 1) lines += std::string(width, ' ') + " | ...\n";
    lines += numbered(end.line, width, showsLineEnds ? std::string(last) : withVisibleLineEnds(last));
  }
  LineColumn shown = start;
  if (shown.column > end.column) {
    std::swap(shown.column, end.column);
    --shown.column;
    ++end.column;
  }
  const std::string mark = indentation(line, shown.column - 1) + spanMark(shown.column, end.column);
  return assemble(start, width, lines, mark, message);
}

InvalidElement explainInvalid(std::string_view text, std::size_t offset) {
  // Cobalt reads again from the start of the line, but takes the column for a number of bytes.
  const LineColumn place = lineColumn(text, offset);
  const std::string_view line = lineAt(text, offset);
  auto prefix = static_cast<std::size_t>(place.column - 1);
  while (prefix > 0 && prefix < line.size() && (static_cast<unsigned char>(line[prefix]) & 0xC0U) == 0x80U)
    --prefix;
  const std::size_t lineBegin = lineStart(text, offset);
  std::string joined;
  std::string_view again = text.substr(lineBegin);
  if (lineBegin + prefix != offset) {
    joined = std::string(line.substr(0, prefix)) + std::string(text.substr(offset));
    again = joined;
  }

  Pairs pairs;
  Matcher<FarthestAttempts> matcher(again, pairs);
  if (matcher.liquidFile()) return {"", offset};
  const std::size_t farthest = matcher.attempts().position();
  return {reportPlace(again, farthest, expectationMessage({}, matcher.attempts().rules()), place.line - 1),
          farthest >= prefix ? offset + farthest - prefix : lineBegin + farthest};
}

} // namespace postwright::liquid
