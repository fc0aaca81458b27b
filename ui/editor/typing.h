// What keys do beyond writing their character. Each function does its work as one undo step and leaves
// `cursor` where the caret belongs, or returns false and has changed nothing.
#pragma once

#include <QTextCursor>

namespace postwright::ui::typing {

/// Enter: goes on with a list, a quotation or an indentation; on an empty item it ends the list.
bool newLine(QTextCursor& cursor);
/// Shift+Enter: a line that still belongs to the same item.
bool newLineInItem(QTextCursor& cursor);

/// Tab: moves list items and selected lines to the right, writes two spaces elsewhere.
bool indent(QTextCursor& cursor);
/// Shift+Tab: moves the lines back.
bool outdent(QTextCursor& cursor);

/// Backspace behind a list marker takes the marker, within an indentation one step of it.
bool eraseBack(QTextCursor& cursor);
/// The key would join the front matter's closing fence with the body: it does nothing then.
bool wouldJoinFence(const QTextCursor& cursor, bool backwards);

/// Puts the pair that starts with `typed` round the selection, which stays selected.
bool surround(QTextCursor& cursor, QChar typed);

/// Home: to the first character of the line's text, then to its start.
bool home(QTextCursor& cursor, bool select);

} // namespace postwright::ui::typing
