// Any text in ASCII letters: "北亰" is "Bei Jing", "Straße" is "Strasse".
// The one rule: what the table does not know becomes '-', so the result is always ASCII.
// Source: the deunicode crate 1.6.2, whose table is resources/transliteration.txt (loaded when first needed).
#pragma once

#include <string>
#include <string_view>

namespace postwright {

/// `text` (UTF-8) in ASCII. A leading ASCII part is kept as it is; control characters after it vanish.
std::string transliterate(std::string_view text);

} // namespace postwright
