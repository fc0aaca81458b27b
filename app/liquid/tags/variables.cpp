// assign, capture, increment, decrement, cycle, ifchanged: tags that remember something.
#include <array>
#include <limits>

#include "app/liquid/renderer.h"
#include "app/liquid/tag.h"
#include "app/liquid/value_text.h"

namespace postwright::liquid {
namespace {

bool writeRecorded(Renderer& renderer, const Value& value, std::size_t offset) {
  const std::size_t begin = renderer.outputSize();
  if (!renderer.print(value)) return false;
  renderer.recorder().add({begin, renderer.outputSize()}, offset);
  return true;
}

class AssignNode : public Node {
 public:
  AssignNode(std::size_t offset, Name name, FilterChain source)
      : Node(offset), m_name(std::move(name)), m_source(std::move(source)) {}

  bool render(Renderer& renderer) const override {
    Value scratch;
    const Value* value = renderer.evaluate(m_source, scratch);
    if (value == nullptr) {
      renderer.failure().trace("{% assign " + m_name.text + " = " + display(m_source) + "%}");
      return false;
    }
    if (value != &scratch) scratch = *value;
    if (renderer.recorder().isOn())
      renderer.scope().assignedFrom.insert_or_assign(m_name.text, renderer.originOf(m_source.start));
    renderer.scope().assigned.set(m_name, std::move(scratch));
    return true;
  }

 private:
  Name m_name;
  FilterChain m_source;
};

Outcome<NodePointer> parseAssign(TagSource& source) {
  constexpr const char* kOperatorExpected = "Assignment operator \"=\" expected.";
  Outcome<std::string_view> name = source.arguments.expectIdentifier("Identifier expected.");
  if (!name) return failed(std::move(name.error()));
  if (FailurePointer failure = source.arguments.expectText("=", kOperatorExpected, kOperatorExpected))
    return failed(std::move(failure));
  Outcome<FilterChain> chain = source.arguments.expectFilterChain("FilterChain expected.");
  if (!chain) return failed(std::move(chain.error()));
  if (FailurePointer failure = source.arguments.expectNothing()) return failed(std::move(failure));
  return std::make_unique<AssignNode>(source.offset, Name(*name), *std::move(chain));
}

class CaptureNode : public Node {
 public:
  CaptureNode(std::size_t offset, Name name, Nodes body)
      : Node(offset), m_name(std::move(name)), m_body(std::move(body)) {}

  bool render(Renderer& renderer) const override {
    const std::size_t begin = renderer.outputSize();
    if (!renderer.render(m_body)) {
      renderer.failure().trace("{% capture " + m_name.text + " %}");
      return false;
    }
    renderer.scope().assigned.set(m_name, renderer.takeOutput(begin));
    renderer.scope().assignedFrom.erase(m_name.text);
    return true;
  }

 private:
  Name m_name;
  Nodes m_body;
};

Outcome<NodePointer> parseCapture(TagSource& source) {
  Outcome<std::string_view> name = source.arguments.expectIdentifier("Identifier expected");
  if (!name) return failed(std::move(name.error()));
  if (FailurePointer failure = source.arguments.expectNothing()) return failed(std::move(failure));
  Outcome<Nodes> body = source.parser.parseRest(source.block);
  if (!body) {
    body.error()->trace("{% capture " + std::string(*name) + " %}");
    return failed(std::move(body.error()));
  }
  return std::make_unique<CaptureNode>(source.offset, Name(*name), *std::move(body));
}

/// increment prints, then adds; decrement subtracts, then prints.
class CounterNode : public Node {
 public:
  CounterNode(std::size_t offset, Name name, bool isIncrement)
      : Node(offset), m_name(std::move(name)), m_isIncrement(isIncrement) {}

  bool render(Renderer& renderer) const override {
    const Value* known = renderer.counters().find(m_name);
    const std::int64_t before = known == nullptr ? 0 : known->asInt();
    const std::int64_t after = before + (m_isIncrement ? 1 : -1);
    if (!writeRecorded(renderer, m_isIncrement ? before : after, offset())) return false;
    renderer.counters().set(m_name, after);
    return true;
  }

 private:
  Name m_name;
  bool m_isIncrement;
};

Outcome<NodePointer> parseCounter(TagSource& source, bool isIncrement) {
  Outcome<std::string_view> name = source.arguments.expectIdentifier("Identifier expected.");
  if (!name) return failed(std::move(name.error()));
  if (FailurePointer failure = source.arguments.expectNothing()) return failed(std::move(failure));
  return std::make_unique<CounterNode>(source.offset, Name(*name), isIncrement);
}

Outcome<NodePointer> parseIncrement(TagSource& source) {
  return parseCounter(source, true);
}

Outcome<NodePointer> parseDecrement(TagSource& source) {
  return parseCounter(source, false);
}

class CycleNode : public Node {
 public:
  CycleNode(std::size_t offset, std::string group, std::vector<Expression> values)
      : Node(offset), m_group(std::move(group)), m_values(std::move(values)) {
    if (m_group.empty()) m_group = joinedValues("-");
  }

