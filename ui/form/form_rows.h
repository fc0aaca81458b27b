// What the form shows, as values: a projection of the front matter and of what the site knows, from top to
// bottom. The one rule: no widget and no state; the same text gives the same rows.
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "app/front_matter/edit.h"
#include "ui/form/form_context.h"
#include "ui/form/value_rules.h"

namespace postwright::ui {

enum class FieldKind : std::uint8_t {
  Title,
  Description,
  Text,
  LongText,
  Image,
  Date,
  Choice,
  Chips,
  Switch,
  Draft,
  Fixed, ///< shown, changed in the text only
  Group, ///< a heading
  AddField,
};

/// Everything a field shows. Fields compare it to know whether there is anything to do.
struct FieldState {
  bool present = false; ///< the text has a value here (null counts as none)
  front_matter::ScalarType type = front_matter::ScalarType::String; ///< of the value, or of all items
  QString text;
  QStringList items; ///< of chips; of a group that takes new fields: its names
  bool on = false;
  QString placeholder;
  QString readOnly; ///< why this one field cannot be changed here
  QString problem;  ///< what is wrong with the value in the text
  QString hint;
  QStringList choices; ///< what is offered while typing
  Rule rule = Rule::Any;
  QString imageRoot;

  bool operator==(const FieldState&) const = default;
};

struct Row {
  FieldKind kind = FieldKind::Text;
  front_matter::Path path;
  QString label; ///< with `&` before its mnemonic; a literal `&` is doubled
  int level = 0; ///< depth of nesting below its group
  bool wide = false;
  bool removable = true; ///< the key or item is in the text
  FieldState state;
};

/// The rows for `document`, which has no problem. At most a few hundred: what is beyond is named in a last
/// row.
std::vector<Row> projectRows(const front_matter::FrontMatterDocument& document, const FormContext& context);

/// Whether a text names an image by its ending (png jpg jpeg gif svg webp avif), as a site path or URL.
bool looksLikeImage(const QString& text);

} // namespace postwright::ui
