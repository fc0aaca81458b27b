// `collections.posts` and what its entries show: to posts their plain attributes, to pages everything.
// The one rule: no post is rendered before a template prints it. Source: spec 3.2 and 3.3.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/generators/cobalt/entry.h"
#include "app/site/view.h"

namespace postwright::generators::cobalt {

using PostList = std::shared_ptr<const std::vector<EntryPointer>>;

/// The attributes of every post as other posts see them.
Array plainPosts(const std::vector<EntryPointer>& posts);

/// The attributes of every post as pages see them: with content, excerpt, previous and next.
Array completePosts(const PostList& posts, const site::PostBodiesPointer& bodies);

/// `collections`, its list of posts made by `pages` when it is asked for.
Value collectionsVariable(const Config& config, std::function<Value()> pages);

/// `site`; `data` is nil when the site has none.
Value siteVariable(const Config& config, const Value& data, const DateTime& now);

/// `title` and `description` of the posts: the site's own where they have none, "" without either.
std::string collectionTitle(const Config& config);
std::string collectionDescription(const Config& config);

/// The address of the site as it goes into links: one slash at its end dropped.
std::optional<std::string> baseUrl(const Config& config);

} // namespace postwright::generators::cobalt
