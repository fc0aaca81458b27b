// Front matter that was read before, so that a keystroke in a post's body reads none.
// The one rule: what comes out is what `readEntry` would give; only equal bytes are taken for known.
#pragma once

#include <list>
#include <mutex>
#include <string>
#include <string_view>

#include "app/generators/cobalt/entry.h"

namespace postwright::generators::cobalt {

/// Shared by all snapshots of a site; safe from any thread.
class EntryMemo {
 public:
  /// As `readEntry`.
  EntryPointer read(const Settings& settings, std::string_view path, std::string_view text, Role role);

 private:
  struct Known {
    std::string path;
    Role role;
    std::string front;
    int frontLine;
    EntryPointer head; ///< without its body
  };

  EntryPointer find(std::string_view path, const front_matter::Split& split, Role role);
  void keep(Known known);

  std::mutex m_mutex;
  std::list<Known> m_known; ///< the one used last first
};

} // namespace postwright::generators::cobalt
