// include and render.
#include <array>
#include <optional>

#include "app/liquid/loop_items.h"
#include "app/liquid/renderer.h"
#include "app/liquid/tag.h"
#include "app/liquid/value_text.h"

namespace postwright::liquid {
namespace {

using NamedExpressions = std::vector<std::pair<Name, Expression>>;

/// The partial's name; nothing with a failure when it is no scalar.
std::optional<std::string> partialName(const Expression& partial, Renderer& renderer) {
  Value scratch;
  const Value* value = renderer.evaluate(partial, scratch);
  if (value == nullptr) return std::nullopt;
  if (!isScalar(*value)) {
    FailurePointer failure = makeFailure("Can only `include` strings");
    failure->context("partial", sourceOf(*value));
    failure->meaning(ErrorCode::LiquidIncludeName, {sourceOf(*value)});
    renderer.fail(std::move(failure));
    return std::nullopt;
  }
  std::string text;
  return std::string(textOf(*value, text));
}

std::optional<NamedValues> evaluateAll(const NamedExpressions& expressions, Renderer& renderer) {
  NamedValues values;
  for (const auto& [name, expression] : expressions) {
    Value scratch;
    const Value* value = renderer.tryEvaluate(expression, scratch);
    if (value == nullptr) {
      FailurePointer failure = makeFailure("failed to evaluate value");
      failure->meaning(ErrorCode::LiquidMissingArgument, {name.text, display(expression)});
      renderer.fail(std::move(failure));
      return std::nullopt;
    }
    values.emplace_back(&name, *value);
  }
  return values;
}

std::vector<std::string> originsOf(const NamedExpressions& expressions, const Renderer& renderer) {
  std::vector<std::string> origins;
  for (const auto& [name, expression] : expressions)
    origins.push_back(renderer.originOf(expression));
  return origins;
}

class IncludeNode : public Node {
 public:
  IncludeNode(std::size_t offset, Expression partial, NamedExpressions arguments)
      : Node(offset), m_partial(std::move(partial)), m_arguments(std::move(arguments)) {}

  bool render(Renderer& renderer) const override {
    const std::optional<std::string> name = partialName(m_partial, renderer);
    if (!name) return false;
    std::optional<NamedValues> values = evaluateAll(m_arguments, renderer);
    if (!values) return false;
    const Template* partial = renderer.findPartial(*name);
    if (partial == nullptr) {
      renderer.failure().trace(trace());
      return false;
    }
    NamesFrame frame(*std::move(values));
    frame.setOrigins(originsOf(m_arguments, renderer));
    const PushedFrame pushed(renderer.scope(), frame);
    if (renderer.renderPartial(*partial, offset())) return true;
    renderer.failure().trace(trace()).context(display(m_partial), *name);
    return false;
  }

 private:
  std::string trace() const { return "{% include " + display(m_partial) + " %}"; }

  Expression m_partial;
  NamedExpressions m_arguments;
};

/// Enters a scope and leaves it again.
class EnteredScope {
 public:
  EnteredScope(Renderer& renderer, Scope& scope)
      : m_renderer(renderer), m_outer(renderer.enterScope(scope)) {}
  EnteredScope(const EnteredScope&) = delete;
  EnteredScope& operator=(const EnteredScope&) = delete;
  ~EnteredScope() { m_renderer.enterScope(m_outer); }

 private:
  Renderer& m_renderer;
  Scope& m_outer;
};

struct RenderLoop {
  RangeExpression range;
  Name variable;
};

class RenderNode : public Node {
 public:
  RenderNode(std::size_t offset, Expression partial) : Node(offset), m_partial(std::move(partial)) {}

  void setLoop(RenderLoop loop) { m_loop = std::move(loop); }
  void add(Name name, Expression value) { m_arguments.emplace_back(std::move(name), std::move(value)); }

  bool render(Renderer& renderer) const override {
    const std::optional<std::string> name = partialName(m_partial, renderer);
    if (!name) return false;
    return m_loop ? renderLoop(*m_loop, *name, renderer) : renderOnce(*name, renderer);
  }

 private:
  bool renderOnce(const std::string& name, Renderer& renderer) const {
    std::optional<NamedValues> values = evaluateAll(m_arguments, renderer);
    if (!values) return false;
    const Template* partial = findPartial(name, renderer);
    if (partial == nullptr) return false;
    NamesFrame arguments(*std::move(values));
    arguments.setOrigins(originsOf(m_arguments, renderer));
    Scope scope(arguments);
    const EnteredScope entered(renderer, scope);
    if (renderer.renderPartial(*partial, offset())) return true;
    renderer.failure().trace(trace()).context(display(m_partial), name);
    return false;
  }

  bool renderLoop(const RenderLoop& loop, const std::string& name, Renderer& renderer) const {
    LoopItems items;
    if (!items.evaluate(loop.range, renderer)) {
      renderer.failure().trace(trace());
      return false;
    }
    if (!items.check(renderer)) return false;
    LoopState state;
    state.length = items.size();
    LoopFrame arguments(loop.variable, state);
    if (!loop.range.end) arguments.setOrigin(renderer.originOf(loop.range.start));
    for (; state.index < state.length; ++state.index) {
      std::optional<NamedValues> values = evaluateAll(m_arguments, renderer);
      if (!values) return false;
      arguments.setItem(items.at(state.index), items.position(state.index));
      NamesFrame names(*std::move(values));
      names.setOrigins(originsOf(m_arguments, renderer));
      arguments.below = &names;
      const std::optional<Interrupt> interrupt = renderTurn(name, arguments, state.index, renderer);
      if (!interrupt) return false;
      if (*interrupt == Interrupt::Break) break;
    }
    return true;
  }

