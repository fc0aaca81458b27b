#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QImage>
#include <QMenu>
#include <QMimeData>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolTip>

#include "ui/editor/clipboard_text.h"
#include "ui/editor/edit_step.h"
#include "ui/editor/highlighter.h"
#include "ui/editor/markdown_editor.h"
#include "ui/editor/markup.h"
#include "ui/editor/typing.h"

namespace postwright::ui {
namespace {

constexpr int kWheelNotch = 120; ///< eighths of a degree

QMouseEvent movedTo(const QMouseEvent& event, QPointF position) {
  return {event.type(),   position,        event.scenePosition(), event.globalPosition(),
          event.button(), event.buttons(), event.modifiers(),     event.pointingDevice()};
}

bool isModifier(int key) {
  return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_AltGr ||
         key == Qt::Key_Meta;
}

/// `[selection](url)`, where a selection within one line can become a link.
bool linkSelection(QTextCursor& cursor, const QString& url) {
  const QString text = selectedText(cursor);
  const QTextBlock block = cursor.document()->findBlock(cursor.selectionStart());
  const bool isCode = Highlighter::isCode(block) || Highlighter::of(cursor.document())->isFrontMatter(block);
  if (text.isEmpty() || text.contains(u'\n') || isCode || isWebAddress(text)) return false;
  const EditStep step(cursor);
  cursor.insertText(u'[' + text + QStringLiteral("](") + linkTarget(url) + u')');
  return true;
}

} // namespace

// --- keys ---------------------------------------------------------------------------------------------

void MarkdownEditor::keyPressEvent(QKeyEvent* event) {
  if (!isModifier(event->key())) m_tabLeaves = event->key() == Qt::Key_Escape;
  if (zoomKey(event) || (!isReadOnly() && typeKey(event))) {
    event->accept();
    return;
  }
  QPlainTextEdit::keyPressEvent(event);
}

bool MarkdownEditor::typeKey(QKeyEvent* event) {
  const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
  const bool plain = modifiers == Qt::NoModifier;
  const bool shift = modifiers == Qt::ShiftModifier;
  switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (plain) return edit(typing::newLine);
      return shift && edit(typing::newLineInItem);
    case Qt::Key_Tab:
      return plain && edit(typing::indent);
    case Qt::Key_Backtab:
      return edit(typing::outdent);
    case Qt::Key_Backspace:
      return typing::wouldJoinFence(textCursor(), true) || (plain && edit(typing::eraseBack));
    case Qt::Key_Delete:
      return typing::wouldJoinFence(textCursor(), false);
    case Qt::Key_Home:
      return (plain || shift) && edit([shift](QTextCursor& cursor) { return typing::home(cursor, shift); });
    default:
      break;
  }
  if (event->text().size() != 1 || (modifiers & Qt::AltModifier)) return false;
  const QChar typed = event->text().front();
  return edit([typed](QTextCursor& cursor) { return typing::surround(cursor, typed); });
}

bool MarkdownEditor::zoomKey(QKeyEvent* event) {
  const bool control = (event->modifiers() & ~Qt::KeypadModifier) == Qt::ControlModifier;
  if (event->matches(QKeySequence::ZoomIn) || (control && event->key() == Qt::Key_Equal)) {
    setFontSize(fontSize() + 1);
  } else if (event->matches(QKeySequence::ZoomOut)) {
    setFontSize(fontSize() - 1);
  } else if (control && event->key() == Qt::Key_0) {
    setFontSize(kUsualFont);
  } else {
    return false;
  }
  return true;
}

void MarkdownEditor::inputMethodEvent(QInputMethodEvent* event) {
  const QString typed = event->commitString();
  const bool surrounds = typed.size() == 1 && event->preeditString().isEmpty() &&
                         edit([&](QTextCursor& cursor) { return typing::surround(cursor, typed.front()); });
  if (!surrounds) QPlainTextEdit::inputMethodEvent(event);
}

void MarkdownEditor::focusOutEvent(QFocusEvent* event) {
  m_tabLeaves = false;
  QPlainTextEdit::focusOutEvent(event);
}

bool MarkdownEditor::focusNextPrevChild(bool next) {
  // Tab writes; after Escape it moves on, so that the keyboard alone can leave the text: as a scroll area
  // does it, for QPlainTextEdit would refuse. NOLINTNEXTLINE(bugprone-parent-virtual-call)
  return m_tabLeaves ? QAbstractScrollArea::focusNextPrevChild(next)
                     : QPlainTextEdit::focusNextPrevChild(next);
}

// --- mouse --------------------------------------------------------------------------------------------

void MarkdownEditor::wheelEvent(QWheelEvent* event) {
  if (event->modifiers() != Qt::ControlModifier) {
    QPlainTextEdit::wheelEvent(event);
    return;
  }
  m_wheelTurned += event->angleDelta().y();
  const int notches = m_wheelTurned / kWheelNotch;
  setFontSize(fontSize() + notches);
  m_wheelTurned %= kWheelNotch;
  event->accept();
}

/// Between two lines Qt finds the end of the upper one; the pointer means the line whose room it is in.
QPointF MarkdownEditor::snapToLine(QPointF position) const {
  const LeadingLayout* layout = leading();
  const QTextBlock block = cursorForPosition(position.toPoint()).block();
  const QPointF origin = blockBoundingGeometry(block).translated(contentOffset()).topLeft();
  for (int i = 0; layout && i < block.layout()->lineCount(); ++i) {
    const QTextLine line = block.layout()->lineAt(i);
    const QRectF box = layout->lineBox(line).translated(origin);
    if (position.y() >= box.top() && position.y() < box.bottom()) return {position.x(), box.center().y()};
  }
  return position;
}

