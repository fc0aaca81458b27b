// A number stepped in its own spelling: `1.10` becomes `1.11`, `0x1F` becomes `0x20`, `007` is no number.
#pragma once

#include <QString>
#include <optional>

namespace postwright::ui {

/// `text` with its last digit moved by `by`, in the base, case, width and number of decimals it is written
/// in; nothing where that cannot be done (no number, an exponent, more than 18 digits).
std::optional<QString> stepNumber(const QString& text, int by);

} // namespace postwright::ui
