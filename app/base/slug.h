// File names and titles from each other, as Cobalt makes them. Source: Cobalt 0.20.4, slug.rs.
// The one rule: a slug holds only ASCII letters, digits and single inner hyphens.
#pragma once

#include <string>
#include <string_view>

namespace postwright {

/// "Crème Brûlée & Co." is "creme-brulee-co"; empty when `text` has no letter or digit.
std::string slugify(std::string_view text);

/// "my-first-post" is "My First Post"; each hyphen becomes one space.
std::string titleize(std::string_view slug);

} // namespace postwright
