// if, unless, case.
#include <algorithm>
#include <array>
#include <optional>

#include "app/liquid/compare.h"
#include "app/liquid/renderer.h"
#include "app/liquid/tag.h"
#include "app/liquid/value_text.h"

namespace postwright::liquid {
namespace {

constexpr const char* kElseTrace = "{{% else %}}"; // Cobalt prints the braces doubled

struct Operator {
  std::string_view spelling;
  std::string_view shown;
  /// Nothing when `a` cannot be asked.
  std::optional<bool> (*holds)(const Value& a, const Value& b);
};

using OptionalBool = std::optional<bool>;

constexpr auto kOperators = std::to_array<Operator>({
    {"==", "==", [](const Value& a, const Value& b) -> OptionalBool { return equalValues(a, b); }},
    {"!=", "!=", [](const Value& a, const Value& b) -> OptionalBool { return !equalValues(a, b); }},
    {"<>", "!=", [](const Value& a, const Value& b) -> OptionalBool { return !equalValues(a, b); }},
    {"<", "<", [](const Value& a, const Value& b) -> OptionalBool { return compareValues(a, b) < 0; }},
    {">", ">", [](const Value& a, const Value& b) -> OptionalBool { return compareValues(a, b) > 0; }},
    {"<=", "<=", [](const Value& a, const Value& b) -> OptionalBool { return compareValues(a, b) <= 0; }},
    {">=", ">=", [](const Value& a, const Value& b) -> OptionalBool { return compareValues(a, b) >= 0; }},
    {"contains", "contains", containsValue},
});

const Operator* findOperator(std::string_view spelling) {
  const auto* found = std::find_if(kOperators.begin(), kOperators.end(),
                                   [&](const Operator& known) { return known.spelling == spelling; });
  return found == kOperators.end() ? nullptr : found;
}

/// A value, or two with an operator between them.
struct Atom {
  Expression left;
  const Operator* comparison = nullptr;
  Expression right; ///< nil without an operator
  std::size_t offset = 0;
};

/// Any of the conjunctions, each of which is all of its atoms: `and` binds tighter than `or`.
struct Condition {
  std::vector<std::vector<Atom>> alternatives;
};

std::string display(const Atom& atom) {
  std::string text = display(atom.left);
  if (atom.comparison != nullptr)
    text += " " + std::string(atom.comparison->shown) + " " + display(atom.right);
  return text;
}

std::string display(const Condition& condition) {
  std::string text;
  for (const auto& conjunction : condition.alternatives) {
    if (!text.empty()) text += " or ";
    for (std::size_t i = 0; i < conjunction.size(); ++i)
      text += (i > 0 ? " and " : "") + display(conjunction[i]);
  }
  return text;
}

Outcome<Atom> parseAtom(TagArguments& arguments) {
  const std::optional<TagToken> first = arguments.peek();
  Outcome<Expression> left = arguments.expectValue("Value expected.");
  if (!left) return failed(std::move(left.error()));
  Atom atom{*std::move(left), nullptr, {}, arguments.offsetOf(*first)};
  const std::optional<TagToken> token = arguments.peek();
  atom.comparison = token ? findOperator(token->text) : nullptr;
  if (atom.comparison == nullptr) return atom;
  arguments.next();
  Outcome<Expression> right = arguments.expectValue("Value expected.");
  if (!right) return failed(std::move(right.error()));
  atom.right = *std::move(right);
  return atom;
}

Outcome<Condition> parseCondition(TagArguments& arguments) {
  Condition condition;
  condition.alternatives.emplace_back();
  while (true) {
    Outcome<Atom> atom = parseAtom(arguments);
    if (!atom) return failed(std::move(atom.error()));
    condition.alternatives.back().push_back(*std::move(atom));
    const std::optional<TagToken> token = arguments.next();
    if (!token) return condition;
    if (token->text == "or") {
      condition.alternatives.emplace_back();
    } else if (token->text != "and") {
      return failed(arguments.wrong(*token, "\"and\" or \"or\" expected."));
    }
  }
}

/// Nothing when it failed.
OptionalBool holds(const Atom& atom, Renderer& renderer) {
  Value leftScratch;
  if (atom.comparison == nullptr) {
    const Value* value = renderer.tryEvaluate(atom.left, leftScratch);
    if (value == nullptr) renderer.noteMissing(*atom.left.variable(), atom.offset);
    return value != nullptr && isTruthy(*value);
  }
  const Value* left = renderer.evaluate(atom.left, leftScratch);
  if (left == nullptr) return std::nullopt;
  Value rightScratch;
  const Value* right = renderer.evaluate(atom.right, rightScratch);
  if (right == nullptr) return std::nullopt;
  const OptionalBool result = atom.comparison->holds(*left, *right);
  if (result) return result;
  FailurePointer failure =
      makeFailure("Expected string | array | object, found `" + std::string(typeName(*left)) + "`");
  failure->meaning(ErrorCode::LiquidCannotContain, {display(atom.left)});
  renderer.fail(std::move(failure));
  return std::nullopt;
}

OptionalBool holds(const std::vector<Atom>& conjunction, Renderer& renderer) {
  for (const Atom& atom : conjunction) {
    const OptionalBool result = holds(atom, renderer);
    if (!result || !*result) return result;
  }
  return true;
}

OptionalBool holds(const Condition& condition, Renderer& renderer) {
  for (const auto& conjunction : condition.alternatives) {
    const OptionalBool result = holds(conjunction, renderer);
    if (!result || *result) return result;
  }
  return false;
}

struct Branch {
  Condition condition;
  Nodes nodes;
};

/// if and unless, with all their branches.
class ConditionalNode : public Node {
 public:
  ConditionalNode(std::size_t offset, bool wanted) : Node(offset), m_wanted(wanted) {}

