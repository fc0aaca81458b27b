// for, tablerow, break, continue.
#include <array>
#include <optional>

#include "app/liquid/loop_items.h"
#include "app/liquid/renderer.h"
#include "app/liquid/tag.h"

namespace postwright::liquid {
namespace {

/// What for and tablerow have in common.
struct LoopHead {
  Name variable;
  RangeExpression range;
  std::optional<Expression> columns;
  std::optional<Expression> limit;
  std::optional<Expression> offset;
  bool isReversed = false;
};

/// Messages call a tablerow a for, too.
std::string trace(const LoopHead& head) {
  std::string parameters;
  const auto add = [&](const std::string& text) { parameters += (parameters.empty() ? "" : ", ") + text; };
  if (head.columns) add("cols:" + display(*head.columns));
  if (head.limit) add("limit:" + display(*head.limit));
  if (head.offset) add("offset:" + display(*head.offset));
  if (head.isReversed) add("reversed");
  return "{% for " + head.variable.text + " in " + display(head.range) + " " + parameters + " %}";
}

bool evaluateItems(const LoopHead& head, LoopItems& items, Renderer& renderer) {
  if (!items.evaluate(head.range, renderer)) {
    renderer.failure().trace(trace(head));
    return false;
  }
  return items.check(renderer);
}

bool cutItems(const LoopHead& head, LoopItems& items, Renderer& renderer) {
  std::optional<std::size_t> limit;
  std::optional<std::size_t> offset;
  if (!evaluateCount(head.limit, limit, renderer) || !evaluateCount(head.offset, offset, renderer))
    return false;
  items.cut(limit, offset.value_or(0));
  if (head.isReversed) items.reverse();
  return true;
}

bool failTurn(const LoopHead& head, std::size_t index, Renderer& renderer) {
  renderer.failure().trace(trace(head)).context("index", std::to_string(index + 1));
  return false;
}

class ForNode : public Node {
 public:
  ForNode(std::size_t offset, LoopHead head) : Node(offset), m_head(std::move(head)) {}

  void setBody(Nodes nodes) { m_body = std::move(nodes); }
  void setOtherwise(Nodes nodes) { m_otherwise = std::move(nodes); }

  bool render(Renderer& renderer) const override {
    LoopItems items;
    if (!evaluateItems(m_head, items, renderer) || !cutItems(m_head, items, renderer)) return false;
    if (items.size() > 0) return renderTurns(items, renderer);
    if (renderer.render(m_otherwise)) return true;
    renderer.failure().trace("{{% else %}}").trace(trace(m_head));
    return false;
  }

 private:
  bool renderTurns(LoopItems& items, Renderer& renderer) const {
    LoopState state;
    state.length = items.size();
    Scope& scope = renderer.scope();
    const Place outer = scope.find(state.name());
    state.parent = outer.loop;
    if (outer.value != nullptr) state.parentValue = *outer.value;
    LoopFrame frame(m_head.variable, state);
    if (!m_head.range.end) frame.setOrigin(renderer.originOf(m_head.range.start));
    const PushedFrame pushed(scope, frame);
    for (; state.index < state.length; ++state.index) {
      if (!renderer.countTurn()) return false;
      frame.setItem(items.at(state.index), items.position(state.index));
      if (!renderer.render(m_body)) return failTurn(m_head, state.index, renderer);
      const Interrupt interrupt = std::exchange(scope.interrupt, Interrupt::None);
      if (interrupt == Interrupt::Break) break;
    }
    return true;
  }

  LoopHead m_head;
  Nodes m_body;
  Nodes m_otherwise;
};

class TableRowNode : public Node {
 public:
  TableRowNode(std::size_t offset, LoopHead head, Nodes body)
      : Node(offset), m_head(std::move(head)), m_body(std::move(body)) {}

  bool render(Renderer& renderer) const override {
    LoopItems items;
    std::optional<std::size_t> columns;
    if (!evaluateItems(m_head, items, renderer) || !evaluateCount(m_head.columns, columns, renderer) ||
        !cutItems(m_head, items, renderer))
      return false;
    LoopState state;
    state.isTable = true;
    state.length = items.size();
    state.columns = columns.value_or(items.size());
    if (state.columns == 0 && state.length > 0) {
      FailurePointer failure = makeFailure("a table needs columns");
      failure->meaning(ErrorCode::LiquidNoColumns, {});
      return renderer.fail(std::move(failure));
    }
    LoopFrame frame(m_head.variable, state);
    if (!m_head.range.end) frame.setOrigin(renderer.originOf(m_head.range.start));
    const PushedFrame pushed(renderer.scope(), frame);
    for (; state.index < state.length; ++state.index) {
      if (!renderer.countTurn()) return false;
      frame.setItem(items.at(state.index), items.position(state.index));
      if (!renderCell(state, renderer)) return false;
    }
    return true;
  }

 private:
  bool renderCell(const LoopState& state, Renderer& renderer) const {
    std::string open;
    if (state.column() == 0)
      open = "<tr class=\"row" + std::to_string(state.index / state.columns + 1) + "\">";
    open += "<td class=\"col" + std::to_string(state.column() + 1) + "\">";
    if (!writeMarkup(open, renderer)) return false;
    if (!renderer.render(m_body)) return failTurn(m_head, state.index, renderer);
    return writeMarkup(state.endsRow() ? "</td></tr>" : "</td>", renderer);
  }

