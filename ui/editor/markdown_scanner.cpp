#include <algorithm>
#include <array>

#include "ui/editor/html_scanner.h"

namespace postwright::ui {
namespace {

constexpr qsizetype kMaxFence = 63; ///< what LineState keeps

/// The elements that start an HTML block (CommonMark 4.6, condition 6).
constexpr std::array kBlockElements = {
    "address",  "article", "aside",    "base",       "basefont", "blockquote", "body",     "caption",
    "center",   "col",     "colgroup", "dd",         "details",  "dialog",     "dir",      "div",
    "dl",       "dt",      "fieldset", "figcaption", "figure",   "footer",     "form",     "frame",
    "frameset", "h1",      "h2",       "h3",         "h4",       "h5",         "h6",       "head",
    "header",   "hgroup",  "hr",       "html",       "iframe",   "legend",     "li",       "link",
    "main",     "menu",    "menuitem", "nav",        "noframes", "ol",         "optgroup", "option",
    "p",        "param",   "search",   "section",    "summary",  "table",      "tbody",    "td",
    "template", "tfoot",   "th",       "thead",      "title",    "tr",         "track",    "ul",
};

bool isBlockElement(QStringView name) {
  return std::any_of(kBlockElements.begin(), kBlockElements.end(), [name](const char* element) {
    return name.compare(QLatin1String(element), Qt::CaseInsensitive) == 0;
  });
}

class MarkdownScanner {
 public:
  MarkdownScanner(QStringView line, const LinePlace& place, LineState& state, LineStyles& styles)
      : m_line(line), m_place(place), m_state(state), m_styles(styles), m_before(state.blockKind()) {}

  void scan() {
    if (m_before == BlockKind::Fence) {
      scanInFence();
    } else if (m_state.htmlMode() != HtmlMode::None) {
      scanOpenHtml();
    } else {
      m_state.inQuote = 0;
      scanBlocks();
    }
  }

 private:
  // --- containers -------------------------------------------------------------------------------------

  void scanBlocks() {
    if (m_before == BlockKind::Html && !isBlankFrom(0)) {
      scanHtmlBlock();
      return;
    }
    do {
      skipIndent();
      if (m_at == m_line.size()) {
        leaveBlank();
        return;
      }
      if (isIndentedCode()) {
        paint(m_styles, m_at, m_line.size(), Ink::Code);
        m_state.setBlock(BlockKind::IndentedCode);
        return;
      }
    } while (!isOpaque(m_at) && (takeQuote() || takeListMarker()));
    scanLeaf();
  }

  void skipIndent() {
    m_indent = 0;
    for (; m_at < m_line.size() && m_line[m_at].isSpace(); ++m_at)
      m_indent += m_line[m_at] == u'\t' ? 4 : 1;
  }

  bool isIndentedCode() const {
    const bool mayStart = m_before != BlockKind::Paragraph && m_before != BlockKind::Table;
    return m_indent >= 4 && mayStart && !m_state.inList && !m_inContainer;
  }

  bool takeQuote() {
    if (m_line[m_at] != u'>' || (m_indent > 3 && !m_state.inList)) return false;
    paint(m_styles, m_at, m_at + 1, Ink::Markup);
    ++m_at;
    m_state.inQuote = 1;
    m_inContainer = true;
    return true;
  }

  bool takeListMarker() {
    if (m_indent > 3 && !m_state.inList) return false;
    const bool isBullet = QStringView(u"-+*").contains(m_line[m_at]);
    if (isBullet && (isThematicBreak() || isSetext())) return false;
    const qsizetype end = isBullet ? m_at + 1 : endOfNumber();
    if (end < 0 || (end < m_line.size() && !m_line[end].isSpace())) return false;
    if (m_before == BlockKind::Paragraph && !m_state.inList && !mayInterrupt(end)) return false;
    paint(m_styles, m_at, end, Ink::Bullet);
    m_at = end;
    m_state.inList = 1;
    m_inContainer = true;
    m_before = BlockKind::Blank;
    takeTaskBox();
    return true;
  }

  /// Behind `12.` or `12)`; -1 when there is no such marker.
  qsizetype endOfNumber() const {
    qsizetype end = m_at;
    while (end < m_line.size() && end - m_at < 10 && m_line[end].isDigit())
      ++end;
    if (end == m_at || end - m_at > 9 || end == m_line.size()) return -1;
    return m_line[end] == u'.' || m_line[end] == u')' ? end + 1 : -1;
  }

  /// An empty item or a number other than 1 does not end a paragraph.
  bool mayInterrupt(qsizetype end) const {
    if (isBlankFrom(end)) return false;
    return !m_line[m_at].isDigit() || (end == m_at + 2 && m_line[m_at] == u'1');
  }

