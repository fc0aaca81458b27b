#include "app/markdown/html_writer.h"

#include <array>
#include <cstdint>

namespace postwright::markdown {
namespace {

/// For every byte what replaces it; empty: nothing does.
using Escapes = std::array<std::string_view, 256>;

constexpr Escapes textEscapes() {
  Escapes escapes{};
  escapes['&'] = "&amp;";
  escapes['<'] = "&lt;";
  escapes['>'] = "&gt;";
  return escapes;
}

constexpr Escapes attributeEscapes() {
  Escapes escapes = textEscapes();
  escapes['"'] = "&quot;";
  escapes['\''] = "&#39;";
  return escapes;
}

constexpr Escapes kTextEscapes = textEscapes();
constexpr Escapes kAttributeEscapes = attributeEscapes();

constexpr std::array<bool, 256> hrefSafeBytes() {
  std::array<bool, 256> safe{};
  for (int byte = 'a'; byte <= 'z'; ++byte)
    safe[static_cast<std::size_t>(byte)] = true;
  for (int byte = 'A'; byte <= 'Z'; ++byte)
    safe[static_cast<std::size_t>(byte)] = true;
  for (int byte = '0'; byte <= '9'; ++byte)
    safe[static_cast<std::size_t>(byte)] = true;
  for (const char byte : std::string_view("!#$%()*+,-./:;=?@^_~"))
    safe[static_cast<std::uint8_t>(byte)] = true;
  return safe;
}

constexpr std::array<bool, 256> kHrefSafe = hrefSafeBytes();

void appendEscaped(std::string& html, std::string_view text, const Escapes& escapes) {
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view escape = escapes[static_cast<std::uint8_t>(text[i])];
    if (escape.empty()) continue;
    html.append(text, done, i - done).append(escape);
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
  appendEscaped(m_html, text, kTextEscapes);
  m_endsLine = text.ends_with('\n');
}

void HtmlWriter::attribute(std::string_view text) {
  appendEscaped(m_html, text, kAttributeEscapes);
}

void HtmlWriter::alternative(std::string_view text) {
  attribute(text);
  m_endsLine = text.ends_with('\n');
}

void HtmlWriter::href(std::string_view url) {
  for (const char byte : url) {
    if (kHrefSafe[static_cast<std::uint8_t>(byte)]) {
      m_html += byte;
    } else {
      appendHrefByte(m_html, byte);
    }
  }
}

} // namespace postwright::markdown
