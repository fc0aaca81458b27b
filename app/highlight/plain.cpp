#include "app/highlight/plain.h"

namespace postwright::highlight {
namespace {

std::string_view entityOf(char byte) {
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

void appendEscaped(std::string& html, std::string_view code) {
  std::size_t done = 0;
  for (std::size_t i = code.find_first_of("&<>\"'"); i != std::string_view::npos;
       i = code.find_first_of("&<>\"'", done)) {
    html += code.substr(done, i - done);
    html += entityOf(code[i]);
    done = i + 1;
  }
  html += code.substr(done);
}

std::string_view takeLine(std::string_view& code) {
  const std::size_t newline = code.find('\n');
  const std::string_view line = code.substr(0, newline == std::string_view::npos ? newline : newline + 1);
  code.remove_prefix(line.size());
  return line;
}

} // namespace

std::string plainElement(std::string_view code, Language language) {
  std::string html = "<pre><code";
  if (language) html.append(" class=\"language-").append(*language).append("\"");
  html += '>';
  appendEscaped(html, code);
  return html += "</code></pre>\n";
}

std::string elementBegin(Language language, const Theme& theme) {
  std::string html;
  if (theme.name == kCssTheme) {
    html = "<pre class=\"";
    if (language) html.append("language-").append(*language).append(" ");
    return html += "highlighter-syntect\"><code class=\"highlight\">";
  }
  html = "<pre style=\"background-color:";
  return html.append(theme.background).append(";\">\n<code>");
}

std::string_view elementEnd(const Theme& theme) {
  return theme.name == kCssTheme ? "</code></pre>" : "</code></pre>\n";
}

std::string uncolouredElement(std::string_view code, Language language, const Theme& theme) {
  std::string html = elementBegin(language, theme);
  if (theme.name == kCssTheme) {
    html += "<span class=\"c-text c-plain\">";
    appendEscaped(html, code);
    html += "</span>";
  }
  while (theme.name != kCssTheme && !code.empty()) {
    html.append("<span style=\"color:").append(theme.foreground).append(";\">");
    appendEscaped(html, takeLine(code));
    html += "</span>";
  }
  return html += elementEnd(theme);
}

} // namespace postwright::highlight
