// A filter: its name, its parameters, and the function that turns its input into its result.
// The one rule: a filter is a pure function of its call; a wrong type is a failure, never a silent nil.
// Source: the filters that Cobalt 0.20.4 registers (liquid-lib 0.26.9: stdlib, jekyll, shopify, extra).
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

#include "app/base/value.h"
#include "app/liquid/failure.h"

namespace postwright::liquid {

struct FilterUse;
class Renderer;

struct FilterParameter {
  enum class Type : std::uint8_t { Any, Text, Integer };

  std::string_view name;
  Type type = Type::Any;
  bool isOptional = false;
};

/// At most two.
class FilterParameters {
 public:
  constexpr FilterParameters(std::initializer_list<FilterParameter> parameters) {
    for (const FilterParameter& parameter : parameters)
      m_parameters[m_count++] = parameter;
  }

  constexpr std::size_t size() const { return m_count; }
  constexpr bool empty() const { return m_count == 0; }
  constexpr const FilterParameter& operator[](std::size_t i) const { return m_parameters[i]; }
  constexpr std::size_t required() const {
    std::size_t count = 0;
    while (count < m_count && !m_parameters[count].isOptional)
      ++count;
    return count;
  }

 private:
  std::array<FilterParameter, 2> m_parameters{};
  std::size_t m_count = 0;
};

/// One call: the input and the evaluated arguments. It owns what its texts are made of.
class FilterCall {
 public:
  static constexpr std::size_t kMaxArguments = 2;
  static constexpr std::size_t kBytesPerItem = 16;

  FilterCall(const Value& input, const Renderer& renderer);
  FilterCall(const FilterCall&) = delete;
  FilterCall& operator=(const FilterCall&) = delete;

  /// Evaluates the arguments. A failure leaves the call unusable.
  FailurePointer evaluateArguments(const FilterUse& use, Renderer& renderer);

  const Value& input() const { return m_input; }
  std::string_view inputText() { return inputText(m_inputScratch); }
  const DateTime& now() const { return m_now; }
  std::size_t textLimit() const { return m_limit; } ///< bytes that a result may have
  std::size_t itemLimit() const { return m_limit / kBytesPerItem; }
  /// To be asked now and then by what takes long.
  bool mustStop() const { return m_stop.stop_requested(); }

  bool has(std::size_t index) const { return m_arguments[index] != nullptr; }
  const Value& argument(std::size_t index) const { return *m_arguments[index]; }
  std::string_view text(std::size_t index, std::string_view otherwise = {});
  std::int64_t integer(std::size_t index, std::int64_t otherwise = 0) const;

 private:
  std::string_view inputText(std::string& scratch);

  const Value& m_input;
  const DateTime& m_now;
  const std::stop_token& m_stop;
  std::size_t m_limit;
  std::array<const Value*, kMaxArguments> m_arguments{};
  std::array<Value, kMaxArguments> m_values;
  std::array<std::string, kMaxArguments> m_scratch;
  std::string m_inputScratch;
};

using FilterFunction = Outcome<Value> (*)(FilterCall& call);

struct FilterEntry {
  std::string_view name;
  FilterFunction function;
  FilterParameters parameters;
  std::string_view shownName = {}; ///< in messages, where it differs from `name`
};

/// Null when there is no such filter.
const FilterEntry* findFilter(std::string_view name);
std::vector<std::string> filterNames(); ///< sorted

/// The result of one filter; failures name the filter and its input.
Outcome<Value> applyFilter(const FilterUse& use, const Value& input, Renderer& renderer);

/// The families; each file of filters/ has one.
std::span<const FilterEntry> arrayFilters();
std::span<const FilterEntry> dateFilters();
std::span<const FilterEntry> htmlFilters();
std::span<const FilterEntry> mathFilters();
std::span<const FilterEntry> sequenceFilters();
std::span<const FilterEntry> slugFilters();
std::span<const FilterEntry> stringFilters();

/// For filters: the failures they have in common.
tl::unexpected<FailurePointer> invalidInput(std::string_view cause);
tl::unexpected<FailurePointer> invalidArgument(std::string_view name, std::string_view cause);
tl::unexpected<FailurePointer> tooLarge(std::size_t limit);
tl::unexpected<FailurePointer> stopped();

} // namespace postwright::liquid
