#include "ui/form/field_help.h"

#include <QStringList>

#include "ui/base/text_bridge.h"
#include "ui/form/words.h"

namespace postwright::ui {
namespace {

using front_matter::LearnedField;
using front_matter::LearnedKind;

constexpr std::size_t kMostPlaces = 6; // a tooltip is no list

QString placeText(const front_matter::ReadPlace& place) {
  const QString file = toQString(place.file).section(QLatin1Char('/'), -1);
  return Words::tr("%1 line %2").arg(file).arg(place.line);
}

struct KindName {
  LearnedKind kind;
  const char* name;
};

constexpr KindName kNames[] = {
    {LearnedKind::Text, QT_TRANSLATE_NOOP("FrontMatterForm", "text")},
    {LearnedKind::LongText, QT_TRANSLATE_NOOP("FrontMatterForm", "long text")},
    {LearnedKind::Switch, QT_TRANSLATE_NOOP("FrontMatterForm", "true or false")},
    {LearnedKind::DateTime, QT_TRANSLATE_NOOP("FrontMatterForm", "date and time")},
    {LearnedKind::Date, QT_TRANSLATE_NOOP("FrontMatterForm", "date")},
    {LearnedKind::Number, QT_TRANSLATE_NOOP("FrontMatterForm", "number")},
    {LearnedKind::Words, QT_TRANSLATE_NOOP("FrontMatterForm", "list of words")},
    {LearnedKind::Relations, QT_TRANSLATE_NOOP("FrontMatterForm", "list of other posts")},
    {LearnedKind::Object, QT_TRANSLATE_NOOP("FrontMatterForm", "group")},
    {LearnedKind::ObjectList, QT_TRANSLATE_NOOP("FrontMatterForm", "list of groups")},
};

QString nameOf(LearnedKind kind) {
  for (const KindName& entry : kNames) {
    if (entry.kind == kind) return Words::tr(entry.name);
  }
  return Words::tr("other");
}

} // namespace

QString helpOf(const LearnedField& field) {
  QStringList lines;
  if (!field.help.empty()) lines << toQString(field.help);
  QStringList places;
  for (const front_matter::ReadPlace& place : field.readAt) {
    if (places.size() < static_cast<qsizetype>(kMostPlaces)) places << placeText(place);
  }
  if (!places.isEmpty()) lines << Words::tr("Read by %1").arg(places.join(QLatin1String(", ")));
  QStringList kinds;
  for (const front_matter::SeenKind& seen : field.seen)
    kinds << QStringLiteral("%1 %2").arg(nameOf(seen.kind)).arg(seen.posts);
  if (!kinds.isEmpty()) lines << Words::tr("In other posts: %1").arg(kinds.join(QLatin1String(", ")));
  return lines.join(QLatin1Char('\n'));
}

QString firstPlace(const LearnedField& field) {
  return field.readAt.empty() ? QString() : placeText(field.readAt.front());
}

} // namespace postwright::ui
