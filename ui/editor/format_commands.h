// The commands of the Format menu and the toolbar, as one table.
#pragma once

#include <QKeySequence>
#include <QList>
#include <QTextCursor>
#include <span>

class QAction;

namespace postwright::ui {

class MarkdownEditor;

struct FormatCommand {
  const char* id;    ///< the action's object name
  const char* text;  ///< English, translated in the context "FormatCommands"
  const char* icon;  ///< a freedesktop name
  QKeySequence keys; ///< may be empty
  /// Does it to the selection, the word under the caret or the lines, or takes it back where it was done
  /// already; one undo step. False when it cannot be done here: nothing has changed then.
  bool (*apply)(QTextCursor& cursor);
};

std::span<const FormatCommand> formatCommands();

/// One action for each command, in the table's order, children of `parent`. Their keys work while the
/// editor has the focus; they are disabled in the front matter and in a read-only text.
QList<QAction*> makeFormatActions(MarkdownEditor* editor, QObject* parent);

} // namespace postwright::ui
