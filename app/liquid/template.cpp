#include "app/liquid/template.h"

#include <algorithm>

#include "app/liquid/parsed_template.h"
#include "app/liquid/parser.h"
#include "app/liquid/renderer.h"
#include "app/liquid/value_text.h"

namespace postwright::liquid {
namespace {

std::vector<Error> otherProblems(const Template& file, Dialect dialect, const Error& first) {
  constexpr std::size_t kPatience = 100; // the report of each takes time in proportion to the text
  Problems problems(ErrorCode::LiquidSyntax, kPatience);
  Parser(file, dialect, &problems).parseAll();
  return std::move(problems).besides(first);
}

/// Renders once more for diagnosis, within a small part of the budget.
std::vector<Error> otherFailures(const Template& parsed, RenderInput input, const Error& first) {
  constexpr std::uint64_t kTurns = 100'000;
  constexpr std::size_t kOutputBytes = std::size_t{4} << 20U;
  input.budget.loopTurns = std::min(input.budget.loopTurns, kTurns);
  input.budget.outputBytes = std::min(input.budget.outputBytes, kOutputBytes);
  input.map = nullptr;
  constexpr std::size_t kPatience = 2000; // a loop may fail in each of its turns
  Problems problems(ErrorCode::LiquidRender, kPatience);
  Renderer(parsed, input, &problems).run();
  return std::move(problems).besides(first);
}

} // namespace

Result<TemplatePointer> parse(std::string_view text, const Origin& origin, Dialect dialect) {
  auto parsed = std::make_shared<Template>(text, origin);
  Parser parser(*parsed, dialect);
  Outcome<Nodes> nodes = parser.parseAll();
  if (!nodes) {
    Error error = nodes.error()->toError(ErrorCode::LiquidSyntax);
    error.others = otherProblems(*parsed, dialect, error);
    return tl::unexpected(std::move(error));
  }
  parsed->setNodes(*std::move(nodes));
  return TemplatePointer(std::move(parsed));
}

Result<std::string> render(const Template& parsed, const RenderInput& input) {
  Result<std::string> output = Renderer(parsed, input).run();
  if (!output && input.findsAll) output.error().others = otherFailures(parsed, input, output.error());
  return output;
}

std::string toText(const Value& value) {
  std::string text;
  appendText(text, value);
  return text;
}

} // namespace postwright::liquid
