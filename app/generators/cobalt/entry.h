// One document of a Cobalt site with what only Cobalt knows of it, and its attributes as templates see them.
// The one rule: immutable; the attributes are made when a template first asks. Source: spec 2 and 3.3.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/value.h"
#include "app/front_matter/split.h"
#include "app/generators/cobalt/fields.h"
#include "app/generators/cobalt/settings.h"
#include "app/site/document.h"

namespace postwright::generators::cobalt {

class Entry;
using EntryPointer = std::shared_ptr<const Entry>;

/// As a LazyValue it is the object that other pages see: no content, excerpt, previous and next.
class Entry final : public LazyValue {
 public:
  Entry() = default;
  /// As `head` but for its body; their attributes are the same and made once.
  Entry(const EntryPointer& head, front_matter::Split split);

  site::Document document;
  std::optional<Pagination> pagination; ///< every member set; nothing when `include` is None
  std::vector<FieldPlace> places;

  const Value& get() const override;

 private:
  mutable std::once_flag m_once;
  mutable Value m_attributes;
  EntryPointer m_head; ///< may be null
};

/// Reads the file at `path` (its bytes in `text`) as `role`, which is not Asset. What is wrong with it is the
/// document's problem; the fields are then as far as they could be read.
EntryPointer readEntry(const Settings& settings, std::string_view path, std::string_view text, Role role);
/// The same of a text that is valid UTF-8 and cut.
EntryPointer readEntry(const Settings& settings, std::string_view path, front_matter::Split split, Role role);

/// A document whose file could not be read.
EntryPointer unreadableEntry(const Settings& settings, std::string_view path, Role role, Error reason);

} // namespace postwright::generators::cobalt
