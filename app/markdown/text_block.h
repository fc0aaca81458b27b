// Where the lines of a text and of its blocks stand. The one rule: every position is a byte offset into the
// whole text; what containers write before a line (`> `, indentation) is skipped, never copied.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace postwright::markdown {

/// One line of the text and how the block it belongs to uses it.
struct Line {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;     ///< before the line end
  std::uint32_t prefix = 0;  ///< after what the containers took
  std::uint32_t content = 0; ///< after what the block itself took
  std::uint8_t spaces = 0;   ///< columns of a tab that was taken in part
  bool isShort = false; ///< continues a paragraph with less indentation than its item or footnote asks for
};

/// Lines end with LF, CRLF or CR; a final line end begins no further line.
std::vector<Line> splitLines(std::string_view text);

/// The text of one block with inline content: a paragraph, a heading or a table cell.
class TextBlock {
 public:
  /// `lines` are the block's own and outlive it; `end` cuts the text.
  TextBlock(std::string_view text, std::span<const Line> lines, std::size_t end, bool isTableCell = false)
      : m_text(text.substr(0, end)), m_lines(lines), m_isTableCell(isTableCell) {}

  /// The whole text up to the block's end, so that positions stay what they are.
  std::string_view text() const { return m_text; }
  std::span<const Line> lines() const { return m_lines; }
  bool isTableCell() const { return m_isTableCell; }

  /// For the start of a line: behind what the containers took. Beyond the block's lines: `lineBegin`.
  std::size_t skipPrefix(std::size_t lineBegin) const;

  /// As `skipPrefix`, of code that ends at `end`: with nothing before it but blanks, too few of them are as
  /// good as a blank line to a list item or a footnote, which takes them all.
  std::size_t skipPrefixOfCode(std::size_t lineBegin, std::size_t end) const;

 private:
  const Line* lineAt(std::size_t begin) const;

  std::string_view m_text;
  std::span<const Line> m_lines;
  bool m_isTableCell;
};

} // namespace postwright::markdown
