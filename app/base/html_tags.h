// The tags of an HTML page and where their attributes stand, without building a tree.
// The one rule: text inside comments, scripts, styles and the like is no tag. Source: the tokenizer of the
// HTML standard, as far as finding attributes needs it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/text.h"

namespace postwright {

struct HtmlAttribute {
  std::string name;  ///< lower case
  std::string value; ///< character references decoded as far as addresses need it
  Span span;         ///< from the name to the end of the value, quotes included
};

struct HtmlTag {
  std::string name; ///< lower case
  Span span;        ///< from `<` to `>`
  std::vector<HtmlAttribute> attributes;
  Span content; ///< of `script` and `style`: the text up to the closing tag; otherwise empty

  const HtmlAttribute* find(std::string_view attribute) const;
};

/// Every opening tag of `html`, in order.
std::vector<HtmlTag> openingTags(std::string_view html);

/// `text` as the value of an attribute in double quotes.
std::string quotedAttribute(std::string_view text);

} // namespace postwright
