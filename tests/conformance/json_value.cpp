#include "tests/conformance/json_value.h"

namespace postwright::conformance {
namespace {

using Json = nlohmann::ordered_json;

Value textValue(const std::string& text) {
  if (const auto instant = parseDateTime(text)) return *instant;
  if (const auto date = parseDate(text)) return *date;
  return text;
}

Array toArray(const Json& json) {
  Array array;
  for (const Json& item : json)
    array.push_back(toValue(item));
  return array;
}

} // namespace

Object toObject(const Json& json) {
  Object object;
  for (const auto& [key, item] : json.items())
    object.set(key, toValue(item));
  return object;
}

Value toValue(const Json& json) {
  switch (json.type()) {
    case Json::value_t::boolean:
      return json.get<bool>();
    case Json::value_t::number_integer:
      return json.get<std::int64_t>();
    case Json::value_t::number_unsigned:
      return static_cast<std::int64_t>(json.get<std::uint64_t>());
    case Json::value_t::number_float:
      return json.get<double>();
    case Json::value_t::string:
      return textValue(json.get<std::string>());
    case Json::value_t::array:
      return toArray(json);
    case Json::value_t::object:
      return toObject(json);
    default:
      return {};
  }
}

} // namespace postwright::conformance
