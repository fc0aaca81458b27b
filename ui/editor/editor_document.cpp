#include "ui/editor/editor_document.h"

#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/base/theme.h"
#include "ui/editor/highlighter.h"

namespace postwright::ui {
namespace {

constexpr qreal kSameHeight = 0.5; // pixels that rounding makes

} // namespace

LeadingLayout::LeadingLayout(QTextDocument* document) : QPlainTextDocumentLayout(document) {}

void LeadingLayout::setLineHeight(qreal height) {
  if (m_lineHeight == height) return;
  m_lineHeight = height;
  m_hasHighLines = false;
  // Qt lays out anew what has no lines
  for (QTextBlock block = document()->firstBlock(); block.isValid(); block = block.next())
    block.clearLayout();
  requestUpdate();
}

qreal LeadingLayout::gap(const QTextLine& line) const {
  return std::max<qreal>(0, m_lineHeight - line.height());
}

QRectF LeadingLayout::lineBox(const QTextLine& line) const {
  const qreal room = gap(line);
  // the height is rounded up, the natural rectangle's is not
  return {line.x(), line.y() - std::floor(room / 2), line.naturalTextWidth(), line.height() + room};
}

/// Puts each line into the middle of its room; returns the height of all. Lines that stand right already
/// stay untouched.
qreal LeadingLayout::spread(const QTextLayout& layout) const {
  qreal top = 0;
  for (int i = 0; i < layout.lineCount(); ++i) {
    QTextLine line = layout.lineAt(i);
    const qreal room = gap(line);
    m_hasHighLines = m_hasHighLines || line.height() > m_lineHeight;
    const qreal y = top + std::floor(room / 2);
    if (line.y() != y) line.setPosition(QPointF(line.x(), y));
    top += line.height() + room;
  }
  return top;
}

QRectF LeadingLayout::blockBoundingRect(const QTextBlock& block) const {
  QRectF rect = QPlainTextDocumentLayout::blockBoundingRect(block);
  if (m_lineHeight <= 0 || !block.isValid() || !block.isVisible()) return rect;
  const qreal margin = block.next().isValid() ? 0 : document()->documentMargin();
  rect.setHeight(spread(*block.layout()) + margin);
  return rect;
}

/// As it was laid out last; -1: not known. Colours that change throw the lines away, but not their number.
qreal LeadingLayout::heightBefore(const QTextBlock& block) const {
  if (!block.isValid()) return -1;
  if (block.layout()->lineCount() > 0) return blockBoundingRect(block).height();
  if (m_lineHeight <= 0 || m_hasHighLines || !block.isVisible()) return -1;
  const int lines = block.lineCount();
  return blockBoundingRect(block).height() + (lines - block.lineCount()) * m_lineHeight;
}

/// The block keeps its place and those below it keep theirs, or all are painted.
void LeadingLayout::blockChanged(const QTextBlock& block, int from, int added) {
  const qreal before = heightBefore(block);
  // Qt takes the sum of both counts for the length of what changed, finds other blocks in it, and repaints
  // all of the text for a word that was replaced.
  QPlainTextDocumentLayout::documentChanged(from, 0, std::max(added, 1));
  // Where the lines had been thrown away, it compares the new height with itself.
  if (block.isValid() && std::abs(blockBoundingRect(block).height() - before) > kSameHeight) emit update();
}

void LeadingLayout::documentChanged(int from, int /*removed*/, int added) {
  const QTextBlock first = document()->findBlock(from);
  const QTextBlock last = document()->findBlock(from + std::max(added, 1) - 1);
  const int blocks = std::exchange(m_blocks, document()->blockCount());
  const bool areKnown = blocks == m_blocks && first != last && last.isValid();
  if (areKnown) { // whoever types at a line's end has the next one coloured anew
    for (QTextBlock block = first; block.isValid() && block.position() <= last.position();
         block = block.next())
      blockChanged(block, block.position(), block.length() - 1);
  } else {
    blockChanged(first, from, added);
  }
  const int lines = std::exchange(m_lines, document()->lineCount());
  if (areKnown && lines != m_lines) emit update(); // other blocks took the place of those that were there
}

QTextDocument* makeDocument(QObject* parent) {
  auto* document = new QTextDocument(parent);
  document->setDocumentLayout(new LeadingLayout(document));
  document->setDocumentMargin(metrics::kSpaceL);
  new Highlighter(document);
  return document;
}

} // namespace postwright::ui
