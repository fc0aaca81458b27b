#include "app/markdown/code_text.h"

#include "app/markdown/bytes.h"
#include "app/markdown/entity.h"

namespace postwright::markdown {
namespace {

/// Joins pieces of the source.
class Pieces {
 public:
  void add(std::string_view piece, std::size_t begin, std::size_t next) {
    if (piece.empty()) return;
    if (m_hasAny && begin != m_next) m_text += '\n';
    m_text += piece;
    m_next = next;
    m_hasAny = true;
  }

  /// Spaces that a tab stands for are a piece of their own.
  void addSpaces(std::size_t count) {
    if (m_hasAny) m_text += '\n';
    m_text.append(count, ' ');
    m_next = std::string::npos;
    m_hasAny = true;
  }

  std::string take() { return std::move(m_text); }

 private:
  std::string m_text;
  std::size_t m_next = 0;
  bool m_hasAny = false;
};

bool isBlankLine(std::string_view text, const Line& line) {
  return skipBlanks(text, line.content) >= line.end;
}

/// The text's end counts as a closing fence, indented less than code.
bool isClosedByEnd(std::string_view text, const Blocks& blocks, const Block& code) {
  constexpr std::size_t kCodeIndent = 4;
  const Line& last = blocks.lines[code.lastLine];
  if (code.lastLine == code.firstLine || last.end < text.size() || !isBlankLine(text, last)) return false;
  std::size_t columns = code.number + last.spaces;
  for (std::size_t i = last.content; i < last.end; ++i)
    columns = text[i] == '\t' ? columns + kCodeIndent - columns % kCodeIndent : columns + 1;
  return columns < kCodeIndent;
}

} // namespace

std::string codeText(std::string_view text, const Blocks& blocks, const Block& code) {
  const bool isFenced = code.kind == BlockKind::FencedCode;
  std::size_t end = code.lastLine + 1;
  while (!isFenced && end > code.firstLine + 1 && isBlankLine(text, blocks.lines[end - 1]))
    --end; // a line of form feeds alone begins code, too
  if (isFenced && isClosedByEnd(text, blocks, code)) --end;
  Pieces pieces;
  for (std::size_t i = code.firstLine + (isFenced ? 1 : 0); i < end; ++i) {
    const Line& line = blocks.lines[i];
    const std::size_t next = afterLineEnd(text, line.end);
    if (line.spaces > 0) pieces.addSpaces(line.spaces);
    std::string piece(text.substr(line.content, line.end - line.content));
    if (next > line.end) piece += '\n';
    pieces.add(piece, line.content, next);
  }
  return pieces.take();
}

std::string codeLanguage(std::string_view text, const Blocks& blocks, const Block& code) {
  if (code.kind != BlockKind::FencedCode) return {};
  const Line& fence = blocks.lines[code.firstLine];
  const std::size_t begin = skipBlanks(text, fence.content);
  const std::size_t end = blanksBefore(text, begin, fence.end);
  const std::string info = unescaped(text.substr(begin, end - begin), false);
  return info.substr(0, info.find(' '));
}

} // namespace postwright::markdown
