// Blocks put into the text. Each function is one undo step; see FormatCommand::apply.
#pragma once

#include <QTextCursor>

namespace postwright::ui {

/// Fences round the lines, or the fences gone.
bool toggleCodeBlock(QTextCursor& cursor);
/// A table of the selected lines (cells parted by tabs or commas), or an empty one.
bool insertTable(QTextCursor& cursor);
/// A thematic break below the paragraph, or the one under the caret gone.
bool toggleRule(QTextCursor& cursor);

} // namespace postwright::ui
