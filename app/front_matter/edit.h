// One change to a post's front matter as the smallest edits of the file's bytes; everything else stays as it
// was. The one rule: an edit is only given when a re-parse proved that it changes exactly what was asked.
// Source: libyaml's marks for spans, yaml-cpp as a second reading.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/base/text.h"

namespace postwright::front_matter {

using Step = std::variant<std::string, std::size_t>; ///< key of a map, or 0-based index of a list
using Path = std::vector<Step>;

enum class ScalarType : std::uint8_t { Null, Bool, Int, Float, Date, String };

/// What to write: for String the text itself, otherwise a literal of the type ("true", "12", "2024-07-20 …").
struct Scalar {
  ScalarType type = ScalarType::String;
  std::string text;
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

enum class NodeKind : std::uint8_t { Scalar, List, Map, Alias };

/// One node as the form needs it.
struct Node {
  NodeKind kind = NodeKind::Scalar;
  ScalarType type = ScalarType::Null; ///< under Cobalt's typing; for scalars
  std::string text;                   ///< decoded text of a scalar
  bool quoted = false;
  Span span;                       ///< bytes of the file, of the value
  std::vector<std::string> keys;   ///< of a map, in order (duplicates kept)
  std::size_t size = 0;            ///< of a list or map
  std::optional<Refusal> readOnly; ///< why the form cannot change it (alias, tag, shared, …)
};

/// An immutable reading of one file's front matter. Never throws; broken YAML gives a document that refuses
/// edits.
class FrontMatterDocument {
 public:
  explicit FrontMatterDocument(std::string file);
  ~FrontMatterDocument();
  FrontMatterDocument(FrontMatterDocument&&) noexcept;
  FrontMatterDocument& operator=(FrontMatterDocument&&) noexcept;

  /// Why the form is read-only as a whole (syntax, too-large, …), or nothing.
  const std::optional<Refusal>& problem() const;
  bool hasFrontMatter() const;
  Span yaml() const;              ///< bytes of the YAML in the file
  std::size_t bodyOffset() const; ///< byte where the body starts

  /// Empty path: the root map. Nothing when there is no such node.
  std::optional<Node> node(const Path& path) const;

  /// Sets the scalar at `path`; missing keys on the way (maps) are added at the end of their map. A file
  /// without front matter gets its fences.
  EditResult set(const Path& path, const Scalar& value) const;
  EditResult insert(const Path& map, std::string_view key, const Scalar& value) const;
  EditResult append(const Path& list,
                    const Scalar& value) const; ///< makes the list where the key is missing or null
  EditResult remove(const Path& path) const;

 private:
  struct Data;
  std::unique_ptr<Data> m_data;
};

} // namespace postwright::front_matter
