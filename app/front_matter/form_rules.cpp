#include "app/front_matter/form_rules.h"

#include <algorithm>
#include <array>
#include <regex>

#include "app/yaml/fault.h"
#include "app/yaml/scalar.h"
#include "app/yaml/tree.h"

namespace postwright::front_matter {
namespace {

using yaml::TreeKind;
using yaml::TreeNode;

constexpr auto kKindNames = std::to_array<std::pair<std::string_view, LearnedKind>>({
    {"text", LearnedKind::Text},
    {"long-text", LearnedKind::LongText},
    {"switch", LearnedKind::Switch},
    {"date-time", LearnedKind::DateTime},
    {"date", LearnedKind::Date},
    {"number", LearnedKind::Number},
    {"words", LearnedKind::Words},
    {"choice", LearnedKind::Choice},
    {"layout", LearnedKind::Layout},
    {"slug", LearnedKind::Slug},
    {"permalink", LearnedKind::Permalink},
    {"image", LearnedKind::Image},
    {"file", LearnedKind::File},
    {"relation", LearnedKind::Relation},
    {"relation-list", LearnedKind::Relations},
    {"colour", LearnedKind::Colour},
    {"url", LearnedKind::Url},
    {"object", LearnedKind::Object},
    {"object-list", LearnedKind::ObjectList},
    {"raw", LearnedKind::Raw},
});

template <typename Table>
std::vector<std::string> namesOf(const Table& table) {
  std::vector<std::string> names;
  names.reserve(std::size(table));
  for (const auto& row : table)
    names.emplace_back(row.first);
  return names;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names)
    text += (text.empty() ? "" : ", ") + name;
  return text;
}

std::vector<std::string> keysOf(std::string_view dotted) {
  std::vector<std::string> keys;
  for (;;) {
    const std::size_t dot = dotted.find('.');
    keys.emplace_back(dotted.substr(0, dot));
    if (dot == std::string_view::npos) return keys;
    dotted.remove_prefix(dot + 1);
  }
}

bool isRegularExpression(const std::string& pattern) {
  try {
    static_cast<void>(std::regex(pattern));
    return true;
  } catch (const std::regex_error&) {
    return false;
  }
}

class RulesReader {
 public:
  RulesReader(const yaml::Tree& tree, const std::string& file) : m_tree(tree), m_file(file) {}

  SiteRules read() {
    if (m_tree.empty() || isNull(m_tree.root())) return std::move(m_rules);
    if (m_tree.root().kind != TreeKind::Map) {
      complain(ErrorCode::FrontMatterNotFields, m_tree.root(), {});
      return std::move(m_rules);
    }
    forEach(m_tree.root(), kSections, [&](FormRules SiteRules::* section, const TreeNode& value) {
      readSection(m_rules.*section, value);
    });
    return std::move(m_rules);
  }

 private:
  using Read = void (RulesReader::*)(FieldRule&, const TreeNode&, const std::string&);
  static constexpr auto kSections = std::to_array<std::pair<std::string_view, FormRules SiteRules::*>>({
      {"posts", &SiteRules::posts},
      {"pages", &SiteRules::pages},
  });

  const TreeNode& nodeAt(std::size_t index) const { return m_tree.nodes[index]; }
  static bool isNull(const TreeNode& node) {
    return node.isScalar() && node.style == yaml::Style::Plain &&
           (node.text.empty() || yaml::isNullWord(node.text));
  }

  void complain(ErrorCode code, const TreeNode& node, std::vector<std::string> arguments) {
    const SourcePosition where{m_file, static_cast<int>(node.line) + 1, static_cast<int>(node.column) + 1};
    m_rules.problems.push_back({Severity::Warning, Error{code, {}, where, std::move(arguments), {}}});
  }

  /// Calls `read` with the row and the value of each key that the table knows.
  template <typename Table, typename ReadRow>
  void forEach(const TreeNode& map, const Table& table, const ReadRow& read) {
    for (std::size_t i = 0; i + 1 < map.children.size(); i += 2) {
      const TreeNode& key = nodeAt(map.children[i]);
      const auto row = std::ranges::find_if(table, [&](const auto& each) { return each.first == key.text; });
      if (row != table.end()) {
        read(row->second, nodeAt(map.children[i + 1]));
        continue;
      }
      const auto meant = didYouMean(key.text, namesOf(table));
      if (meant) {
        complain(ErrorCode::FieldUnknownNear, key, {key.text, *meant});
      } else {
        complain(ErrorCode::FieldUnknown, key, {key.text});
      }
    }
  }

