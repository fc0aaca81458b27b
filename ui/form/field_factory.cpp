#include "ui/form/field_factory.h"

#include "ui/form/add_field.h"
#include "ui/form/area_field.h"
#include "ui/form/chips_field.h"
#include "ui/form/choice_field.h"
#include "ui/form/date_field.h"
#include "ui/form/fixed_field.h"
#include "ui/form/group.h"
#include "ui/form/image_field.h"
#include "ui/form/switch_field.h"
#include "ui/form/text_field.h"

namespace postwright::ui {
namespace {

template <typename Kind>
Field* make(const Row& row, QWidget* parent) {
  return new Kind(row, parent);
}

struct Maker {
  FieldKind kind;
  Field* (*make)(const Row&, QWidget*);
};

constexpr Maker kMakers[] = {
    {FieldKind::Title, make<AreaField>},    {FieldKind::Description, make<AreaField>},
    {FieldKind::LongText, make<AreaField>}, {FieldKind::Text, make<TextField>},
    {FieldKind::Image, make<ImageField>},   {FieldKind::Date, make<DateField>},
    {FieldKind::Choice, make<ChoiceField>}, {FieldKind::Chips, make<ChipsField>},
    {FieldKind::Switch, make<SwitchField>}, {FieldKind::Draft, make<SwitchField>},
    {FieldKind::Group, make<Group>},        {FieldKind::AddField, make<AddField>},
    {FieldKind::Fixed, make<FixedField>},
};

} // namespace

Field* makeField(const Row& row, QWidget* parent) {
  for (const Maker& maker : kMakers) {
    if (maker.kind == row.kind) return maker.make(row, parent);
  }
  return new FixedField(row, parent);
}

} // namespace postwright::ui
