// The pages of a paginated document: chunks of all posts, or of the posts of each tag, category or date.
// The one rule: page 1 is the document itself; what `paginator` holds, and where the others go, is Cobalt's.
// Source: spec 6 and 9.1 (Cobalt's pagination folder).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/base/result.h"
#include "app/base/value.h"
#include "app/generators/cobalt/entry.h"

namespace postwright::generators::cobalt {

/// `paginator` of one page.
struct Paginator {
  std::optional<Array> pages;
  std::optional<std::vector<Paginator>> indexes;
  std::int64_t index = 0;
  Value indexTitle; ///< nil: none
  std::string indexPermalink;
  std::optional<std::string> previousPermalink;
  std::optional<std::string> nextPermalink;
  std::string firstPermalink;
  std::string lastPermalink;
  std::int64_t totalIndexes = 0;
  std::int64_t totalPages = 0;

  Value value() const;
};

/// Chunks of `posts` (as pages see them, in order) for `page`, which has a pagination: all of them under
/// `title`. Errors: PermalinkInvalid, PaginationInvalid.
class Paginating {
 public:
  Paginating(const Settings& settings, const Entry& page) : m_settings(settings), m_page(page) {}

  /// Every page in the order in which Cobalt writes them; the first is the document's own.
  Result<std::vector<Paginator>> paginators(const Array& posts) const;

  /// The pages of one index value (nil: of all posts); `posts` are sorted here.
  Result<std::vector<Paginator>> chunks(Array posts, const Value& title) const;

  const Pagination& config() const { return *m_page.pagination; }

 private:
  Result<Paginator> chunk(Array posts, std::int64_t index, std::int64_t total, const Value& title) const;
  Result<std::string> permalink(std::int64_t number, const Value& title) const;
  Result<std::string> suffix(std::int64_t number) const;
  Result<std::string> root() const;
  Result<void> sort(Array& posts) const;

  const Settings& m_settings;
  const Entry& m_page;
};

/// The three kinds that group posts; each begins with a page that lists the groups only.
Result<std::vector<Paginator>> tagPaginators(const Paginating& paginating, const Array& posts);
Result<std::vector<Paginator>> categoryPaginators(const Paginating& paginating, const Array& posts);
Result<std::vector<Paginator>> datePaginators(const Paginating& paginating, const Array& posts);

} // namespace postwright::generators::cobalt
