// One change to a post's front matter as the smallest edits of the file's bytes; everything else stays as it
// was. The one rule: an edit is only given when a re-parse proved that it changes exactly what was asked.
// Source: libyaml's marks for spans, yaml-cpp as a second reading.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/front_matter/edit_types.h"

namespace postwright::front_matter {

/// An immutable reading of one file's front matter. Never throws; broken YAML gives a document that refuses
/// edits.
class FrontMatterDocument {
 public:
  explicit FrontMatterDocument(std::string file, Dialect dialect = Dialect::Cobalt);
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
