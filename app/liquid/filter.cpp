#include "app/liquid/filter.h"

#include <algorithm>

#include "app/liquid/expression.h"
#include "app/liquid/renderer.h"
#include "app/liquid/value_text.h"

namespace postwright::liquid {
namespace {

/// All filters by name.
const std::vector<const FilterEntry*>& sortedFilters() {
  static const std::vector<const FilterEntry*> kFilters = [] {
    std::vector<const FilterEntry*> filters;
    for (const auto family : {arrayFilters(), dateFilters(), htmlFilters(), mathFilters(), sequenceFilters(),
                              slugFilters(), stringFilters()}) {
      for (const FilterEntry& entry : family)
        filters.push_back(&entry);
    }
    std::sort(filters.begin(), filters.end(),
              [](const FilterEntry* a, const FilterEntry* b) { return a->name < b->name; });
    return filters;
  }();
  return kFilters;
}

} // namespace

const FilterEntry* findFilter(std::string_view name) {
  const auto& filters = sortedFilters();
  const auto found =
      std::lower_bound(filters.begin(), filters.end(), name,
                       [](const FilterEntry* entry, std::string_view n) { return entry->name < n; });
  return found != filters.end() && (*found)->name == name ? *found : nullptr;
}

std::vector<std::string> filterNames() {
  std::vector<std::string> names;
  for (const FilterEntry* entry : sortedFilters())
    names.emplace_back(entry->name);
  return names;
}

FilterCall::FilterCall(const Value& input, const Renderer& renderer)
    : m_input(input), m_now(renderer.now()), m_stop(renderer.stopToken()), m_limit(renderer.outputLimit()) {}

FailurePointer FilterCall::evaluateArguments(const FilterUse& use, Renderer& renderer) {
  for (std::size_t i = 0; i < use.arguments.size(); ++i) {
    m_arguments[i] = renderer.evaluate(use.arguments[i], m_values[i]);
    if (m_arguments[i] == nullptr) return renderer.takeFailure();
    const FilterParameter& parameter = use.entry->parameters[i];
    if (parameter.type == FilterParameter::Type::Integer && !toInteger(*m_arguments[i]))
      return std::move(invalidArgument(parameter.name, "Whole number expected").value());
  }
  return nullptr;
}

std::string_view FilterCall::inputText(std::string& scratch) {
  return textOf(m_input, scratch, m_limit);
}

std::string_view FilterCall::text(std::size_t index, std::string_view otherwise) {
  return has(index) ? textOf(argument(index), m_scratch[index], m_limit) : otherwise;
}

std::int64_t FilterCall::integer(std::size_t index, std::int64_t otherwise) const {
  return has(index) ? toInteger(argument(index)).value_or(otherwise) : otherwise;
}

Outcome<Value> applyFilter(const FilterUse& use, const Value& input, Renderer& renderer) {
  FilterCall call(input, renderer);
  FailurePointer failure = call.evaluateArguments(use, renderer);
  if (!failure) {
    Outcome<Value> result = use.entry->function(call);
    if (result) return result;
    failure = std::move(result.error());
  }
  failure->argument(std::string(use.entry->name));
  failure->trace("Filter error").context("filter", display(use)).context("input", sourceOf(input));
  return failed(std::move(failure));
}

tl::unexpected<FailurePointer> invalidInput(std::string_view cause) {
  FailurePointer failure = makeFailure("Invalid input");
  failure->context("cause", std::string(cause));
  failure->meaning(ErrorCode::LiquidFilterInput, {std::string(cause)});
  return failed(std::move(failure));
}

tl::unexpected<FailurePointer> invalidArgument(std::string_view name, std::string_view cause) {
  FailurePointer failure = makeFailure("Invalid argument");
  failure->context("argument", std::string(name)).context("cause", std::string(cause));
  failure->meaning(ErrorCode::LiquidFilterArgument, {std::string(name), std::string(cause)});
  return failed(std::move(failure));
}

tl::unexpected<FailurePointer> tooLarge(std::size_t limit) {
  FailurePointer failure = makeFailure("too large");
  failure->meaning(ErrorCode::LiquidBudget, {std::to_string(limit)});
  return failed(std::move(failure));
}

tl::unexpected<FailurePointer> stopped() {
  FailurePointer failure = makeFailure("stopped");
  failure->meaning(ErrorCode::Cancelled, {}).asFinal();
  return failed(std::move(failure));
}

} // namespace postwright::liquid
