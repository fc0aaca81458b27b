// Where a site's templates read the fields of a post: through layouts, the includes they take in, and lists
// of posts. The one rule: each place is the file and line a person would open.
#pragma once

#include <string>
#include <vector>

#include "app/front_matter/form_builder.h"
#include "app/site/site.h"

namespace postwright::site {

/// What `page.…` reads in these layouts and in what they include.
std::vector<front_matter::FieldRead> readsOfPage(const Site& site, const std::vector<std::string>& layouts);

/// What is read of posts in lists (`collections.posts.pages`, `paginator.pages`, `page.previous`,
/// `page.next`) by any layout and any page of the site.
std::vector<front_matter::FieldRead> readsOfListedPosts(const Site& site);

} // namespace postwright::site
