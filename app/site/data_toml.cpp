#include <toml++/toml.h>
#include <algorithm>
#include <sstream>

#include "app/site/data_files.h"

namespace postwright::site {
namespace {

Value valueOf(const toml::node& node);

/// A native date or time: Cobalt's TOML reader hands it on as an object with this one key.
template <typename T>
Value dateObject(const T& value) {
  std::ostringstream text;
  text << value;
  return Object{{"$__toml_private_datetime", text.str()}};
}

Value arrayOf(const toml::array& array) {
  Array values;
  for (const toml::node& node : array)
    values.push_back(valueOf(node));
  return values;
}

/// The library sorts keys; their places in the text give the order back.
Value tableOf(const toml::table& table) {
  std::vector<std::pair<toml::source_position, std::pair<std::string, const toml::node*>>> entries;
  for (const auto& [key, node] : table)
    entries.push_back({key.source().begin, {std::string(key.str()), &node}});
  std::ranges::stable_sort(entries, [](const auto& a, const auto& b) { return a.first < b.first; });
  Object object;
  for (const auto& [place, entry] : entries)
    object.set(entry.first, valueOf(*entry.second));
  return object;
}

Value valueOf(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::table:
      return tableOf(*node.as_table());
    case toml::node_type::array:
      return arrayOf(*node.as_array());
    case toml::node_type::string:
      return withDates(node.as_string()->get());
    case toml::node_type::integer:
      return node.as_integer()->get();
    case toml::node_type::floating_point:
      return node.as_floating_point()->get();
    case toml::node_type::boolean:
      return node.as_boolean()->get();
    case toml::node_type::date:
      return dateObject(node.as_date()->get());
    case toml::node_type::time:
      return dateObject(node.as_time()->get());
    case toml::node_type::date_time:
      return dateObject(node.as_date_time()->get());
    case toml::node_type::none:
      break;
  }
  return {};
}

} // namespace

Result<Value> readToml(std::string_view text) {
  try {
    return tableOf(toml::parse(text));
  } catch (const toml::parse_error& error) {
    const toml::source_position place = error.source().begin;
    return failure(ErrorCode::DataFileInvalid, {}, std::string(error.description()),
                   {{}, static_cast<int>(place.line), static_cast<int>(place.column)});
  }
}

} // namespace postwright::site
