#include <QPaintEvent>
#include <QPainter>
#include <QTextBlock>
#include <QTextLayout>

#include "ui/base/theme.h"
#include "ui/editor/highlighter.h"
#include "ui/editor/line_prefix.h"
#include "ui/editor/markdown_editor.h"

namespace postwright::ui {
namespace {

constexpr int kMaxParagraph = 200; ///< lines looked at for the mark, each way

bool isParagraph(const QTextBlock& block) {
  return block.isValid() && Highlighter::stateAfter(block).blockKind() == BlockKind::Paragraph;
}

/// `block` goes on with the paragraph above it.
bool continuesParagraph(const QTextBlock& block) {
  return isParagraph(block) && isParagraph(block.previous()) && !parsePrefix(block.text()).isItem();
}

/// Where a selection covers `line`, in the block's coordinates; a selected line end is a small stub.
QRectF selectedBox(const QTextLine& line, QRectF box, int from, int to, qreal stub) {
  const int start = std::max(from, line.textStart());
  const int end = std::min(to, line.textStart() + line.textLength());
  if (start > end) return {};
  const qreal a = line.cursorToX(start);
  const qreal b = line.cursorToX(end) + (to > end ? stub : 0);
  box.setLeft(std::min(a, b));
  box.setRight(std::max(a, b));
  return box;
}

} // namespace

void MarkdownEditor::paintEvent(QPaintEvent* event) {
  if (textCursor().hasSelection()) paintSelectedGaps();
  QPlainTextEdit::paintEvent(event);
}

/// Qt fills the lines of a selection, but not the leading between them.
void MarkdownEditor::paintSelectedGaps() {
  const LeadingLayout* layout = leading();
  if (!layout) return;
  QPainter painter(viewport());
  const auto group = hasFocus() ? QPalette::Active : QPalette::Inactive;
  const QColor fill = palette().color(group, QPalette::Highlight);
  const qreal stub = QFontMetricsF(font()).horizontalAdvance(u' ') / 2;
  const QTextCursor selected = textCursor();
  for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
    const QPointF origin = blockBoundingGeometry(block).translated(contentOffset()).topLeft();
    if (origin.y() > viewport()->height() || block.position() > selected.selectionEnd()) break;
    const int from = selected.selectionStart() - block.position();
    const int to = selected.selectionEnd() - block.position();
    if (from >= block.length() || to <= 0) continue;
    for (int i = 0; i < block.layout()->lineCount(); ++i) {
      const QTextLine line = block.layout()->lineAt(i);
      const bool isLast = i + 1 == block.layout()->lineCount();
      const qreal tail = isLast ? stub : 0;
      painter.fillRect(selectedBox(line, layout->lineBox(line), from, to, tail).translated(origin), fill);
    }
  }
}

/// The rows of the paragraph with the caret, in the editor's coordinates.
QRectF MarkdownEditor::caretParagraph() const {
  QTextBlock first = textCursor().block();
  QTextBlock last = first;
  for (int i = 0; i < kMaxParagraph && continuesParagraph(first); ++i)
    first = first.previous();
  for (int i = 0; i < kMaxParagraph && last.next().isValid() && continuesParagraph(last.next()); ++i)
    last = last.next();
  const QPointF offset = contentOffset() + viewport()->pos();
  const QRectF top = blockBoundingGeometry(first).translated(offset);
  QRectF bottom = blockBoundingGeometry(last).translated(offset);
  if (!last.next().isValid()) bottom.adjust(0, 0, 0, -document()->documentMargin());
  return top.united(bottom);
}

void MarkdownEditor::paintMargins() {
  QPainter painter(this);
  painter.fillRect(rect(), palette().base());
  const QRectF paragraph = caretParagraph();
  painter.fillRect(QRectF(0, paragraph.top(), kMarkWidth, paragraph.height()), color(Role::Accent));
}

} // namespace postwright::ui