  /// How the turn ended; nothing when it failed.
  std::optional<Interrupt> renderTurn(const std::string& name, const Frame& arguments, std::size_t index,
                                      Renderer& renderer) const {
    const Template* partial = findPartial(name, renderer);
    if (partial == nullptr) return std::nullopt;
    Scope scope(arguments);
    const EnteredScope entered(renderer, scope);
    if (renderer.renderPartial(*partial, offset())) return scope.interrupt;
    renderer.failure().trace(trace()).context("index", std::to_string(index + 1));
    return std::nullopt;
  }

  /// Tries the name, then the name with `.liquid`, whose failure counts.
  const Template* findPartial(const std::string& name, Renderer& renderer) const {
    const Template* partial = renderer.findPartial(name);
    if (partial != nullptr) return partial;
    renderer.dropFailure();
    partial = renderer.findPartial(name + ".liquid");
    if (partial == nullptr) renderer.failure().trace(trace());
    return partial;
  }

  std::string trace() const { return "{% render " + display(m_partial) + " %}"; }

  Expression m_partial;
  std::optional<RenderLoop> m_loop;
  NamedExpressions m_arguments;
};

/// The value of `name: value`, from the colon on.
Outcome<Expression> parseNamedValue(TagArguments& arguments) {
  if (FailurePointer failure =
          arguments.expectText(":", "\":\" expected.", "expected \":\" to be used for the assignment"))
    return failed(std::move(failure));
  return arguments.expectValue("expected value");
}

Outcome<NodePointer> parseInclude(TagSource& source) {
  TagArguments& arguments = source.arguments;
  Outcome<Expression> partial = arguments.expectValue("Identifier or literal expected.");
  if (!partial) return failed(std::move(partial.error()));
  NamedExpressions values;
  while (const std::optional<TagToken> token = arguments.next()) {
    Outcome<std::string_view> name = arguments.identifier(*token);
    if (!name) return failed(std::move(name.error()));
    Outcome<Expression> value = parseNamedValue(arguments);
    if (!value) return failed(std::move(value.error()));
    values.emplace_back(Name(*name), *std::move(value));
    const std::optional<TagToken> comma = arguments.next(); // Cobalt drops what stands here instead
    if (comma && comma->text != ",") break;
  }
  if (FailurePointer failure = arguments.expectNothing()) return failed(std::move(failure));
  return std::make_unique<IncludeNode>(source.offset, *std::move(partial), std::move(values));
}

/// `X as n`, after `with`.
FailurePointer parseWith(TagArguments& arguments, RenderNode& node) {
  Outcome<Expression> value = arguments.expectValue("expected value");
  if (!value) return std::move(value.error());
  if (FailurePointer failure =
          arguments.expectText("as", "\"as\" expected.", "expected \"as\" to be used for the assignment"))
    return failure;
  Outcome<std::string_view> name = arguments.expectIdentifier("expected identifier");
  if (!name) return std::move(name.error());
  node.add(Name(*name), *std::move(value));
  return nullptr;
}

/// `RANGE as n`, after `for`.
FailurePointer parseLoop(TagArguments& arguments, RenderNode& node) {
  Outcome<RangeExpression> range = arguments.expectRange("Array or range expected.");
  if (!range) return std::move(range.error());
  if (FailurePointer failure = arguments.expectText("as", "\"as\" expected", "\"as\" expected"))
    return failure;
  Outcome<std::string_view> name = arguments.expectIdentifier("Identifier expected.");
  if (!name) return std::move(name.error());
  node.setLoop({*std::move(range), Name(*name)});
  return nullptr;
}

/// `, name: value` as often as it comes; one comma may be left over.
FailurePointer parseRenderArguments(TagArguments& arguments, RenderNode& node) {
  while (const std::optional<TagToken> comma = arguments.next()) {
    if (comma->text != ",") return arguments.wrong(*comma, "`,` is needed to separate variables");
    const std::optional<TagToken> token = arguments.next();
    if (!token) return nullptr;
    Outcome<std::string_view> name = arguments.identifier(*token);
    if (!name) return std::move(name.error());
    Outcome<Expression> value = parseNamedValue(arguments);
    if (!value) return std::move(value.error());
    node.add(Name(*name), *std::move(value));
  }
  return nullptr;
}

Outcome<NodePointer> parseRender(TagSource& source) {
  TagArguments& arguments = source.arguments;
  Outcome<Expression> partial = arguments.expectValue("Identifier or literal expected.");
  if (!partial) return failed(std::move(partial.error()));
  auto node = std::make_unique<RenderNode>(source.offset, *std::move(partial));
  const std::optional<TagToken> word = arguments.peek();
  FailurePointer failure;
  if (word && word->text == "with") {
    arguments.next();
    failure = parseWith(arguments, *node);
  } else if (word && word->text == "for") {
    arguments.next();
    failure = parseLoop(arguments, *node);
  }
  if (!failure) failure = parseRenderArguments(arguments, *node);
  if (failure) return failed(std::move(failure));
  return node;
}

} // namespace

std::span<const TagEntry> includeTags() {
  static constexpr auto kTags = std::to_array<TagEntry>({
      {"include", "", parseInclude},
      {"render", "", parseRender},
  });
  return kTags;
}

} // namespace postwright::liquid
