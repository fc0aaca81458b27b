#include "ui/form/line_edit.h"

#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QSignalBlocker>
#include <algorithm>

#include "ui/form/caret.h"
#include "ui/form/undo_keys.h"

namespace postwright::ui {

LineEdit::LineEdit(QWidget* parent) : QLineEdit(parent) {
  setFrame(false);
  setProperty("bare", true);
}

void LineEdit::replaceText(const QString& text) {
  if (text == QLineEdit::text()) return;
  const Change change = changeBetween(QLineEdit::text(), text);
  const qsizetype caret = movedCaret(change, cursorPosition());
  const qsizetype from = hasSelectedText() ? movedCaret(change, selectionStart()) : caret;
  const qsizetype to = hasSelectedText() ? movedCaret(change, selectionEnd()) : caret;
  const bool caretFirst = hasSelectedText() && cursorPosition() == selectionStart();
  const QSignalBlocker quiet(this);
  setText(text);
  if (!hasFocus()) {
    setCursorPosition(0); // a long text shows its beginning
  } else if (from == to) {
    setCursorPosition(static_cast<int>(caret));
  } else {
    const qsizetype anchor = caretFirst ? to : from;
    setSelection(static_cast<int>(anchor), static_cast<int>((caretFirst ? from : to) - anchor));
  }
}

QSize LineEdit::sizeHint() const {
  return {fontMetrics().averageCharWidth() * 14, std::max(20, fontMetrics().height() + 2)};
}

QSize LineEdit::minimumSizeHint() const {
  return {fontMetrics().averageCharWidth() * 4, sizeHint().height()};
}

bool LineEdit::event(QEvent* event) {
  switch (undoKey(event)) {
    case UndoKey::None:
      return QLineEdit::event(event);
    case UndoKey::Claimed:
      return true;
    case UndoKey::Undo:
      emit undoRequested();
      return true;
    case UndoKey::Redo:
      emit redoRequested();
      return true;
  }
  return true;
}

// Files dropped here are the window's.
void LineEdit::dragEnterEvent(QDragEnterEvent* event) {
  if (!event->mimeData()->hasUrls()) QLineEdit::dragEnterEvent(event);
}

void LineEdit::keyPressEvent(QKeyEvent* event) {
  event->ignore();
  emit keyPressed(event);
  if (!event->isAccepted()) {
    event->accept();
    QLineEdit::keyPressEvent(event);
  }
}

} // namespace postwright::ui
