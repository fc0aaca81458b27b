// UTF-8 text: edits by byte span, line index, line ends, code points. Text is std::string, offsets are bytes.
// The one rule: nothing here changes a byte it was not asked to change.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace postwright {

/// Replace `length` bytes at byte `offset` by `replacement`.
struct TextEdit {
  std::size_t offset = 0;
  std::size_t length = 0;
  std::string replacement;

  bool operator==(const TextEdit&) const = default;
};

/// `text` after `edits`; they must be ascending by offset, must not overlap, and refer to the text before any
/// of them.
std::string applyEdits(std::string_view text, std::span<const TextEdit> edits);

/// A half-open range of bytes.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool operator==(const Span&) const = default;
};

/// How a file in UTF-8 may begin; it is no part of its first line.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// 1-based line and column; the column counts code points, a byte-order mark at the start of the text left
/// out.
struct LineColumn {
  int line = 1;
  int column = 1;

  bool operator==(const LineColumn&) const = default;
};

/// Finds one line end after the other: LF, CRLF or a lone CR.
class LineEnds {
 public:
  /// Keeps a view of `text`, which must outlive it.
  explicit LineEnds(std::string_view text) : m_text(text) {}

  /// The first line end at or after `from`, which never goes back; empty at the text's end when there is
  /// none.
  Span next(std::size_t from);

 private:
  static constexpr std::size_t kUnknown = std::string_view::npos;

  std::string_view m_text;
  std::size_t m_nextCr = kUnknown; ///< where each byte is next, so that the whole text is searched once
  std::size_t m_nextLf = kUnknown;
};

/// Finds lines and columns of byte offsets in O(log lines). Lines end with LF, CRLF or a lone CR.
/// It keeps a view of the text, which must outlive it.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  LineColumn at(std::size_t offset) const;
  /// The line alone; unlike at(), as quick on a long line as on a short one.
  int lineAt(std::size_t offset) const;
  /// Byte offset of the start of 1-based `line`; past the last line: the size of the text.
  std::size_t lineStart(int line) const;
  int lineCount() const { return static_cast<int>(m_starts.size()); }

 private:
  std::string_view m_text;
  std::vector<std::size_t> m_starts;
};

/// Offset of the first byte that is not valid UTF-8 (surrogates and overlong forms are invalid too).
std::optional<std::size_t> firstInvalidUtf8(std::string_view text);

/// The code point that starts at `offset`, advancing it; U+FFFD and one byte for a broken sequence.
char32_t nextCodePoint(std::string_view text, std::size_t& offset);

/// Appends `codePoint` in UTF-8.
void appendUtf8(std::string& text, char32_t codePoint);

/// Number of code points in `text`.
std::size_t codePointCount(std::string_view text);

/// CRLF and lone CR become LF, as Cobalt reads every document.
std::string normaliseLineEnds(std::string_view text);

/// `text` without the given bytes at both ends.
std::string_view trimmed(std::string_view text, std::string_view bytes = " \t\r\n");

/// The candidate nearest to `word` by edit distance, if near enough to be what was meant.
std::optional<std::string> didYouMean(std::string_view word, std::span<const std::string> candidates);

} // namespace postwright
