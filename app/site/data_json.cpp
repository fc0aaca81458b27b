#include <nlohmann/json.hpp>

#include "app/base/text.h"
#include "app/site/data_files.h"

namespace postwright::site {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kDeepest = 127; // as serde_json

/// Builds Values while the text is read; containers that are open lie on a stack.
class Builder final : public nlohmann::json_sax<Json> {
 public:
  bool null() override { return add({}); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(std::int64_t value) override { return add(value); }
  bool number_unsigned(std::uint64_t value) override {
    const bool fits = value <= static_cast<std::uint64_t>(INT64_MAX);
    return add(fits ? Value(static_cast<std::int64_t>(value)) : Value(static_cast<double>(value)));
  }
  bool number_float(double value, const std::string& /*text*/) override { return add(value); }
  bool string(std::string& value) override { return add(withDates(value)); }
  bool binary(Json::binary_t& /*value*/) override { return false; }
  bool start_object(std::size_t /*size*/) override { return open(true); }
  bool start_array(std::size_t /*size*/) override { return open(false); }
  bool key(std::string& value) override {
    m_open.back().key = value;
    return true;
  }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::json::exception& exception) override {
    m_offset = position > 0 ? position - 1 : 0;
    m_reason = exception.what();
    return false;
  }

  const Value& value() const { return m_result; }
  std::size_t errorOffset() const { return m_offset; }
  const std::string& reason() const { return m_reason; }

 private:
  struct Container {
    bool isObject = false;
    std::string key;
    Object object;
    Array array;
  };

  bool add(Value value) {
    if (m_open.empty()) {
      m_result = std::move(value);
    } else if (m_open.back().isObject) {
      m_open.back().object.set(m_open.back().key, std::move(value));
    } else {
      m_open.back().array.push_back(std::move(value));
    }
    return true;
  }

  bool open(bool isObject) {
    if (m_open.size() >= kDeepest) {
      m_reason = "recursion limit exceeded";
      return false;
    }
    m_open.push_back({isObject, {}, {}, {}});
    return true;
  }

  bool close() {
    Container done = std::move(m_open.back());
    m_open.pop_back();
    return add(done.isObject ? Value(std::move(done.object)) : Value(std::move(done.array)));
  }

  Value m_result;
  std::vector<Container> m_open;
  std::size_t m_offset = 0;
  std::string m_reason;
};

/// The library's message without its own error number and position.
std::string shortReason(std::string_view reason) {
  const std::size_t colon = reason.find(": ");
  return std::string(colon == std::string_view::npos ? reason : reason.substr(colon + 2));
}

} // namespace

Result<Value> readJson(std::string_view text) {
  Builder builder;
  if (Json::sax_parse(text.begin(), text.end(), &builder)) return builder.value();
  const LineColumn place = LineIndex(text).at(builder.errorOffset());
  const bool ended = trimmed(text.substr(std::min(builder.errorOffset(), text.size()))).empty();
  const std::string what = ended ? "EOF while parsing a value" : shortReason(builder.reason());
  return failure(ErrorCode::DataFileInvalid, {},
                 what + " at line " + std::to_string(place.line) + " column " + std::to_string(place.column),
                 {{}, place.line, place.column});
}

} // namespace postwright::site
