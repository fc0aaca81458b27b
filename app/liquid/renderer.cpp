#include "app/liquid/renderer.h"

#include "app/liquid/filter.h"
#include "app/liquid/parsed_template.h"
#include "app/liquid/value_text.h"

namespace postwright::liquid {
namespace {

constexpr std::size_t kSpareOutput = 256;
constexpr int kMaxDepth = 2000; ///< measured: less than 2 MB of stack

const Value* arrayItem(const Array& array, const Key& key, Value& scratch) {
  const auto size = static_cast<std::int64_t>(array.size());
  if (key.integer) {
    const std::int64_t index = *key.integer < 0 ? *key.integer + size : *key.integer;
    return index >= 0 && index < size ? &array[static_cast<std::size_t>(index)] : nullptr;
  }
  switch (key.word) {
    case Key::Word::First:
      return array.empty() ? nullptr : &array.front();
    case Key::Word::Last:
      return array.empty() ? nullptr : &array.back();
    case Key::Word::Size:
      scratch = Value(size);
      return &scratch;
    default:
      return nullptr;
  }
}

/// One step into `value`, which may be `scratch` itself; null when there is nothing.
const Value* stepInto(const Value& value, const Key& key, Value& scratch) {
  if (value.isArray()) return arrayItem(value.asArray(), key, scratch);
  if (value.isObject()) {
    const Value* found = value.asObject().find(key.text);
    if (found != nullptr || key.word != Key::Word::Size) return found;
    scratch = Value(static_cast<std::int64_t>(value.asObject().size()));
    return &scratch;
  }
  if (key.word != Key::Word::Size || !isScalar(value)) return nullptr;
  std::string text;
  scratch = Value(static_cast<std::int64_t>(textOf(value, text).size()));
  return &scratch;
}

/// One step into what a loop says about itself.
Place stepInto(const LoopState& loop, const Key& key, Value& scratch) {
  if (loop.parent != nullptr && key.text == "parentloop") return {nullptr, loop.parent};
  std::optional<Value> field = loop.field(key);
  if (!field) return {};
  scratch = *std::move(field);
  return {&scratch, nullptr};
}

/// "a.b" of `a.b[c].d` before the step `last`.
std::string pathBefore(const Variable& variable, const std::vector<Key>& dynamicKeys, const PathStep& last) {
  std::string path = variable.name.text;
  auto dynamicKey = dynamicKeys.begin();
  for (const PathStep& step : variable.steps) {
    if (&step == &last) break;
    path += "." + (step.expression ? *dynamicKey++ : step.key).text;
  }
  return path;
}

} // namespace

Renderer::Renderer(const Template& page, const RenderInput& input, Problems* problems)
    : m_input(input),
      m_file(&page),
      m_page(input.globals, m_counters),
      m_scope(&m_page),
      m_recorder(input.map),
      m_problems(problems) {
  m_recorder.setFile(&page);
}

Result<std::string> Renderer::run() {
  m_output.reserve(m_file->text().size() + kSpareOutput); // mostly text: then it is copied only once
  if (render(m_file->nodes())) return std::move(m_output);
  return tl::unexpected(m_failure->toError(ErrorCode::LiquidRender));
}

bool Renderer::print(const Value& value) {
  appendText(m_output, value, m_input.budget.outputBytes);
  return m_output.size() <= m_input.budget.outputBytes || failTooLarge();
}

std::string Renderer::takeOutput(std::size_t size) {
  std::string taken = m_output.substr(size);
  m_output.resize(size);
  m_recorder.truncate(size);
  return taken;
}

const Value* Renderer::evaluate(const Expression& expression, Value& scratch) {
  const Value* literal = expression.literal();
  return literal != nullptr ? literal : find(*expression.variable(), scratch, Missing::IsFailure);
}

const Value* Renderer::tryEvaluate(const Expression& expression, Value& scratch) {
  const Value* literal = expression.literal();
  return literal != nullptr ? literal : find(*expression.variable(), scratch, Missing::IsNothing);
}

const Value* Renderer::evaluate(const FilterChain& chain, Value& scratch) {
  const Value* value = evaluate(chain.start, scratch);
  if (value == nullptr) return nullptr;
  for (const FilterUse& use : chain.filters) {
    Outcome<Value> result = applyFilter(use, *value, *this);
    if (!result) {
      fail(std::move(result.error()));
      return nullptr;
    }
    scratch = *std::move(result);
    value = &scratch;
  }
  return value;
}

std::string Renderer::originOf(const Expression& expression) const {
  const Variable* variable = expression.variable();
  if (!m_recorder.isOn() || variable == nullptr) return {};
  std::string path = dottedPath(*variable);
  if (path.empty()) return path;
  const std::optional<std::string> origin = m_scope->origin(variable->name);
  return origin.value_or("").empty() ? path : *origin + path.substr(variable->name.text.size());
}

Scope& Renderer::enterScope(Scope& scope) {
  Scope& left = *m_scope;
  m_scope = &scope;
  return left;
}

const Value* Renderer::find(const Variable& variable, Value& scratch, Missing missing) {
  std::vector<Key> dynamicKeys;
  if (!variable.isPlain && !evaluateKeys(variable, dynamicKeys, missing)) return nullptr;
  return walk(variable, dynamicKeys, scratch, missing);
}

bool Renderer::evaluateKeys(const Variable& variable, std::vector<Key>& keys, Missing missing) {
  for (const PathStep& step : variable.steps) {
    if (!step.expression) continue;
    Value scratch;
    const Value* key = missing == Missing::IsFailure ? evaluate(*step.expression, scratch)
                                                     : tryEvaluate(*step.expression, scratch);
    if (key == nullptr) return false;
    if (!isScalar(*key)) {
      if (missing != Missing::IsFailure) return false;
      FailurePointer failure = makeFailure("Expected scalar, found `" + sourceOf(*key) + "`");
      failure->meaning(ErrorCode::LiquidBadIndex, {display(*step.expression)});
      return fail(std::move(failure));
    }
    keys.emplace_back(*key);
  }
  return true;
}

const Value* Renderer::walk(const Variable& variable, const std::vector<Key>& dynamicKeys, Value& scratch,
                            Missing missing) {
  const Place root = m_scope->find(variable.name);
  if (!root) {
    if (missing == Missing::IsFailure) failUnknownVariable(variable.name.text);
    if (missing == Missing::IsNoted)
      m_missing = MissingVariable{{}, {}, variable.name.text, m_scope->names(), {}};
    return nullptr;
  }
  Place place = root;
  auto dynamicKey = dynamicKeys.begin();
  for (const PathStep& step : variable.steps) {
    const Key& key = step.expression ? *dynamicKey++ : step.key;
    const Place next = place.loop != nullptr ? stepInto(*place.loop, key, scratch)
                                             : Place{stepInto(*place.value, key, scratch), nullptr};
    if (!next) {
      if (missing == Missing::IsNoted) noteUnknownIndex(pathBefore(variable, dynamicKeys, step), key, place);
      if (missing != Missing::IsFailure) return nullptr;
      if (root.isArgument) {
        failUnknownVariable(variable.name.text);
      } else {
        failUnknownIndex(pathBefore(variable, dynamicKeys, step), key, place);
      }
      return nullptr;
    }
    place = next;
  }
  if (place.loop == nullptr) return place.value;
  scratch = place.loop->toValue();
  return &scratch;
}

bool Renderer::render(const Nodes& nodes) {
  if (++m_depth > kMaxDepth) return failLimit(ErrorCode::LiquidDepthBudget, kMaxDepth);
  for (const NodePointer& node : nodes) {
    if (!node->render(*this)) {
      m_failure->at(*m_file, node->offset());
      if (m_problems == nullptr || !goesOnBehind(*node)) return false;
    }
    if (m_scope->interrupt != Interrupt::None) break;
  }
  --m_depth;
  return true;
}

bool Renderer::countTurn() {
  if (++m_turns > m_input.budget.loopTurns) return failLoopBudget();
  if (!m_input.stop.stop_requested()) return true;
  return fail(std::move(stopped().value()));
}

bool Renderer::failLoopBudget() {
  return failLimit(ErrorCode::LiquidLoopBudget, m_input.budget.loopTurns);
}

const Template* Renderer::findPartial(std::string_view name) {
  const auto known = m_partials.find(std::string(name));
  if (known != m_partials.end()) return known->second.get();
  if (m_input.partials == nullptr) {
    failUnknownPartial(name);
    return nullptr;
  }
  Result<TemplatePointer> found = m_input.partials->find(name);
  if (!found) {
    fail(std::make_unique<Failure>(found.error()));
    return nullptr;
  }
  if (*found == nullptr) {
    failUnknownPartial(name);
    return nullptr;
  }
  return m_partials.emplace(name, *std::move(found)).first->second.get();
}

bool Renderer::renderPartial(const Template& partial, std::size_t offset) {
  const int limit = m_input.budget.includeDepth;
  if (m_includes.size() >= static_cast<std::size_t>(limit))
    return failLimit(ErrorCode::LiquidIncludeBudget, static_cast<std::uint64_t>(limit));
  if (!countTurn()) return false; // includes that include themselves twice would never end otherwise
  const Template* includer = m_file;
  m_includes.push_back({includer, offset});
  m_file = &partial;
  m_recorder.setFile(&partial);
  const bool rendered = render(partial.nodes());
  m_recorder.setFile(includer);
  m_file = includer;
  m_includes.pop_back();
  if (!rendered) m_failure->includedAt(*includer, offset);
  return rendered;
}

bool Renderer::fail(FailurePointer failure) {
  m_failure = std::move(failure);
  return false;
}

} // namespace postwright::liquid
