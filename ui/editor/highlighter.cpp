#include "ui/editor/highlighter.h"

#include <QTextDocument>

#include "ui/editor/line_scanner.h"
#include "ui/editor/tint.h"

namespace postwright::ui {
namespace {

struct InkColour {
  Ink ink;
  Role role;
  double faded; ///< front matter is dimmed as a whole
};

constexpr std::array kInkColours = {
    InkColour{Ink::Text, Role::Text, 0},
    InkColour{Ink::Heading, Role::Text, 0},
    InkColour{Ink::Markup, Role::Faint, 0},
    InkColour{Ink::Quiet, Role::Dim, 0},
    InkColour{Ink::Link, Role::Link, 0},
    InkColour{Ink::Liquid, Role::Liquid, 0},
    InkColour{Ink::Code, Role::Code, 0},
    InkColour{Ink::Bullet, Role::Accent, 0},
    InkColour{Ink::Task, Role::Accent, 0},
    InkColour{Ink::FrontText, Role::Dim, 0},
    InkColour{Ink::FrontKey, Role::Dim, 0},
    InkColour{Ink::FrontString, Role::Text, 0.35},
    InkColour{Ink::FrontConstant, Role::Code, 0.2},
    InkColour{Ink::FrontMarkup, Role::Faint, 0},
};
static_assert(kInkColours.size() == kInks);

/// Colours end here in a line: Qt's layout takes seconds over a line of a megabyte with a format for each
/// word.
constexpr std::size_t kMaxColoured = 10'000;

/// What the line below would make of `block`.
Underline lookBelow(const QTextBlock& block) {
  const QTextBlock next = block.next();
  if (!next.isValid() || next.length() < 2) return Underline::None;
  // one character tells of nearly every line that it is no underline, without copying its text
  const QChar first = next.document()->characterAt(next.position());
  return QStringView(u"=-| :").contains(first) ? underlineLook(next.text()) : Underline::None;
}

} // namespace

Highlighter::Highlighter(QTextDocument* document) : QSyntaxHighlighter(document), m_formats(themeFormats()) {}

Highlighter* Highlighter::of(const QTextDocument* document) {
  return document->findChild<Highlighter*>(QString(), Qt::FindDirectChildrenOnly);
}

Highlighter::Formats Highlighter::themeFormats() {
  Formats formats;
  for (const InkColour& entry : kInkColours) {
    for (unsigned marks = 0; marks <= mark::kVisible; ++marks) {
      const auto row = static_cast<unsigned>(entry.ink);
      QTextCharFormat& format = formats[row * (mark::kVisible + 1) + marks];
      format.setForeground(towardsBase(entry.role, entry.faded));
      if (marks & (mark::kBold | mark::kHeading)) format.setFontWeight(QFont::Bold);
      if (marks & mark::kItalic) format.setFontItalic(true);
      if (marks & mark::kStrike) format.setFontStrikeOut(true);
    }
  }
  return formats;
}

void Highlighter::setFrontMatterLines(int lines) {
  if (lines == m_frontMatterLines) return;
  const int from = std::min(lines, m_frontMatterLines);
  const int to = std::max(lines, m_frontMatterLines);
  m_frontMatterLines = lines;
  // the line behind may go on with what the last one of these left open
  for (QTextBlock block = document()->findBlockByNumber(from); block.isValid() && block.blockNumber() <= to;
       block = block.next()) {
    rehighlightBlock(block);
  }
}

void Highlighter::refreshColours() {
  Formats formats = themeFormats();
  if (formats == m_formats) return;
  m_formats = std::move(formats);
  rehighlight();
}

LineState Highlighter::stateBefore(const QTextBlock& block) {
  return LineState::unpacked(block.previous().userState());
}

LineState Highlighter::stateAfter(const QTextBlock& block) {
  return LineState::unpacked(block.userState());
}

bool Highlighter::isCode(const QTextBlock& block) {
  return stateAfter(block).blockKind() == BlockKind::Fence;
}

LineStyles Highlighter::styles(const QTextBlock& block) const {
  LineStyles styles;
  scanLine(block.text(), {stateBefore(block), isFrontMatter(block), lookBelow(block)}, styles);
  return styles;
}

void Highlighter::highlightBlock(const QString& text) {
  const QTextBlock block = currentBlock();
  const bool front = isFrontMatter(block);
  const LinePlace place{LineState::unpacked(previousBlockState()), front,
                        front ? Underline::None : lookBelow(block)};
  const LineState state = scanLine(text, place, m_styles);
  const bool wasRead = currentBlockState() >= 0;
  const Underline oldLook = LineState::unpacked(currentBlockState()).underlineLook();
  setCurrentBlockState(state.packed());
  applyStyles();
  if (wasRead && oldLook != state.underlineLook()) tellLineAbove();
}

void Highlighter::applyStyles() {
  const std::size_t size = std::min(m_styles.size(), kMaxColoured);
  for (std::size_t from = 0; from < size;) {
    const CharStyle style{m_styles[from].ink,
                          static_cast<std::uint8_t>(m_styles[from].marks & mark::kVisible)};
    std::size_t to = from + 1;
    while (to < size && m_styles[to].ink == style.ink && (m_styles[to].marks & mark::kVisible) == style.marks)
      ++to;
    const auto row = static_cast<std::size_t>(style.ink);
    if (style != CharStyle{})
      setFormat(static_cast<int>(from), static_cast<int>(to - from),
                m_formats[row * (mark::kVisible + 1) + style.marks]);
    from = to;
  }
}

/// A line that turned into an underline makes a heading of the line above, which nobody has edited.
void Highlighter::tellLineAbove() {
  const QTextBlock above = currentBlock().previous();
  if (!above.isValid()) return;
  QMetaObject::invokeMethod(
      this,
      [this, above] {
        if (above.isValid()) rehighlightBlock(above);
      },
      Qt::QueuedConnection);
}

} // namespace postwright::ui
