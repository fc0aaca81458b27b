// Formats within a line. Each function is one undo step; see FormatCommand::apply.
#pragma once

#include <QTextCursor>

namespace postwright::ui {

bool toggleBold(QTextCursor& cursor);
bool toggleItalic(QTextCursor& cursor);
bool toggleStrike(QTextCursor& cursor);
bool toggleCode(QTextCursor& cursor);
bool toggleLink(QTextCursor& cursor);
bool toggleImage(QTextCursor& cursor);

} // namespace postwright::ui
