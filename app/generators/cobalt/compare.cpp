#include "app/generators/cobalt/compare.h"

#include <optional>

namespace postwright::generators::cobalt {
namespace {

using Kind = Value::Kind;

const Value* scalarAt(const Value& object, std::string_view key) {
  const Value* value = object.isObject() ? object.asObject().find(key) : nullptr;
  if (value == nullptr) return nullptr;
  const Kind kind = value->kind();
  const bool isScalar = kind != Kind::Nil && kind != Kind::Empty && kind != Kind::Blank &&
                        kind != Kind::Array && kind != Kind::Object;
  return isScalar ? value : nullptr;
}

template <typename T>
int order(const T& a, const T& b) {
  return a < b ? -1 : b < a ? 1 : 0;
}

bool isNumber(const Value& value) {
  return value.kind() == Kind::Int || value.kind() == Kind::Float;
}

double number(const Value& value) {
  return value.kind() == Kind::Int ? static_cast<double>(value.asInt()) : value.asFloat();
}

int instantOrder(const DateTime& a, const DateTime& b) {
  return a.before(b) ? -1 : b.before(a) ? 1 : 0;
}

int scalarOrder(const Value& a, const Value& b) {
  if (isNumber(a) && isNumber(b)) return order(number(a), number(b));
  if (a.kind() != b.kind()) return 0;
  switch (a.kind()) {
    case Kind::Bool:
      return order(a.asBool(), b.asBool());
    case Kind::String:
      return order(a.asString(), b.asString());
    case Kind::Date:
      return order(a.asDate(), b.asDate());
    case Kind::DateTime:
      return instantOrder(a.asDateTime(), b.asDateTime());
    default:
      return 0;
  }
}

} // namespace

int compareBy(std::string_view key, const Value& a, const Value& b, bool descending) {
  const Value* first = scalarAt(a, key);
  const Value* second = scalarAt(b, key);
  if (first == nullptr || second == nullptr) return order(first != nullptr, second != nullptr);
  return descending ? scalarOrder(*second, *first) : scalarOrder(*first, *second);
}

} // namespace postwright::generators::cobalt
