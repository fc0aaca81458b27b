#include "tests/conformance/front_matter_suite.h"

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "app/front_matter/split.h"
#include "app/generators/cobalt/fields.h"

namespace postwright::conformance {
namespace {

using nlohmann::json;
using namespace postwright::generators::cobalt;

json toJson(const Value& value);

json toJson(const Object& object) {
  json result = json::object();
  for (const auto& [key, value] : object)
    result[key] = toJson(value);
  return result;
}

json toJson(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::Bool:
      return value.asBool();
    case Value::Kind::Int:
      return value.asInt();
    case Value::Kind::Float:
      return std::isfinite(value.asFloat()) ? json(value.asFloat()) : json(nullptr); // JSON has no others
    case Value::Kind::Date:
      return toString(value.asDate());
    case Value::Kind::DateTime:
      return toString(value.asDateTime());
    case Value::Kind::String:
      return value.asString();
    case Value::Kind::Object:
      return toJson(value.asObject());
    case Value::Kind::Array: {
      json result = json::array();
      for (const Value& item : value.asArray())
        result.push_back(toJson(item));
      return result;
    }
    default:
      return nullptr;
  }
}

const char* nameOf(Include include) {
  constexpr const char* kNames[] = {"None", "All", "Tags", "Categories", "Dates"};
  return kNames[static_cast<int>(include)];
}

const char* nameOf(SortOrder order) {
  constexpr const char* kNames[] = {"None", "Asc", "Desc"};
  return kNames[static_cast<int>(order)];
}

const char* nameOf(DateIndex index) {
  constexpr const char* kNames[] = {"Year", "Month", "Day", "Hour", "Minute"};
  return kNames[static_cast<int>(index)];
}

json toJson(const Pagination& pagination) {
  json result = json::object();
  if (pagination.include) result["include"] = nameOf(*pagination.include);
  if (pagination.perPage) result["per_page"] = *pagination.perPage;
  if (pagination.permalinkSuffix) result["permalink_suffix"] = *pagination.permalinkSuffix;
  if (pagination.order) result["order"] = nameOf(*pagination.order);
  if (pagination.sortBy) result["sort_by"] = *pagination.sortBy;
  if (pagination.dateIndex) {
    result["date_index"] = json::array();
    for (const DateIndex index : *pagination.dateIndex)
      result["date_index"].push_back(nameOf(index));
  }
  return result;
}

template <typename T>
void put(json& result, const char* name, const std::optional<T>& field) {
  if (field) result[name] = *field;
}

json toJson(const PartialFields& fields) {
  json result = json::object();
  put(result, "permalink", fields.permalink);
  put(result, "slug", fields.slug);
  put(result, "title", fields.title);
  put(result, "description", fields.description);
  put(result, "excerpt", fields.excerpt);
  put(result, "categories", fields.categories);
  put(result, "tags", fields.tags);
  put(result, "excerpt_separator", fields.excerptSeparator);
  if (fields.publishedDate) result["published_date"] = toString(*fields.publishedDate);
  if (fields.format) result["format"] = *fields.format == site::Format::Raw ? "Raw" : "Markdown";
  put(result, "templated", fields.templated);
  put(result, "layout", fields.layout);
  put(result, "is_draft", fields.isDraft);
  put(result, "weight", fields.weight);
  if (!fields.data.empty()) result["data"] = toJson(fields.data);
  if (fields.pagination) result["pagination"] = toJson(*fields.pagination);
  return result;
}

std::string causeOf(const std::string& message) {
  const std::size_t arrow = message.find("-> ");
  return arrow == std::string::npos ? message : message.substr(arrow + 3);
}

/// Empty when the case passes, else what differs.
std::string runCase(const json& test) {
  const front_matter::Split split = front_matter::split(test.at("in").get<std::string>());
  const FieldsReading reading =
      split.hasFrontMatter ? readFields(split.front, split.frontLine) : FieldsReading{};
  if (test.contains("error")) {
    const std::string expected = causeOf(test["error"].get<std::string>());
    if (!reading.problem) return "no error, expected: " + expected;
    return reading.problem->detail == expected ? "" : reading.problem->detail + "\nexpected: " + expected;
  }
  if (reading.problem) return "error: " + reading.problem->detail;
  const json fields = toJson(reading.fields);
  if (fields != test.at("front")) return fields.dump() + "\nexpected: " + test["front"].dump();
  const std::string content = normaliseLineEnds(test.at("content").get<std::string>());
  return split.content == content ? "" : "body: " + split.content + "\nexpected: " + content;
}

} // namespace

SuiteResult runFrontMatterSuite(const std::string& jsonFile) {
  SuiteResult result;
  std::ifstream file(jsonFile);
  const json cases = json::parse(file, nullptr, false);
  if (!cases.is_array()) {
    result.failed = 1;
    result.failedNames.push_back(jsonFile);
    result.failureDetails.push_back("not a list of cases");
    return result;
  }
  for (const json& test : cases) {
    const std::string difference = runCase(test);
    if (difference.empty()) {
      ++result.passed;
      continue;
    }
    ++result.failed;
    result.failedNames.push_back(test.at("in").dump());
    result.failureDetails.push_back(difference);
  }
  return result;
}

} // namespace postwright::conformance