  void takeTaskBox() {
    const QStringView box = m_line.sliced(m_at);
    if (box.size() < 4 || box[1] != u'[' || box[3] != u']' || !QStringView(u" xX").contains(box[2])) return;
    if (box.size() > 4 && !box[4].isSpace()) return;
    paint(m_styles, m_at + 1, m_at + 4, Ink::Task);
    m_at += 4;
  }

  void leaveBlank() { m_state.setBlock(m_inContainer ? BlockKind::Other : BlockKind::Blank); }

  // --- leaves -----------------------------------------------------------------------------------------

  void scanLeaf() {
    if (m_before != BlockKind::Paragraph && m_indent == 0 && !m_inContainer) m_state.inList = 0;
    if (m_state.inQuote) paint(m_styles, m_at, m_line.size(), Ink::Quiet);
    if (takeFence() || takeHeading() || takeRule() || takeHtmlBlock() || takeDefinition()) return;
    const bool opensTable = m_place.below == Underline::Table && m_line.indexOf(u'|', m_at) >= 0;
    if (m_before == BlockKind::Table || (opensTable && m_before != BlockKind::Paragraph)) {
      scanRow();
      return;
    }
    if (m_place.below == Underline::Setext) {
      paint(m_styles, m_at, m_line.size(), Ink::Heading);
      addMark(m_at, m_line.size(), mark::kHeading);
    }
    scanText(isTagOnly() ? BlockKind::Other : BlockKind::Paragraph);
  }

  void scanText(BlockKind kind) {
    m_state.setBlock(kind);
    m_state.setHtml(scanInline(m_line, m_at, Inside::Markdown, m_styles));
  }

  void scanHtmlBlock() {
    m_state.setBlock(BlockKind::Html);
    m_state.setHtml(scanInline(m_line, m_at, Inside::HtmlBlock, m_styles));
  }

  bool takeFence() {
    const QChar sign = m_line[m_at];
    if ((sign != u'`' && sign != u'~') || isOpaque(m_at)) return false;
    const qsizetype length = runLength(m_at);
    if (length < 3 || (m_indent > 3 && !m_state.inList)) return false;
    if (sign == u'`' && m_line.indexOf(u'`', m_at + length) >= 0) return false;
    paint(m_styles, m_at, m_line.size(), Ink::Markup);
    m_state.setBlock(BlockKind::Fence);
    m_state.fenceTilde = sign == u'~' ? 1 : 0;
    m_state.fenceLength = static_cast<std::uint32_t>(std::min(length, kMaxFence));
    return true;
  }

  bool takeHeading() {
    const qsizetype level = m_line[m_at] == u'#' ? runLength(m_at) : 0;
    if (level < 1 || level > 6 || m_indent > 3) return false;
    if (m_at + level < m_line.size() && !m_line[m_at + level].isSpace()) return false;
    paint(m_styles, m_at, m_at + level, Ink::Markup);
    m_at += level;
    qsizetype end = trimmedEnd();
    qsizetype closing = end;
    while (closing > m_at && m_line[closing - 1] == u'#')
      --closing;
    if (closing > m_at && m_line[closing - 1].isSpace()) end = closing;
    paint(m_styles, m_at, end, Ink::Heading);
    addMark(m_at, end, mark::kHeading);
    scanText(BlockKind::Other);
    paint(m_styles, end, m_line.size(), Ink::Markup);
    return true;
  }

  bool takeRule() {
    if (!isSetext() && !isThematicBreak()) {
      if (m_before != BlockKind::Table || underlineLook(m_line.sliced(m_at)) != Underline::Table)
        return false;
      paint(m_styles, m_at, m_line.size(), Ink::Markup);
      return true; // the row of dashes under a table's head: still in the table
    }
    paint(m_styles, m_at, m_line.size(), Ink::Markup);
    m_state.setBlock(BlockKind::Other);
    return true;
  }

  bool takeHtmlBlock() {
    if (m_line[m_at] != u'<' || isOpaque(m_at) || m_indent > 3) return false;
    qsizetype from = m_at + 1;
    if (from < m_line.size() && m_line[from] == u'/') ++from;
    qsizetype to = from;
    while (to < m_line.size() && m_line[to].isLetterOrNumber())
      ++to;
    if (!isBlockElement(m_line.sliced(from, to - from))) return false;
    scanHtmlBlock();
    return true;
  }

  /// `[label]: where "title"` and `[^label]: a note's text`.
  bool takeDefinition() {
    if (m_line[m_at] != u'[' || isOpaque(m_at) || m_before == BlockKind::Paragraph) return false;
    const qsizetype colon = m_line.indexOf(u"]:", m_at);
    if (colon <= m_at + 1) return false;
    const QStringView label = m_line.sliced(m_at + 1, colon - m_at - 1);
    if (label.contains(u'[') || label.contains(u']')) return false;
    const bool isNote = m_line[m_at + 1] == u'^';
    paint(m_styles, m_at, colon + 2, Ink::Markup);
    paint(m_styles, m_at + 1, colon, Ink::Link);
    m_at = colon + 2;
    if (isNote) {
      scanText(BlockKind::Paragraph);
    } else {
      paint(m_styles, m_at, m_line.size(), Ink::Markup);
      m_state.setBlock(BlockKind::Other);
    }
    return true;
  }

