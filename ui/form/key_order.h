// In which order the keys of a map stand in the form, and which of them are offered. Pure.
#pragma once

#include <string>
#include <vector>

#include "app/front_matter/learned_form.h"

namespace postwright::ui {

struct OrderedKeys {
  struct Entry {
    std::string key;
    bool isWritten = false; ///< in the text; else it is offered
  };
  std::vector<Entry> shown;
  std::vector<std::string> seldom; ///< not in the text, and not where one looks first
};

/// Written keys where the site's posts have them, keys that the site does not know after the one they follow
/// in the text. Keys that are not written are offered between them when a template reads them, the site asks
/// for them or half of its `posts` have them; the others are seldom.
OrderedKeys orderKeys(const std::vector<std::string>& written,
                      const std::vector<front_matter::LearnedField>& learned, std::size_t posts);

} // namespace postwright::ui
