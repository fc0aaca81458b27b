// The widget for each kind of row.
#pragma once

#include "ui/form/field.h"

namespace postwright::ui {

/// A field for `row` that shows nothing yet.
Field* makeField(const Row& row, QWidget* parent);

} // namespace postwright::ui
