#include "ui/form/field_spec.h"

#include <QRegularExpression>
#include <algorithm>

#include "ui/base/text_bridge.h"
#include "ui/form/colour_text.h"
#include "ui/form/url_field.h"
#include "ui/form/words.h"

namespace postwright::ui {
namespace {

using front_matter::LearnedField;
using front_matter::LearnedKind;
using front_matter::Node;
using front_matter::ScalarType;

constexpr qsizetype kLongText = 80;    // characters that make a text an area
constexpr std::size_t kMostPlaces = 6; // a tooltip is no list

struct KindPair {
  LearnedKind learned;
  FieldKind kind;
};

constexpr KindPair kKinds[] = {
    {LearnedKind::LongText, FieldKind::LongText}, {LearnedKind::Switch, FieldKind::Switch},
    {LearnedKind::DateTime, FieldKind::Date},     {LearnedKind::Number, FieldKind::Number},
    {LearnedKind::Words, FieldKind::Chips},       {LearnedKind::Choice, FieldKind::Choice},
    {LearnedKind::Layout, FieldKind::Choice},     {LearnedKind::Image, FieldKind::Image},
    {LearnedKind::File, FieldKind::File},         {LearnedKind::Relation, FieldKind::Relation},
    {LearnedKind::Colour, FieldKind::Colour},     {LearnedKind::Url, FieldKind::Url},
    {LearnedKind::Object, FieldKind::Group},      {LearnedKind::ObjectList, FieldKind::Group},
};

/// Kinds that a text may have because the other posts' values are such.
constexpr FieldKind kTextKinds[] = {FieldKind::LongText, FieldKind::Choice, FieldKind::Relation,
                                    FieldKind::Image,    FieldKind::File,   FieldKind::Colour,
                                    FieldKind::Url};

FieldKind kindOf(const LearnedField& field) {
  for (const KindPair& pair : kKinds) {
    if (pair.learned == field.kind) return pair.kind;
  }
  return FieldKind::Text;
}

bool namesColour(const std::string& key) {
  const QString name = toQString(key);
  return name.contains(QLatin1String("colour"), Qt::CaseInsensitive) ||
         name.contains(QLatin1String("color"), Qt::CaseInsensitive);
}

FieldKind kindForText(const QString& text, const FieldSpec& spec, const std::string& key) {
  if (text.contains(QLatin1Char('\n'))) return FieldKind::LongText; // a line would lose its ends
  if (spec.learned != nullptr) {
    const FieldKind kind = kindOf(*spec.learned);
    if (std::ranges::find(kTextKinds, kind) != std::end(kTextKinds)) return kind;
  }
  if (looksLikeImage(text)) return FieldKind::Image;
  if (looksLikeColour(text) || (namesColour(key) && parseColour(text))) return FieldKind::Colour;
  if (looksLikeUrl(text)) return FieldKind::Url;
  return text.size() > kLongText ? FieldKind::LongText : FieldKind::Text;
}

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
    {LearnedKind::Object, QT_TRANSLATE_NOOP("FrontMatterForm", "group")},
    {LearnedKind::ObjectList, QT_TRANSLATE_NOOP("FrontMatterForm", "list of groups")},
};

QString nameOf(LearnedKind kind) {
  for (const KindName& entry : kNames) {
    if (entry.kind == kind) return Words::tr(entry.name);
  }
  return Words::tr("other");
}

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

FieldRemark warning(const QString& text) {
  return {Severity::Warning, text, {}, {}};
}

void describeRelation(const FieldSpec& spec, const FormContext& context, FieldState& state) {
  state.posts = context.site->postsOf(spec.learned);
  if (state.posts == nullptr || !state.present || state.text.isEmpty()) return;
  const qsizetype post = state.posts->find(state.text);
  if (post < 0) {
    state.remark = warning(Words::tr("The site has no post “%1”").arg(state.text));
    return;
  }
  const QString& date = state.posts->dates[post];
  state.target = state.posts->paths[post];
  state.hint = state.posts->titles[post] + (date.isEmpty() ? QString() : QStringLiteral(", ") + date);
}

FieldRemark numberRemark(const LearnedField& learned, const QString& text) {
  bool isNumber = false;
  const double value = text.toDouble(&isNumber);
  if (!isNumber) return {};
  if (learned.minimum && value < *learned.minimum)
    return warning(Words::tr("This site wants at least %1").arg(*learned.minimum));
  if (learned.maximum && value > *learned.maximum)
    return warning(Words::tr("This site wants at most %1").arg(*learned.maximum));
  return {};
}

} // namespace

FieldSpec specOf(const front_matter::Path& path, const FormContext& context) {
  return {findKnownField(path), context.site ? context.site->learned().find(path) : nullptr};
}

QString labelOf(const FieldSpec& spec, const std::string& key) {
  const bool isNamed = spec.learned != nullptr && !spec.learned->label.empty();
  QString label = toQString(isNamed ? spec.learned->label : key);
  return label.replace(QLatin1Char('&'), QLatin1String("&&"));
}

FieldKind kindForScalar(const Node& node, const FieldSpec& spec, const std::string& key) {
  const bool isText = node.quoted || node.type == ScalarType::String;
  if (isText) return kindForText(toQString(node.text), spec, key);
  if (node.type == ScalarType::Null) return kindForNothing(spec);
  if (node.type == ScalarType::Bool) return FieldKind::Switch;
  if (node.type != ScalarType::Date) return FieldKind::Number;
  return complaint(Rule::DateOnly, toQString(node.text)).isEmpty() ? FieldKind::Text : FieldKind::Date;
}

FieldKind kindForNothing(const FieldSpec& spec) {
  if (spec.known != nullptr) return spec.known->kind;
  return spec.learned != nullptr ? kindOf(*spec.learned) : FieldKind::Text;
}

void describeField(const FieldSpec& spec, const FormContext& context, FieldState& state) {
  if (spec.known != nullptr) {
    state.rule = spec.known->rule;
    state.choices = choicesOf(*spec.known);
  }
  if (spec.learned == nullptr || !context.site) return;
  state.help = helpOf(*spec.learned);
  if (spec.learned->kind == LearnedKind::Relation) return describeRelation(spec, context, state);
  if (!state.choices.isEmpty()) return;
  const WordList& words = context.site->wordsOf(spec.learned);
  state.choices = words.words;
  state.details = words.details;
}

FieldRemark remarkOf(const FieldSpec& spec, const FieldState& state) {
  if (spec.learned == nullptr) return {};
  const LearnedField& learned = *spec.learned;
  const bool isEmpty = state.absence != Absence::None && state.items.isEmpty();
  if (learned.required && isEmpty) return warning(Words::tr("This site wants a value here"));
  if (!state.present || state.text.isEmpty()) return {};
  if (!learned.pattern.empty()) {
    const QRegularExpression pattern(QRegularExpression::anchoredPattern(toQString(learned.pattern)));
    if (pattern.isValid() && !pattern.match(state.text).hasMatch())
      return warning(Words::tr("This site wants it to be like %1").arg(toQString(learned.pattern)));
  }
  return numberRemark(learned, state.text);
}

QString firstPlace(const LearnedField& field) {
  return field.readAt.empty() ? QString() : placeText(field.readAt.front());
}

bool looksLikeImage(const QString& text) {
  static const QRegularExpression image(
      QStringLiteral(R"(^[^\s"'<>{}]+\.(png|jpe?g|gif|svg|webp|avif)([?#]\S*)?$)"),
      QRegularExpression::CaseInsensitiveOption);
  return image.match(text).hasMatch();
}

} // namespace postwright::ui