  void add(Branch branch) { m_branches.push_back(std::move(branch)); }
  void setOtherwise(Nodes nodes) { m_otherwise = std::move(nodes); }

  bool render(Renderer& renderer) const override {
    std::size_t taken = 0;
    for (; taken < m_branches.size(); ++taken) {
      const OptionalBool result = holds(m_branches[taken].condition, renderer);
      if (!result) return fail(renderer, taken);
      if (*result == m_wanted) break;
    }
    const Nodes& nodes = taken < m_branches.size() ? m_branches[taken].nodes : m_otherwise;
    return renderer.render(nodes) || fail(renderer, taken);
  }

 private:
  /// Each branch stands inside the else of the one before it.
  bool fail(Renderer& renderer, std::size_t branch) const {
    if (branch < m_branches.size()) trace(renderer, branch);
    while (branch-- > 0) {
      renderer.failure().trace(kElseTrace);
      trace(renderer, branch);
    }
    return false;
  }
  void trace(Renderer& renderer, std::size_t branch) const {
    renderer.failure().trace("{% if " + display(m_branches[branch].condition) + " %}");
  }

  bool m_wanted;
  std::vector<Branch> m_branches;
  Nodes m_otherwise;
};

/// One condition and what it guards; then the tag that divides, if any.
Outcome<std::string_view> parseBranch(TagSource& source, TagArguments arguments, bool isIf,
                                      ConditionalNode& node) {
  Outcome<Condition> condition = parseCondition(arguments);
  if (!condition) return failed(std::move(condition.error()));
  Outcome<BlockPart> part = isIf ? source.parser.parsePart(source.block, {"else", "elsif"})
                                 : source.parser.parsePart(source.block, {"else"});
  if (!part) return failed(std::move(part.error()));
  node.add({*std::move(condition), std::move(part->nodes)});
  return part->divider;
}

Outcome<NodePointer> parseConditional(TagSource& source, bool isIf) {
  auto node = std::make_unique<ConditionalNode>(source.offset, isIf);
  Outcome<std::string_view> divider = parseBranch(source, source.arguments, isIf, *node);
  while (divider && *divider == "elsif")
    divider = parseBranch(source, source.parser.arguments(), isIf, *node);
  if (!divider) return failed(std::move(divider.error()));
  if (source.block.isClosed) return node;
  Outcome<Nodes> otherwise = source.parser.parseRest(source.block);
  if (!otherwise) return failed(std::move(otherwise.error()));
  node->setOtherwise(*std::move(otherwise));
  return node;
}

Outcome<NodePointer> parseIf(TagSource& source) {
  return parseConditional(source, true);
}

Outcome<NodePointer> parseUnless(TagSource& source) {
  return parseConditional(source, false);
}

struct CaseOption {
  std::vector<Expression> values;
  Nodes nodes;
};

class CaseNode : public Node {
 public:
  CaseNode(std::size_t offset, Expression target) : Node(offset), m_target(std::move(target)) {}

