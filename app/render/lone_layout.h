// The page around a Markdown file that belongs to no site: one column, light and dark.
// The one rule: nothing in it is loaded from anywhere.
#pragma once

#include <string_view>

namespace postwright::render {

inline constexpr std::string_view kLoneHead = R"(<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>)";

inline constexpr std::string_view kLoneStyle = R"(</title>
<style>
:root {
  color-scheme: light dark;
  --paper: #fdfcfa; --ink: #24292f; --soft: #5f6b76; --line: #e2ded7; --shade: #f3f0ea; --link: #0b5fbf;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1b1d21; --ink: #d9dde2; --soft: #98a1ab; --line: #343840; --shade: #25282e; --link: #7ab7ff;
  }
}
html { background: var(--paper); color: var(--ink); }
body {
  max-width: 42rem; margin: 0 auto; padding: 3rem 1.5rem 5rem;
  font: 17px/1.65 "Source Serif 4", "Noto Serif", Georgia, serif; overflow-wrap: break-word;
}
h1, h2, h3, h4, h5, h6, th { font-family: "Inter", "Noto Sans", "DejaVu Sans", sans-serif; line-height: 1.25; }
h1, h2, h3, h4, h5, h6 { margin: 2em 0 0.6em; }
h1 { font-size: 2rem; } h2 { font-size: 1.45rem; } h3 { font-size: 1.15rem; }
h1.post-title { margin-top: 0; font-size: 2.3rem; letter-spacing: -0.02em; }
a { color: var(--link); text-underline-offset: 0.15em; }
img, video { max-width: 100%; height: auto; border-radius: 6px; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2.5rem 0; }
blockquote { margin: 1.5rem 0; padding: 0.1rem 0 0.1rem 1.2rem; border-left: 3px solid var(--line); color: var(--soft); }
code, pre { font-family: "JetBrains Mono", "Noto Sans Mono", "DejaVu Sans Mono", monospace; font-size: 0.86em; }
code { background: var(--shade); padding: 0.15em 0.35em; border-radius: 4px; }
pre { padding: 1rem 1.2rem; border: 1px solid var(--line); border-radius: 8px; overflow-x: auto; line-height: 1.5; }
pre code { background: none; padding: 0; font-size: 1em; }
table { border-collapse: collapse; width: 100%; margin: 1.5rem 0; font-size: 0.95em; }
th, td { padding: 0.45rem 0.7rem; border-bottom: 1px solid var(--line); text-align: left; }
th { border-bottom-width: 2px; }
li > input[type="checkbox"] { margin-right: 0.5em; }
.footnote-definition { font-size: 0.9em; color: var(--soft); }
.footnote-definition p { display: inline; }
</style>
</head>
<body>
<article>
)";

inline constexpr std::string_view kLoneEnd = "</article>\n</body>\n</html>\n";

} // namespace postwright::render
