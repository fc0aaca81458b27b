// Tables of fields that turn a YAML map into a struct as Cobalt's derived readers do, and the errors a person
// sees. The one rule: one table row per key; a row says the type, the cursor says everything else.
// Source: serde's derive rules, spec 1.2 and 2.3.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/base/date_time.h"
#include "app/base/error.h"
#include "app/yaml/cursor.h"

namespace postwright::generators::cobalt {

template <typename T>
using Reading = yaml::Reading<T>;

/// How one key of a struct is read into it.
template <typename T>
struct FieldOf {
  std::string name;
  std::function<Reading<void>(yaml::Cursor&, T&)> read;
};

template <typename T>
using FieldTable = std::vector<FieldOf<T>>;

/// The names of an enum's values, in Cobalt's order.
template <typename E>
using ChoiceTable = std::vector<std::pair<std::string, E>>;

/// Reads a map with the table's keys into `out`; see `yaml::Cursor::readStruct`. `seen` hears each known key.
template <typename T>
Reading<void> readTable(
    yaml::Cursor& cursor, std::string_view typeName, const FieldTable<T>& table, T& out,
    const std::function<void(const std::string&, const yaml::Event&, yaml::Cursor&)>& seen = {}) {
  std::vector<std::string> names;
  for (const FieldOf<T>& field : table)
    names.push_back(field.name);
  const auto read = [&](std::size_t index, yaml::Cursor& value, const yaml::Event& key) {
    if (seen) seen(names[index], key, value);
    return table[index].read(value, out);
  };
  return cursor.readStruct(typeName, names, read);
}

Reading<void> readStrings(yaml::Cursor& cursor, std::vector<std::string>& out);
/// Text keys, any scalar as key; values as templates see them.
Reading<void> readObject(yaml::Cursor& cursor, Object& out);
/// Exactly Cobalt's spelling of an instant.
Reading<void> readDateTime(yaml::Cursor& cursor, DateTime& out);
/// A relative path, normalised; absolute ones are refused.
Reading<void> readPath(yaml::Cursor& cursor, std::string& out);
Reading<void> readString(yaml::Cursor& cursor, std::string& out);
Reading<void> readBool(yaml::Cursor& cursor, bool& out);
Reading<void> readInt32(yaml::Cursor& cursor, std::int32_t& out);

template <typename E>
Reading<void> readChoice(yaml::Cursor& cursor, const ChoiceTable<E>& choices, E& out) {
  std::vector<std::string> names;
  for (const auto& [name, value] : choices)
    names.push_back(name);
  auto choice = cursor.readChoice(names);
  if (!choice) return tl::unexpected(std::move(choice.error()));
  out = choices[*choice].second;
  return {};
}

/// Null is absent; anything else goes through `read` into the member.
template <typename T, typename V, typename Read>
std::function<Reading<void>(yaml::Cursor&, T&)> optional(std::optional<V> T::* member, Read read) {
  return [member, read](yaml::Cursor& cursor, T& out) {
    return cursor.readOptional([&](yaml::Cursor& target) -> Reading<void> {
      V value{};
      auto done = read(target, value);
      if (done) out.*member = std::move(value);
      return done;
    });
  };
}

/// A member without "absent": null is whatever `read` makes of it.
template <typename T, typename V, typename Read>
std::function<Reading<void>(yaml::Cursor&, T&)> required(V T::* member, Read read) {
  return [member, read](yaml::Cursor& cursor, T& out) { return read(cursor, out.*member); };
}

/// The error for a fault and its others in `text`, which starts on 1-based line `firstLine` of its file.
Error fieldError(const yaml::Fault& fault, std::string_view text, int firstLine);

} // namespace postwright::generators::cobalt
