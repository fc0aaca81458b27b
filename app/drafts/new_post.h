// A new post, written where and as `cobalt new` would write it. A plan first, to be shown; then applied.
// The one rule: never over an existing file. Source: spec 2.7.
#pragma once

#include <string>

#include "app/base/file.h"
#include "app/site/site.h"

namespace postwright::drafts {

struct NewPostPlan {
  std::string path;    ///< relative to the source folder
  std::string url;     ///< where the site will show it, without leading slash
  std::string text;    ///< the whole file
  bool exists = false; ///< a file of this name is there already: applying will be refused
};

/// The plan for a post called `title` (empty: "Untitled") in the posts folder, or below it in `subfolder`.
/// Errors: FrontMatterInvalid when the site's `_defaults/posts.md` cannot be read.
Result<NewPostPlan> planNewPost(const site::Site& site, const std::string& title,
                                const std::string& subfolder = {});

/// Writes the file, making folders. Errors: FileExists, FileWriteFailed.
Result<Fingerprint> apply(const site::Site& site, const NewPostPlan& plan);

} // namespace postwright::drafts