  void scanRow() {
    scanText(BlockKind::Table);
    for (qsizetype i = m_at; i < m_line.size(); ++i) {
      const bool escaped = i > 0 && m_line[i - 1] == u'\\';
      if (m_line[i] == u'|' && !escaped) paint(m_styles, i, i + 1, Ink::Markup);
    }
  }

  // --- what goes on from the line above ---------------------------------------------------------------

  void scanInFence() {
    bool quoted = false;
    for (skipIndent(); m_state.inQuote && m_at < m_line.size() && m_line[m_at] == u'>'; skipIndent()) {
      paint(m_styles, m_at, m_at + 1, Ink::Markup);
      ++m_at;
      quoted = true;
    }
    if (m_state.inQuote && !quoted) { // a code block ends with the quotation round it
      m_before = BlockKind::Blank;
      m_at = 0;
      m_state.inQuote = 0;
      scanBlocks();
      return;
    }
    const bool closes = closesFence();
    paint(m_styles, m_at, m_line.size(), closes ? Ink::Markup : Ink::Code);
    if (closes) m_state.setBlock(BlockKind::Other);
  }

  bool closesFence() const {
    const QChar sign = m_state.fenceTilde ? u'~' : u'`';
    if (m_at == m_line.size() || m_line[m_at] != sign || (m_indent > 3 && !m_state.inList)) return false;
    const qsizetype length = runLength(m_at);
    return length >= static_cast<qsizetype>(m_state.fenceLength) && isBlankFrom(m_at + length);
  }

  void scanOpenHtml() {
    HtmlMode mode = m_state.htmlMode();
    m_at = scanHtml(m_line, 0, mode, m_styles);
    m_state.setHtml(mode);
    if (m_state.blockKind() == BlockKind::Paragraph && isBlankFrom(0)) m_state.setBlock(BlockKind::Blank);
    const bool inHtml = m_state.blockKind() == BlockKind::Html;
    const Inside inside = inHtml ? Inside::HtmlBlock : Inside::Markdown;
    if (mode == HtmlMode::None) m_state.setHtml(scanInline(m_line, m_at, inside, m_styles));
  }

  // --- looking ----------------------------------------------------------------------------------------

  bool isOpaque(qsizetype at) const { return m_styles[static_cast<std::size_t>(at)].marks & mark::kOpaque; }
  bool isBlankFrom(qsizetype from) const {
    return std::all_of(m_line.begin() + from, m_line.end(), [](QChar c) { return c.isSpace(); });
  }
  /// Nothing but `{% … %}`: the page has an empty line here.
  bool isTagOnly() const {
    if (m_at + 1 >= m_line.size() || !isOpaque(m_at) || m_line[m_at + 1] == u'{') return false;
    for (qsizetype i = m_at; i < m_line.size(); ++i) {
      if (!isOpaque(i) && !m_line[i].isSpace()) return false;
    }
    return true;
  }
  qsizetype runLength(qsizetype from) const {
    qsizetype to = from;
    while (to < m_line.size() && m_line[to] == m_line[from])
      ++to;
    return to - from;
  }
  qsizetype trimmedEnd() const {
    qsizetype end = m_line.size();
    while (end > m_at && m_line[end - 1].isSpace())
      --end;
    return end;
  }
  bool isSetext() const {
    return m_before == BlockKind::Paragraph && underlineLook(m_line.sliced(m_at)) == Underline::Setext &&
           !m_inContainer && m_indent <= 3;
  }
  bool isThematicBreak() const {
    const QChar sign = m_line[m_at];
    if (!QStringView(u"-*_").contains(sign) || m_indent > 3) return false;
    qsizetype signs = 0;
    for (qsizetype i = m_at; i < m_line.size(); ++i) {
      if (m_line[i] == sign) {
        ++signs;
      } else if (!m_line[i].isSpace()) {
        return false;
      }
    }
    return signs >= 3;
  }
  void addMark(qsizetype from, qsizetype to, std::uint8_t marks) {
    for (qsizetype i = from; i < to; ++i)
      m_styles[static_cast<std::size_t>(i)].marks |= marks;
  }

  QStringView m_line;
  const LinePlace& m_place;
  LineState& m_state;
  LineStyles& m_styles;
  BlockKind m_before;
  qsizetype m_at = 0;
  qsizetype m_indent = 0;
  bool m_inContainer = false;
};

} // namespace

void scanMarkdown(QStringView line, const LinePlace& place, LineState& state, LineStyles& styles) {
  MarkdownScanner(line, place, state, styles).scan();
}

} // namespace postwright::ui
