#include "app/front_matter/planner.h"

#include <algorithm>

#include "app/base/date_time.h"
#include "app/front_matter/dialect.h"
#include "app/front_matter/refusal.h"
#include "app/yaml/scalar.h"

namespace postwright::front_matter {
namespace {

using yaml::Style;
using yaml::TreeKind;

std::string nameOf(const Path& path) {
  std::string name;
  for (const Step& step : path) {
    if (const auto* index = std::get_if<std::size_t>(&step)) {
      name += "[" + std::to_string(*index) + "]";
    } else {
      if (!name.empty()) name += '.';
      name += std::get<std::string>(step);
    }
  }
  return name;
}

yaml::Outline outlineOfScalar(const yaml::TreeNode& node) {
  yaml::Outline outline;
  outline.plain = node.style == Style::Plain;
  outline.text = node.text;
  outline.tag = node.tag;
  return outline;
}

Plan refused(Refusal why) {
  Plan plan;
  plan.refusal = std::move(why);
  return plan;
}

/// The author's spelling of a boolean, turned around.
std::string boolLike(std::string_view old, std::string_view value) {
  const bool shouts = old.size() > 1 && old[1] >= 'A' && old[1] <= 'Z';
  const bool capital = !old.empty() && old[0] >= 'A' && old[0] <= 'Z';
  std::string result(value);
  for (std::size_t i = 0; i < result.size(); ++i) {
    if (result[i] >= 'a' && result[i] <= 'z' && (shouts || (capital && i == 0))) result[i] -= 'a' - 'A';
  }
  return result;
}

/// The pair of words that the old value belongs to, for the dialect that knows more than true and false.
std::string boolWord(std::string_view old, bool value) {
  const char second = old.size() > 1 ? static_cast<char>(old[1] | 0x20) : ' ';
  const char first = old.empty() ? ' ' : static_cast<char>(old[0] | 0x20);
  if (first == 'y' || (first == 'n' && second == 'o')) return value ? "yes" : "no";
  if (first == 'o') return value ? "on" : "off";
  return value ? "true" : "false";
}

bool isTrueWord(std::string_view word) {
  const char first = word.empty() ? ' ' : static_cast<char>(word[0] | 0x20);
  const char second = word.size() > 1 ? static_cast<char>(word[1] | 0x20) : ' ';
  return first == 't' || first == 'y' || (first == 'o' && second == 'n');
}

std::size_t leadingBlanks(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

/// Column of an existing block scalar's text.
std::size_t blockIndentOf(std::string_view scalar) {
  std::size_t line = scalar.find_first_of("\r\n");
  while (line != std::string_view::npos) {
    const std::size_t begin = scalar.find_first_not_of("\r\n", line);
    if (begin == std::string_view::npos) break;
    line = scalar.find_first_of("\r\n", begin);
    const std::string_view content = scalar.substr(begin, line - begin);
    if (leadingBlanks(content) < content.size()) return leadingBlanks(content);
  }
  return 0;
}

} // namespace

Refusal Planner::refuse(std::string_view code, const Node& node, const Path& path) const {
  std::string about = nameOf(path);
  if (code == "alias") about = node.text;
  if (code == "shared" || code == "anchor-in-use") about = node.anchor;
  if (code == "tag") about = node.tag;
  return refusal(code, {about}, node.span);
}

bool Planner::isNull(const Node& node) const {
  return node.isScalar() && node.style == Style::Plain && node.tag.empty() &&
         typeOf(outlineOfScalar(node), m_dialect) == ScalarType::Null;
}

bool Planner::inFlow(const Node& node) const {
  const Node* current = &node;
  for (;;) {
    const Node* parent = &nodeAt(current->parent);
    if (parent == current) return false;
    if (parent->isFlow()) return true;
    current = parent;
  }
}

bool Planner::isExplicitKey(const Node& key) const {
  if (key.kind != TreeKind::Scalar) return true;
  const std::size_t before = m_layout.skipBlanksBack(key.start);
  const bool isBehindMark = before > 0 && text()[before - 1] == '?';
  if (isBehindMark && (before < key.start || key.span.size() == 0)) return true;
  return !inFlow(key) && m_layout.at(m_layout.skipBlanks(key.span.end)) != ':';
}

std::optional<Refusal> Planner::collectionReason(const Node& node) const {
  if (node.kind == TreeKind::Alias) return refuse("alias", node);
  if (node.aliasCount > 0) return refuse("shared", node);
  const bool isCore = node.tag.empty() || node.tag.starts_with("tag:yaml.org,2002:");
  if (!isCore) return refuse("tag", node);
  return std::nullopt;
}

std::optional<Refusal> Planner::readOnlyReason(const Node& node) const {
  if (auto reason = collectionReason(node)) return reason;
  const bool isTagged = node.isScalar() && !node.tag.empty() && node.tag != yaml::kStringTag;
  if (isTagged) return refuse("tag", node);
  const bool isUnwritten = node.isScalar() && node.span.size() == 0 && node.propertiesEnd == node.start;
  if (!isUnwritten) return std::nullopt;
  const char before = node.span.begin > 0 ? text()[node.span.begin - 1] : '\0';
  if (before == '?') return refuse("complex-key", node);
  return before == ':' || before == '-' ? std::nullopt : std::optional(refuse("implicit", node));
}

Planner::Found Planner::step(const Node& node, const Step& step, const Path& path) const {
  Found found;
  if (const auto* index = std::get_if<std::size_t>(&step)) {
    if (node.kind != TreeKind::List) {
      found.refusal = refuse("not-list", node, path);
    } else if (*index >= node.children.size()) {
      found.refusal = refuse("no-such-key", node, path);
    } else {
      found.node = node.children[*index];
      found.depth = 1;
    }
    return found;
  }
  if (node.kind != TreeKind::Map) {
    if (!isNull(node)) found.refusal = refuse("not-map", node, path);
    return found;
  }
  const std::string& key = std::get<std::string>(step);
  for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
    const Node& candidate = nodeAt(node.children[i]);
    if (!candidate.isScalar() || candidate.text != key) continue;
    if (found.depth == 1) {
      const Node& first = nodeAt(found.node - 1);
      found.refusal =
          refusal("duplicate-key", {key, std::to_string(first.line + 1), std::to_string(candidate.line + 1)},
                  candidate.span);
      return found;
    }
    if (isExplicitKey(candidate)) {
      found.refusal = refuse("complex-key", candidate);
      return found;
    }
    found.node = node.children[i + 1];
    found.depth = 1;
  }
  return found;
}

Planner::Found Planner::find(const Path& path) const {
  Found found;
  if (m_tree.empty()) return found;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const Node& node = nodeAt(found.node);
    if (auto reason = collectionReason(node)) {
      found.refusal = std::move(reason);
      return found;
    }
    Found next = step(node, path[i], path);
    if (next.refusal) return next;
    if (next.depth == 0) return found;
    found.node = next.node;
    ++found.depth;
  }
  return found;
}

