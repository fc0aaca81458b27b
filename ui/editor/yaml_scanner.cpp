#include <algorithm>
#include <array>

#include "ui/editor/line_scanner.h"

namespace postwright::ui {
namespace {

constexpr std::array kConstants = {u"true", u"false", u"null", u"yes", u"no", u"on", u"off", u"~"};
constexpr qsizetype kMaxIndent = 31; ///< what LineState keeps
constexpr std::uint32_t kMaxDepth = 7;

bool isConstant(QStringView text) {
  if (text.isEmpty()) return false;
  for (const char16_t* word : kConstants) {
    if (text.compare(QStringView(word), Qt::CaseInsensitive) == 0) return true;
  }
  // numbers and dates: what starts with a digit and holds nothing but their signs
  const QChar first = text.front();
  const bool isSigned = (first == u'-' || first == u'+' || first == u'.') && text.size() > 1;
  if (!first.isDigit() && !(isSigned && text[1].isDigit())) return false;
  return std::all_of(text.begin(), text.end(),
                     [](QChar c) { return c.isDigit() || QStringView(u"+-:. TZeE_xX").contains(c); });
}

qsizetype indentOf(QStringView line) {
  qsizetype indent = 0;
  while (indent < line.size() && line[indent] == u' ')
    ++indent;
  return indent;
}

class YamlScanner {
 public:
  YamlScanner(QStringView line, LineState& state, LineStyles& styles)
      : m_line(line), m_state(state), m_styles(styles), m_indent(indentOf(line)) {}

  void scan() {
    if (m_state.yamlMode() == YamlMode::BlockScalar) {
      if (m_indent == m_line.size() || m_indent > static_cast<qsizetype>(m_state.yamlIndent)) {
        paint(m_styles, 0, m_line.size(), Ink::FrontString);
        return;
      }
      m_state.setYaml(YamlMode::Plain);
    }
    if (m_state.yamlMode() != YamlMode::Plain) finishQuoted();
    while (m_at < m_line.size())
      scanToken();
  }

 private:
  void scanToken() {
    const QChar c = m_line[m_at];
    if (c.isSpace()) {
      ++m_at;
    } else if (c == u'#' && (m_at == 0 || m_line[m_at - 1].isSpace())) {
      paint(m_styles, m_at, m_line.size(), Ink::FrontMarkup);
      m_at = m_line.size();
    } else if (c == u'"' || c == u'\'') {
      scanQuoted(c);
    } else if (isBracket(c) || (c == u',' && m_state.yamlDepth > 0)) {
      scanPunctuation(c);
    } else if (((c == u'-' || c == u'?') && endsWord(m_at + 1)) || (c == u':' && endsKey(m_at + 1))) {
      paint(m_styles, m_at, m_at + 1, Ink::FrontMarkup);
      ++m_at;
    } else if ((c == u'|' || c == u'>') && opensBlockScalar()) {
      paint(m_styles, m_at, m_line.size(), Ink::FrontMarkup);
      m_state.setYaml(YamlMode::BlockScalar);
      m_state.yamlIndent = static_cast<std::uint32_t>(std::min(m_indent, kMaxIndent));
      m_at = m_line.size();
    } else {
      scanPlain();
    }
  }

  bool isBracket(QChar c) const {
    if (c == u'{' || c == u'[') return true;
    return (c == u'}' || c == u']') && m_state.yamlDepth > 0;
  }
  bool endsWord(qsizetype at) const { return at >= m_line.size() || m_line[at].isSpace(); }
  bool endsKey(qsizetype at) const {
    return endsWord(at) || (m_state.yamlDepth > 0 && QStringView(u",]}[{").contains(m_line[at]));
  }

  void scanPunctuation(QChar c) {
    paint(m_styles, m_at, m_at + 1, Ink::FrontMarkup);
    ++m_at;
    if ((c == u'{' || c == u'[') && m_state.yamlDepth < kMaxDepth) ++m_state.yamlDepth;
    if ((c == u'}' || c == u']') && m_state.yamlDepth > 0) --m_state.yamlDepth;
  }

  /// Only indicators and a comment may follow `|` and `>`.
  bool opensBlockScalar() const {
    qsizetype i = m_at + 1;
    while (i < m_line.size() && QStringView(u"+-123456789").contains(m_line[i]))
      ++i;
    const QStringView rest = m_line.sliced(i).trimmed();
    return m_state.yamlDepth == 0 && (rest.isEmpty() || rest.front() == u'#');
  }

  void scanQuoted(QChar quote) {
    m_start = m_at++;
    m_state.setYaml(quote == u'"' ? YamlMode::DoubleQuoted : YamlMode::SingleQuoted);
    finishQuoted();
  }

  void finishQuoted() {
    const bool isDouble = m_state.yamlMode() == YamlMode::DoubleQuoted;
    const QChar quote = isDouble ? u'"' : u'\'';
    while (m_at < m_line.size() && m_line[m_at] != quote)
      m_at += isDouble && m_line[m_at] == u'\\' ? 2 : 1;
    const bool closed = m_at < m_line.size();
    m_at = closed ? m_at + 1 : m_line.size();
    if (closed) m_state.setYaml(YamlMode::Plain);
    paintScalar(m_start, m_at, Ink::FrontString);
  }

  void scanPlain() {
    const qsizetype start = m_at;
    do {
      ++m_at;
    } while (m_at < m_line.size() && !endsPlain());
    qsizetype end = m_at;
    while (end > start && m_line[end - 1].isSpace())
      --end;
    const bool constant = isConstant(m_line.sliced(start, end - start));
    paintScalar(start, end, constant ? Ink::FrontConstant : Ink::FrontString);
  }

  bool endsPlain() const {
    const QChar c = m_line[m_at];
    if (c == u':') return endsKey(m_at + 1);
    if (c == u'#') return m_line[m_at - 1].isSpace();
    return m_state.yamlDepth > 0 && QStringView(u",]}[{").contains(c);
  }

  /// A scalar followed by a colon is a key.
  void paintScalar(qsizetype from, qsizetype to, Ink ink) {
    qsizetype next = to;
    while (next < m_line.size() && m_line[next].isSpace())
      ++next;
    const bool isKey = next < m_line.size() && m_line[next] == u':' && endsKey(next + 1);
    paint(m_styles, from, to, isKey ? Ink::FrontKey : ink);
  }

  QStringView m_line;
  LineState& m_state;
  LineStyles& m_styles;
  qsizetype m_indent;
  qsizetype m_at = 0;
  qsizetype m_start = 0;
};

} // namespace

void scanYaml(QStringView line, LineState& state, LineStyles& styles) {
  paint(styles, 0, line.size(), Ink::FrontText);
  YamlScanner(line, state, styles).scan();
}

} // namespace postwright::ui
