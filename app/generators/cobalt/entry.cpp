#include "app/generators/cobalt/entry.h"

#include <algorithm>

#include "app/base/text.h"
#include "app/front_matter/split.h"
#include "app/generators/cobalt/attributes.h"
#include "app/generators/cobalt/path_values.h"

namespace postwright::generators::cobalt {
namespace {

const PartialFields& defaultsOf(const Settings& settings, Role role) {
  if (role == Role::Post) return settings.postDefaults;
  return role == Role::Draft ? settings.draftDefaults : settings.pageDefaults;
}

bool isBlank(std::string_view text) {
  return trimmed(text, " \t\r\n\v\f").empty();
}

/// Cobalt's checks of a document that could be read, in its order.
std::optional<Error> checkFields(const PartialFields& fields) {
  const auto refusal = [](ErrorCode code, std::string detail) {
    return Error{code, std::move(detail), {}, {}, {}};
  };
  if (fields.tags && std::ranges::any_of(*fields.tags, isBlank)) {
    return refusal(ErrorCode::EmptyTag, "Empty strings are not allowed in tags");
  }
  if (!fields.title) return refusal(ErrorCode::TitleMissing, "No title");
  const auto& pagination = fields.pagination;
  const bool paginates = pagination && pagination->include.value_or(Include::None) != Include::None;
  if (paginates && pagination->dateIndex && !std::ranges::is_sorted(*pagination->dateIndex)) {
    return refusal(ErrorCode::DateIndexUnsorted, "date_index is not correctly sorted: Year > Month > Day...");
  }
  return std::nullopt;
}

site::Fields finished(PartialFields& fields) {
  site::Fields result;
  result.permalink = permalinkTemplate(fields.permalink.value_or("path"));
  result.slug = std::move(fields.slug).value_or("");
  result.title = std::move(fields.title).value_or("");
  result.hasDescription = fields.description.has_value();
  result.description = std::move(fields.description).value_or("");
  result.excerpt = std::move(fields.excerpt);
  result.categories = std::move(fields.categories).value_or(std::vector<std::string>());
  result.tags = std::move(fields.tags).value_or(std::vector<std::string>());
  result.excerptSeparator = std::move(fields.excerptSeparator).value_or("\n\n");
  result.publishedDate = fields.publishedDate;
  result.format = fields.format.value_or(site::Format::Raw);
  result.templated = fields.templated.value_or(true);
  result.layout = std::move(fields.layout);
  result.isDraft = fields.isDraft.value_or(false);
  result.weight = fields.weight.value_or(0);
  result.data = std::move(fields.data);
  return result;
}

std::optional<Pagination> finishedPagination(const std::optional<Pagination>& written) {
  if (!written || written->include.value_or(Include::None) == Include::None) return std::nullopt;
  PartialFields holder;
  holder.pagination = written;
  PartialFields lower;
  lower.pagination = paginationDefaults();
  mergeDefaults(holder, lower);
  return holder.pagination;
}

std::shared_ptr<Entry> newEntry(const Settings& settings, std::string_view path, Role role) {
  auto entry = std::make_shared<Entry>();
  entry->document.path = path;
  entry->document.sitePath = sitePathOf(settings.config, path, role);
  entry->document.collection = role == Role::Page ? site::Collection::Pages : site::Collection::Posts;
  entry->document.inDraftsFolder = role == Role::Draft;
  return entry;
}

void setProblem(Entry& entry, Error error, std::string_view field = {}) {
  if (entry.document.problem) return;
  for (const FieldPlace& place : entry.places) {
    if (!field.empty() && place.name == field) {
      error.where = {{}, place.value.line, place.value.column};
    }
  }
  error.where.file = entry.document.path;
  error.context.insert(error.context.begin(), "Failed to parse " + entry.document.path);
  entry.document.problem = Diagnostic{Severity::Error, std::move(error)};
}

/// The key that a refusal is about.
std::string_view fieldOf(ErrorCode code) {
  switch (code) {
    case ErrorCode::EmptyTag:
      return "tags";
    case ErrorCode::TitleMissing:
      return "slug";
    case ErrorCode::DateIndexUnsorted:
      return "pagination";
    default:
      return "permalink";
  }
}

void setUrl(const Settings& settings, Entry& entry) {
  site::Document& document = entry.document;
  const Object variables = permalinkVariables(document, document.sitePath);
  Result<std::string> url = settings.permalinks.url(document.fields.permalink, variables);
  if (!url) return setProblem(entry, std::move(url.error()), "permalink");
  document.url = std::move(*url);
  document.outputPath = site::outputPathOf(document.url);
}

void setFields(const Settings& settings, Entry& entry, PartialFields fields, Role role) {
  Result<void> filled = fillFromPath(fields, entry.document.sitePath);
  if (!filled) setProblem(entry, std::move(filled.error()));
  mergeDefaults(fields, defaultsOf(settings, role));
  if (auto refusal = checkFields(fields)) setProblem(entry, *refusal, fieldOf(refusal->code));
  entry.pagination = finishedPagination(fields.pagination);
  entry.document.fields = finished(fields);
}

} // namespace

Entry::Entry(const EntryPointer& head, front_matter::Split split)
    : document(head->document), pagination(head->pagination), places(head->places), m_head(head) {
  document.content = std::move(split.content);
  document.contentLine = split.contentLine;
}

const Value& Entry::get() const {
  if (m_head != nullptr) return m_head->get();
  std::call_once(m_once, [this] { m_attributes = attributesOf(document); });
  return m_attributes;
}

EntryPointer readEntry(const Settings& settings, std::string_view path, std::string_view text, Role role) {
  if (const auto bad = firstInvalidUtf8(text)) {
    Error error{ErrorCode::FileNotUtf8, "stream did not contain valid UTF-8", {}, {std::to_string(*bad)}, {}};
    return unreadableEntry(settings, path, role, std::move(error));
  }
  return readEntry(settings, path, front_matter::split(text), role);
}

EntryPointer readEntry(const Settings& settings, std::string_view path, front_matter::Split split,
                       Role role) {
  const auto entry = newEntry(settings, path, role);
  entry->document.content = std::move(split.content);
  entry->document.contentLine = split.contentLine;
  FieldsReading reading;
  if (split.hasFrontMatter) reading = readFields(split.front, split.frontLine);
  entry->document.facts = std::move(reading.facts);
  entry->places = std::move(reading.places);
  if (reading.problem) {
    reading.problem->context = {"Failed to parse frontmatter"};
    setProblem(*entry, std::move(*reading.problem));
  }
  setFields(settings, *entry, std::move(reading.fields), role);
  setUrl(settings, *entry);
  return entry;
}

EntryPointer unreadableEntry(const Settings& settings, std::string_view path, Role role, Error reason) {
  const auto entry = newEntry(settings, path, role);
  setProblem(*entry, std::move(reason));
  setFields(settings, *entry, {}, role);
  return entry;
}

} // namespace postwright::generators::cobalt
