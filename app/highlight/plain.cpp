#include "app/highlight/plain.h"

#include "app/base/html_escape.h"

namespace postwright::highlight {
namespace {

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
  appendHtmlEscaped(html, code);
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
    appendHtmlEscaped(html, code);
    html += "</span>";
  }
  while (theme.name != kCssTheme && !code.empty()) {
    html.append("<span style=\"color:").append(theme.foreground).append(";\">");
    appendHtmlEscaped(html, takeLine(code));
    html += "</span>";
  }
  return html += elementEnd(theme);
}

} // namespace postwright::highlight
