// The data a template sees: nil, numbers, text, dates, arrays, objects. Arrays and objects are shared and
// immutable once stored in a Value, so copying a Value is cheap. An object keeps its source order. The one
// rule: a Value never changes after it was shared with another thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "app/base/date_time.h"

namespace postwright {

class Value;
class Object;
using Array = std::vector<Value>;

/// A value that is made when it is first asked for. Implementations must be safe to ask from several threads.
class LazyValue {
 public:
  LazyValue() = default;
  LazyValue(const LazyValue&) = delete;
  LazyValue& operator=(const LazyValue&) = delete;
  virtual ~LazyValue() = default;
  /// Never itself lazy; lives as long as this object.
  virtual const Value& get() const = 0;
};

class Value {
 public:
  /// `Empty` and `Blank` are Liquid's two literal states.
  enum class Kind : std::uint8_t {
    Nil,
    Empty,
    Blank,
    Bool,
    Int,
    Float,
    Date,
    DateTime,
    String,
    Array,
    Object
  };

  Value() = default;
  Value(bool value) : m_data(value) {}
  Value(std::int64_t value) : m_data(value) {}
  Value(int value) : m_data(static_cast<std::int64_t>(value)) {}
  Value(double value) : m_data(value) {}
  Value(postwright::Date value) : m_data(value) {}
  Value(postwright::DateTime value) : m_data(value) {}
  Value(std::string value) : m_data(std::move(value)) {}
  Value(std::string_view value) : m_data(std::string(value)) {}
  Value(const char* value) : m_data(std::string(value)) {}
  Value(postwright::Array value);
  Value(postwright::Object value);
  Value(std::shared_ptr<const postwright::Array> value) : m_data(std::move(value)) {}
  Value(std::shared_ptr<const postwright::Object> value) : m_data(std::move(value)) {}
  Value(std::shared_ptr<const LazyValue> value) : m_data(std::move(value)) {}

  static Value empty() { return Value(State{Kind::Empty}); }
  static Value blank() { return Value(State{Kind::Blank}); }

  Kind kind() const;
  bool isNil() const { return kind() == Kind::Nil; }
  bool isString() const { return kind() == Kind::String; }
  bool isArray() const { return kind() == Kind::Array; }
  bool isObject() const { return kind() == Kind::Object; }

  // Each accessor requires the matching kind(); a lazy value is made first.
  bool asBool() const { return std::get<bool>(resolved().m_data); }
  std::int64_t asInt() const { return std::get<std::int64_t>(resolved().m_data); }
  double asFloat() const { return std::get<double>(resolved().m_data); }
  const postwright::Date& asDate() const { return std::get<postwright::Date>(resolved().m_data); }
  const postwright::DateTime& asDateTime() const { return std::get<postwright::DateTime>(resolved().m_data); }
  const std::string& asString() const { return std::get<std::string>(resolved().m_data); }
  const postwright::Array& asArray() const { return *std::get<ArrayPointer>(resolved().m_data); }
  const postwright::Object& asObject() const { return *std::get<ObjectPointer>(resolved().m_data); }

  /// Same kind and same content (int and float differ, dates by all their fields, object order ignored).
  /// Liquid's `==` is another relation; see app/liquid.
  bool operator==(const Value& other) const;

 private:
  struct State {
    Kind kind;
  };
  using ArrayPointer = std::shared_ptr<const postwright::Array>;
  using ObjectPointer = std::shared_ptr<const postwright::Object>;
  using LazyPointer = std::shared_ptr<const LazyValue>;

  explicit Value(State state) : m_data(state) {}
  const Value& resolved() const {
    const auto* lazy = std::get_if<LazyPointer>(&m_data);
    return lazy == nullptr ? *this : (*lazy)->get();
  }

  std::variant<std::monostate, State, bool, std::int64_t, double, postwright::Date, postwright::DateTime,
               std::string, ArrayPointer, ObjectPointer, LazyPointer>
      m_data;
};

/// Keys and values in source order; lookup is logarithmic for large objects.
class Object {
 public:
  using Entry = std::pair<std::string, Value>;

  Object() = default;
  Object(std::initializer_list<Entry> entries);

  /// Null when there is no such key. Valid until the object changes.
  const Value* find(std::string_view key) const;
  bool contains(std::string_view key) const { return find(key) != nullptr; }
  /// Adds the key at the end, or gives a known key a new value in its old place.
  void set(std::string key, Value value);
  /// Removes the key; false when there was none.
  bool remove(std::string_view key);

  std::size_t size() const { return m_entries.size(); }
  bool empty() const { return m_entries.empty(); }
  auto begin() const { return m_entries.begin(); }
  auto end() const { return m_entries.end(); }

  bool operator==(const Object& other) const;

 private:
  std::size_t indexOf(std::string_view key) const;
  std::size_t sortedPosition(std::string_view key) const;

  std::vector<Entry> m_entries;
  std::vector<std::uint32_t> m_sorted; ///< indexes of m_entries by key; empty while the object is small
};

} // namespace postwright
