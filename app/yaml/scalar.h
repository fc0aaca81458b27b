// What a plain scalar means to Cobalt: nothing, true or false, a number, or text.
// The one rule: only the spellings of serde_yaml 0.9 count (`yes` and `007` are text). Source: spec 2.2, 9.1.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "app/yaml/events.h"

namespace postwright::yaml {

/// An integer beyond what a template can hold, kept as text: `isSigned` is Rust's i128, else u128.
struct HugeInteger {
  std::string text; ///< decimal
  bool isSigned = false;
};

/// monostate: null. An unsigned value is above the signed range.
using Typed =
    std::variant<std::monostate, bool, std::int64_t, std::uint64_t, HugeInteger, double, std::string>;

bool isNullWord(std::string_view text); ///< `~`, `null`, `Null`, `NULL`; not the empty text
std::optional<bool> parseBool(std::string_view text);
/// Decimal, 0x, 0o and 0b with a sign in front; nothing when out of range.
std::optional<std::int64_t> parseSigned(std::string_view text);
/// Finite numbers as Rust reads them, `.inf` and `.nan`.
std::optional<double> parseFloat(std::string_view text);

/// The meaning of a plain scalar without a tag.
Typed typePlain(std::string_view text);

inline constexpr std::string_view kNullTag = "tag:yaml.org,2002:null";
inline constexpr std::string_view kBoolTag = "tag:yaml.org,2002:bool";
inline constexpr std::string_view kIntTag = "tag:yaml.org,2002:int";
inline constexpr std::string_view kFloatTag = "tag:yaml.org,2002:float";
inline constexpr std::string_view kStringTag = "tag:yaml.org,2002:str";

/// The meaning of a scalar event under its style and a core tag (`!!int "3"` is 3); nothing when the text
/// does not fit the tag. A local tag counts for nothing here.
std::optional<Typed> typeScalar(const Event& scalar);

} // namespace postwright::yaml
