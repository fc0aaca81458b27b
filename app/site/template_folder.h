// The templates of one folder (`_layouts`, `_includes`), each parsed when it is first used and kept.
// The one rule: a template is named by its path below the folder, extension included.
// Source: spec 1.6; hidden files count, unreadable ones do not.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/diagnostic.h"
#include "app/liquid/template.h"

namespace postwright::site {

/// The text of one template; the view lives as long as its folder.
struct TemplateText {
  std::string name;      ///< below the folder
  std::string file;      ///< below the source folder
  std::string_view text; ///< line ends normalised
};

class TemplateFolder final : public liquid::Partials {
 public:
  /// Reads `folder` (its name, below `source`); what cannot be read becomes a warning in `problems`.
  static std::shared_ptr<const TemplateFolder> read(const std::string& source, const std::string& folder,
                                                    Diagnostics& problems);

  /// The same templates with `text` (bytes of the file) as the one called `name`.
  std::shared_ptr<const TemplateFolder> withText(const std::string& name, std::string_view text) const;

  Result<liquid::TemplatePointer> find(std::string_view name) const override;
  std::vector<std::string> names() const override;
  std::vector<TemplateText> texts() const; ///< in the order of their names

 private:
  struct Entry;

  std::string m_folder;
  std::map<std::string, std::shared_ptr<Entry>, std::less<>> m_entries;
};

} // namespace postwright::site
