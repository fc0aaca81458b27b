#include "ui/form/known_fields.h"

#include <array>
#include <string>
#include <vector>

#include "ui/base/text_bridge.h"

namespace postwright::ui {
namespace {

constexpr std::array kFields = {
    KnownField{"title", FieldKind::Title},
    KnownField{"description", FieldKind::Description},
    KnownField{"published_date", FieldKind::Date, Rule::DateTime},
    KnownField{"layout", FieldKind::Choice},
    KnownField{"slug", FieldKind::Text},
    KnownField{"tags", FieldKind::Chips},
    KnownField{"categories", FieldKind::Chips},
    KnownField{"is_draft", FieldKind::Draft},
    KnownField{"permalink", FieldKind::Text, Rule::Permalink},
    KnownField{"excerpt", FieldKind::LongText},
    KnownField{"excerpt_separator", FieldKind::Text},
    KnownField{"weight", FieldKind::Text, Rule::WholeNumber},
    KnownField{"format", FieldKind::Choice, Rule::OneOf, "Markdown Raw"},
    KnownField{"templated", FieldKind::Switch},
    KnownField{"data", FieldKind::Group},
    KnownField{"pagination", FieldKind::Group},
    KnownField{"pagination.include", FieldKind::Choice, Rule::OneOf, "None All Tags Categories Dates"},
    KnownField{"pagination.per_page", FieldKind::Text, Rule::WholeNumber},
    KnownField{"pagination.permalink_suffix", FieldKind::Text},
    KnownField{"pagination.order", FieldKind::Choice, Rule::OneOf, "None Asc Desc"},
    KnownField{"pagination.sort_by", FieldKind::Chips},
    KnownField{"pagination.date_index", FieldKind::Chips, Rule::OneOf, "Year Month Day Hour Minute"},
};

std::string dotted(const front_matter::Path& path) {
  std::string name;
  for (const front_matter::Step& step : path) {
    const auto* key = std::get_if<std::string>(&step);
    if (key == nullptr) return {};
    name += name.empty() ? *key : '.' + *key;
  }
  return name;
}

} // namespace

const KnownField* findKnownField(const front_matter::Path& path) {
  const std::string name = dotted(path);
  for (const KnownField& field : kFields) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

QString nearestKnownField(const std::string& name) {
  std::vector<std::string> names;
  for (const KnownField& field : kFields) {
    if (field.name.find('.') == std::string_view::npos) names.emplace_back(field.name);
  }
  return toQString(didYouMean(name, names).value_or(std::string()));
}

QStringList choicesOf(const KnownField& field) {
  return toQString(field.choices).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace postwright::ui
