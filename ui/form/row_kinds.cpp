#include "ui/form/row_kinds.h"

#include <algorithm>
#include <array>

namespace postwright::ui {

bool isTyped(FieldKind kind) {
  static constexpr std::array kTyped = {FieldKind::Text, FieldKind::LongText, FieldKind::Image,
                                        FieldKind::File, FieldKind::Url,      FieldKind::Colour,
                                        FieldKind::Raw,  FieldKind::Choice};
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

} // namespace postwright::ui
