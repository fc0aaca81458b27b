#include "app/markdown/html_writer.h"

#include "app/base/html_escape.h"

#include <array>
#include <cstdint>

namespace postwright::markdown {
namespace {

using Bytes = std::array<bool, 256>;

constexpr Bytes bytesOf(std::string_view bytes) {
  Bytes set{};
  for (const char byte : bytes)
    set[static_cast<std::uint8_t>(byte)] = true;
  return set;
}

constexpr Bytes kEscapedInText = bytesOf("&<>");
constexpr Bytes kEscapedInAttributes = bytesOf("&<>\"'");

constexpr Bytes hrefSafeBytes() {
  Bytes safe = bytesOf("!#$%()*+,-./:;=?@^_~");
  for (int byte = 'a'; byte <= 'z'; ++byte)
    safe[static_cast<std::size_t>(byte)] = true;
  for (int byte = 'A'; byte <= 'Z'; ++byte)
    safe[static_cast<std::size_t>(byte)] = true;
  for (int byte = '0'; byte <= '9'; ++byte)
    safe[static_cast<std::size_t>(byte)] = true;
  return safe;
}

constexpr Bytes kHrefSafe = hrefSafeBytes();

void appendEscaped(std::string& html, std::string_view text, const Bytes& escaped) {
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!escaped[static_cast<std::uint8_t>(text[i])]) continue;
    html.append(text, done, i - done).append(htmlEntity(text[i]));
    done = i + 1;
  }
  html.append(text, done);
}

void appendHrefByte(std::string& html, char byte) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto value = static_cast<std::uint8_t>(byte);
  if (byte == '&') {
    html += "&amp;";
  } else if (byte == '\'') {
    html += "&#x27;";
  } else {
    html += '%';
    html += kDigits[value >> 4U];
    html += kDigits[value & 15U];
  }
}

} // namespace

void HtmlWriter::write(std::string_view html) {
  if (html.empty()) return;
  m_html += html;
  m_endsLine = html.back() == '\n';
}

void HtmlWriter::writeFresh(std::string_view html) {
  if (!m_endsLine) m_html += '\n';
  write(html);
}

void HtmlWriter::text(std::string_view text) {
  appendEscaped(m_html, text, kEscapedInText);
  m_endsLine = text.ends_with('\n');
}

void HtmlWriter::attribute(std::string_view text) {
  appendEscaped(m_html, text, kEscapedInAttributes);
}

void HtmlWriter::alternative(std::string_view text) {
  attribute(text);
  m_endsLine = text.ends_with('\n');
}

void HtmlWriter::href(std::string_view url) {
  std::size_t done = 0;
  for (std::size_t i = 0; i < url.size(); ++i) {
    if (kHrefSafe[static_cast<std::uint8_t>(url[i])]) continue;
    m_html.append(url, done, i - done);
    appendHrefByte(m_html, url[i]);
    done = i + 1;
  }
  m_html.append(url, done);
}

} // namespace postwright::markdown
