// Undo and redo inside a field belong to the whole text. An editor with its own undo swallows their keys
// (ShortcutOverride), so each of ours asks here first.
#pragma once

class QEvent;

namespace postwright::ui {

enum class UndoKey { None, Claimed, Undo, Redo };

/// Undo or Redo when `event` is such a key press; Claimed when it asks who wants the key (it is accepted
/// then).
UndoKey undoKey(QEvent* event);

} // namespace postwright::ui