  bool writeMarkup(std::string_view markup, Renderer& renderer) const {
    const std::size_t begin = renderer.outputSize();
    if (!renderer.write(markup)) return false;
    renderer.recorder().add({begin, renderer.outputSize()}, offset());
    return true;
  }

  LoopHead m_head;
  Nodes m_body;
};

class InterruptNode : public Node {
 public:
  InterruptNode(std::size_t offset, Interrupt interrupt) : Node(offset), m_interrupt(interrupt) {}

  bool render(Renderer& renderer) const override {
    renderer.scope().interrupt = m_interrupt;
    return true;
  }

 private:
  Interrupt m_interrupt;
};

struct ParameterName {
  std::string_view name;
  std::optional<Expression> LoopHead::* place; ///< null: `reversed`, which has no value
};

FailurePointer parseParameter(TagArguments& arguments, std::optional<Expression>& place) {
  if (FailurePointer failure = arguments.expectText(":", "\":\" expected.", "\":\" expected."))
    return failure;
  Outcome<Expression> value = arguments.expectValue("Value expected.");
  if (!value) return std::move(value.error());
  place = *std::move(value);
  return nullptr;
}

FailurePointer parseParameters(TagArguments& arguments, LoopHead& head, std::span<const ParameterName> known,
                               std::string_view expected) {
  while (const std::optional<TagToken> token = arguments.next()) {
    const auto name = std::find_if(known.begin(), known.end(),
                                   [&](const ParameterName& k) { return k.name == token->text; });
    if (name == known.end()) return arguments.wrong(*token, expected);
    if (name->place == nullptr) {
      head.isReversed = true;
    } else if (FailurePointer failure = parseParameter(arguments, head.*(name->place))) {
      return failure;
    }
  }
  return nullptr;
}

/// `v in RANGE`.
Outcome<LoopHead> parseHead(TagArguments& arguments) {
  const Outcome<std::string_view> variable = arguments.expectIdentifier("Identifier expected.");
  if (!variable) return failed(std::make_unique<Failure>(*variable.error()));
  if (FailurePointer failure = arguments.expectText("in", "\"in\" expected.", "\"in\" expected."))
    return failed(std::move(failure));
  Outcome<RangeExpression> range = arguments.expectRange("Array or range expected.");
  if (!range) return failed(std::move(range.error()));
  return LoopHead{Name(*variable), *std::move(range), {}, {}, {}};
}

Outcome<NodePointer> parseFor(TagSource& source) {
  static constexpr auto kParameters = std::to_array<ParameterName>(
      {{"limit", &LoopHead::limit}, {"offset", &LoopHead::offset}, {"reversed", nullptr}});
  Outcome<LoopHead> head = parseHead(source.arguments);
  if (!head) return failed(std::move(head.error()));
  if (FailurePointer failure = parseParameters(source.arguments, *head, kParameters,
                                               "\"limit\", \"offset\" or \"reversed\" expected."))
    return failed(std::move(failure));
  auto node = std::make_unique<ForNode>(source.offset, *std::move(head));
  Outcome<BlockPart> body = source.parser.parsePart(source.block, {"else"});
  if (!body) return failed(std::move(body.error()));
  node->setBody(std::move(body->nodes));
  if (source.block.isClosed) return node;
  TagArguments elseArguments = source.parser.arguments();
  if (FailurePointer failure = elseArguments.expectNothing()) return failed(std::move(failure));
  Outcome<Nodes> otherwise = source.parser.parseRest(source.block);
  if (!otherwise) return failed(std::move(otherwise.error()));
  node->setOtherwise(*std::move(otherwise));
  return node;
}

Outcome<NodePointer> parseTableRow(TagSource& source) {
  static constexpr auto kParameters = std::to_array<ParameterName>(
      {{"cols", &LoopHead::columns}, {"limit", &LoopHead::limit}, {"offset", &LoopHead::offset}});
  Outcome<LoopHead> head = parseHead(source.arguments);
  if (!head) return failed(std::move(head.error()));
  if (FailurePointer failure = parseParameters(source.arguments, *head, kParameters,
                                               "\"cols\", \"limit\" or \"offset\" expected."))
    return failed(std::move(failure));
  Outcome<Nodes> body = source.parser.parseRest(source.block);
  if (!body) return failed(std::move(body.error()));
  return std::make_unique<TableRowNode>(source.offset, *std::move(head), *std::move(body));
}

Outcome<NodePointer> parseInterrupt(TagSource& source, Interrupt interrupt) {
  if (FailurePointer failure = source.arguments.expectNothing()) return failed(std::move(failure));
  return std::make_unique<InterruptNode>(source.offset, interrupt);
}

Outcome<NodePointer> parseBreak(TagSource& source) {
  return parseInterrupt(source, Interrupt::Break);
}

Outcome<NodePointer> parseContinue(TagSource& source) {
  return parseInterrupt(source, Interrupt::Continue);
}

} // namespace

std::span<const TagEntry> loopTags() {
  static constexpr auto kTags = std::to_array<TagEntry>({
      {"for", "endfor", parseFor},
      {"tablerow", "endtablerow", parseTableRow},
      {"break", "", parseBreak},
      {"continue", "", parseContinue},
  });
  return kTags;
}

} // namespace postwright::liquid
