#include <algorithm>
#include <array>
#include <vector>

#include "app/base/code_points.h"
#include "app/base/text.h"
#include "app/base/unicode.h"
#include "app/markdown/bytes.h"
#include "app/markdown/link_parts.h"
#include "app/markdown/markdown.h"

namespace postwright::markdown {
namespace {

/// The name of the Liquid tag whose `{%` ends before `pos`.
std::string_view tagNameAt(std::string_view body, std::size_t pos) {
  if (at(body, pos) == '-') ++pos;
  while (isSpace(at(body, pos)))
    ++pos;
  return body.substr(pos, skipWhile(body, pos, isLetter) - pos);
}

/// Goes through a body once. A word is a run of characters with a letter or a digit among them.
class WordCounter {
 public:
  explicit WordCounter(std::string_view body) : m_body(body) {}

  std::size_t run() {
    for (bool isLineStart = true; m_pos < m_body.size();) {
      if (isLineStart) startLine();
      if (m_pos >= m_body.size()) break;
      isLineStart = m_body[m_pos] == '\n';
      step();
    }
    endWord();
    return m_words;
  }

 private:
  void startLine();
  bool skipFence(std::size_t pos);
  void skipListMark();
  void step();
  bool skipMarkup();
  bool skipLiquid();
  bool skipLiquidTo(std::string_view end);
  void skipComment();
  bool skipTag();
  bool skipLinkTail();
  bool skipEntity();
  bool skipTo(std::string_view end, std::size_t from);
  void character();
  void endWord() {
    m_words += m_hasLetter ? 1 : 0;
    m_hasLetter = false;
  }