  bool render(Renderer& renderer) const override {
    if (m_values.empty()) return failOutOfBounds(renderer, 0);
    std::size_t& turn = renderer.scope().cycles[m_group];
    const std::size_t current = turn;
    turn = (current + 1) % m_values.size();
    if (current >= m_values.size()) return failOutOfBounds(renderer, current);
    Value scratch;
    const Value* value = renderer.evaluate(m_values[current], scratch);
    if (value != nullptr) return writeRecorded(renderer, *value, offset());
    renderer.failure().trace(trace());
    return false;
  }

 private:
  std::string joinedValues(std::string_view separator) const {
    std::string text;
    for (std::size_t i = 0; i < m_values.size(); ++i)
      text += (i > 0 ? std::string(separator) : std::string()) + display(m_values[i]);
    return text;
  }

  bool failOutOfBounds(Renderer& renderer, std::size_t index) const {
    FailurePointer failure = makeFailure("cycle index out of bounds, most likely from mismatched cycles");
    failure->context("index", std::to_string(index)).context("count", std::to_string(m_values.size()));
    failure->meaning(ErrorCode::LiquidCycleBounds, {m_group});
    failure->trace(trace());
    return renderer.fail(std::move(failure));
  }

  std::string trace() const { return "{% cycle " + joinedValues(", ") + " %}"; }

  std::string m_group;
  std::vector<Expression> m_values;
};

/// The name of the group before its colon.
Outcome<std::string> parseGroup(const TagArguments& arguments, const TagToken& token) {
  if (arguments.isIdentifier(token)) return std::string(token.text);
  std::optional<Outcome<Value>> literal = arguments.literal(token);
  if (!literal) return failed(arguments.unexpected(token, {Rule::Identifier, Rule::Literal}));
  if (!*literal) return failed(std::move(literal->error()));
  std::string text;
  appendText(text, **literal);
  return text;
}

/// Values with commas between them; one comma may be left over.
FailurePointer parseCycleValues(TagArguments& arguments, std::vector<Expression>& values) {
  while (const std::optional<TagToken> token = arguments.next()) {
    Outcome<Expression> value = arguments.value(*token);
    if (!value) return std::move(value.error());
    values.push_back(*std::move(value));
    const std::optional<TagToken> comma = arguments.next();
    if (comma && comma->text != ",") return arguments.wrong(*comma, "\",\" expected.");
  }
  return nullptr;
}

Outcome<NodePointer> parseCycle(TagSource& source) {
  TagArguments& arguments = source.arguments;
  const Outcome<TagToken> first = arguments.expectNext("Identifier or value expected");
  if (!first) return failed(std::make_unique<Failure>(*first.error()));
  const std::optional<TagToken> second = arguments.next();
  std::string group;
  std::vector<Expression> values;
  if (second && second->text == ":") {
    Outcome<std::string> name = parseGroup(arguments, *first);
    if (!name) return failed(std::move(name.error()));
    group = *std::move(name);
  } else if (!second || second->text == ",") {
    Outcome<Expression> value = arguments.value(*first);
    if (!value) return failed(std::move(value.error()));
    values.push_back(*std::move(value));
  } else {
    return failed(arguments.wrong(*second, "\":\" or \",\" expected."));
  }
  if (FailurePointer failure = parseCycleValues(arguments, values)) return failed(std::move(failure));
  return std::make_unique<CycleNode>(source.offset, std::move(group), std::move(values));
}

/// Prints its body unless the last ifchanged of the page printed the same.
class IfChangedNode : public Node {
 public:
  IfChangedNode(std::size_t offset, Nodes body) : Node(offset), m_body(std::move(body)) {}

  bool render(Renderer& renderer) const override {
    const std::size_t begin = renderer.outputSize();
    if (!renderer.render(m_body)) {
      renderer.failure().trace("{{% ifchanged %}}");
      return false;
    }
    std::optional<std::string>& last = renderer.scope().lastChanged;
    if (last == renderer.outputSince(begin)) {
      renderer.takeOutput(begin);
    } else {
      last = renderer.outputSince(begin);
    }
    return true;
  }

 private:
  Nodes m_body;
};

Outcome<NodePointer> parseIfChanged(TagSource& source) {
  if (FailurePointer failure = source.arguments.expectNothing()) return failed(std::move(failure));
  Outcome<Nodes> body = source.parser.parseRest(source.block);
  if (!body) return failed(std::move(body.error()));
  return std::make_unique<IfChangedNode>(source.offset, *std::move(body));
}

} // namespace

std::span<const TagEntry> variableTags() {
  static constexpr auto kTags = std::to_array<TagEntry>({
      {"assign", "", parseAssign},
      {"capture", "endcapture", parseCapture},
      {"increment", "", parseIncrement},
      {"decrement", "", parseDecrement},
      {"cycle", "", parseCycle},
      {"ifchanged", "endifchanged", parseIfChanged},
  });
  return kTags;
}

} // namespace postwright::liquid
