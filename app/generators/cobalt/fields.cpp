#include "app/generators/cobalt/fields.h"

#include "app/generators/cobalt/decode.h"
#include "app/generators/cobalt/fields_table.h"

namespace postwright::generators::cobalt {
namespace {

const ChoiceTable<Include>& includes() {
  static const ChoiceTable<Include> table{{"None", Include::None},
                                          {"All", Include::All},
                                          {"Tags", Include::Tags},
                                          {"Categories", Include::Categories},
                                          {"Dates", Include::Dates}};
  return table;
}

const ChoiceTable<DateIndex>& dateIndexes() {
  static const ChoiceTable<DateIndex> table{{"Year", DateIndex::Year},
                                            {"Month", DateIndex::Month},
                                            {"Day", DateIndex::Day},
                                            {"Hour", DateIndex::Hour},
                                            {"Minute", DateIndex::Minute}};
  return table;
}

Reading<void> readInclude(yaml::Cursor& cursor, Include& out) {
  return readChoice(cursor, includes(), out);
}

Reading<void> readFormat(yaml::Cursor& cursor, site::Format& out) {
  static const ChoiceTable<site::Format> table{{"Raw", site::Format::Raw},
                                               {"Markdown", site::Format::Markdown}};
  return readChoice(cursor, table, out);
}

Reading<void> readDateIndexes(yaml::Cursor& cursor, std::vector<DateIndex>& out) {
  out.clear();
  return cursor.readList(
      [&](yaml::Cursor& item) { return readChoice(item, dateIndexes(), out.emplace_back()); });
}

/// The untagged choice between `path` and a template: Cobalt looks at the value first and at its kind then.
Reading<void> readPermalink(yaml::Cursor& cursor, std::string& out) {
  auto value = cursor.readValue(yaml::Dates::KeepText);
  if (!value) return tl::unexpected(std::move(value.error()));
  constexpr std::string_view kAlias = "path";
  const Value content = value->value_or(Value());
  const bool isText = content.isString();
  if (isText && (content.asString() == kAlias || content.asString().starts_with('/'))) {
    out = content.asString();
    return {};
  }
  // serde also writes a variant without content as a map: `{path: ~}`.
  const Value* variant = content.isObject() ? content.asObject().find(kAlias) : nullptr;
  if (variant != nullptr && variant->isNil() && content.asObject().size() == 1) {
    out = kAlias;
    return {};
  }
  auto fault = yaml::customFault(yaml::FaultKind::NoVariant,
                                 "data did not match any variant of untagged enum Permalink");
  fault.expected = "Permalink";
  return tl::unexpected(std::move(fault));
}

Reading<void> readPagination(yaml::Cursor& cursor, Pagination& out) {
  static const FieldTable<Pagination> table{
      {"include", optional(&Pagination::include, readInclude)},
      {"per_page", optional(&Pagination::perPage, readInt32)},
      {"permalink_suffix", optional(&Pagination::permalinkSuffix, readString)},
      {"order", optional(&Pagination::order, readSortOrder)},
      {"sort_by", optional(&Pagination::sortBy, readStrings)},
      {"date_index", optional(&Pagination::dateIndex, readDateIndexes)},
  };
  return readTable(cursor, "Pagination", table, out);
}

using Fields = PartialFields;

const FieldTable<Fields>& fieldTable() {
  static const FieldTable<Fields> table{
      {"permalink", optional(&Fields::permalink, readPermalink)},
      {"slug", optional(&Fields::slug, readString)},
      {"title", optional(&Fields::title, readString)},
      {"description", optional(&Fields::description, readString)},
      {"excerpt", optional(&Fields::excerpt, readString)},
      {"categories", optional(&Fields::categories, readStrings)},
      {"tags", optional(&Fields::tags, readStrings)},
      {"excerpt_separator", optional(&Fields::excerptSeparator, readString)},
      {"published_date", optional(&Fields::publishedDate, readDateTime)},
      {"format", optional(&Fields::format, readFormat)},
      {"templated", optional(&Fields::templated, readBool)},
      {"layout", optional(&Fields::layout, readString)},
      {"is_draft", optional(&Fields::isDraft, readBool)},
      {"weight", optional(&Fields::weight, readInt32)},
      {"data", required(&Fields::data, readObject)},
      {"pagination", optional(&Fields::pagination, readPagination)},
  };
  return table;
}

template <typename T>
void fill(std::optional<T>& field, const std::optional<T>& lower) {
  if (!field) field = lower;
}

void fillPagination(std::optional<Pagination>& field, const std::optional<Pagination>& lower) {
  if (!field || !lower) {
    fill(field, lower);
    return;
  }
  fill(field->include, lower->include);
  fill(field->perPage, lower->perPage);
  fill(field->permalinkSuffix, lower->permalinkSuffix);
  fill(field->order, lower->order);
  fill(field->sortBy, lower->sortBy);
  fill(field->dateIndex, lower->dateIndex);
}

} // namespace

Reading<void> readSortOrder(yaml::Cursor& cursor, SortOrder& out) {
  static const ChoiceTable<SortOrder> table{
      {"None", SortOrder::None}, {"Asc", SortOrder::Asc}, {"Desc", SortOrder::Desc}};
  return readChoice(cursor, table, out);
}

Reading<void> readFieldTable(yaml::Cursor& cursor, PartialFields& out, const SeenField& seen) {
  return readTable(cursor, "Frontmatter", fieldTable(), out, seen);
}

FieldsReading readFields(std::string_view front, int firstLine) {
  FieldsReading reading;
  const LineIndex lines(front);
  const auto inFile = [&](const yaml::Mark& mark) {
    const LineColumn at = lines.at(mark.byte);
    return LineColumn{at.line + firstLine - 1, at.column};
  };
  const auto seen = [&](const std::string& name, const yaml::Event& key, yaml::Cursor& value) {
    reading.places.push_back({name, inFile(key.start), inFile(value.mark().value_or(key.end))});
  };
  const yaml::EventStream stream = yaml::readEvents(front);
  const auto done =
      yaml::readRoot(stream, [&](yaml::Cursor& root) { return readFieldTable(root, reading.fields, seen); });
  reading.facts = front_matter::factsOf(stream);
  if (!done) reading.problem = fieldError(done.error(), front, firstLine);
  return reading;
}

void mergeDefaults(PartialFields& fields, const PartialFields& lower) {
  fill(fields.permalink, lower.permalink);
  fill(fields.slug, lower.slug);
  fill(fields.title, lower.title);
  fill(fields.description, lower.description);
  fill(fields.excerpt, lower.excerpt);
  fill(fields.categories, lower.categories);
  fill(fields.tags, lower.tags);
  fill(fields.excerptSeparator, lower.excerptSeparator);
  fill(fields.publishedDate, lower.publishedDate);
  fill(fields.format, lower.format);
  fill(fields.templated, lower.templated);
  fill(fields.layout, lower.layout);
  fill(fields.isDraft, lower.isDraft);
  fill(fields.weight, lower.weight);
  for (const auto& [key, value] : lower.data) {
    if (!fields.data.contains(key)) fields.data.set(key, value);
  }
  fillPagination(fields.pagination, lower.pagination);
}

Pagination paginationDefaults() {
  return {Include::None,
          10,
          "{{num}}/",
          SortOrder::Desc,
          std::vector<std::string>{"published_date"},
          std::vector<DateIndex>{DateIndex::Year, DateIndex::Month}};
}

std::string permalinkTemplate(const std::string& permalink) {
  return permalink == "path" ? "/{{parent}}/{{name}}{{ext}}" : permalink;
}

} // namespace postwright::generators::cobalt