bool Planner::isEqual(const Node& node, const Content& value) const {
  if (node.isScalar() && value.kind == NodeKind::Scalar) return isEqualScalar(node, value.scalar);
  const bool isMap = value.kind == NodeKind::Map;
  const bool isSameKind =
      isMap ? node.kind == TreeKind::Map : value.kind == NodeKind::List && node.kind == TreeKind::List;
  if (!isSameKind || entryCount(node) != value.items.size()) return false;
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    if (isMap && nodeAt(node.children[2 * i]).text != value.keys[i]) return false;
    if (!isEqual(nodeAt(node.children[isMap ? 2 * i + 1 : i]), value.items[i])) return false;
  }
  return true;
}

bool Planner::isEqualScalar(const Node& node, const Scalar& value) const {
  const ScalarType type = typeOf(outlineOfScalar(node), m_dialect);
  const auto isText = [](ScalarType kind) { return kind == ScalarType::String || kind == ScalarType::Date; };
  if (m_dialect == Dialect::Cobalt && isText(type) && isText(value.type)) return node.text == value.text;
  if (type != value.type) return false;
  switch (type) {
    case ScalarType::Null:
      return true;
    case ScalarType::Bool:
      return isTrueWord(node.text) == isTrueWord(value.text);
    default:
      return node.text == value.text;
  }
}

Scalar Planner::spelled(const Node& node, const Scalar& value) const {
  if (value.type != ScalarType::Bool) return value;
  if (typeOf(outlineOfScalar(node), m_dialect) != ScalarType::Bool) return value;
  const bool isTrue = isTrueWord(value.text);
  const std::string word =
      m_dialect == Dialect::Jekyll ? boolWord(node.text, isTrue) : std::string(isTrue ? "true" : "false");
  return {ScalarType::Bool, boolLike(node.text, word)};
}

std::string Planner::written(const Node& node, const Scalar& value) const {
  const bool isQuoted = node.style == Style::SingleQuoted || node.style == Style::DoubleQuoted;
  const bool keepsQuotes = value.type == ScalarType::Date && isQuoted && m_dialect == Dialect::Cobalt;
  if (value.type != ScalarType::String && !keepsQuotes) return value.text;
  WriteContext context;
  context.inFlow = inFlow(node);
  context.preferred = node.style;
  context.mayBeBlock = !context.inFlow && mayBeBlock(value.text) && m_layout.restIsBlank(node.span.end);
  const bool isBlock = node.style == Style::Literal || node.style == Style::Folded;
  const std::size_t kept = isBlock ? blockIndentOf(text().substr(node.span.begin, node.span.size())) : 0;
  context.blockIndent = kept > ownerColumn(node) ? kept : ownerColumn(node) + indentStep();
  // A comment that stands deeper than the block's lines would become one of them.
  const bool swallows = m_layout.commentColumnBelow(node.span.end) >= context.blockIndent;
  context.mayBeBlock = context.mayBeBlock && !swallows;
  context.lineBreak = m_layout.lineBreak(node.span.begin);
  return writeString(value.text, context);
}

