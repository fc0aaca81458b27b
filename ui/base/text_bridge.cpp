#include "ui/base/text_bridge.h"

namespace postwright::ui {
namespace {

/// UTF-16 units of the code point whose first byte is `lead`; continuation bytes have none.
int unitsOf(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if ((byte & 0xC0U) == 0x80U) return 0;
  return byte >= 0xF0U ? 2 : 1;
}

} // namespace

qsizetype utf16Length(std::string_view text, std::size_t bytes) {
  qsizetype units = 0;
  for (const char c : text.substr(0, bytes))
    units += unitsOf(c);
  return units;
}

std::size_t byteOffset(std::string_view text, qsizetype position) {
  qsizetype units = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int added = unitsOf(text[i]);
    if (added > 0 && units + added > position) return i;
    units += added;
  }
  return text.size();
}

} // namespace postwright::ui
