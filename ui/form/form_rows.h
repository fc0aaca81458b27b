// What the form shows, as values: a projection of the front matter, of what was learnt from the site, and of
// what the site knows of this post, from top to bottom. The one rule: no widget and no state; the same text
// and context give the same rows.
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
  File,
  Date,
  Number,
  Colour,
  Url,
  Choice,   ///< also layouts
  Relation, ///< another post
  Chips,
  Relations, ///< other posts, as chips
  Switch,
  Draft,
  Raw,   ///< the value's own YAML
  Twins, ///< a name that is written more than once
  Fixed, ///< shown, changed in the text only
  Group, ///< a heading
  Card,  ///< the heading of one object of a list
  AddField,
  AddItem, ///< the end of a list of objects
};

/// Where there is no value to show, what the text says instead.
enum class Absence : std::uint8_t { None, Missing, Null, Empty };

/// A sentence about a field, perhaps with a way to put it right.
struct FieldRemark {
  Severity severity = Severity::Error;
  QString text;
  QString fix; ///< an order, the title of the fix; empty: there is none
  std::vector<front_matter::EditOperation> operations; ///< what the fix does

  bool operator==(const FieldRemark&) const = default;
};

/// Everything a field shows. Fields compare it to know whether there is anything to do.
struct FieldState {
  bool present = false; ///< the text has a value here (null counts as none)
  Absence absence = Absence::None;
  bool offered = false; ///< not in the text; the site's layouts or other posts have it
  front_matter::ScalarType type = front_matter::ScalarType::String; ///< of the value, or of all items
  QString text;
  QStringList items; ///< of chips; of a group that takes new fields: its names
  bool on = false;
  QString placeholder;
  QString readOnly; ///< why this one field cannot be changed here
  QString hint;
  QString help;        ///< told by the tooltip and to screen readers: what the site says, where it is read
  FieldRemark remark;  ///< without text: nothing is wrong with the value in the text
  QStringList choices; ///< what is offered while typing
  QStringList details; ///< of each choice: how often it is used, what it leads to; may be empty
  Rule rule = Rule::Any;
  PostNamesPointer posts; ///< of a relation: what it may name
  QString target;         ///< of a relation: site path of the post that it names; empty: none
  QString imageRoot;
  bool isList = false;   ///< of a group: its rows are items
  bool isFolded = false; ///< of a group or card
  std::size_t index = 0; ///< of a card among its siblings
  std::size_t count = 0; ///< of a card: how many siblings; of a group: how many fields it has

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
  QString group;                ///< name of the heading it stands under; see groupName()
  bool isFoldedAtFirst = false; ///< of a heading
};

/// The rows for `document`, which has no problem. At most a few hundred: what is beyond is named in a last
/// row.
std::vector<Row> projectRows(const front_matter::FrontMatterDocument& document, const FormContext& context);

/// The name of a heading, the same for every post: keys and indexes with dots between.
QString groupName(const front_matter::Path& path);

/// The heading of fields that are not in the text and seldom are.
const front_matter::Path& offeredPath();

} // namespace postwright::ui
