// Paths inside a site as text: relative to the source folder, separated by '/', never touching the disk.
// The one rule: empty and "." parts count for nothing; ".." is kept, callers decide what it may do.
// Source: the relative paths of Cobalt 0.20.4.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace postwright::site {

/// The parts of `path`; empty and "." parts are left out, ".." stays.
std::vector<std::string_view> pathParts(std::string_view path);

/// The last part, "" when there is none or it is "..".
std::string_view fileName(std::string_view path);
/// Everything before the last part, "" at the root.
std::string_view parentPath(std::string_view path);
/// What follows the last dot of the file name; nothing without a dot or when the only dot comes first.
std::optional<std::string_view> extension(std::string_view path);
/// The file name without its extension.
std::string_view stem(std::string_view path);

/// True when the parts of `folder` are the first parts of `path`; every path starts with "".
bool startsWith(std::string_view path, std::string_view folder);
/// `path` without the parts of `folder`, which it starts with.
std::string_view below(std::string_view path, std::string_view folder);
/// `a/b`, without a slash when either is empty.
std::string joined(std::string_view a, std::string_view b);
/// `path` with ".." resolved where a part precedes it and every needless part removed.
std::string normalised(std::string_view path);

/// The order in which a walk sorted by file name meets two files.
bool walkedBefore(std::string_view a, std::string_view b);

} // namespace postwright::site
