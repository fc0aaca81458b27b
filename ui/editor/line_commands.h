// Formats of whole lines. Each function is one undo step; see FormatCommand::apply.
#pragma once

#include <QTextCursor>

namespace postwright::ui {

bool toggleBullets(QTextCursor& cursor);
bool toggleNumbers(QTextCursor& cursor);
bool toggleTasks(QTextCursor& cursor);
bool toggleQuote(QTextCursor& cursor);

/// None, then `##` to `####`, then none: a post's `#` is its title.
bool cycleHeading(QTextCursor& cursor);
bool toggleHeading1(QTextCursor& cursor);
bool toggleHeading2(QTextCursor& cursor);
bool toggleHeading3(QTextCursor& cursor);
/// One sign fewer.
bool raiseHeading(QTextCursor& cursor);
/// One sign more.
bool lowerHeading(QTextCursor& cursor);

} // namespace postwright::ui
