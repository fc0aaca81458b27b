// What `postwright --help` prints.
#pragma once

#include <string_view>

namespace postwright::cli {

inline constexpr std::string_view kHelp =
    R"(Postwright: an editor for the posts of a static site.

  postwright [SITE|FILE]                 open the window
  postwright render FILE [-o OUT]        the page of a post, as the site would write it
  postwright export FILE --as KIND -o OUT
                                         KIND: html, single (one self-contained file), markdown
  postwright build SITE -o DIR [--drafts]
                                         every page, feed and asset of the site
  postwright check SITE [--warnings]     render everything, list the problems; with --warnings
                                         also dead links, missing images and their kind
  postwright --help | --version

  --config FILE    another configuration than _cobalt.yml
  --now TIME       the clock the site sees: 'YYYY-MM-DD HH:MM:SS +0000'

Exit status: 0 done, 1 problems were found, 2 bad usage.
)";

} // namespace postwright::cli
