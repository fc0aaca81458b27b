#include "ui/form/field_factory.h"

#include "ui/form/add_field.h"
#include "ui/form/add_item.h"
#include "ui/form/area_field.h"
#include "ui/form/card.h"
#include "ui/form/chips_field.h"
#include "ui/form/choice_field.h"
#include "ui/form/colour_field.h"
#include "ui/form/date_field.h"
#include "ui/form/fixed_field.h"
#include "ui/form/group.h"
#include "ui/form/image_field.h"
#include "ui/form/number_field.h"
#include "ui/form/raw_field.h"
#include "ui/form/relation_field.h"
#include "ui/form/relations_field.h"
#include "ui/form/switch_field.h"
#include "ui/form/text_field.h"
#include "ui/form/twins_field.h"
#include "ui/form/url_field.h"

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
    {FieldKind::Title, make<AreaField>},
    {FieldKind::Description, make<AreaField>},
    {FieldKind::LongText, make<AreaField>},
    {FieldKind::Text, make<TextField>},
    {FieldKind::Image, make<ImageField>},
    {FieldKind::File, make<ImageField>},
    {FieldKind::Date, make<DateField>},
    {FieldKind::Number, make<NumberField>},
    {FieldKind::Colour, make<ColourField>},
    {FieldKind::Url, make<UrlField>},
    {FieldKind::Choice, make<ChoiceField>},
    {FieldKind::Chips, make<ChipsField>},
    {FieldKind::Switch, make<SwitchField>},
    {FieldKind::Draft, make<SwitchField>},
    {FieldKind::Relation, make<RelationField>},
    {FieldKind::Relations, make<RelationsField>},
    {FieldKind::Twins, make<TwinsField>},
    {FieldKind::Raw, make<RawField>},
    {FieldKind::Fixed, make<FixedField>},
    {FieldKind::Group, make<Group>},
    {FieldKind::Card, make<Card>},
    {FieldKind::AddField, make<AddField>},
    {FieldKind::AddItem, make<AddItem>},
};

} // namespace

Field* makeField(const Row& row, QWidget* parent) {
  for (const Maker& maker : kMakers) {
    if (maker.kind == row.kind) return maker.make(row, parent);
  }
  return new FixedField(row, parent);
}

} // namespace postwright::ui