  std::string_view m_body;
  std::size_t m_pos = 0;
  std::size_t m_words = 0;
  bool m_hasLetter = false;
  bool m_isRaw = false;                   ///< between `raw` and `endraw`: Liquid's braces are text
  char m_fence = '\0';                    ///< of the code block it is in
  std::vector<std::string_view> m_absent; ///< what does not come any more
};

/// What stands before the text of a line: quote and list marks, a task's box, a fence, a definition's label.
void WordCounter::startLine() {
  const std::size_t pos = skipBlanks(m_body, m_pos);
  if (skipFence(pos) || m_fence != '\0') return;
  skipListMark();
  if (at(m_body, m_pos) != '[') return;
  const auto label = linkLabelAt(m_body, m_pos + 1, nullptr, false);
  if (!label || at(m_body, label->end) != ':') return;
  const bool isFootnote = at(m_body, m_pos + 1) == '^';
  m_pos = isFootnote ? label->end + 1 : std::min(m_body.find('\n', m_pos), m_body.size());
}

bool WordCounter::skipFence(std::size_t pos) {
  const char mark = at(m_body, pos);
  if (mark != '`' && mark != '~') return false;
  if (skipRun(m_body, pos, mark) - pos < 3 || (m_fence != '\0' && m_fence != mark)) return false;
  m_fence = m_fence == '\0' ? mark : '\0';
  m_pos = std::min(m_body.find('\n', pos), m_body.size());
  return true;
}

void WordCounter::skipListMark() {
  for (;;) {
    m_pos = skipBlanks(m_body, m_pos);
    std::size_t end = skipWhile(m_body, m_pos, isDigit);
    const std::string_view marks = end > m_pos ? ".)" : "-+*>";
    if (end >= m_body.size() || marks.find(m_body[end]) == std::string_view::npos) break;
    if (m_body[end] != '>' && !isSpace(at(m_body, end + 1))) break;
    m_pos = end + 1;
  }
  constexpr auto kBoxes = std::to_array<std::string_view>({"[ ] ", "[x] ", "[X] "});
  for (const std::string_view box : kBoxes) {
    if (m_body.substr(m_pos).starts_with(box)) m_pos += box.size();
  }
}

void WordCounter::step() {
  if (!skipLiquid() && (m_fence != '\0' || !skipMarkup())) character();
}

bool WordCounter::skipMarkup() {
  switch (m_body[m_pos]) {
    case '<':
      return skipTag();
    case ']':
      return skipLinkTail();
    case '&':
      return skipEntity();
    case '|':
      endWord();
      ++m_pos;
      return true;
    default:
      return false;
  }
}

/// Goes behind the next `end`; false, and nowhere, when there is none.
bool WordCounter::skipTo(std::string_view end, std::size_t from) {
  if (std::ranges::find(m_absent, end) != m_absent.end()) return false;
  const std::size_t found = m_body.find(end, from);
  if (found == std::string_view::npos) {
    m_absent.push_back(end);
    return false;
  }
  m_pos = found + end.size();
  return true;
}

bool WordCounter::skipLiquid() {
  if (m_body[m_pos] != '{') return false;
  const char next = at(m_body, m_pos + 1);
  if (m_isRaw && (next != '%' || tagNameAt(m_body, m_pos + 2) != "endraw")) return false;
  if (next == '{') return skipLiquidTo("}}");
  if (next != '%') return false;
  const std::string_view name = tagNameAt(m_body, m_pos + 2);
  if (!skipLiquidTo("%}")) return false;
  m_isRaw = name == "raw";
  if (name == "comment") skipComment();
  return true;
}

/// Like skipTo, from behind the opening braces; an end within quotation marks is none, unless they never
/// close.
bool WordCounter::skipLiquidTo(std::string_view end) {
  std::size_t pos = m_pos + 2;
  if (!skipTo(end, pos)) return false;
  for (; pos < m_body.size(); ++pos) {
    if (m_body.substr(pos).starts_with(end)) {
      m_pos = pos + end.size();
      return true;
    }
    if (m_body[pos] == '"' || m_body[pos] == '\'')
      pos = std::min(m_body.find(m_body[pos], pos + 1), m_body.size());
  }
  return true;
}

void WordCounter::skipComment() {
  constexpr std::string_view kEnd = "endcomment";
  if (std::ranges::find(m_absent, kEnd) != m_absent.end()) return;
  std::size_t pos = m_body.find("{%", m_pos);
  while (pos != std::string_view::npos && tagNameAt(m_body, pos + 2) != kEnd)
    pos = m_body.find("{%", pos + 2);
  if (pos != std::string_view::npos) {
    m_pos = pos;
  } else {
    m_absent.push_back(kEnd);
  }
}

bool WordCounter::skipTag() {
  const std::string_view rest = m_body.substr(m_pos);
  if (rest.starts_with("<!--")) return skipTo("-->", m_pos + 4);
  const char next = at(rest, 1);
  return (isLetter(next) || next == '/' || next == '!' || next == '?') && skipTo(">", m_pos + 1);
}

/// `](address)` and `][label]`.
bool WordCounter::skipLinkTail() {
  const char next = at(m_body, m_pos + 1);
  if (next == '[') return skipTo("]", m_pos + 2);
  if (next != '(') return false;
  const auto destination = linkDestinationAt(m_body, skipBlanks(m_body, m_pos + 2));
  return destination && skipTo(")", destination->end);
}

/// A character reference is no letter; a space that is written so is a space.
bool WordCounter::skipEntity() {
  const std::size_t end =
      skipWhile(m_body, m_pos + 1, [](char byte) { return isAlphanumeric(byte) || byte == '#'; });
  if (end == m_pos + 1 || at(m_body, end) != ';') return false;
  if (m_body.substr(m_pos, end - m_pos) == "&nbsp") endWord();
  m_pos = end + 1;
  return true;
}

void WordCounter::character() {
  constexpr char32_t kEnDash = 0x2013, kEmDash = 0x2014;
  const char byte = m_body[m_pos];
  if (static_cast<unsigned char>(byte) < 0x80) {
    ++m_pos;
    if (isSpace(byte)) endWord();
    m_hasLetter = m_hasLetter || isAlphanumeric(byte);
    return;
  }
  const char32_t codePoint = nextCodePoint(m_body, m_pos);
  if (isWhiteSpace(codePoint) || codePoint == kEnDash || codePoint == kEmDash) return endWord();
  m_hasLetter = m_hasLetter || !isPunctuation(codePoint);
}

} // namespace

std::size_t countWords(std::string_view body) {
  return WordCounter(body).run();
}

} // namespace postwright::markdown
