#include "app/base/html_escape.h"

namespace postwright {

std::string_view htmlEntity(char byte) {
  switch (byte) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

void appendHtmlEscaped(std::string& html, std::string_view text, std::string_view escaped) {
  std::size_t done = 0;
  for (std::size_t i = text.find_first_of(escaped); i != std::string_view::npos;
       i = text.find_first_of(escaped, done)) {
    html.append(text.substr(done, i - done)).append(htmlEntity(text[i]));
    done = i + 1;
  }
  html.append(text.substr(done));
}

} // namespace postwright
