#include "ui/form/relations_field.h"

#include "ui/form/chip.h"
#include "ui/form/suggestions.h"

namespace postwright::ui {

void RelationsField::offerValues() {
  if (state().posts == nullptr) return ChipsField::offerValues();
  suggestions()->setPosts(state().posts, state().items);
}

void RelationsField::showItem(Chip& chip, const QString& item) {
  const qsizetype post = state().posts == nullptr ? -1 : state().posts->find(item);
  ChipsField::showItem(chip, post < 0 ? item : state().posts->titles[post]);
  chip.setAbout(post < 0 ? QString()
                         : tr("%1\nDouble click: open this post").arg(state().posts->paths[post]));
}

void RelationsField::activate(std::size_t index) {
  const QString item = state().items.value(static_cast<qsizetype>(index));
  const qsizetype post = state().posts == nullptr ? -1 : state().posts->find(item);
  if (post < 0) return;
  const QString path = state().posts->paths[post]; // the field will show another post's
  emit postRequested(path);
}

/// A name is written as it was typed, a title as the name of its post. What is left in the line when one
/// leaves it was a search, unless it names a post.
QString RelationsField::valueFor(const QString& typed, bool isSure) const {
  if (state().posts == nullptr || state().posts->find(typed) >= 0) return typed;
  const qsizetype post = state().posts->findTyped(typed);
  if (post >= 0) return state().posts->values[post];
  return isSure ? typed : QString();
}

} // namespace postwright::ui
