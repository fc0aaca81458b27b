// SCSS and Sass into CSS, through libsass where it is built in.
// The one rule: an `@import` reads nothing outside the site. Source: spec 1.7 (Cobalt uses another compiler,
// so the bytes may differ).
#pragma once

#include <string>
#include <string_view>

#include "app/base/result.h"

namespace postwright::exporting {

struct SassInput {
  std::string file;       ///< absolute path of the style sheet
  std::string root;       ///< absolute: the site's source folder
  std::string loadFolder; ///< absolute: where `@import` looks after the file's own folder
  bool compressed = false;
};

/// True for a name that is compiled and not copied.
bool isSass(std::string_view path);

/// True when libsass is built in; without it style sheets are copied as they are.
bool canCompileSass();

/// The CSS. Errors: SassInvalid with file, line and column; FileVanished.
Result<std::string> compileSass(const SassInput& input);

} // namespace postwright::exporting
