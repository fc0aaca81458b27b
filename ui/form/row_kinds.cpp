#include "ui/form/row_kinds.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ui/form/words.h"

namespace postwright::ui {

bool isTyped(FieldKind kind) {
  static constexpr std::array kTyped = {FieldKind::Text, FieldKind::LongText, FieldKind::Image,
                                        FieldKind::File, FieldKind::Url,      FieldKind::Colour,
                                        FieldKind::Raw,  FieldKind::Choice,   FieldKind::Relation};
  return std::ranges::find(kTyped, kind) != kTyped.end();
}

bool isHeading(FieldKind kind) {
  return kind == FieldKind::Group || kind == FieldKind::Card;
}

bool isMark(FieldKind kind) {
  return kind == FieldKind::AddField || kind == FieldKind::AddItem;
}

bool isSameRow(FieldKind a, FieldKind b) {
  return isMark(a) || isMark(b) ? a == b : true;
}

Place placeOf(FieldKind kind, bool wide) {
  switch (kind) {
    case FieldKind::Title:
    case FieldKind::Description:
      return Place::Lead;
    case FieldKind::Group:
    case FieldKind::Card:
      return Place::Head;
    default:
      return wide ? Place::Wide : Place::Half;
  }
}

bool hasLabel(FieldKind kind) {
  return kind != FieldKind::Title && kind != FieldKind::Description && !isHeading(kind) && !isMark(kind);
}

QString kindName(FieldKind kind) {
  static constexpr std::pair<FieldKind, const char*> kNames[] = {
      {FieldKind::LongText, QT_TRANSLATE_NOOP("FrontMatterForm", "long text")},
      {FieldKind::Image, QT_TRANSLATE_NOOP("FrontMatterForm", "image of the site")},
      {FieldKind::File, QT_TRANSLATE_NOOP("FrontMatterForm", "file of the site")},
      {FieldKind::Date, QT_TRANSLATE_NOOP("FrontMatterForm", "date and time")},
      {FieldKind::Number, QT_TRANSLATE_NOOP("FrontMatterForm", "number")},
      {FieldKind::Colour, QT_TRANSLATE_NOOP("FrontMatterForm", "colour")},
      {FieldKind::Url, QT_TRANSLATE_NOOP("FrontMatterForm", "web address")},
      {FieldKind::Choice, QT_TRANSLATE_NOOP("FrontMatterForm", "choice")},
      {FieldKind::Relation, QT_TRANSLATE_NOOP("FrontMatterForm", "another post")},
      {FieldKind::Relations, QT_TRANSLATE_NOOP("FrontMatterForm", "list of other posts")},
      {FieldKind::Chips, QT_TRANSLATE_NOOP("FrontMatterForm", "list of words")},
      {FieldKind::Switch, QT_TRANSLATE_NOOP("FrontMatterForm", "true or false")},
      {FieldKind::Draft, QT_TRANSLATE_NOOP("FrontMatterForm", "draft or published")},
      {FieldKind::Raw, QT_TRANSLATE_NOOP("FrontMatterForm", "YAML")},
      {FieldKind::Group, QT_TRANSLATE_NOOP("FrontMatterForm", "group of fields")},
      {FieldKind::Card, QT_TRANSLATE_NOOP("FrontMatterForm", "item of a list")},
      {FieldKind::AddField, QT_TRANSLATE_NOOP("FrontMatterForm", "name of a new field")},
      {FieldKind::AddItem, QT_TRANSLATE_NOOP("FrontMatterForm", "end of a list")},
  };
  const auto* found = std::ranges::find(kNames, kind, &std::pair<FieldKind, const char*>::first);
  return Words::tr(found == std::end(kNames) ? "text" : found->second);
}

} // namespace postwright::ui
