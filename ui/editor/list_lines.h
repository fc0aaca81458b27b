// Lists as lines: the next item, the item around, and moving lines to the right and left.
#pragma once

#include <QTextCursor>

namespace postwright::ui {

/// What the line behind the item `block` starts with, so that it is the next item.
QString nextItem(const QTextBlock& block);

/// What a line starts with that goes on with the list round the item `block`; empty when there is none.
QString outerItem(const QTextBlock& block);

/// The number of an item that would stand at `block` behind `lead`: one more than that of the item above it
/// at the same level, or 1.
int numberAfter(const QTextBlock& block, const QString& lead);

enum class Shift : std::uint8_t { Right, Left };

/// Moves the lines of the selection by one level: below the text of the item above, or by two spaces. The
/// selection keeps its text. The caller makes it an undo step.
void shiftLines(QTextCursor& cursor, Shift direction);

} // namespace postwright::ui
