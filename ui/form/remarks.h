// What is wrong with the fields, put on their rows: the generator's advice with its fixes, and words that are
// probably slips of words the site uses more often. Pure.
#pragma once

#include "ui/form/form_rows.h"

namespace postwright::ui {

/// Marks each row with the most serious thing said about it or, where it has no row, about what it holds.
void addRemarks(std::vector<Row>& rows, const FormContext& context);

} // namespace postwright::ui