  void add(CaseOption option) { m_options.push_back(std::move(option)); }
  void setOtherwise(Nodes nodes) { m_otherwise = std::move(nodes); }

  bool render(Renderer& renderer) const override {
    Value scratch;
    const Value* found = renderer.evaluate(m_target, scratch);
    if (found == nullptr) return false;
    const Value target = *found; // the branch may assign the variable
    for (const CaseOption& option : m_options) {
      const OptionalBool result = matches(option, target, renderer);
      if (!result) return false;
      if (*result) return renderer.render(option.nodes) || fail(renderer, optionTrace(option), target);
    }
    return renderer.render(m_otherwise) || fail(renderer, kElseTrace, target);
  }

 private:
  static OptionalBool matches(const CaseOption& option, const Value& target, Renderer& renderer) {
    for (const Expression& expression : option.values) {
      Value scratch;
      const Value* value = renderer.evaluate(expression, scratch);
      if (value == nullptr) return std::nullopt;
      if (equalValues(*value, target)) return true;
    }
    return false;
  }

  static std::string optionTrace(const CaseOption& option) {
    std::string values;
    for (const Expression& value : option.values)
      values += (values.empty() ? "" : " or ") + display(value);
    return "{% when " + values + " %}";
  }

  bool fail(Renderer& renderer, const std::string& option, const Value& target) const {
    std::string text;
    renderer.failure().trace(option).trace("{% case " + display(m_target) + " %}");
    renderer.failure().context(display(m_target), std::string(textOf(target, text)));
    return false;
  }

  Expression m_target;
  std::vector<CaseOption> m_options;
  Nodes m_otherwise;
};

Outcome<std::vector<Expression>> parseOption(TagArguments arguments) {
  std::vector<Expression> values;
  while (true) {
    Outcome<Expression> value = arguments.expectValue("Value expected");
    if (!value) return failed(std::move(value.error()));
    values.push_back(*std::move(value));
    const std::optional<TagToken> token = arguments.next();
    if (!token) return values;
    if (token->text != "or" && token->text != ",")
      return failed(arguments.wrong(*token, "\"or\" or \",\" expected."));
  }
}

/// Reads the `when`s; what stands before the first one is dropped.
FailurePointer parseOptions(TagSource& source, CaseNode& node) {
  std::optional<CaseOption> current;
  while (true) {
    Outcome<BlockPart> part = source.parser.parsePart(source.block, {"when", "else"});
    if (!part) return std::move(part.error());
    if (current) {
      current->nodes = std::move(part->nodes);
      node.add(*std::move(current));
    }
    if (part->divider != "when") return nullptr;
    Outcome<std::vector<Expression>> values = parseOption(source.parser.arguments());
    if (!values) return std::move(values.error());
    current = CaseOption{*std::move(values), {}};
  }
}

Outcome<NodePointer> parseCase(TagSource& source) {
  Outcome<Expression> target = source.arguments.expectValue("Value expected.");
  if (!target) return failed(std::move(target.error()));
  if (FailurePointer failure = source.arguments.expectNothing()) return failed(std::move(failure));
  auto node = std::make_unique<CaseNode>(source.offset, *std::move(target));
  if (FailurePointer failure = parseOptions(source, *node)) return failed(std::move(failure));
  if (source.block.isClosed) return node;
  TagArguments elseArguments = source.parser.arguments();
  if (FailurePointer failure = elseArguments.expectNothing()) return failed(std::move(failure));
  Outcome<Nodes> otherwise = source.parser.parseRest(source.block);
  if (!otherwise) return failed(std::move(otherwise.error()));
  node->setOtherwise(*std::move(otherwise));
  return node;
}

} // namespace

std::span<const TagEntry> conditionTags() {
  static constexpr auto kTags = std::to_array<TagEntry>({
      {"if", "endif", parseIf},
      {"unless", "endunless", parseUnless},
      {"case", "endcase", parseCase},
  });
  return kTags;
}

} // namespace postwright::liquid
