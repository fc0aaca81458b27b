#include "app/markdown/link_parts.h"

#include <cmark-gfm.h>
#include <cmark-gfm/utf8.h>

#include "app/base/text.h"
#include "app/markdown/bytes.h"

namespace postwright::markdown {
namespace {

constexpr std::string_view kTrimmed = " \r\n\t";

class LabelScanner {
 public:
  LabelScanner(std::string_view text, std::size_t pos, const TextBlock* linesOf, bool isTableCell)
      : m_text(text), m_pos(pos), m_linesOf(linesOf), m_isTableCell(isTableCell) {}

  std::optional<LinkLabel> scan() {
    constexpr std::size_t kLongest = 1000;
    while (m_pos < m_text.size() && m_text[m_pos] != ']') {
      if (m_weight >= kLongest || !step()) return std::nullopt;
    }
    if (m_pos >= m_text.size() || !m_hasText) return std::nullopt;
    return LinkLabel{m_pos + 1, std::string(trimmed(m_label, kTrimmed))};
  }

 private:
  /// False where no label can go on.
  bool step() {
    const char byte = m_text[m_pos];
    if (byte == '[') return false;
    if (isSpace(byte)) return space();
    m_hasText = true;
    if (byte == '\\') return backslash();
    if (byte == '|' && m_isTableCell && m_label.ends_with('\\')) m_label.pop_back();
    take(1);
    if (static_cast<unsigned char>(byte) >= 0x80) ++m_weight;
    return true;
  }

  bool backslash() {
    if (m_pos + 1 >= m_text.size()) return false;
    if (m_isTableCell && m_text[m_pos + 1] == '|') {
      ++m_pos;
      ++m_weight;
      take(1);
    } else if (isAsciiPunctuation(m_text[m_pos + 1])) {
      m_weight += 2;
      take(2);
    } else {
      take(1);
    }
    return true;
  }

  bool space() {
    const std::size_t begin = m_pos;
    bool crossedLine = false;
    while (m_pos < m_text.size() && isSpace(m_text[m_pos])) {
      if (isBlank(m_text[m_pos])) {
        ++m_pos;
      } else if (crossedLine || m_linesOf == nullptr) {
        return false;
      } else {
        crossedLine = true;
        m_pos = m_linesOf->skipPrefix(afterLineEnd(m_text, m_pos));
      }
    }
    m_label += ' ';
    m_weight += m_pos - begin;
    return true;
  }

  void take(std::size_t count) {
    m_label += m_text.substr(m_pos, count);
    m_pos += count;
  }

  std::string_view m_text;
  std::size_t m_pos;
  const TextBlock* m_linesOf;
  bool m_isTableCell;
  std::string m_label;
  std::size_t m_weight = 0; ///< what the limit counts: escapes, white space, bytes beyond ASCII
  bool m_hasText = false;
};

std::optional<LinkDestination> inAngleBrackets(std::string_view text, std::size_t pos) {
  for (std::size_t i = pos + 1; i < text.size(); ++i) {
    const char byte = text[i];
    if (isLineEnd(byte) || byte == '<') return std::nullopt;
    if (byte == '>') return LinkDestination{i + 1, text.substr(pos + 1, i - pos - 1)};
    if (byte == '\\' && isAsciiPunctuation(at(text, i + 1))) ++i;
  }
  return std::nullopt;
}

} // namespace

std::optional<LinkLabel> linkLabelAt(std::string_view text, std::size_t pos, const TextBlock* linesOf,
                                     bool isTableCell) {
  return LabelScanner(text, pos, linesOf, isTableCell).scan();
}

std::optional<LinkLabel> footnoteDefinitionAt(std::string_view text, std::size_t pos) {
  if (!text.substr(pos).starts_with("[^")) return std::nullopt;
  auto label = linkLabelAt(text, pos + 2, nullptr, false);
  if (!label || at(text, label->end) != ':') return std::nullopt;
  ++label->end;
  return label;
}

std::string foldedLabel(std::string_view label) {
  cmark_strbuf buffer;
  cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0);
  cmark_utf8proc_case_fold(&buffer, reinterpret_cast<const std::uint8_t*>(label.data()),
                           static_cast<bufsize_t>(label.size()));
  std::string folded(reinterpret_cast<const char*>(buffer.ptr), static_cast<std::size_t>(buffer.size));
  cmark_strbuf_free(&buffer);
  return folded;
}

std::optional<LinkDestination> linkDestinationAt(std::string_view text, std::size_t pos) {
  constexpr int kDeepest = 33; // parentheses within parentheses
  if (at(text, pos) == '<') return inAngleBrackets(text, pos);
  int depth = 0;
  std::size_t i = pos;
  for (; i < text.size() && static_cast<unsigned char>(text[i]) > ' '; ++i) {
    if (text[i] == '(' && ++depth > kDeepest) return std::nullopt;
    if (text[i] == ')' && --depth < 0) break;
    if (text[i] == '\\' && isAsciiPunctuation(at(text, i + 1))) ++i;
  }
  if (depth > 0) return std::nullopt;
  return LinkDestination{i, text.substr(pos, i - pos)};
}

} // namespace postwright::markdown
