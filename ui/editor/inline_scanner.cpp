#include <algorithm>
#include <array>
#include <bitset>

#include "ui/editor/emphasis.h"
#include "ui/editor/html_scanner.h"

namespace postwright::ui {
namespace {

constexpr int kMaxParentheses = 32; ///< in a link's address, as CommonMark's programs count them

bool isAsciiPunctuation(QChar c) {
  return (c >= u'!' && c <= u'/') || (c >= u':' && c <= u'@') || (c >= u'[' && c <= u'`') ||
         (c >= u'{' && c <= u'~');
}

struct Bracket {
  qsizetype at; ///< of `[`, or of `!` before it
  bool isImage;
  bool active;            ///< no link within a link
  std::size_t delimiters; ///< how many stood before it
};

class InlineScanner {
 public:
  InlineScanner(QStringView line, qsizetype from, LineStyles& styles)
      : m_line(line), m_styles(styles), m_emphasis(line, styles), m_at(from) {}

  HtmlMode scan(Inside inside) {
    while (m_at < m_line.size()) {
      if (isOpaque(m_at)) {
        ++m_at;
      } else if (m_line[m_at] == u'<') {
        takeTag();
      } else if (m_line[m_at] == u'&') {
        takeEntity();
      } else if (inside == Inside::Markdown) {
        takeMarkdown();
      } else {
        ++m_at;
      }
    }
    m_emphasis.resolve(0);
    m_emphasis.apply();
    return m_html;
  }

 private:
  bool isOpaque(qsizetype at) const { return m_styles[static_cast<std::size_t>(at)].marks & mark::kOpaque; }
  bool is(qsizetype at, QChar c) const { return at < m_line.size() && m_line[at] == c && !isOpaque(at); }

  void takeMarkdown() {
    switch (m_line[m_at].unicode()) {
      case u'\\':
        takeEscape();
        break;
      case u'`':
        takeCode();
        break;
      case u'*':
      case u'_':
      case u'~':
        m_at = m_emphasis.takeRun(m_at);
        break;
      case u'!':
        if (is(m_at + 1, u'[')) {
          open(true);
        } else {
          ++m_at;
        }
        break;
      case u'[':
        open(false);
        break;
      case u']':
        close();
        break;
      default:
        ++m_at;
    }
  }

  void takeEscape() {
    if (m_at + 1 < m_line.size() && isAsciiPunctuation(m_line[m_at + 1])) {
      paint(m_styles, m_at, m_at + 1, Ink::Markup);
      ++m_at;
    }
    ++m_at;
  }

  void takeEntity() {
    qsizetype end = m_at + 1;
    while (end < m_line.size() && end - m_at < 33 && (m_line[end].isLetterOrNumber() || m_line[end] == u'#'))
      ++end;
    if (end > m_at + 1 && is(end, u';')) {
      paint(m_styles, m_at, end + 1, Ink::Markup);
      m_at = end;
    }
    ++m_at;
  }

  void takeTag() {
    const qsizetype end = scanTag(m_line, m_at, m_html, m_styles);
    m_at = end > m_at ? end : m_at + 1;
  }

  qsizetype runEnd(qsizetype from) const {
    qsizetype end = from;
    while (end < m_line.size() && m_line[end] == m_line[from])
      ++end;
    return end;
  }

  void takeCode() {
    const qsizetype end = runEnd(m_at);
    const auto length = static_cast<std::size_t>(end - m_at);
    const qsizetype closing = findCodeEnd(end, length);
    if (closing < 0) {
      // looked for once, it need not be looked for again: keeps lines full of backticks linear
      if (length < m_missing.size()) m_missing.set(length);
      m_at = end;
      return;
    }
    paint(m_styles, m_at, end, Ink::Markup);
    paint(m_styles, end, closing, Ink::Code);
    m_at = closing + static_cast<qsizetype>(length);
    paint(m_styles, closing, m_at, Ink::Markup);
  }

  qsizetype findCodeEnd(qsizetype from, std::size_t length) const {
    if (length < m_missing.size() && m_missing.test(length)) return -1;
    qsizetype at = m_line.indexOf(u'`', from);
    while (at >= 0) {
      const qsizetype end = runEnd(at);
      if (static_cast<std::size_t>(end - at) == length) return at;
      at = m_line.indexOf(u'`', end);
    }
    return -1;
  }

