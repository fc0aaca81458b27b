#include "app/liquid/reads.h"

#include <algorithm>
#include <array>
#include <optional>

#include "app/base/text.h"
#include "app/liquid/element_reader.h"

namespace postwright::liquid {
namespace {

using Steps = std::vector<std::string>;

/// The text of a quoted literal.
std::string_view unquoted(std::string_view literal) {
  return literal.size() < 2 ? literal : literal.substr(1, literal.size() - 2);
}

/// What stands between the values of a tag and is none.
bool isTagWord(std::string_view name) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"and", "or", "contains", "in", "with", "as", "for", "reversed", "limit", "offset", "cols", "range"});
  return std::ranges::find(kWords, name) != kWords.end();
}

class ReadCollector {
 public:
  ReadCollector(std::string_view text, Aliases aliases) : m_text(text), m_lines(text), m_reader(text) {
    m_found.aliases = std::move(aliases);
  }

  TemplateReads collect() {
    for (Element element = m_reader.next(); element.rule != Rule::EndOfInput; element = m_reader.next()) {
      if (element.rule == Rule::Tag) {
        takeTag();
      } else if (element.rule == Rule::Expression && m_verbatimEnd.empty()) {
        takeVariables();
      }
    }
    return std::move(m_found);
  }

 private:
  const Pairs& pairs() const { return m_reader.pairs(); }
  std::string_view textOf(const Pair& pair) const { return m_text.substr(pair.begin, pair.end - pair.begin); }

  bool isVariable(std::size_t pair) const {
    const bool isInTag = pairs().front().rule == Rule::Tag;
    return pairs()[pair].rule == Rule::Variable && !(isInTag && isTagWord(trimmed(textOf(pairs()[pair]))));
  }

  void takeTag() {
    constexpr std::size_t kNamePair = 2; // after the tag itself and its inside
    if (pairs().size() <= kNamePair) return;
    const std::string_view name = trimmed(textOf(pairs()[kNamePair]));
    if (!m_verbatimEnd.empty()) {
      if (name == m_verbatimEnd) m_verbatimEnd = {};
      return;
    }
    if (name == "raw" || name == "comment") {
      m_verbatimEnd = name == "raw" ? "endraw" : "endcomment";
      return;
    }
    takeVariables();
    using Take = void (ReadCollector::*)();
    constexpr auto kNaming = std::to_array<std::pair<std::string_view, Take>>({
        {"assign", &ReadCollector::takeName},
        {"capture", &ReadCollector::takeName},
        {"for", &ReadCollector::takeName},
        {"tablerow", &ReadCollector::takeName},
        {"include", &ReadCollector::takeInclude},
        {"render", &ReadCollector::takeInclude},
    });
    const auto* naming = std::ranges::find(kNaming, name, &std::pair<std::string_view, Take>::first);
    if (naming != kNaming.end()) (this->*naming->second)();
  }

  /// The first variable in a tag is the name it gives, the second one what is behind it.
  void takeName() {
    std::optional<std::string> name;
    for (std::size_t i = 0; i < pairs().size(); ++i) {
      if (!isVariable(i)) continue;
      if (name) {
        m_found.aliases.insert_or_assign(*name, resolved(i));
        return;
      }
      name = std::string(trimmed(textOf(pairs()[i])));
      m_found.variables.erase(m_found.variables.begin() + static_cast<std::ptrdiff_t>(m_before));
    }
    if (name) m_found.aliases.insert_or_assign(*name, Steps());
  }

  void takeInclude() {
    const auto literal = std::ranges::find(pairs(), Rule::StringLiteral, &Pair::rule);
    if (literal != pairs().end()) m_found.includes.emplace_back(unquoted(trimmed(textOf(*literal))));
  }

  void takeVariables() {
    m_before = m_found.variables.size();
    for (std::size_t i = 0; i < pairs().size(); ++i) {
      if (!isVariable(i)) continue;
      Steps path = resolved(i);
      m_found.variables.push_back({std::move(path), m_lines.lineAt(pairs()[i].begin)});
    }
  }

  /// The path of the variable at `pair` up to the first key that is computed.
  Steps resolved(std::size_t pair) const {
    const std::size_t end = pairs()[pair].next;
    Steps path;
    for (std::size_t i = pair + 1; i < end; i = pairs()[i].next) {
      const std::optional<std::string_view> key = keyAt(i);
      if (!key) break;
      if (path.empty() && i == pair + 1) {
        path = behind(*key);
        if (path.empty()) return path;
      } else {
        path.emplace_back(*key);
      }
    }
    return path;
  }

  Steps behind(std::string_view name) const {
    const auto alias = m_found.aliases.find(name);
    return alias == m_found.aliases.end() ? Steps{std::string(name)} : alias->second;
  }

  std::optional<std::string_view> keyAt(std::size_t pair) const {
    if (pairs()[pair].rule == Rule::Identifier) return textOf(pairs()[pair]);
    for (std::size_t i = pair; i < pairs()[pair].next; ++i) {
      if (pairs()[i].rule == Rule::StringLiteral) return unquoted(trimmed(textOf(pairs()[i])));
      if (pairs()[i].rule == Rule::Variable) return std::nullopt;
    }
    return std::nullopt;
  }

  std::string_view m_text;
  LineIndex m_lines;
  ElementReader m_reader;
  TemplateReads m_found;
  std::string_view m_verbatimEnd; ///< the tag that ends text that is not Liquid
  std::size_t m_before = 0;       ///< variables found before the present element
};

} // namespace

TemplateReads readsOf(std::string_view text, Aliases aliases) {
  return ReadCollector(text, std::move(aliases)).collect();
}

} // namespace postwright::liquid
