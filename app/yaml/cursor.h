// Reads a document's events into wanted types with serde_yaml's rules, aliases followed under a budget.
// The one rule: what is accepted, the first fault, its wording and its place are Cobalt's; nothing is
// guessed. Source: serde_yaml 0.9.34's reader and the derive rules of serde for structs and enums.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "app/base/value.h"
#include "app/yaml/events.h"
#include "app/yaml/fault.h"
#include "app/yaml/value_reader.h"

namespace postwright::yaml {

template <typename T>
using Reading = tl::expected<T, Fault>;

/// A place in the events from which one value is read. Each read moves behind the value, also when it fails
/// inside `readStruct`.
class Cursor {
 public:
  using ReadValue = std::function<Reading<void>(Cursor&)>;
  /// Index of the field's name, the value's place, the key's event.
  using ReadField = std::function<Reading<void>(std::size_t, Cursor&, const Event&)>;
  using ReadEntry = std::function<Reading<void>(std::string, Cursor&)>;

  /// `true` or `false` as a plain scalar.
  Reading<bool> readBool();
  /// A whole number of 32 bits as a plain scalar.
  Reading<std::int32_t> readInt32();
  /// The text of any scalar, whatever it looks like.
  Reading<std::string> readString();
  /// Index of the scalar's text in `names`.
  Reading<std::size_t> readChoice(const std::vector<std::string>& names);
  /// Calls `read` for each item; a plain empty value is an empty list.
  Reading<void> readList(const ReadValue& read);
  /// Calls `read` for each entry of a map with text keys; a plain empty value is an empty map.
  Reading<void> readMap(const ReadEntry& read);
  /// A map with the given keys only. Goes on after a fault to read what can be read; the fault returned is
  /// the first one, and `readRoot` gives it the others.
  Reading<void> readStruct(std::string_view typeName, const std::vector<std::string>& names,
                           const ReadField& read);
  /// Any value as a template sees it; nothing when a key inside is not text, which fits no template value.
  Reading<std::optional<Value>> readValue(Dates dates);
  /// Whether the value is null or missing, which then is skipped; otherwise calls `read`, on the target of an
  /// alias.
  Reading<void> readOptional(const ReadValue& read);

  /// Where the value begins, an alias not followed; nothing at the end of the events.
  std::optional<Mark> mark() const;
  /// The first key inside a value that is not text, which made `readValue` give nothing.
  std::optional<Mark> oddKey() const { return m_shared.oddKey; }

 private:
  struct Shared {
    const EventStream& stream;
    std::size_t jumps = 0;
    std::optional<Mark> oddKey;
    std::vector<Fault> others; ///< faults behind the first one of their map
  };
  /// One step from the root; lives on the stack of the reader that took it.
  struct PathNode {
    const PathNode* parent = nullptr;
    std::optional<std::string_view> key; ///< nothing: an index, or a key that has no text
    std::optional<std::size_t> index;
  };
  friend Reading<void> readRoot(const EventStream& stream, const ReadValue& read);

  Cursor(Shared& shared, std::size_t& position, const PathNode* path, int depthLeft)
      : m_shared(shared), m_position(position), m_path(path), m_depthLeft(depthLeft) {}

  Reading<const Event*> peek() const;
  Reading<const Event*> next();
  Reading<void> jump(const Event& alias, const ReadValue& read);
  bool isAt(EventKind end) const;
  std::string pathText() const;
  Fault fixed(Fault fault, const Event& event) const;
  Fault mismatch(const Event& event, std::string_view expected) const;
  Reading<void> mayNest(const Event& event) const;

  template <typename T, typename Read>
  Reading<T> follow(const Event& alias, Read read);
  Reading<void> readScalar(std::string_view expected, const std::function<bool(const Event&)>& take);
  Reading<std::size_t> readTaggedChoice(const Event& event, const std::vector<std::string>& names) const;
  Reading<std::size_t> readFieldName(const std::vector<std::string>& names);
  Reading<void> readFields(const Event& start, const std::vector<std::string>& names, const ReadField& read);
  Reading<void> readEntries(const Event& start, const ReadEntry& read);
  Reading<void> readItems(const Event& start, const ReadValue& read);
  Reading<std::optional<Value>> readAnyScalar(const Event& scalar, Dates dates) const;
  Reading<std::optional<Value>> readAnyList(const Event& start, Dates dates);
  Reading<std::optional<Value>> readAnyMap(const Event& start, Dates dates);
  std::size_t behind(std::size_t position) const;

  Shared& m_shared;
  std::size_t& m_position;
  const PathNode* m_path;
  int m_depthLeft;
};

template <typename T, typename Read>
Reading<T> Cursor::follow(const Event& alias, Read read) {
  T value{};
  auto done = jump(alias, [&](Cursor& target) -> Reading<void> {
    auto result = read(target);
    if (!result) return tl::unexpected(std::move(result.error()));
    value = *std::move(result);
    return {};
  });
  if (!done) return tl::unexpected(std::move(done.error()));
  return value;
}

/// Reads the whole of one document: `read` first, then anything that is wrong with the rest of the text. The
/// fault has its others.
Reading<void> readRoot(const EventStream& stream, const Cursor::ReadValue& read);

} // namespace postwright::yaml
