#include "app/base/html_tags.h"

#include "app/base/html_escape.h"

#include <algorithm>
#include <array>

namespace postwright {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kBlanks = " \t\r\n\f";

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool isLetter(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}

std::string lowered(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), lower);
  return result;
}

struct Reference {
  std::string_view name;
  std::string_view text;
};

constexpr auto kReferences = std::to_array<Reference>({
    {"&amp;", "&"},
    {"&quot;", "\""},
    {"&#39;", "'"},
    {"&#x27;", "'"},
    {"&lt;", "<"},
    {"&gt;", ">"},
});

std::string decoded(std::string_view value) {
  std::string text;
  for (std::size_t i = 0; i < value.size();) {
    const auto* known = std::ranges::find_if(
        kReferences, [&](const Reference& reference) { return value.substr(i).starts_with(reference.name); });
    if (known == kReferences.end()) {
      text += value[i++];
    } else {
      text += known->text;
      i += known->name.size();
    }
  }
  return text;
}

class Scanner {
 public:
  explicit Scanner(std::string_view html) : m_html(html) {}

  std::vector<HtmlTag> run() {
    std::vector<HtmlTag> tags;
    while ((m_position = m_html.find('<', m_position)) != kNone) {
      if (m_html.substr(m_position).starts_with("<!--")) {
        skipPast("-->", m_position + 4);
      } else if (m_position + 1 < m_html.size() && isLetter(m_html[m_position + 1])) {
        tags.push_back(readTag());
      } else {
        ++m_position;
      }
    }
    return tags;
  }

 private:
  void skipPast(std::string_view end, std::size_t from) {
    const std::size_t found = m_html.find(end, from);
    m_position = found == kNone ? m_html.size() : found + end.size();
  }

  void skipBlanks() { m_position = std::min(m_html.find_first_not_of(kBlanks, m_position), m_html.size()); }

  std::string_view takeUntil(std::string_view stops) {
    const std::size_t end = std::min(m_html.find_first_of(stops, m_position), m_html.size());
    const std::string_view text = m_html.substr(m_position, end - m_position);
    m_position = end;
    return text;
  }

  HtmlTag readTag() {
    HtmlTag tag;
    tag.span.begin = m_position++;
    tag.name = lowered(takeUntil(" \t\r\n\f/>"));
    for (skipBlanks(); m_position < m_html.size() && m_html[m_position] != '>'; skipBlanks()) {
      if (m_html[m_position] == '/') {
        ++m_position;
      } else {
        tag.attributes.push_back(readAttribute());
      }
    }
    m_position = std::min(m_position + 1, m_html.size());
    tag.span.end = m_position;
    readContent(tag);
    return tag;
  }

  HtmlAttribute readAttribute() {
    HtmlAttribute attribute;
    attribute.span.begin = m_position;
    const std::size_t first = m_position++;
    takeUntil(" \t\r\n\f/>=");
    attribute.name = lowered(m_html.substr(first, m_position - first));
    attribute.span.end = m_position;
    skipBlanks();
    if (m_position >= m_html.size() || m_html[m_position] != '=') return attribute;
    ++m_position;
    skipBlanks();
    attribute.value = decoded(readValue());
    attribute.span.end = m_position;
    return attribute;
  }

  std::string_view readValue() {
    const char quote = m_position < m_html.size() ? m_html[m_position] : '>';
    if (quote != '"' && quote != '\'') return takeUntil(" \t\r\n\f>");
    ++m_position;
    const std::string_view value = takeUntil(std::string_view(&quote, 1));
    m_position = std::min(m_position + 1, m_html.size());
    return value;
  }

  /// The text of elements that hold no tags.
  void readContent(HtmlTag& tag) {
    static constexpr std::array<std::string_view, 5> kRaw{"script", "style", "textarea", "title", "xmp"};
    if (std::ranges::find(kRaw, tag.name) == kRaw.end()) return;
    const std::size_t begin = m_position;
    while (m_position < m_html.size() && !closes(tag.name))
      m_position = std::min(m_html.find("</", m_position + 1), m_html.size());
    tag.content = {begin, m_position};
  }

  bool closes(const std::string& name) const {
    const std::string_view rest = m_html.substr(m_position);
    return rest.starts_with("</") && lowered(rest.substr(2, name.size())) == name;
  }

  std::string_view m_html;
  std::size_t m_position = 0;
};

} // namespace

const HtmlAttribute* HtmlTag::find(std::string_view attribute) const {
  const auto found = std::ranges::find(attributes, attribute, &HtmlAttribute::name);
  return found == attributes.end() ? nullptr : &*found;
}

std::vector<HtmlTag> openingTags(std::string_view html) {
  return Scanner(html).run();
}

std::string quotedAttribute(std::string_view text) {
  std::string quoted = "\"";
  appendHtmlEscaped(quoted, text, "&\"");
  return quoted + "\"";
}

} // namespace postwright
