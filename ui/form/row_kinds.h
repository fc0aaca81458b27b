// What the kinds of rows have in common: which are headings, which are typed in, how much of a line each
// takes.
#pragma once

#include "ui/form/form_layout.h"
#include "ui/form/form_rows.h"

namespace postwright::ui {

/// One types a text in, and the widget may stay while one types the value of another such kind.
bool isTyped(FieldKind kind);
/// It heads other rows.
bool isHeading(FieldKind kind);
/// It stands beside the row of its value, at whose path it is.
bool isMark(FieldKind kind);
/// Whether rows of one path are the same row, whatever became of its value.
bool isSameRow(FieldKind a, FieldKind b);
/// Whether its name stands beside it.
bool hasLabel(FieldKind kind);
Place placeOf(FieldKind kind, bool wide);
/// What such a field holds, in a word or two: "date and time".
QString kindName(FieldKind kind);

} // namespace postwright::ui