void MarkdownEditor::mousePressEvent(QMouseEvent* event) {
  QMouseEvent snapped = movedTo(*event, snapToLine(event->position()));
  QPlainTextEdit::mousePressEvent(&snapped);
  event->setAccepted(snapped.isAccepted());
}

void MarkdownEditor::mouseMoveEvent(QMouseEvent* event) {
  QMouseEvent snapped = movedTo(*event, snapToLine(event->position()));
  QPlainTextEdit::mouseMoveEvent(&snapped);
  event->setAccepted(snapped.isAccepted());
}

void MarkdownEditor::mouseDoubleClickEvent(QMouseEvent* event) {
  QMouseEvent snapped = movedTo(*event, snapToLine(event->position()));
  QPlainTextEdit::mouseDoubleClickEvent(&snapped);
  event->setAccepted(snapped.isAccepted());
}

void MarkdownEditor::contextMenuEvent(QContextMenuEvent* event) {
  QMenu* menu = createStandardContextMenu(event->pos());
  menu->setAttribute(Qt::WA_DeleteOnClose);
  if (!actions().isEmpty()) {
    menu->addSeparator();
    QMenu* format = menu->addMenu(tr("Format"));
    format->addActions(actions());
  }
  menu->popup(event->globalPos());
}

/// The margins belong to the text: a click there is a click on the line beside it.
bool MarkdownEditor::forwardFromMargin(QEvent* event) {
  if (event->type() == QEvent::Wheel) {
    wheelEvent(static_cast<QWheelEvent*>(event));
    return true;
  }
  auto* mouse = static_cast<QMouseEvent*>(event);
  if (viewport()->geometry().contains(mouse->position().toPoint())) return false;
  QMouseEvent moved = movedTo(*mouse, mouse->position() - viewport()->pos());
  switch (event->type()) {
    case QEvent::MouseButtonPress:
      mousePressEvent(&moved);
      break;
    case QEvent::MouseButtonRelease:
      mouseReleaseEvent(&moved);
      break;
    case QEvent::MouseButtonDblClick:
      mouseDoubleClickEvent(&moved);
      break;
    default:
      mouseMoveEvent(&moved);
      break;
  }
  event->setAccepted(moved.isAccepted());
  return true;
}

bool MarkdownEditor::showProblem(QHelpEvent* event) {
  const QPointF position = snapToLine(event->pos());
  const QTextCursor cursor = cursorForPosition(position.toPoint());
  // beside the text the nearest character is far away
  const bool isOnText = cursorRect(cursor).adjusted(-20, -4, 20, 4).contains(position.toPoint());
  const QString message = isOnText ? m_marks.messageAt(cursor.position()) : QString();
  if (message.isEmpty()) {
    QToolTip::hideText();
    event->ignore();
  } else {
    QToolTip::showText(event->globalPos(), message.toHtmlEscaped(), viewport());
  }
  return true;
}

// --- other events -------------------------------------------------------------------------------------

bool MarkdownEditor::event(QEvent* event) {
  switch (event->type()) {
    case QEvent::Paint:
      paintMargins();
      return true;
    case QEvent::Resize:
      fitMeasure();
      break;
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
    case QEvent::Wheel:
      if (forwardFromMargin(event)) return event->isAccepted();
      break;
    default:
      break;
  }
  return QPlainTextEdit::event(event);
}

bool MarkdownEditor::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::ToolTip) return showProblem(static_cast<QHelpEvent*>(event));
  return QPlainTextEdit::viewportEvent(event);
}

void MarkdownEditor::changeEvent(QEvent* event) {
  QPlainTextEdit::changeEvent(event);
  // the constructor's own changes come before there is anything to colour
  const bool isColour = event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange;
  if (isColour && m_fontSize > 0) applyColours();
}

void MarkdownEditor::resizeEvent(QResizeEvent* event) {
  QPlainTextEdit::resizeEvent(event);
  refreshMarks();
}

// --- clipboard and drops ------------------------------------------------------------------------------

QMimeData* MarkdownEditor::createMimeDataFromSelection() const {
  auto* data = new QMimeData;
  data->setText(selectedText(textCursor()));
  return data;
}

bool MarkdownEditor::canInsertFromMimeData(const QMimeData* source) const {
  return !isReadOnly() && (source->hasText() || source->hasUrls() || source->hasImage());
}

void MarkdownEditor::insertFromMimeData(const QMimeData* source) {
  const DroppedFiles files = droppedFiles(*source);
  for (const QString& image : files.images)
    emit imageDropped(image);
  if (!files.others.isEmpty()) emit filesDropped(files.others);
  if (!files.images.isEmpty() || !files.others.isEmpty()) return;
  if (source->hasImage() && !source->hasText()) {
    emit imagePasted(qvariant_cast<QImage>(source->imageData()));
    return;
  }
  const QString text = plainText(*source);
  edit([&text](QTextCursor& cursor) {
    const QString address = text.trimmed();
    if (isWebAddress(address) && linkSelection(cursor, address)) return true;
    const EditStep step(cursor);
    cursor.insertText(text);
    return true;
  });
}

} // namespace postwright::ui
