#include "app/liquid/template.h"

#include "app/liquid/parsed_template.h"
#include "app/liquid/parser.h"
#include "app/liquid/renderer.h"
#include "app/liquid/value_text.h"

namespace postwright::liquid {

Result<TemplatePointer> parse(std::string_view text, const Origin& origin, Dialect dialect) {
  auto parsed = std::make_shared<Template>(text, origin);
  Parser parser(*parsed, dialect);
  Outcome<Nodes> nodes = parser.parseAll();
  if (!nodes) return tl::unexpected(nodes.error()->toError(ErrorCode::LiquidSyntax));
  parsed->setNodes(*std::move(nodes));
  return TemplatePointer(std::move(parsed));
}

Result<std::string> render(const Template& parsed, const RenderInput& input) {
  return Renderer(parsed, input).run();
}

std::string toText(const Value& value) {
  std::string text;
  appendText(text, value);
  return text;
}

} // namespace postwright::liquid
