// The order of a site's posts, with the unsaved ones in their places.
// The one rule: finding a post's neighbours never walks the whole list.
// Source: spec 3.1 (newest first, undated ones last, ties in path order; `Asc` is the whole list reversed).
#pragma once

#include <span>
#include <vector>

#include "app/generators/cobalt/entry.h"

namespace postwright::generators::cobalt {

/// True when `a` comes before `b`.
struct PostBefore {
  bool ascending = false;
  bool operator()(const EntryPointer& a, const EntryPointer& b) const;
};

/// Sorts posts that stand in path order; quicker than by comparing them.
void sortPosts(std::vector<EntryPointer>& posts, PostBefore before);

/// A sorted list some of whose entries are replaced.
class PostOrder {
 public:
  /// `loaded` must outlive this and be sorted by `before`; `isReplaced` says which of its paths no longer
  /// count; `added` come in their place, in any order.
  PostOrder(std::span<const EntryPointer> loaded, std::vector<EntryPointer> added,
            std::vector<std::string_view> replaced, PostBefore before);

  std::vector<EntryPointer> all() const;
  EntryPointer before(const EntryPointer& entry) const; ///< null for the first
  EntryPointer after(const EntryPointer& entry) const;  ///< null for the last

 private:
  bool isReplaced(const EntryPointer& entry) const;

  std::span<const EntryPointer> m_loaded;
  std::vector<EntryPointer> m_added;
  std::vector<std::string_view> m_replaced; ///< sorted
  PostBefore m_before;
};

} // namespace postwright::generators::cobalt