  void readSection(FormRules& rules, const TreeNode& section) {
    if (isNull(section)) return;
    if (section.kind != TreeKind::List) return complain(ErrorCode::RulesNeedList, section, {});
    for (const std::size_t item : section.children) {
      const TreeNode& map = nodeAt(item);
      FieldRule rule;
      if (map.kind == TreeKind::Map) readRule(rule, map);
      if (rule.keys.empty()) {
        complain(ErrorCode::RulesNeedField, map, {});
      } else {
        rules.push_back(std::move(rule));
      }
    }
  }

  void readRule(FieldRule& rule, const TreeNode& map) {
    static constexpr auto kSettings = std::to_array<std::pair<std::string_view, Read>>({
        {"field", &RulesReader::readField},
        {"label", &RulesReader::readLabel},
        {"help", &RulesReader::readHelp},
        {"kind", &RulesReader::readKind},
        {"required", &RulesReader::readRequired},
        {"pattern", &RulesReader::readPattern},
        {"minimum", &RulesReader::readMinimum},
        {"maximum", &RulesReader::readMaximum},
        {"choices", &RulesReader::readChoices},
    });
    for (std::size_t i = 0; i < kSettings.size(); ++i) {
      const auto& [name, read] = kSettings[i];
      for (std::size_t key = 0; key + 1 < map.children.size(); key += 2) {
        const TreeNode& value = nodeAt(map.children[key + 1]);
        if (nodeAt(map.children[key]).text == name) (this->*read)(rule, value, std::string(name));
      }
    }
    forEach(map, kSettings, [](Read, const TreeNode&) {});
  }

  std::optional<std::string> textOf(const TreeNode& node, const std::string& name) {
    if (node.isScalar() && !isNull(node)) return node.text;
    complain(ErrorCode::FieldNeedsText, node, {name});
    return std::nullopt;
  }

  std::optional<double> numberOf(const TreeNode& node, const std::string& name) {
    const auto number = node.isScalar() ? yaml::parseFloat(node.text) : std::nullopt;
    if (!number) complain(ErrorCode::RulesNeedNumber, node, {name});
    return number;
  }

  void readField(FieldRule& rule, const TreeNode& node, const std::string& name) {
    const auto text = textOf(node, name);
    if (text) rule.keys = keysOf(*text);
  }
  void readLabel(FieldRule& rule, const TreeNode& node, const std::string& name) {
    rule.label = textOf(node, name).value_or("");
  }
  void readHelp(FieldRule& rule, const TreeNode& node, const std::string& name) {
    rule.help = textOf(node, name).value_or("");
  }
  void readMinimum(FieldRule& rule, const TreeNode& node, const std::string& name) {
    rule.minimum = numberOf(node, name);
  }
  void readMaximum(FieldRule& rule, const TreeNode& node, const std::string& name) {
    rule.maximum = numberOf(node, name);
  }

  void readKind(FieldRule& rule, const TreeNode& node, const std::string& name) {
    const auto text = textOf(node, name);
    if (!text) return;
    const auto* row = std::ranges::find(kKindNames, *text, &std::pair<std::string_view, LearnedKind>::first);
    if (row != kKindNames.end()) {
      rule.kind = row->second;
      return;
    }
    const std::vector<std::string> names = namesOf(kKindNames);
    const auto meant = didYouMean(*text, names);
    if (meant) return complain(ErrorCode::FieldChoiceNear, node, {name, joined(names), *meant});
    complain(ErrorCode::FieldChoice, node, {name, joined(names)});
  }

  void readRequired(FieldRule& rule, const TreeNode& node, const std::string& name) {
    const auto value = node.isScalar() ? yaml::parseBool(node.text) : std::nullopt;
    if (!value) return complain(ErrorCode::FieldNeedsBool, node, {name});
    rule.required = *value;
  }

  void readPattern(FieldRule& rule, const TreeNode& node, const std::string& name) {
    const auto text = textOf(node, name);
    if (!text) return;
    if (!isRegularExpression(*text)) return complain(ErrorCode::RulesNeedPattern, node, {*text});
    rule.pattern = *text;
  }

  void readChoices(FieldRule& rule, const TreeNode& node, const std::string& name) {
    if (node.kind != TreeKind::List) return complain(ErrorCode::FieldNeedsList, node, {name});
    for (const std::size_t item : node.children) {
      const auto text = textOf(nodeAt(item), name);
      if (text) rule.choices.push_back(*text);
    }
  }

  const yaml::Tree& m_tree;
  const std::string& m_file;
  SiteRules m_rules;
};

} // namespace

SiteRules readRules(std::string_view text, const std::string& file) {
  const yaml::Tree tree = yaml::readTree(text);
  if (!tree.error) return RulesReader(tree, file).read();
  SiteRules rules;
  Error error = yaml::toError(yaml::syntaxFault(*tree.error), text, 1, ErrorCode::YamlSyntax);
  error.where.file = file;
  rules.problems.push_back({Severity::Warning, std::move(error)});
  return rules;
}

} // namespace postwright::front_matter
