// The files that a site writes beside its pages: RSS, JSON feed, sitemap.
// The one rule: each needs the site's address, and fails without it. Source: spec 6 and 9.
#pragma once

#include <string>
#include <vector>

#include "app/base/result.h"
#include "app/generators/cobalt/config.h"
#include "app/site/view.h"

namespace postwright::generators::cobalt {

/// What a feed shows of a post: its description, else its excerpt, else its content.
std::string feedText(const site::DocumentPointer& post, const site::PostBodies& bodies);

/// Errors: FeedDateTooEarly.
Result<std::string> rssFeed(const Config& config, const std::vector<site::DocumentPointer>& posts,
                            const site::PostBodies& bodies);
/// Errors: FeedDateTooEarly.
Result<std::string> jsonFeed(const Config& config, const std::vector<site::DocumentPointer>& posts,
                             const site::PostBodies& bodies);
/// `documents`: posts, then pages. Errors: FeedDateTooEarly, BaseUrlInvalid.
Result<std::string> sitemap(const Config& config, const std::vector<site::DocumentPointer>& documents);

/// "Tue, 16 Feb 2016 10:00:00 +0100". Errors: FeedDateTooEarly before the year 1900.
Result<std::string> feedDate(const DateTime& moment);

} // namespace postwright::generators::cobalt
