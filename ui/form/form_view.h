// Which rows of a form one sees: headings that are folded hide what is below them, a search leaves what it
// finds. The one rule: this only leaves rows out, it changes none but the headings' own marks.
#pragma once

#include <QSet>
#include <QString>
#include <vector>

#include "ui/form/form_rows.h"

namespace postwright::ui {

struct FormView {
  QSet<QString> toggled; ///< names of headings that are not as they are at first
  QString search;        ///< empty: none

  bool operator==(const FormView&) const = default;
};

/// The rows to show, headings marked as folded or not.
std::vector<Row> visibleRows(std::vector<Row> rows, const FormView& view);

/// How many fields the text has, or always stand in the form.
std::size_t fieldCount(const std::vector<Row>& rows);

} // namespace postwright::ui
