// Lines, blanks and comments of YAML text by byte: the small questions that planning an edit asks.
// The one rule: a line ends with LF, CRLF or a lone CR, and nothing here looks inside quoted text; callers
// start outside of it. Source: YAML 1.1 as libyaml scans it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "app/base/text.h"

namespace postwright::front_matter {

class Layout {
 public:
  /// `fallbackBreak` is what `lineBreak` gives for a text without any line break.
  explicit Layout(std::string_view text, std::string fallbackBreak = "\n")
      : m_text(text), m_fallbackBreak(std::move(fallbackBreak)) {}

  std::string_view text() const { return m_text; }
  char at(std::size_t position) const { return position < m_text.size() ? m_text[position] : '\0'; }

  std::size_t lineStart(std::size_t position) const;
  /// Before the line's break.
  std::size_t lineEnd(std::size_t position) const;
  /// Behind the line's break, or the end of the text.
  std::size_t nextLine(std::size_t position) const;
  /// Before the break that ends the line above; 0 on the first line.
  std::size_t previousLineEnd(std::size_t position) const;
  /// The blanks at the start of the line.
  std::string_view indentOf(std::size_t position) const;
  /// Only blanks stand before `position` on its line.
  bool isFirstOnLine(std::size_t position) const;
  /// Only blanks and perhaps a comment stand between `position` and the end of its line.
  bool restIsFree(std::size_t position) const;
  /// Only blanks do.
  bool restIsBlank(std::size_t position) const;
  bool sameLine(std::size_t a, std::size_t b) const { return lineStart(a) == lineStart(b); }

  std::size_t skipBlanks(std::size_t position) const;
  std::size_t skipBlanksBack(std::size_t position) const;
  /// Behind blanks, breaks and comments.
  std::size_t skipSpace(std::size_t position) const;
  /// The column of the comment that has the next written line below `position` to itself; 0 when none has.
  std::size_t commentColumnBelow(std::size_t position) const;
  /// A comment stands in `range`, before anything but blanks, breaks and commas.
  bool hasComment(Span range) const;

  /// The break that ends the line of `position`, else the text's first one, else the fallback.
  std::string lineBreak(std::size_t position) const;

 private:
  std::string_view breakAt(std::size_t position) const;

  std::string_view m_text;
  std::string m_fallbackBreak;
};

} // namespace postwright::front_matter
