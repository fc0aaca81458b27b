#include "app/front_matter/scalar_writer.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

#include "app/base/text.h"

namespace postwright::front_matter {
namespace {

constexpr std::size_t kLongestPlainKey = 128;
constexpr auto kTypedWords = std::to_array<std::string_view>(
    {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "=", "<<", ".inf", ".nan"});

/// Characters that libyaml reads as they are; others need an escape. NEL, LS, PS and the BOM would be read,
/// but as line breaks or not at all.
bool isPrintable(char32_t c) {
  if (c == U'\t') return true;
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return false;
  return c != 0x2028 && c != 0x2029 && c != 0xFEFF && c != 0xFFFE && c != 0xFFFF;
}

bool needsEscapes(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (!isPrintable(nextCodePoint(text, i))) return true;
  }
  return false;
}

bool isBlank(char c) {
  return c == ' ' || c == '\t';
}

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

std::string lowered(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return result;
}

/// A word that some reader takes for something else than text.
bool isTypedWord(std::string_view text) {
  std::string word = lowered(text);
  if (std::find(kTypedWords.begin(), kTypedWords.end(), word) != kTypedWords.end()) return true;
  const bool hasSign = word.starts_with('+') || word.starts_with('-');
  return hasSign && (word.substr(1) == ".inf");
}

/// Numbers, dates and times of any dialect: over-cautious on purpose, quotes do no harm.
bool looksNumeric(std::string_view text) {
  const char first = text.front();
  if (!isDigit(first) && first != '+' && first != '-' && first != '.') return false;
  constexpr std::string_view kNumeric = "0123456789+-.,_:eExXoOabcdfABCDFTZ ";
  return text.find_first_not_of(kNumeric) == std::string_view::npos;
}

bool startsLikeSyntax(std::string_view text) {
  constexpr std::string_view kIndicators = ",[]{}#&*!|>'\"%@`";
  if (kIndicators.find(text.front()) != std::string_view::npos) return true;
  const bool dashes = text.front() == '-' || text.front() == '?' || text.front() == ':';
  return dashes && (text.size() == 1 || isBlank(text[1]));
}

bool hasSyntaxInside(std::string_view text) {
  return text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos ||
         text.find('\t') != std::string_view::npos || text.find("{{") != std::string_view::npos ||
         text.find("{%") != std::string_view::npos || text.ends_with(':');
}

std::string singleQuoted(std::string_view text) {
  std::string result = "'";
  for (const char c : text) {
    if (c == '\'') result += '\'';
    result += c;
  }
  return result + '\'';
}

std::string escaped(char32_t c) {
  switch (c) {
    case U'\\':
      return "\\\\";
    case U'"':
      return "\\\"";
    case U'\n':
      return "\\n";
    case U'\t':
      return "\\t";
    case U'\r':
      return "\\r";
    case U'\0':
      return "\\0";
    default:
      break;
  }
  std::array<char, 16> buffer{};
  const char* format = c < 0x100 ? "\\x%02x" : "\\u%04x";
  std::snprintf(buffer.data(), buffer.size(), format, static_cast<unsigned>(c));
  return buffer.data();
}

std::string doubleQuoted(std::string_view text) {
  std::string result = "\"";
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const char32_t c = nextCodePoint(text, i);
    const bool isPlainCharacter = isPrintable(c) && c != U'"' && c != U'\\' && c != U'\t';
    result += isPlainCharacter ? std::string(text.substr(start, i - start)) : escaped(c);
  }
  return result + '"';
}

bool endsInDashes(std::string_view line) {
  return trimmed(line, " \t").ends_with("---");
}

/// Lines that a literal block keeps as they are, and that Cobalt's splitter does not take for a fence.
bool fitsBlock(std::string_view text) {
  std::string_view body = text;
  if (body.ends_with('\n')) body.remove_suffix(1);
  if (body.empty() || body.ends_with('\n') || isBlank(body.front()) || body.front() == '\n') return false;
  while (!body.empty()) {
    const std::size_t end = std::min(body.find('\n'), body.size());
    const std::string_view line = body.substr(0, end);
    body.remove_prefix(std::min(end + 1, body.size()));
    const bool isBlankLine = !line.empty() && trimmed(line, " \t").empty();
    if (isBlankLine || endsInDashes(line) || needsEscapes(line)) return false;
  }
  return true;
}

std::string literalBlock(std::string_view text, const WriteContext& context) {
  const bool clip = text.ends_with('\n');
  std::string_view body = clip ? text.substr(0, text.size() - 1) : text;
  std::string result = clip ? "|" : "|-";
  while (!body.empty()) {
    const std::size_t end = std::min(body.find('\n'), body.size());
    result += context.lineBreak;
    if (end > 0) result.append(context.blockIndent, ' ').append(body.substr(0, end));
    body.remove_prefix(std::min(end + 1, body.size()));
  }
  return result;
}

std::string quoted(std::string_view text) {
  if (text.empty()) return "\"\"";
  const bool hasQuote = text.find('\'') != std::string_view::npos;
  const bool easierDouble = hasQuote && text.find_first_of("\"\\") == std::string_view::npos;
  return needsEscapes(text) || easierDouble ? doubleQuoted(text) : singleQuoted(text);
}

} // namespace

bool isPlainSafe(std::string_view text, const WriteContext& context) {
  if (text.empty() || isBlank(text.front()) || isBlank(text.back())) return false;
  if (startsLikeSyntax(text) || hasSyntaxInside(text) || needsEscapes(text)) return false;
  if (text.starts_with("---") || text.starts_with("...") || text.ends_with("---")) return false;
  if (text.front() == ':' || isTypedWord(text) || looksNumeric(text)) return false;
  if (context.inFlow && text.find_first_of(",[]{}?:") != std::string_view::npos) return false;
  const bool tooLong = context.asKey && text.size() > kLongestPlainKey;
  return !tooLong && !(context.asKey && text.find(':') != std::string_view::npos);
}

std::string writeString(std::string_view text, const WriteContext& context) {
  using yaml::Style;
  if (context.preferred == Style::DoubleQuoted) return doubleQuoted(text);
  const bool isMultiLine = text.find('\n') != std::string_view::npos;
  const bool isBlock = isMultiLine && context.mayBeBlock && !context.inFlow && fitsBlock(text);
  if (isBlock) return literalBlock(text, context);
  if (context.preferred == Style::SingleQuoted && !needsEscapes(text)) return singleQuoted(text);
  return isPlainSafe(text, context) ? std::string(text) : quoted(text);
}

} // namespace postwright::front_matter
