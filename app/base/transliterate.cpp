#include "app/base/transliterate.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <vector>

#include "app/base/text.h"

// POSTWRIGHT_TRANSLITERATION is the path of the table, given by the build.
asm(".section .rodata\n"
    ".global postwrightTransliterationBegin\n"
    ".global postwrightTransliterationEnd\n"
    "postwrightTransliterationBegin:\n"
    ".incbin \"" POSTWRIGHT_TRANSLITERATION
    "\"\n"
    "postwrightTransliterationEnd:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" {
extern const char postwrightTransliterationBegin[];
extern const char postwrightTransliterationEnd[];
}

namespace postwright {
namespace {

constexpr std::string_view kUnknown = "-";

/// The table, read once: runs of neighbouring code points, and where the text of each one begins.
class Table {
 public:
  explicit Table(std::string_view data) {
    m_text.reserve(data.size());
    for (std::size_t position = 0; position < data.size();) {
      const std::size_t end = data.find('\n', position);
      if (data[position] != '#') addRun(data.substr(position, end - position));
      position = end + 1;
    }
    m_begins.push_back(static_cast<std::uint32_t>(m_text.size()));
  }

  std::string_view find(char32_t codePoint) const {
    auto run = std::upper_bound(m_runs.begin(), m_runs.end(), codePoint,
                                [](char32_t c, const Run& r) { return c < r.first; });
    if (run == m_runs.begin()) return kUnknown;
    --run;
    const std::size_t offset = codePoint - run->first;
    if (offset >= run->count) return kUnknown;
    const std::size_t begin = m_begins[run->index + offset];
    return std::string_view(m_text).substr(begin, m_begins[run->index + offset + 1] - begin);
  }

 private:
  struct Run {
    std::uint32_t first;
    std::uint32_t count;
    std::uint32_t index; ///< of its first entry in m_begins
  };

  void addRun(std::string_view line) {
    Run run{0, 0, static_cast<std::uint32_t>(m_begins.size())};
    std::from_chars(line.data(), line.data() + line.size(), run.first, 16);
    for (std::size_t i = line.find('\t'); i < line.size(); ++i) {
      if (line[i] == '\t') {
        m_begins.push_back(static_cast<std::uint32_t>(m_text.size()));
        ++run.count;
      } else if (line[i] == '\\') {
        m_text += unescaped(line[++i]);
      } else {
        m_text += line[i];
      }
    }
    m_runs.push_back(run);
  }

  static char unescaped(char letter) { return letter == 'n' ? '\n' : letter == 't' ? '\t' : letter; }

  std::string m_text;
  std::vector<std::uint32_t> m_begins;
  std::vector<Run> m_runs;
};

const Table& table() {
  static const Table kTable(
      {postwrightTransliterationBegin,
       static_cast<std::size_t>(postwrightTransliterationEnd - postwrightTransliterationBegin)});
  return kTable;
}

std::string_view asciiOf(char32_t codePoint) {
  static constexpr std::string_view kPrintable =
      " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
  if (codePoint >= 0x80) return table().find(codePoint);
  return codePoint >= 0x20 && codePoint < 0x7F ? kPrintable.substr(codePoint - 0x20, 1) : std::string_view();
}

} // namespace

std::string transliterate(std::string_view text) {
  const auto firstOther =
      std::find_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x7F; });
  auto position = static_cast<std::size_t>(firstOther - text.begin());
  std::string result(text.substr(0, position));
  std::optional<std::string_view> next;
  const auto advance = [&] {
    next = position < text.size() ? std::optional(asciiOf(nextCodePoint(text, position))) : std::nullopt;
  };
  advance();
  while (next) {
    std::string_view current = *next;
    advance();
    // Names of syllables and emoji end in a blank, which is dropped at the end and before another blank.
    const bool blankFollows = !next || next->starts_with(' ');
    if (current.size() > 1 && current.ends_with(' ') && blankFollows) current.remove_suffix(1);
    result += current;
  }
  return result;
}

} // namespace postwright
