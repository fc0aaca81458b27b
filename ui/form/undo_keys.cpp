#include "ui/form/undo_keys.h"

#include <QKeyEvent>

namespace postwright::ui {

UndoKey undoKey(QEvent* event) {
  if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress) return UndoKey::None;
  auto* key = static_cast<QKeyEvent*>(event);
  const bool isCtrlY = key->key() == Qt::Key_Y && key->modifiers() == Qt::ControlModifier;
  const bool isRedo = isCtrlY || key->matches(QKeySequence::Redo);
  if (!isRedo && !key->matches(QKeySequence::Undo)) return UndoKey::None;
  event->accept();
  if (event->type() == QEvent::ShortcutOverride) return UndoKey::Claimed;
  return isRedo ? UndoKey::Redo : UndoKey::Undo;
}

} // namespace postwright::ui
