// Which documents of a site, as it was loaded, write which output file: looked up, since what a form asks at
// every edit must not depend on the number of posts. Made when it is first asked for.
// The one rule: it never changes; unsaved text is looked at beside it. Source: spec 5 (one page replaces
// another of the same path).
#pragma once

#include <memory>
#include <mutex>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/generators/cobalt/base.h"

namespace postwright::generators::cobalt {

/// The document's entry in a build as `config` has it, where that build writes a page of it; else null.
const Entry* writtenEntry(const Config& config, const SourceDocument& document);

class OutputIndex {
 public:
  explicit OutputIndex(std::shared_ptr<const Base> base) : m_base(std::move(base)) {}

  /// In path order. Valid as long as the index.
  const std::vector<const SourceDocument*>& writersOf(std::string_view outputPath) const;

 private:
  void fill() const;

  std::shared_ptr<const Base> m_base;
  mutable std::once_flag m_once;
  mutable std::unordered_map<std::string_view, std::vector<const SourceDocument*>> m_writers;
};

/// Every document but the one at `path` that writes `outputPath`, unsaved text included, in path order.
std::vector<const SourceDocument*> otherWriters(const Parts& parts, std::string_view path,
                                                std::string_view outputPath);

} // namespace postwright::generators::cobalt
