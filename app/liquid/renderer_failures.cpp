#include "app/base/text.h"
#include "app/liquid/renderer.h"
#include "app/liquid/suggest.h"
#include "app/liquid/template.h"

namespace postwright::liquid {
namespace {

std::vector<std::string> keysOf(const Place& place) {
  if (place.loop != nullptr) return place.loop->fieldNames();
  std::vector<std::string> keys;
  if (place.value->isArray()) {
    const std::size_t size = place.value->asArray().size();
    if (size > 0) keys.push_back("0.." + std::to_string(size - 1));
    keys.insert(keys.end(), {"first", "last"});
  } else if (place.value->isObject()) {
    for (const auto& [key, value] : place.value->asObject())
      keys.push_back(key);
  }
  return keys;
}

} // namespace

bool Renderer::failUnknownVariable(const std::string& name) {
  FailurePointer failure = makeFailure("Unknown variable");
  failure->context("requested variable", name);
  explain(*failure, {ErrorCode::LiquidUnknownVariable, ErrorCode::LiquidUnknownVariableMeant}, {name},
          m_scope->names());
  if (m_missesNames) failure->asConsequence();
  return fail(std::move(failure));
}

bool Renderer::failUnknownIndex(const std::string& path, const Key& key, const Place& parent) {
  const std::vector<std::string> keys = keysOf(parent);
  FailurePointer failure = makeFailure("Unknown index");
  failure->context("variable", path).context("requested index", key.text);
  failure->context("available indexes", joined(keys));
  explain(*failure, {ErrorCode::LiquidUnknownIndex, ErrorCode::LiquidUnknownIndexMeant}, {key.text, path},
          keys);
  return fail(std::move(failure));
}

void Renderer::noteUnknownIndex(const std::string& path, const Key& key, const Place& parent) {
  m_missing = MissingVariable{{}, path, key.text, keysOf(parent), {}};
}

bool Renderer::failUnknownPartial(std::string_view name) {
  const std::vector<std::string> names =
      m_input.partials == nullptr ? std::vector<std::string>() : m_input.partials->names();
  FailurePointer failure = makeFailure("Unknown partial-template");
  failure->context("requested partial", std::string(name)).context("available partials", joined(names));
  explain(*failure, {ErrorCode::LiquidUnknownPartial, ErrorCode::LiquidUnknownPartialMeant},
          {std::string(name)}, names);
  return fail(std::move(failure));
}

/// While all failures are looked for: notes this one; false when it ends the render all the same.
bool Renderer::goesOnBehind(const Node& node) {
  if (m_failure->isFinal()) return false;
  for (auto site = m_includes.rbegin(); site != m_includes.rend(); ++site)
    m_failure->includedAt(*site->file, site->offset);
  m_problems->add(*m_failure);
  m_missesNames = m_missesNames || node.maySetNames();
  return !m_problems->isFull();
}

bool Renderer::failTooLarge() {
  return failLimit(ErrorCode::LiquidOutputBudget, m_input.budget.outputBytes);
}

bool Renderer::failLimit(ErrorCode code, std::uint64_t limit) {
  FailurePointer failure = makeFailure("limit reached");
  failure->meaning(code, {std::to_string(limit)}).asFinal();
  return fail(std::move(failure));
}

} // namespace postwright::liquid