  void open(bool isImage) {
    m_brackets.push_back({m_at, isImage, true, m_emphasis.size()});
    m_at += isImage ? 2 : 1;
  }

  void close() {
    const qsizetype closing = m_at++;
    if (m_brackets.empty()) return;
    const Bracket bracket = m_brackets.back();
    m_brackets.pop_back();
    if (!bracket.active) return;
    const qsizetype text = bracket.at + (bracket.isImage ? 2 : 1);
    if (isNote(bracket, closing)) {
      paint(m_styles, bracket.at, closing + 1, Ink::Link);
      return;
    }
    const qsizetype end = endOfTarget(closing + 1);
    if (end < 0) return;
    m_emphasis.resolve(bracket.delimiters);
    m_emphasis.addSpan(bracket.isImage ? Span::Picture : Span::Link, text, closing);
    paint(m_styles, bracket.at, text, Ink::Markup);
    paint(m_styles, closing, end, Ink::Markup);
    if (!bracket.isImage) deactivateLinks();
    m_at = end;
  }

  void deactivateLinks() {
    for (auto bracket = m_brackets.rbegin(); bracket != m_brackets.rend() && bracket->active; ++bracket) {
      if (!bracket->isImage) bracket->active = false;
    }
  }

  bool isNote(const Bracket& bracket, qsizetype closing) const {
    if (bracket.isImage || !is(bracket.at + 1, u'^') || is(closing + 1, u'(')) return false;
    const QStringView label = m_line.sliced(bracket.at + 2, closing - bracket.at - 2);
    return !label.isEmpty() &&
           std::none_of(label.begin(), label.end(), [](QChar c) { return c.isSpace() || c == u'['; });
  }

  /// Behind `(address "title")` or `[label]` that starts at `from`; -1 when neither does.
  qsizetype endOfTarget(qsizetype from) const {
    if (is(from, u'[')) {
      const qsizetype end = m_line.indexOf(u']', from);
      const bool nested = end > 0 && m_line.sliced(from + 1, end - from - 1).contains(u'[');
      return end < 0 || nested ? -1 : end + 1;
    }
    if (!is(from, u'(')) return -1;
    qsizetype at = skipSpaces(endOfAddress(skipSpaces(from + 1)));
    if (at < 0) return -1;
    at = skipSpaces(endOfTitle(at));
    return at >= 0 && is(at, u')') ? at + 1 : -1;
  }

  qsizetype skipSpaces(qsizetype at) const {
    while (at >= 0 && at < m_line.size() && m_line[at].isSpace())
      ++at;
    return at;
  }

  qsizetype endOfAddress(qsizetype at) const {
    if (is(at, u'<')) {
      for (++at; at < m_line.size() && m_line[at] != u'<'; ++at) {
        if (m_line[at] == u'>') return at + 1;
      }
      return -1;
    }
    int depth = 0;
    for (; at < m_line.size(); ++at) {
      const QChar c = m_line[at];
      if (isOpaque(at)) continue;
      if (c.isSpace() || (c == u')' && depth == 0)) return at;
      if (c == u'\\') ++at;
      if (c == u'(' && ++depth > kMaxParentheses) return -1;
      if (c == u')') --depth;
    }
    return -1;
  }

  qsizetype endOfTitle(qsizetype at) const {
    if (at >= m_line.size() || !QStringView(u"\"'(").contains(m_line[at])) return at;
    const QChar closing = m_line[at] == u'(' ? QChar(u')') : m_line[at];
    for (++at; at < m_line.size(); ++at) {
      if (m_line[at] == u'\\') {
        ++at;
      } else if (m_line[at] == closing) {
        return at + 1;
      }
    }
    return -1;
  }

  QStringView m_line;
  LineStyles& m_styles;
  Emphasis m_emphasis;
  qsizetype m_at;
  HtmlMode m_html = HtmlMode::None;
  std::vector<Bracket> m_brackets;
  std::bitset<256> m_missing; ///< lengths of backtick runs that nothing behind closes
};

} // namespace

HtmlMode scanInline(QStringView line, qsizetype from, Inside inside, LineStyles& styles) {
  return InlineScanner(line, from, styles).scan(inside);
}

} // namespace postwright::ui
