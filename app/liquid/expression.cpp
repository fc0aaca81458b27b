#include "app/liquid/expression.h"

#include "app/liquid/filter.h"
#include "app/liquid/value_text.h"

namespace postwright::liquid {

Key::Key(const Value& literal) : integer(toInteger(literal)) {
  appendText(text, literal);
  if (integer) return;
  word = text == "first"  ? Word::First
         : text == "last" ? Word::Last
         : text == "size" ? Word::Size
                          : Word::None;
}

std::string display(const Expression& expression) {
  const Value* literal = expression.literal();
  return literal != nullptr ? sourceOf(*literal) : display(*expression.variable());
}

namespace {

std::string display(const PathStep& step) {
  if (step.expression) return display(*step.expression);
  return step.isText ? '"' + step.key.text + '"' : step.key.text;
}

} // namespace

std::string display(const Variable& variable) {
  std::string text = variable.name.text;
  for (const PathStep& step : variable.steps)
    text += "[" + display(step) + "]";
  return text;
}

std::string display(const FilterUse& use) {
  std::string text(use.entry->shownName.empty() ? use.entry->name : use.entry->shownName);
  if (use.entry->parameters.empty()) return text;
  text += " : ";
  for (std::size_t i = 0; i < use.arguments.size(); ++i)
    text += (i > 0 ? ", " : "") + display(use.arguments[i]);
  return text;
}

std::string display(const FilterChain& chain) {
  std::string text = display(chain.start) + " | ";
  for (std::size_t i = 0; i < chain.filters.size(); ++i)
    text += (i > 0 ? " | " : "") + display(chain.filters[i]);
  return text;
}

std::string display(const RangeExpression& range) {
  if (!range.end) return display(range.start);
  return "(" + display(range.start) + ".." + display(*range.end) + ")";
}

std::string dottedPath(const Variable& variable) {
  if (!variable.isPlain) return {};
  std::string text = variable.name.text;
  for (const PathStep& step : variable.steps)
    text += "." + step.key.text;
  return text;
}

} // namespace postwright::liquid
