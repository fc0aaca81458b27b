// Numbers in text and text as numbers, as Rust writes and reads them (liquid-core leaves both to it).
// The one rule: printing is shortest and never uses an exponent; reading takes the whole text or nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace postwright::liquid {

void appendInteger(std::string& text, std::int64_t number);
/// The fewest digits that read back as the same number: `3`, `0.1`, `100000000000000000000`, `NaN`, `-inf`.
void appendFloat(std::string& text, double number);

/// `[+-]digits` within 64 bits.
std::optional<std::int64_t> parseInteger(std::string_view text);
/// `[+-]` digits, a point, an exponent; `inf`, `infinity` and `nan` in any case.
std::optional<double> parseFloat(std::string_view text);

/// The nearest integer towards zero; the least or greatest one when it does not fit, 0 for NaN.
std::int64_t toIntegerSaturating(double number);

} // namespace postwright::liquid
