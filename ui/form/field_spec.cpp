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

constexpr qsizetype kLongText = 80; // characters that make a text an area

struct KindPair {
  LearnedKind learned;
  FieldKind kind;
};

constexpr KindPair kKinds[] = {
    {LearnedKind::LongText, FieldKind::LongText},   {LearnedKind::Switch, FieldKind::Switch},
    {LearnedKind::DateTime, FieldKind::Date},       {LearnedKind::Number, FieldKind::Number},
    {LearnedKind::Words, FieldKind::Chips},         {LearnedKind::Choice, FieldKind::Choice},
    {LearnedKind::Layout, FieldKind::Choice},       {LearnedKind::Image, FieldKind::Image},
    {LearnedKind::File, FieldKind::File},           {LearnedKind::Relation, FieldKind::Relation},
    {LearnedKind::Colour, FieldKind::Colour},       {LearnedKind::Url, FieldKind::Url},
    {LearnedKind::Object, FieldKind::Group},        {LearnedKind::ObjectList, FieldKind::Group},
    {LearnedKind::Relations, FieldKind::Relations},
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

FieldRemark warning(const QString& text) {
  return {Severity::Warning, text, {}, {}};
}

FieldRemark noPost(const QString& name) {
  return warning(Words::tr("The site has no post “%1”").arg(name));
}

void describeRelation(const FieldSpec& spec, const FormContext& context, FieldState& state) {
  state.posts = context.site->postsOf(spec.learned);
  if (state.posts == nullptr || !state.present || state.text.isEmpty()) return;
  const qsizetype post = state.posts->find(state.text);
  if (post < 0) {
    state.remark = noPost(state.text);
    return;
  }
  const QString& date = state.posts->dates[post];
  state.target = state.posts->paths[post];
  state.hint = state.posts->titles[post] + (date.isEmpty() ? QString() : QStringLiteral(", ") + date);
}

void describeRelations(const FieldSpec& spec, const FormContext& context, FieldState& state) {
  state.posts = context.site->postsOf(spec.learned);
  if (state.posts == nullptr) return;
  const auto missing =
      std::ranges::find_if(state.items, [&](const QString& item) { return state.posts->find(item) < 0; });
  if (missing != state.items.end()) state.remark = noPost(*missing);
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
  state.help = context.site->helpOf(spec.learned);
  if (spec.learned->kind == LearnedKind::Relations) return describeRelations(spec, context, state);
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

bool looksLikeImage(const QString& text) {
  static const QRegularExpression image(
      QStringLiteral(R"(^[^\s"'<>{}]+\.(png|jpe?g|gif|svg|webp|avif)([?#]\S*)?$)"),
      QRegularExpression::CaseInsensitiveOption);
  return image.match(text).hasMatch();
}

} // namespace postwright::ui