Plan Planner::placeEmpty(const Node& node, const std::string& value) const {
  const std::size_t begin = node.span.begin;
  const std::size_t behind = m_layout.skipBlanks(begin);
  std::size_t end = begin;
  std::string replacement = " " + value;
  if (inFlow(node)) {
    end = behind;
    const bool isBeforeBracket = m_layout.at(behind) == '}' && behind > begin;
    const char opened = m_layout.at(nodeAt(node.parent).span.begin + 1);
    if (isBeforeBracket && opened == ' ') replacement += ' ';
  } else if (m_layout.restIsBlank(begin)) {
    end = behind;
  }
  Plan plan;
  plan.edits.push_back({begin, end - begin, replacement});
  return plan;
}

Plan Planner::place(const Node& node, const std::string& value) const {
  if (node.span.size() == 0) return placeEmpty(node, value);
  Plan plan;
  plan.edits.push_back({node.span.begin, node.span.size(), value});
  return plan;
}

/// A block value becomes nothing at all; in a flow list something must stand.
Plan Planner::clear(const Node& node) const {
  const Node& parent = nodeAt(node.parent);
  if (inFlow(node)) return place(node, parent.kind == TreeKind::Map ? "" : "null");
  const std::size_t begin = m_layout.skipBlanksBack(node.span.begin);
  Plan plan;
  plan.edits.push_back({begin, node.span.end - begin, ""});
  return plan;
}

Plan Planner::replaceScalar(const Node& node, const Scalar& value, const Path& path) const {
  const bool clashes = !node.tag.empty() && value.type != ScalarType::String;
  if (clashes) return refused(refuse("tag", node));
  const Scalar literal = spelled(node, value);
  const bool clears = value.type == ScalarType::Null && !inFlow(node);
  Plan plan =
      clears ? clear(node) : place(node, value.type == ScalarType::Null ? "null" : written(node, literal));
  plan.change = {OperationKind::Set, path, literal};
  return plan;
}

/// Cobalt's own date field needs the time of day, and an instant does not lose its own by the way.
bool Planner::needsTime(const Found& found, const Path& path) const {
  if (m_dialect != Dialect::Cobalt) return false;
  if (path == Path{Step("published_date")}) return true;
  const bool isThere = found.depth == path.size() && !m_tree.empty();
  return isThere && parseDateTime(nodeAt(found.node).text).has_value();
}

bool Planner::isValid(const Content& content) const {
  if (content.kind == NodeKind::Scalar) return isLiteral(content.scalar, m_dialect);
  const bool hasKeys = content.kind == NodeKind::Map ? content.keys.size() == content.items.size()
                                                     : content.kind == NodeKind::List && content.keys.empty();
  return hasKeys && std::ranges::all_of(content.items, [&](const Content& item) { return isValid(item); });
}

Plan Planner::set(const Path& path, const Content& value, Missing missing) const {
  const Refusal invalid = refusal("bad-literal", {value.scalar.text}, {});
  if (!isValid(value)) return refused(invalid);
  const Found found = find(path);
  if (found.refusal) return refused(*found.refusal);
  const bool isDay = value.scalar.type == ScalarType::Date && parseDate(value.scalar.text);
  if (isDay && needsTime(found, path)) return refused(invalid);
  if (found.depth == path.size() && !m_tree.empty()) return replace(nodeAt(found.node), value, path);
  if (missing == Missing::Refuse || path.empty()) {
    return refused(refusal("no-such-key", {nameOf(path)}, {}));
  }
  std::optional<Content> entry = entryBelow(path, found.depth, value);
  if (!entry) return refused(refusal("no-such-key", {nameOf(path)}, {}));
  Plan plan = add(found, {*std::move(entry)});
  plan.change = {OperationKind::Set, path, value};
  return plan;
}

/// `value` in the maps that the steps of `path` from `depth` on make; nothing when one of them is an index.
std::optional<Content> Planner::entryBelow(const Path& path, std::size_t depth, Content value) {
  for (std::size_t i = path.size(); i > depth; --i) {
    const auto* key = std::get_if<std::string>(&path[i - 1]);
    if (key == nullptr) return std::nullopt;
    value = Content::map({*key}, {std::move(value)});
  }
  return value;
}

} // namespace postwright::front_matter
