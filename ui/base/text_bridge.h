// The one place where UTF-8 (app/) and UTF-16 (Qt) meet.
#pragma once

#include <QString>
#include <string>
#include <string_view>

namespace postwright::ui {

inline QString toQString(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
inline std::string toUtf8(const QString& text) {
  return text.toStdString();
}

/// UTF-16 length of the first `bytes` bytes of valid UTF-8 `text`.
qsizetype utf16Length(std::string_view text, std::size_t bytes);

/// Byte offset in `text` of UTF-16 position `position`; a position inside a surrogate pair counts as its
/// start.
std::size_t byteOffset(std::string_view text, qsizetype position);

} // namespace postwright::ui
