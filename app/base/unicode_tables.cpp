#include "app/base/unicode_tables.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

// POSTWRIGHT_UNICODE is the path of the table, given by the build.
asm(".section .rodata\n"
    ".global postwrightUnicodeBegin\n"
    ".global postwrightUnicodeEnd\n"
    "postwrightUnicodeBegin:\n"
    ".incbin \"" POSTWRIGHT_UNICODE
    "\"\n"
    "postwrightUnicodeEnd:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" {
extern const char postwrightUnicodeBegin[];
extern const char postwrightUnicodeEnd[];
}

namespace postwright {
namespace {

/// Takes hexadecimal numbers and the characters between them off a text.
class NumberReader {
 public:
  explicit NumberReader(std::string_view text) : m_text(text) {}

  bool atEnd() const { return m_text.empty(); }
  char32_t number() {
    std::uint32_t value = 0;
    const auto result = std::from_chars(m_text.data(), m_text.data() + m_text.size(), value, 16);
    m_text.remove_prefix(static_cast<std::size_t>(result.ptr - m_text.data()));
    return value;
  }
  bool accept(char separator) {
    if (!m_text.starts_with(separator)) return false;
    m_text.remove_prefix(1);
    return true;
  }

 private:
  std::string_view m_text;
};

CodePointSet* setNamed(UnicodeTables& tables, std::string_view name) {
  static constexpr auto kSets = std::to_array<std::pair<std::string_view, CodePointSet UnicodeTables::*>>({
      {"Alphabetic", &UnicodeTables::alphabetic},
      {"Cased", &UnicodeTables::cased},
      {"Case_Ignorable", &UnicodeTables::caseIgnorable},
      {"InCB_Extend", &UnicodeTables::conjunctExtend},
      {"InCB_Linker", &UnicodeTables::conjunctLinker},
  });
  for (const auto& [known, set] : kSets) {
    if (known == name) return &(tables.*set);
  }
  return nullptr;
}

GraphemeKind kindNamed(std::string_view name) {
  static constexpr auto kKinds = std::to_array<std::pair<std::string_view, GraphemeKind>>({
      {"Control", GraphemeKind::Control},
      {"CR", GraphemeKind::Control},
      {"LF", GraphemeKind::Control},
      {"Extend", GraphemeKind::Extend},
      {"Extended_Pictographic", GraphemeKind::Pictographic},
      {"InCB_Consonant", GraphemeKind::Consonant},
      {"L", GraphemeKind::L},
      {"V", GraphemeKind::V},
      {"T", GraphemeKind::T},
      {"Prepend", GraphemeKind::Prepend},
      {"Regional_Indicator", GraphemeKind::RegionalIndicator},
      {"SpacingMark", GraphemeKind::SpacingMark},
      {"ZWJ", GraphemeKind::Joiner},
  });
  for (const auto& [known, kind] : kKinds) {
    if (known == name) return kind;
  }
  return GraphemeKind::Other;
}

void readProperty(UnicodeTables& tables, std::string_view name, std::string_view content) {
  if (name == "Lowercase_Mapping") {
    tables.lower.read(content);
  } else if (name == "Uppercase_Mapping") {
    tables.upper.read(content);
  } else if (CodePointSet* set = setNamed(tables, name)) {
    set->read(content);
  } else {
    tables.graphemes.emplace_back(kindNamed(name), CodePointSet()).second.read(content);
  }
}

UnicodeTables readTables(std::string_view data) {
  UnicodeTables tables;
  for (std::size_t position = 0; position < data.size();) {
    const std::size_t end = data.find('\n', position);
    const std::string_view line = data.substr(position, end - position);
    const std::size_t tab = line.find('\t');
    if (!line.starts_with('#')) readProperty(tables, line.substr(0, tab), line.substr(tab + 1));
    position = end + 1;
  }
  return tables;
}

} // namespace

void CodePointSet::read(std::string_view ranges) {
  for (NumberReader reader(ranges); !reader.atEnd(); reader.accept(' ')) {
    const char32_t first = reader.number();
    m_ranges.push_back({first, reader.accept('-') ? reader.number() : first});
  }
}

bool CodePointSet::contains(char32_t codePoint) const {
  const auto range = std::lower_bound(m_ranges.begin(), m_ranges.end(), codePoint,
                                      [](const Range& r, char32_t c) { return r.last < c; });
  return range != m_ranges.end() && range->first <= codePoint;
}

void CodePointMap::read(std::string_view mappings) {
  for (NumberReader reader(mappings); !reader.atEnd(); reader.accept(' ')) {
    Mapping mapping{reader.number(), static_cast<std::uint32_t>(m_text.size()), 0};
    reader.accept('=');
    do {
      m_text += reader.number();
      ++mapping.size;
    } while (reader.accept(','));
    m_mappings.push_back(mapping);
  }
}

std::u32string_view CodePointMap::find(char32_t codePoint) const {
  const auto mapping = std::lower_bound(m_mappings.begin(), m_mappings.end(), codePoint,
                                        [](const Mapping& m, char32_t c) { return m.from < c; });
  if (mapping == m_mappings.end() || mapping->from != codePoint) return {};
  return std::u32string_view(m_text).substr(mapping->begin, mapping->size);
}

GraphemeKind UnicodeTables::graphemeKind(char32_t codePoint) const {
  constexpr char32_t kFirstSyllable = 0xAC00;
  constexpr char32_t kLastSyllable = 0xD7A3;
  constexpr char32_t kTrailingCount = 28;
  if (codePoint >= kFirstSyllable && codePoint <= kLastSyllable) {
    const bool hasTrailing = (codePoint - kFirstSyllable) % kTrailingCount != 0;
    return hasTrailing ? GraphemeKind::LVT : GraphemeKind::LV;
  }
  for (const auto& [kind, set] : graphemes) {
    if (set.contains(codePoint)) return kind;
  }
  return GraphemeKind::Other;
}

const UnicodeTables& unicodeTables() {
  static const UnicodeTables kTables = readTables(
      {postwrightUnicodeBegin, static_cast<std::size_t>(postwrightUnicodeEnd - postwrightUnicodeBegin)});
  return kTables;
}

} // namespace postwright
