#include "app/liquid/value_text.h"

#include <array>

#include "app/base/unicode.h"
#include "app/liquid/number.h"

namespace postwright::liquid {

void appendText(std::string& text, const Value& value, std::size_t limit) {
  switch (value.kind()) {
    case Value::Kind::Nil:
    case Value::Kind::Empty:
    case Value::Kind::Blank:
      break;
    case Value::Kind::Bool:
      text += value.asBool() ? "true" : "false";
      break;
    case Value::Kind::Int:
      appendInteger(text, value.asInt());
      break;
    case Value::Kind::Float:
      appendFloat(text, value.asFloat());
      break;
    case Value::Kind::Date:
      text += toString(value.asDate());
      break;
    case Value::Kind::DateTime:
      text += toString(value.asDateTime());
      break;
    case Value::Kind::String:
      text += value.asString();
      break;
    case Value::Kind::Array:
      for (const Value& item : value.asArray()) {
        if (text.size() > limit) return;
        appendText(text, item, limit);
      }
      break;
    case Value::Kind::Object:
      for (const auto& [key, item] : value.asObject()) {
        if (text.size() > limit) return;
        text += key;
        appendText(text, item, limit);
      }
      break;
  }
}

std::string_view textOf(const Value& value, std::string& scratch, std::size_t limit) {
  if (value.kind() == Value::Kind::String) return value.asString();
  scratch.clear();
  appendText(scratch, value, limit);
  return scratch;
}

namespace {

constexpr std::size_t kSourceLimit = 1U << 20U; // of a value that a message shows

std::string arraySource(const Array& array) {
  std::string text = "[";
  for (const Value& item : array) {
    appendText(text, item, kSourceLimit);
    text += ", ";
    if (text.size() > kSourceLimit) break;
  }
  return text + "]";
}

std::string objectSource(const Object& object) {
  std::string text = "{";
  for (const auto& [key, item] : object) {
    text += '"' + key + "\": ";
    appendText(text, item, kSourceLimit);
    text += ", ";
    if (text.size() > kSourceLimit) break;
  }
  return text + "}";
}

} // namespace

std::string sourceOf(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::Nil:
    case Value::Kind::Empty:
    case Value::Kind::Blank:
      return std::string(typeName(value));
    case Value::Kind::String:
      return '"' + value.asString() + '"';
    case Value::Kind::Array:
      return arraySource(value.asArray());
    case Value::Kind::Object:
      return objectSource(value.asObject());
    default:
      break;
  }
  std::string text;
  appendText(text, value);
  return text;
}

std::string_view typeName(const Value& value) {
  static constexpr std::array<std::string_view, 11> kNames = {
      "nil",  "empty",     "blank",  "boolean", "whole number", "fractional number",
      "date", "date time", "string", "array",   "object"};
  return kNames[static_cast<std::size_t>(value.kind())];
}

bool isScalar(const Value& value) {
  const Value::Kind kind = value.kind();
  return kind >= Value::Kind::Bool && kind <= Value::Kind::String;
}

bool isState(const Value& value) {
  return value.kind() == Value::Kind::Empty || value.kind() == Value::Kind::Blank;
}

std::optional<std::int64_t> toInteger(const Value& value) {
  if (value.kind() == Value::Kind::Int) return value.asInt();
  if (value.kind() == Value::Kind::String) return parseInteger(value.asString());
  return std::nullopt;
}

std::optional<double> toFloat(const Value& value) {
  if (value.kind() == Value::Kind::Int) return static_cast<double>(value.asInt());
  if (value.kind() == Value::Kind::Float) return value.asFloat();
  if (value.kind() == Value::Kind::String) return parseFloat(value.asString());
  return std::nullopt;
}

bool isTruthy(const Value& value) {
  const Value::Kind kind = value.kind();
  return kind == Value::Kind::Bool ? value.asBool() : kind > Value::Kind::Blank;
}

bool isEmpty(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::Nil:
    case Value::Kind::Empty:
    case Value::Kind::Blank:
      return true;
    case Value::Kind::String:
      return value.asString().empty();
    case Value::Kind::Array:
      return value.asArray().empty();
    case Value::Kind::Object:
      return value.asObject().empty();
    default:
      return false;
  }
}

bool isDefault(const Value& value) {
  return value.kind() == Value::Kind::Bool ? !value.asBool() : isEmpty(value);
}

bool isBlank(const Value& value) {
  return value.kind() == Value::Kind::String ? trimmedWhiteSpace(value.asString()).empty() : isDefault(value);
}

} // namespace postwright::liquid
