#include "app/liquid/compare.h"

#include <algorithm>

#include "app/liquid/value_text.h"

namespace postwright::liquid {
namespace {

using Kind = Value::Kind;

constexpr int both(Kind a, Kind b) {
  return static_cast<int>(a) * 16 + static_cast<int>(b);
}

std::partial_ordering order(const Date& a, const Date& b) {
  return a <=> b;
}

std::partial_ordering order(const DateTime& a, const DateTime& b) {
  if (a.sameInstant(b)) return std::partial_ordering::equivalent;
  return a.before(b) ? std::partial_ordering::less : std::partial_ordering::greater;
}

std::partial_ordering compareScalars(const Value& a, const Value& b) {
  switch (both(a.kind(), b.kind())) {
    case both(Kind::Int, Kind::Int):
      return a.asInt() <=> b.asInt();
    case both(Kind::Int, Kind::Float):
      return static_cast<double>(a.asInt()) <=> b.asFloat();
    case both(Kind::Float, Kind::Int):
      return a.asFloat() <=> static_cast<double>(b.asInt());
    case both(Kind::Float, Kind::Float):
      return a.asFloat() <=> b.asFloat();
    case both(Kind::Bool, Kind::Bool):
      return a.asBool() <=> b.asBool();
    case both(Kind::DateTime, Kind::DateTime):
      return order(a.asDateTime(), b.asDateTime());
    case both(Kind::Date, Kind::Date):
      return order(a.asDate(), b.asDate());
    case both(Kind::DateTime, Kind::Date):
      return order(a.asDateTime().date(), b.asDate());
    case both(Kind::Date, Kind::DateTime):
      return order(a.asDate(), b.asDateTime().date());
    case both(Kind::String, Kind::String):
      return a.asString() <=> b.asString();
    default:
      return std::partial_ordering::unordered;
  }
}

bool equalScalars(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) {
    if (b.kind() == Kind::Bool) return b.asBool();
    if (a.kind() == Kind::Bool) return a.asBool();
  }
  return compareScalars(a, b) == std::partial_ordering::equivalent;
}

bool equalArrays(const Array& a, const Array& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), equalValues);
}

bool equalObjects(const Object& a, const Object& b) {
  if (a.size() != b.size()) return false;
  return std::all_of(a.begin(), a.end(), [&](const Object::Entry& entry) {
    const Value* other = b.find(entry.first);
    return other != nullptr && equalValues(*other, entry.second);
  });
}

bool hasState(const Value& value, const Value& state) {
  return state.kind() == Kind::Empty ? isEmpty(value) : isBlank(value);
}

/// A scalar against nil, an array or an object: only the truth of a bool counts.
bool equalsTruth(const Value& scalar, const Value& other) {
  const bool isBool = scalar.kind() == Kind::Bool;
  return other.isNil() ? isBool && !scalar.asBool() : isBool && scalar.asBool();
}

std::partial_ordering compareEntries(const Object::Entry& a, const Object::Entry& b) {
  const std::partial_ordering keys = a.first <=> b.first;
  return keys != 0 ? keys : compareValues(a.second, b.second);
}

} // namespace

bool equalValues(const Value& a, const Value& b) {
  const bool aIsScalar = isScalar(a);
  const bool bIsScalar = isScalar(b);
  if (aIsScalar && bIsScalar) return equalScalars(a, b);
  if (a.isArray() && b.isArray()) return equalArrays(a.asArray(), b.asArray());
  if (a.isObject() && b.isObject()) return equalObjects(a.asObject(), b.asObject());
  if (a.isNil() && b.isNil()) return true;
  if (isState(a)) return hasState(b, a);
  if (isState(b)) return hasState(a, b);
  if (aIsScalar) return equalsTruth(a, b);
  return bIsScalar && equalsTruth(b, a);
}

std::partial_ordering compareValues(const Value& a, const Value& b) {
  if (isScalar(a) && isScalar(b)) return compareScalars(a, b);
  if (a.isArray() && b.isArray()) {
    const Array& left = a.asArray();
    const Array& right = b.asArray();
    return std::lexicographical_compare_three_way(left.begin(), left.end(), right.begin(), right.end(),
                                                  compareValues);
  }
  if (a.isObject() && b.isObject()) {
    const Object& left = a.asObject();
    const Object& right = b.asObject();
    return std::lexicographical_compare_three_way(left.begin(), left.end(), right.begin(), right.end(),
                                                  compareEntries);
  }
  return std::partial_ordering::unordered;
}

std::optional<bool> containsValue(const Value& a, const Value& b) {
  if (a.isArray()) {
    const Array& items = a.asArray();
    return std::any_of(items.begin(), items.end(), [&](const Value& item) { return equalValues(item, b); });
  }
  if (a.isNil() || isState(a)) return std::nullopt;
  std::string part;
  if (a.isObject()) return isScalar(b) && a.asObject().contains(textOf(b, part));
  std::string whole;
  return textOf(a, whole).find(textOf(b, part)) != std::string_view::npos;
}

} // namespace postwright::liquid
