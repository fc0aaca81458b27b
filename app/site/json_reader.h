// JSON text into Values, with the errors, places and roundings of the reader that Cobalt uses.
// The one rule: an error names the byte that was read last, as Cobalt's does. Source: serde_json 1.0 without
// its optional features (floats may be off by the last bit, as there).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/base/value.h"

namespace postwright::site {

class JsonReader {
 public:
  explicit JsonReader(std::string_view text) : m_text(text) {}

  /// The one value of the text; nothing when it is broken, see `reason`.
  std::optional<Value> read();

  const std::string& reason() const { return m_reason; } ///< "expected value", …
  int line() const;                                      ///< 1-based
  int column() const;                                    ///< bytes read of that line

 private:
  static constexpr int kEnd = -1;

  int peek();
  int peekPastBlanks();
  int next();
  void take() { ++m_position; }
  std::nullopt_t fail(const char* reason);

  std::optional<Value> readValue();
  std::optional<Value> readWord(std::string_view rest, Value value);
  std::optional<Value> readArray();
  std::optional<Value> readObject();
  bool hasNext(bool& first, char close, const char* ended, const char* separatorMissing);
  std::optional<std::string> readString();
  bool readEscape(std::string& text);
  bool readUnicode(std::string& text);
  std::optional<unsigned> readHex();
  std::optional<Value> readNumber(bool positive);
  std::optional<Value> readFraction(bool positive, std::uint64_t digits, std::int32_t exponent);
  std::optional<Value> readExponent(bool positive, std::uint64_t digits, std::int32_t exponent);
  std::optional<Value> scaled(bool positive, std::uint64_t digits, std::int32_t exponent);

  std::string_view m_text;
  std::size_t m_position = 0;
  std::size_t m_seen = 0; ///< bytes that were looked at
  int m_depth = 0;
  std::string m_reason;
};

} // namespace postwright::site
