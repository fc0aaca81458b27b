// The words in which a form and the edits of a front matter speak to each other.
// The one rule: spans are bytes of the text that was given; a Refusal means that nothing is changed.
// Source: the lossless-edit design of this folder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "app/base/text.h"

namespace postwright::front_matter {

using Step = std::variant<std::string, std::size_t>; ///< key of a map, or 0-based index of a list
using Path = std::vector<Step>;

enum class ScalarType : std::uint8_t { Null, Bool, Int, Float, Date, String };

/// Whose typing of plain scalars counts.
enum class Dialect : std::uint8_t { Cobalt, Jekyll };

/// What to write: for String the text itself, otherwise a literal of the type ("true", "12", "2024-07-20 …").
struct Scalar {
  ScalarType type = ScalarType::String;
  std::string text;
};

enum class NodeKind : std::uint8_t { Scalar, List, Map, Alias };

/// A value of any shape to be written: a scalar, a list of values, or a map of keys with values.
struct Content {
  NodeKind kind = NodeKind::Scalar; ///< never Alias
  Scalar scalar;
  std::vector<std::string> keys; ///< of a map, one for each of `items`
  std::vector<Content> items;    ///< of a list or a map

  Content() = default;
  Content(Scalar value) : scalar(std::move(value)) {}
  static Content list(std::vector<Content> values) { return {NodeKind::List, {}, std::move(values)}; }
  static Content map(std::vector<std::string> names, std::vector<Content> values) {
    return {NodeKind::Map, std::move(names), std::move(values)};
  }

 private:
  Content(NodeKind kindOfValue, std::vector<std::string> names, std::vector<Content> values)
      : kind(kindOfValue), keys(std::move(names)), items(std::move(values)) {}
};

enum class OperationKind : std::uint8_t {
  Set,        ///< `path` gets `value`; missing maps on the way are made
  Append,     ///< the list at `path` gets `value` as its last item; it is made where it is missing
  InsertItem, ///< the list at `path` gets `value` as the item `index`
  Remove,     ///< the key or item at `path`
  RemoveTwin, ///< of a key that is written more than once, the one that is `index` (0-based) from above
  Rename,     ///< the key at `path` is called `key`
  Move,       ///< the key or item at `path` becomes number `index` among its siblings
  MoveInto,   ///< the key at `path` becomes the last one of the map at `target`, under its own name
};

/// One step of an edit as a value, so that a fix can be told before it is made.
struct EditOperation {
  OperationKind kind = OperationKind::Set;
  Path path;
  Content value = {};
  std::string key = {};
  std::size_t index = 0;
  Path target = {};
};

/// Why nothing was changed.
struct Refusal {
  std::string code;    ///< "syntax", "duplicate-key", "shared", "alias", "tag", "not-scalar", "verify", …
  std::string message; ///< one sentence for people
  Span where;          ///< bytes of the file
};

/// Edits of the whole file's bytes; neither edits nor refusal: there was nothing to do.
struct EditResult {
  std::vector<TextEdit> edits;
  std::optional<Refusal> refusal;
};

/// One node as the form needs it.
struct Node {
  NodeKind kind = NodeKind::Scalar;
  ScalarType type = ScalarType::Null; ///< under the dialect's typing; for scalars
  std::string text;                   ///< decoded text of a scalar
  bool quoted = false;
  Span span;                       ///< bytes of the file, of the value
  std::vector<std::string> keys;   ///< of a map, in order (duplicates kept)
  std::size_t size = 0;            ///< of a list or map
  std::optional<Refusal> readOnly; ///< why the form cannot change it (alias, tag, shared, …)
};

} // namespace postwright::front_matter
