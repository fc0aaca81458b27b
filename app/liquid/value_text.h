// What a value is as text, as a number and as a truth.
// The one rule: these are the conversions of liquid-core 0.26.9's ValueView; no other file converts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/base/value.h"

namespace postwright::liquid {

constexpr std::size_t kNoLimit = static_cast<std::size_t>(-1);

/// Appends what `{{ value }}` prints. Once `text` is longer than `limit` it may stop early.
void appendText(std::string& text, const Value& value, std::size_t limit = kNoLimit);

/// The printed form: the string itself, or made in `scratch`, which must outlive the result.
std::string_view textOf(const Value& value, std::string& scratch, std::size_t limit = kNoLimit);

/// How messages show a value: strings in quotes, `nil`, `[1, 2, ]`.
std::string sourceOf(const Value& value);
/// "whole number", "string", "nil", …
std::string_view typeName(const Value& value);

/// Anything but nil, `empty`, `blank`, arrays and objects.
bool isScalar(const Value& value);
/// `empty` or `blank`.
bool isState(const Value& value);

/// An integer, or text that is exactly one. Floats do not count.
std::optional<std::int64_t> toInteger(const Value& value);
/// A number, or text that is exactly one.
std::optional<double> toFloat(const Value& value);

bool isTruthy(const Value& value);
/// What the `default` filter replaces: nil, false, and what is empty.
bool isDefault(const Value& value);
/// What equals `empty`.
bool isEmpty(const Value& value);
/// What equals `blank`: what is empty, false, and text of white space.
bool isBlank(const Value& value);

} // namespace postwright::liquid
