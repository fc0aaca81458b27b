#include "app/markdown/references.h"

#include <optional>

#include "app/markdown/bytes.h"
#include "app/markdown/entity.h"
#include "app/markdown/link_parts.h"

namespace postwright::markdown {
namespace {

struct Definition {
  std::size_t linesEnd = 0; ///< index of the first line that is not part of it
  std::string label;
  Reference reference;
};

struct Title {
  std::size_t end = 0;
  std::string raw;
};

/// Reads one definition, line by line.
class DefinitionReader {
 public:
  DefinitionReader(const TextBlock& paragraph, std::size_t line)
      : m_block(paragraph), m_text(paragraph.text()), m_line(line), m_pos(paragraph.lines()[line].content) {}

  std::optional<Definition> read() {
    if (at(m_text, m_pos) != '[') return std::nullopt;
    auto label = linkLabelAt(m_text, m_pos + 1, &m_block, false);
    if (!label || at(m_text, label->end) != ':') return std::nullopt;
    moveTo(label->end + 1);
    if (!skipSpace()) return std::nullopt;
    const auto destination = linkDestinationAt(m_text, m_pos);
    if (!destination || destination->end == m_pos) return std::nullopt;
    m_pos = destination->end;
    Definition definition{m_line + 1, std::move(label->label), {unescaped(destination->raw, false), {}}};
    if (!readTitle(definition)) return std::nullopt;
    return definition;
  }

 private:
  /// False when what follows the destination spoils the definition.
  bool readTitle(Definition& definition) {
    const std::size_t destinationEnd = m_pos;
    const std::size_t destinationLine = m_line;
    if (!skipSpace()) return true; // the paragraph ends here
    if (m_pos == destinationEnd) return false;
    const bool crossedLine = m_line > destinationLine;
    if (const auto title = titleHere(); title && restIsBlank(m_text, title->end)) {
      definition.linesEnd = m_line + 1;
      definition.reference.title = unescaped(title->raw, false);
      return true;
    }
    return crossedLine;
  }

  /// White space with at most one line end. False at the paragraph's end.
  bool skipSpace() {
    m_pos = skipBlanks(m_text, m_pos);
    if (!atLineEnd(m_text, m_pos)) return true;
    if (!nextLine()) return false;
    m_pos = skipBlanks(m_text, m_pos);
    return !atLineEnd(m_text, m_pos);
  }

  std::optional<Title> titleHere() {
    const char opener = at(m_text, m_pos);
    if (opener != '"' && opener != '\'' && opener != '(') return std::nullopt;
    const char closer = opener == '(' ? ')' : opener;
    Title title;
    std::size_t begin = ++m_pos;
    while (m_pos < m_text.size()) {
      const char byte = m_text[m_pos];
      if (byte == '(' && closer == ')') return std::nullopt;
      if (byte == closer) {
        title.raw += m_text.substr(begin, m_pos - begin);
        title.end = m_pos + 1;
        return title;
      }
      if (isLineEnd(byte)) {
        title.raw.append(m_text.substr(begin, m_pos - begin)).append("\n");
        if (!nextLine()) return std::nullopt;
        begin = m_pos;
      } else {
        m_pos += byte == '\\' && !atLineEnd(m_text, m_pos + 1) ? 2 : 1;
      }
    }
    return std::nullopt;
  }

  bool nextLine() {
    if (m_line + 1 >= m_block.lines().size()) return false;
    m_pos = m_block.lines()[++m_line].content;
    return true;
  }

  void moveTo(std::size_t pos) {
    m_pos = pos;
    while (m_block.lines()[m_line].end < pos)
      ++m_line;
  }

  const TextBlock& m_block;
  std::string_view m_text;
  std::size_t m_line;
  std::size_t m_pos;
};

} // namespace

void References::add(std::string_view label, Reference&& reference) {
  m_byLabel.try_emplace(foldedLabel(label), std::move(reference));
}

const Reference* References::find(std::string_view label) const {
  if (m_byLabel.empty()) return nullptr;
  const auto found = m_byLabel.find(foldedLabel(label));
  return found == m_byLabel.end() ? nullptr : &found->second;
}

std::size_t readReferences(const TextBlock& paragraph, References* references) {
  std::size_t line = 0;
  while (line < paragraph.lines().size()) {
    auto definition = DefinitionReader(paragraph, line).read();
    if (!definition) break;
    line = definition->linesEnd;
    if (references != nullptr) references->add(definition->label, std::move(definition->reference));
  }
  return line;
}

} // namespace postwright::markdown
