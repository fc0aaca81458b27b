#include "app/base/unicode.h"

#include <algorithm>

#include "app/base/text.h"
#include "app/base/unicode_tables.h"

namespace postwright {
namespace {

constexpr char32_t kSigma = 0x3A3;
constexpr char32_t kFinalSigma = 0x3C2;

bool isAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char asciiUpper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

char asciiLower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

void appendMapped(std::string& result, std::u32string_view mapped, std::string_view original) {
  if (mapped.empty()) result += original;
  for (const char32_t c : mapped)
    appendUtf8(result, c);
}

/// Offset of the start of the character that ends before `end`.
std::size_t previousStart(std::string_view text, std::size_t end) {
  --end;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
    --end;
  return end;
}

bool isCasedBefore(std::string_view text, std::size_t end) {
  while (end > 0) {
    end = previousStart(text, end);
    std::size_t next = end;
    const char32_t c = nextCodePoint(text, next);
    if (!unicodeTables().caseIgnorable.contains(c)) return unicodeTables().cased.contains(c);
  }
  return false;
}

bool isCasedAfter(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    const char32_t c = nextCodePoint(text, offset);
    if (!unicodeTables().caseIgnorable.contains(c)) return unicodeTables().cased.contains(c);
  }
  return false;
}

/// What has been read of a text, as far as the rules of grapheme clusters look back.
class GraphemeState {
 public:
  /// Whether a cluster ends before `codePoint`; then takes it in.
  bool breaksBefore(char32_t codePoint) {
    const GraphemeKind kind = unicodeTables().graphemeKind(codePoint);
    const bool breaks = !joins(codePoint, kind);
    take(codePoint, kind);
    return breaks;
  }

 private:
  using Kind = GraphemeKind;

  bool joins(char32_t codePoint, Kind kind) const {
    if (m_kind == Kind::Control || kind == Kind::Control) return m_last == U'\r' && codePoint == U'\n';
    if (m_kind == Kind::L && (kind == Kind::L || kind == Kind::V || kind == Kind::LV || kind == Kind::LVT))
      return true;
    if ((m_kind == Kind::LV || m_kind == Kind::V) && (kind == Kind::V || kind == Kind::T)) return true;
    if ((m_kind == Kind::LVT || m_kind == Kind::T) && kind == Kind::T) return true;
    if (kind == Kind::Extend || kind == Kind::Joiner || kind == Kind::SpacingMark) return true;
    if (m_kind == Kind::Prepend) return true;
    if (kind == Kind::Consonant && m_afterConsonant && m_hasLinker) return true;
    if (kind == Kind::Pictographic && m_kind == Kind::Joiner && m_afterPictographic) return true;
    return kind == Kind::RegionalIndicator && m_regionalIndicators % 2 == 1;
  }

  void take(char32_t codePoint, Kind kind) {
    m_regionalIndicators = kind == Kind::RegionalIndicator ? m_regionalIndicators + 1 : 0;
    const bool continuesPictographic =
        kind == Kind::Extend || (kind == Kind::Joiner && m_kind != Kind::Joiner);
    m_afterPictographic = kind == Kind::Pictographic || (m_afterPictographic && continuesPictographic);
    const bool isLinker = unicodeTables().conjunctLinker.contains(codePoint);
    if (kind == Kind::Consonant) {
      m_afterConsonant = true;
      m_hasLinker = false;
    } else if (isLinker) {
      m_hasLinker = true;
    } else if (!unicodeTables().conjunctExtend.contains(codePoint)) {
      m_afterConsonant = false;
    }
    m_last = codePoint;
    m_kind = kind;
  }

  char32_t m_last = 0;
  Kind m_kind = Kind::Control; // the start of the text: a cluster begins
  std::size_t m_regionalIndicators = 0;
  bool m_afterPictographic = false; ///< a pictograph, marks on it, perhaps one joiner
  bool m_afterConsonant = false;    ///< a consonant, then only linkers and marks
  bool m_hasLinker = false;
};

} // namespace

std::string upperCase(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      result += asciiUpper(text[i++]);
      continue;
    }
    const char32_t c = nextCodePoint(text, i);
    appendMapped(result, unicodeTables().upper.find(c), text.substr(begin, i - begin));
  }
  return result;
}

std::string lowerCase(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      result += asciiLower(text[i++]);
      continue;
    }
    const char32_t c = nextCodePoint(text, i);
    if (c == kSigma && isCasedBefore(text, begin) && !isCasedAfter(text, i)) {
      appendUtf8(result, kFinalSigma);
    } else {
      appendMapped(result, unicodeTables().lower.find(c), text.substr(begin, i - begin));
    }
  }
  return result;
}

std::string withCapital(std::string_view text) {
  if (text.empty()) return {};
  std::size_t end = 0;
  nextCodePoint(text, end);
  return upperCase(text.substr(0, end)) + std::string(text.substr(end));
}

bool isWhiteSpace(char32_t codePoint) {
  return (codePoint >= 0x9 && codePoint <= 0xD) || codePoint == 0x20 || codePoint == 0x85 ||
         codePoint == 0xA0 || codePoint == 0x1680 || (codePoint >= 0x2000 && codePoint <= 0x200A) ||
         codePoint == 0x2028 || codePoint == 0x2029 || codePoint == 0x202F || codePoint == 0x205F ||
         codePoint == 0x3000;
}

bool isAlphabetic(char32_t codePoint) {
  if (codePoint < 0x80) {
    const char32_t lower = codePoint | 0x20U;
    return lower >= U'a' && lower <= U'z';
  }
  return unicodeTables().alphabetic.contains(codePoint);
}

std::string_view withoutLeadingWhiteSpace(std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t next = 0; next < text.size(); begin = next) {
    if (!isWhiteSpace(nextCodePoint(text, next))) break;
  }
  return text.substr(begin);
}

std::string_view withoutTrailingWhiteSpace(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0) {
    const std::size_t start = previousStart(text, end);
    std::size_t next = start;
    if (!isWhiteSpace(nextCodePoint(text, next)) || next != end) break;
    end = start;
  }
  return text.substr(0, end);
}

std::string_view trimmedWhiteSpace(std::string_view text) {
  return withoutTrailingWhiteSpace(withoutLeadingWhiteSpace(text));
}

std::size_t graphemesSize(std::string_view text, std::size_t count) {
  if (isAscii(text) && text.find('\r') == std::string_view::npos) return std::min(count, text.size());
  GraphemeState state;
  std::size_t begun = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    if (state.breaksBefore(nextCodePoint(text, i)) && begun++ == count) return begin;
  }
  return text.size();
}

} // namespace postwright
