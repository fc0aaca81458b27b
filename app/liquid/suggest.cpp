#include "app/liquid/suggest.h"

#include "app/base/text.h"

namespace postwright::liquid {

void explain(Failure& failure, UnknownName unknown, std::vector<std::string> arguments,
             const std::vector<std::string>& known) {
  const auto suggestion = didYouMean(arguments.front(), known);
  if (suggestion) arguments.push_back(*suggestion);
  failure.meaning(suggestion ? unknown.suggesting : unknown.plain, std::move(arguments));
}

std::string joined(const std::vector<std::string>& texts) {
  std::string result;
  for (std::size_t i = 0; i < texts.size(); ++i)
    result += (i > 0 ? ", " : "") + texts[i];
  return result;
}

} // namespace postwright::liquid
