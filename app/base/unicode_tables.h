// The character properties behind unicode.h. The one rule: read once, never changed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace postwright {

/// Ascending ranges of code points.
class CodePointSet {
 public:
  void read(std::string_view ranges); ///< "41-5A AA …", hexadecimal
  bool contains(char32_t codePoint) const;

 private:
  struct Range {
    char32_t first;
    char32_t last;
  };
  std::vector<Range> m_ranges;
};

/// One code point to one or more.
class CodePointMap {
 public:
  void read(std::string_view mappings); ///< "61=41 DF=53,53 …", hexadecimal
  /// Empty when the code point stands for itself.
  std::u32string_view find(char32_t codePoint) const;

 private:
  struct Mapping {
    char32_t from;
    std::uint32_t begin;
    std::uint32_t size;
  };
  std::vector<Mapping> m_mappings;
  std::u32string m_text;
};

enum class GraphemeKind : std::uint8_t {
  Other,
  Control,
  Extend,
  Pictographic,
  Consonant,
  L,
  V,
  T,
  LV,
  LVT,
  Prepend,
  RegionalIndicator,
  SpacingMark,
  Joiner,
};

struct UnicodeTables {
  CodePointSet alphabetic;
  CodePointSet cased;
  CodePointSet caseIgnorable;
  CodePointSet conjunctExtend;
  CodePointSet conjunctLinker;
  CodePointMap lower;
  CodePointMap upper;
  std::vector<std::pair<GraphemeKind, CodePointSet>> graphemes;

  GraphemeKind graphemeKind(char32_t codePoint) const;
};

/// Read when first asked for; safe from several threads.
const UnicodeTables& unicodeTables();

} // namespace postwright
