#include "app/markdown/inline_html.h"

#include <algorithm>
#include <vector>

#include "app/markdown/bytes.h"

namespace postwright::markdown {
namespace {

bool isNameByte(char byte) {
  return isAlphanumeric(byte) || byte == '-';
}

bool isAttributeNameByte(char byte) {
  return isAlphanumeric(byte) || byte == '_' || byte == '.' || byte == ':' || byte == '-';
}

bool isUnquotedValueByte(char byte) {
  return std::string_view("'\" =><`\n\r").find(byte) == std::string_view::npos;
}

/// Reads one tag. Without a block, a line end ends the attempt.
class TagScanner {
 public:
  TagScanner(std::string_view text, std::size_t pos, const TextBlock* block)
      : m_text(text), m_start(pos), m_pos(pos + 1), m_block(block) {}

  bool scan() {
    const bool isClosing = at(m_text, m_pos) == '/';
    if (isClosing) ++m_pos;
    if (!isLetter(at(m_text, m_pos))) return false;
    m_pos = skipWhile(m_text, m_pos, isNameByte);
    if (!isClosing && !scanAttributes()) return false;
    m_pos = skipBlanks(m_text, m_pos);
    if (!isClosing && at(m_text, m_pos) == '/') ++m_pos;
    return at(m_text, m_pos++) == '>';
  }

  std::size_t end() const { return m_pos; }

  std::string joined() const {
    std::string tag;
    std::size_t done = m_start;
    for (const Cut& cut : m_cuts) {
      tag += m_text.substr(done, cut.begin - done);
      done = cut.end;
    }
    return m_cuts.empty() ? tag : tag.append(m_text.substr(done, m_pos - done));
  }

 private:
  struct Cut {
    std::size_t begin, end;
  };

  bool scanAttributes() {
    for (;;) {
      const std::size_t before = m_pos;
      if (!skipSpace() || m_pos >= m_text.size()) return false;
      if (m_text[m_pos] == '/' || m_text[m_pos] == '>') return true;
      if (m_pos == before || !scanAttribute()) return false;
    }
  }

  bool scanAttribute() {
    const char first = m_text[m_pos];
    if (!isLetter(first) && first != '_' && first != ':') return false;
    m_pos = skipWhile(m_text, m_pos, isAttributeNameByte);
    const std::size_t afterName = m_pos;
    const std::size_t cuts = m_cuts.size();
    if (!skipSpace()) return false;
    if (at(m_text, m_pos) == '=') {
      ++m_pos;
      return skipSpace() && scanValue();
    }
    m_pos = afterName; // the white space belongs to the next attribute
    m_cuts.resize(cuts);
    return true;
  }

  bool scanValue() {
    const char quote = at(m_text, m_pos);
    if (quote != '"' && quote != '\'') {
      const std::size_t begin = m_pos;
      m_pos = skipWhile(m_text, m_pos, isUnquotedValueByte);
      return m_pos > begin;
    }
    for (++m_pos; m_pos < m_text.size();) {
      if (m_text[m_pos] == quote) return ++m_pos, true;
      if (!isLineEnd(m_text[m_pos])) {
        ++m_pos;
      } else if (!nextLine()) {
        return false;
      }
    }
    return false;
  }

  bool skipSpace() {
    for (m_pos = skipBlanks(m_text, m_pos); m_pos < m_text.size() && isLineEnd(m_text[m_pos]);
         m_pos = skipBlanks(m_text, m_pos)) {
      if (!nextLine()) return false;
    }
    return true;
  }

  bool nextLine() {
    if (m_block == nullptr) return false;
    m_pos = afterLineEnd(m_text, m_pos);
    const std::size_t content = m_block->skipPrefix(m_pos);
    if (content > m_pos) m_cuts.push_back({m_pos, content});
    m_pos = content;
    return true;
  }

  std::string_view m_text;
  std::size_t m_start;
  std::size_t m_pos;
  const TextBlock* m_block;
  std::vector<Cut> m_cuts;
};

} // namespace

std::size_t tagWithinLine(std::string_view text, std::size_t pos) {
  TagScanner scanner(text, pos, nullptr);
  return scanner.scan() ? scanner.end() : 0;
}

std::optional<InlineHtml> InlineHtmlScanner::scan(std::size_t pos) {
  const char next = at(m_block.text(), pos + 1);
  if (next == '!' || next == '?') return scanSpecial(pos + 2);
  TagScanner scanner(m_block.text(), pos, &m_block);
  if (!scanner.scan()) return std::nullopt;
  return InlineHtml{scanner.end(), scanner.joined()};
}

/// `pos` is behind `<!` or `<?`.
std::optional<InlineHtml> InlineHtmlScanner::scanSpecial(std::size_t pos) {
  const std::string_view text = m_block.text();
  const char kind = at(text, pos);
  std::size_t end = 0;
  if (text[pos - 1] == '?') {
    end = instructionEnd(pos);
  } else if (kind == '-') {
    end = commentEnd(pos);
  } else if (kind == '[') {
    end = cdataEnd(pos);
  } else if (isLetter(kind)) {
    end = declarationEnd(pos);
  }
  if (end == 0) return std::nullopt;
  return InlineHtml{end, {}};
}

/// `<!-->` and `<!--->` are comments too: the search starts with the opener's own hyphens.
std::size_t InlineHtmlScanner::commentEnd(std::size_t pos) {
  const std::string_view text = m_block.text();
  if (pos < m_noComment || at(text, pos + 1) != '-') return 0;
  const std::size_t found = text.find("-->", pos);
  if (found != std::string_view::npos) return found + 3;
  m_noComment = text.size();
  return 0;
}

/// The first run of `]` decides, and one bracket is enough.
std::size_t InlineHtmlScanner::cdataEnd(std::size_t pos) {
  constexpr std::string_view kOpener = "[CDATA[";
  const std::string_view text = m_block.text();
  if (pos < m_noCdata || !text.substr(pos).starts_with(kOpener)) return 0;
  const std::size_t bracket = text.find(']', pos + kOpener.size());
  const std::size_t end = skipRun(text, std::min(bracket, text.size()), ']');
  if (at(text, end) == '>') return end + 1;
  m_noCdata = end;
  return 0;
}

std::size_t InlineHtmlScanner::declarationEnd(std::size_t pos) {
  const std::string_view text = m_block.text();
  if (pos < m_noDeclaration) return 0;
  const std::size_t end = text.find('>', pos);
  if (end != std::string_view::npos) return end + 1;
  m_noDeclaration = text.size();
  return 0;
}

std::size_t InlineHtmlScanner::instructionEnd(std::size_t pos) {
  const std::string_view text = m_block.text();
  if (pos < m_noInstruction) return 0;
  const std::size_t end = text.find("?>", pos);
  if (end != std::string_view::npos) return end + 2;
  m_noInstruction = text.size();
  return 0;
}

} // namespace postwright::markdown
