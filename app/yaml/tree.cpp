#include "app/yaml/tree.h"

#include <algorithm>

namespace postwright::yaml {
namespace {

bool isBlank(char c) {
  return c == ' ' || c == '\t';
}

bool isBreak(char c) {
  return c == '\n' || c == '\r';
}

/// Behind blanks, line ends and comments.
std::size_t skipSpace(std::string_view text, std::size_t position) {
  while (position < text.size()) {
    if (text[position] == '#') {
      while (position < text.size() && !isBreak(text[position]))
        ++position;
    } else if (isBlank(text[position]) || isBreak(text[position])) {
      ++position;
    } else {
      break;
    }
  }
  return position;
}

/// Finds the end of the properties (`&anchor`, `!tag`) at the node's start, and the value behind them.
void skipProperties(std::string_view text, TreeNode& node, std::size_t end) {
  std::size_t position = node.start;
  node.propertiesEnd = position;
  while (position < end && (text[position] == '&' || text[position] == '!')) {
    while (position < end && !isBlank(text[position]) && !isBreak(text[position]))
      ++position;
    node.propertiesEnd = position;
    position = skipSpace(text, position);
  }
  node.span.begin = position < end ? position : node.propertiesEnd;
}

std::size_t behindLineBreak(std::string_view text, std::size_t position) {
  const bool isPair = text.substr(position, 2) == "\r\n";
  return position + (isPair ? 2 : 1);
}

/// The end of `text` without its last line break.
std::size_t withoutLastBreak(std::string_view text) {
  std::size_t end = text.size();
  if (end > 0 && text[end - 1] == '\n') --end;
  if (end > 0 && text[end - 1] == '\r' && end + 1 >= text.size()) --end;
  return end;
}

struct Line {
  std::size_t begin = 0;
  std::size_t end = 0; ///< before the line break
};

std::vector<Line> linesOf(std::string_view text) {
  std::vector<Line> lines;
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t end = begin;
    while (end < text.size() && !isBreak(text[end]))
      ++end;
    lines.push_back({begin, end});
    begin = end < text.size() ? behindLineBreak(text, end) : end;
  }
  return lines;
}

std::size_t leadingBlanks(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

/// libyaml ends a block scalar behind the blank lines that follow it; they are part of the value only under
/// `+`, or when they are indented deeper than its text.
std::size_t blockScalarEnd(std::string_view text, std::size_t start, std::size_t end) {
  const std::string_view scalar = text.substr(start, end - start);
  const std::vector<Line> lines = linesOf(scalar);
  if (lines.empty()) return start;
  const std::string_view header = scalar.substr(0, lines.front().end);
  if (header.substr(0, 3).find('+') != std::string_view::npos) return start + withoutLastBreak(scalar);
  std::size_t indent = std::string_view::npos;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::string_view line = scalar.substr(lines[i].begin, lines[i].end - lines[i].begin);
    if (leadingBlanks(line) < line.size()) indent = std::min(indent, leadingBlanks(line));
  }
  std::size_t last = lines.size() - 1;
  for (; last > 0; --last) {
    const std::string_view line = scalar.substr(lines[last].begin, lines[last].end - lines[last].begin);
    if (leadingBlanks(line) < line.size() || line.size() > indent) break;
  }
  return start + lines[last].end;
}

class TreeBuilder {
 public:
  explicit TreeBuilder(std::string_view text) : m_text(text) {}

  Tree build(const EventStream& stream) {
    m_nodeOfEvent.resize(stream.events.size());
    m_tree.nodes.reserve(stream.events.size());
    for (std::size_t i = 0; i < stream.events.size(); ++i)
      take(stream.events[i], i);
    return std::move(m_tree);
  }

 private:
  void take(const Event& event, std::size_t index) {
    switch (event.kind) {
      case EventKind::Scalar:
        addScalar(event, index);
        break;
      case EventKind::Alias:
        addAlias(event, index);
        break;
      case EventKind::ListStart:
        m_open.push_back(add(event, index, TreeKind::List));
        break;
      case EventKind::MapStart:
        m_open.push_back(add(event, index, TreeKind::Map));
        break;
      case EventKind::ListEnd:
      case EventKind::MapEnd:
        close(event);
        break;
      case EventKind::Nothing:
        break;
    }
  }

  std::size_t add(const Event& event, std::size_t index, TreeKind kind) {
    const std::size_t id = m_tree.nodes.size();
    m_nodeOfEvent[index] = id;
    TreeNode& node = m_tree.nodes.emplace_back();
    node.kind = kind;
    node.style = event.style;
    node.text = event.text;
    node.tag = event.tag;
    node.anchor = event.anchor;
    node.start = event.start.byte;
    node.propertiesEnd = event.start.byte;
    node.column = event.start.column;
    node.line = event.start.line;
    node.span = {event.start.byte, event.end.byte};
    node.parent = m_open.empty() ? id : m_open.back();
    if (!m_open.empty()) m_tree.nodes[m_open.back()].children.push_back(id);
    return id;
  }

  void addScalar(const Event& event, std::size_t index) {
    TreeNode& node = m_tree.nodes[add(event, index, TreeKind::Scalar)];
    const bool hasProperties = !node.tag.empty() || !node.anchor.empty();
    if (hasProperties) skipProperties(m_text, node, node.span.end);
    const bool isBlock = event.style == Style::Literal || event.style == Style::Folded;
    const bool isUnwritten = node.span.size() == 0 && !hasProperties;
    if (isUnwritten) pullToIndicator(node);
    if (isBlock) node.span.end = blockScalarEnd(m_text, node.span.begin, node.span.end);
    m_lastEnd = node.span.end;
  }

  /// In flow context libyaml puts an empty value at the next comma or bracket.
  void pullToIndicator(TreeNode& node) const {
    std::size_t position = node.start;
    while (position > 0 && (isBlank(m_text[position - 1]) || isBreak(m_text[position - 1])))
      --position;
    if (position == 0 || m_text[position - 1] != ':') return;
    node.start = node.propertiesEnd = position;
    node.span = {position, position};
  }

  void addAlias(const Event& event, std::size_t index) {
    const std::size_t id = add(event, index, TreeKind::Alias);
    m_lastEnd = m_tree.nodes[id].span.end;
    const std::size_t target = m_nodeOfEvent[event.partner];
    ++m_tree.nodes[target].aliasCount;
    if (std::find(m_open.begin(), m_open.end(), target) != m_open.end()) m_tree.recursiveAlias = id;
  }

  /// A block collection ends with its last child: libyaml's mark is the start of whatever comes next.
  void close(const Event& event) {
    TreeNode& node = m_tree.nodes[m_open.back()];
    m_open.pop_back();
    const bool hasProperties = !node.tag.empty() || !node.anchor.empty();
    if (hasProperties) skipProperties(m_text, node, m_text.size());
    const bool hasBracket = node.isFlow() && event.end.byte > event.start.byte;
    if (hasBracket) m_lastEnd = event.end.byte;
    node.span.end = std::max(node.span.begin, m_lastEnd);
  }

  std::string_view m_text;
  Tree m_tree;
  std::vector<std::size_t> m_open;
  std::vector<std::size_t> m_nodeOfEvent;
  std::size_t m_lastEnd = 0;
};

} // namespace

Tree readTree(std::string_view text, const Limits& limits) {
  EventStream stream = readEvents(text, limits);
  if (!stream.error) {
    Tree tree = TreeBuilder(text).build(stream);
    tree.moreDocuments = stream.moreDocuments;
    return tree;
  }
  Tree tree;
  tree.error = std::move(stream.error);
  return tree;
}

} // namespace postwright::yaml
