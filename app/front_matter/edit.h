// One change to a post's front matter as the smallest edits of the file's bytes; everything else stays as it
// was. The one rule: an edit is only given when a re-parse proved that it changes exactly what was asked.
// Source: libyaml's marks for spans, yaml-cpp as a second reading.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
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

  /// Sets the value at `path`; missing keys on the way (maps) are added at the end of their map. A file
  /// without front matter gets its fences. A list or map is written anew as a whole, in its old place and
  /// style.
  EditResult set(const Path& path, const Content& value) const;
  EditResult set(const Path& path, const Scalar& value) const { return set(path, Content(value)); }
  EditResult insert(const Path& map, std::string_view key, const Content& value) const;
  /// Makes the list where the key is missing or null.
  EditResult append(const Path& list, const Content& value) const;
  EditResult insertItem(const Path& list, std::size_t index, const Content& value) const;
  EditResult remove(const Path& path) const;
  EditResult removeTwin(const Path& path, std::size_t index) const;
  EditResult rename(const Path& path, std::string_view key) const;
  /// The key or item becomes number `index` among its siblings, with its comments.
  EditResult move(const Path& path, std::size_t index) const;
  /// The key becomes the last one of the map at `target`, which is made where it is missing.
  EditResult moveInto(const Path& path, const Path& target) const;
  /// Several operations, one after the other, as one edit; the first refusal refuses them all.
  EditResult apply(std::span<const EditOperation> operations) const;

 private:
  struct Data;
  EditResult edited(const EditOperation& operation) const;
  std::unique_ptr<Data> m_data;
};

} // namespace postwright::front_matter
