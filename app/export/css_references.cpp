#include "app/export/css_references.h"

#include <algorithm>
#include <optional>

namespace postwright::exporting {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool isNameByte(char c) {
  const char low = lower(c);
  return (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

class Scanner {
 public:
  explicit Scanner(std::string_view css) : m_css(css) {}

  std::vector<CssReference> run() {
    while (m_position < m_css.size())
      step();
    return std::move(m_found);
  }

 private:
  bool startsWith(std::string_view word) const {
    const std::string_view rest = m_css.substr(m_position, word.size());
    return std::ranges::equal(rest, word, [](char a, char b) { return lower(a) == b; });
  }

  void step() {
    const char c = m_css[m_position];
    const bool startsName = m_position == 0 || !isNameByte(m_css[m_position - 1]);
    if (startsWith("/*")) {
      skipComment();
    } else if (c == '"' || c == '\'') {
      readString();
    } else if (startsName && startsWith("@import")) {
      readImport();
    } else if (startsName && startsWith("url(")) {
      const std::size_t begin = m_position;
      std::string url = readUrl();
      m_found.push_back({{begin, m_position}, std::move(url), false, {}});
    } else {
      m_position += c == '\\' ? 2 : 1;
    }
  }

  void skipComment() {
    const std::size_t end = m_css.find("*/", m_position + 2);
    m_position = end == kNone ? m_css.size() : end + 2;
  }

  void skipBlanks() {
    while (m_position < m_css.size()) {
      if (startsWith("/*")) {
        skipComment();
      } else if (std::string_view(" \t\r\n\f").find(m_css[m_position]) != kNone) {
        ++m_position;
      } else {
        return;
      }
    }
  }

  std::string readString() {
    const char quote = m_css[m_position++];
    std::string text;
    while (m_position < m_css.size() && m_css[m_position] != quote) {
      if (m_css[m_position] == '\\' && m_position + 1 < m_css.size()) ++m_position;
      text += m_css[m_position++];
    }
    m_position = std::min(m_position + 1, m_css.size());
    return text;
  }

  std::string readUrl() {
    m_position += 4;
    skipBlanks();
    std::string url;
    if (m_position < m_css.size() && (m_css[m_position] == '"' || m_css[m_position] == '\'')) {
      url = readString();
    } else {
      const std::size_t end = std::min(m_css.find(')', m_position), m_css.size());
      url = trimmed(m_css.substr(m_position, end - m_position), " \t\r\n\f");
      m_position = end;
    }
    m_position = std::min(m_css.find(')', m_position), m_css.size() - 1) + 1;
    return url;
  }

  void readImport() {
    CssReference import;
    import.isImport = true;
    import.span.begin = m_position;
    m_position += std::string_view("@import").size();
    skipBlanks();
    const bool quoted = m_position < m_css.size() && (m_css[m_position] == '"' || m_css[m_position] == '\'');
    if (!quoted && !startsWith("url(")) return;
    import.url = quoted ? readString() : readUrl();
    const std::size_t end = std::min(m_css.find(';', m_position), m_css.size());
    import.media = trimmed(m_css.substr(m_position, end - m_position), " \t\r\n\f");
    m_position = std::min(end + 1, m_css.size());
    import.span.end = m_position;
    m_found.push_back(std::move(import));
  }

  std::string_view m_css;
  std::size_t m_position = 0;
  std::vector<CssReference> m_found;
};

} // namespace

std::vector<CssReference> cssReferences(std::string_view css) {
  return Scanner(css).run();
}

} // namespace postwright::exporting
