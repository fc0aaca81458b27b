#include "app/base/text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <numeric>

namespace postwright {
namespace {

bool isContinuation(unsigned char byte) {
  return (byte & 0xC0) == 0x80;
}

constexpr std::size_t kWord = sizeof(std::uint64_t);
constexpr std::uint64_t kOnes = 0x0101010101010101U; ///< a one in every byte of a word

std::uint64_t wordAt(std::string_view text, std::size_t offset) {
  std::uint64_t word = 0;
  std::memcpy(&word, text.data() + offset, kWord);
  return word;
}

constexpr std::size_t kBlock = 8 * kWord;

/// The bits that any byte of the block at `offset` has. Written out, as GCC 12 leaves the loop a loop.
std::uint64_t bitsOfBlock(std::string_view text, std::size_t offset) {
  using Words = std::uint64_t __attribute__((vector_size(16)));
  const auto words = [&](std::size_t index) {
    Words pair;
    std::memcpy(&pair, text.data() + offset + index * sizeof pair, sizeof pair);
    return pair;
  };
  const Words bits = (words(0) | words(1)) | (words(2) | words(3));
  return bits[0] | bits[1];
}

/// A one in the bytes of `word` that are continuations.
std::uint64_t continuationsOf(std::uint64_t word) {
  return (word >> 7U) & ~(word >> 6U) & kOnes;
}

/// In each byte, how many continuation bytes the words of the block at `offset` have there.
std::uint64_t continuationsOfBlock(std::string_view text, std::size_t offset) {
  std::uint64_t counts = 0;
  for (std::size_t i = 0; i < kBlock; i += kWord)
    counts += continuationsOf(wordAt(text, offset + i));
  return counts;
}

/// `offset` moved over ASCII, a word at a time.
std::size_t skipAsciiWords(std::string_view text, std::size_t offset) {
  while (offset + kWord <= text.size() && (wordAt(text, offset) & (kOnes << 7U)) == 0)
    offset += kWord;
  return offset;
}

/// Length of the valid sequence at `offset`, 0 when there is none (RFC 3629, table 3-7 of Unicode).
std::size_t sequenceLength(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || offset + length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if (!isContinuation(byte(i))) return 0;
  }
  const unsigned char second = byte(1);
  const bool bad = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
                   (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
  return bad ? 0 : length;
}

/// Damerau-Levenshtein: swapping two neighbours counts as one slip.
std::size_t editDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> older(b.size() + 1);
  std::vector<std::size_t> previous(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(previous.begin(), previous.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], older[j - 2] + 1);
    }
    older.swap(previous);
    previous.swap(row);
  }
  return previous[b.size()];
}

} // namespace

std::string applyEdits(std::string_view text, std::span<const TextEdit> edits) {
  std::string result;
  std::size_t position = 0;
  for (const TextEdit& edit : edits) {
    result.append(text.substr(position, edit.offset - position));
    result.append(edit.replacement);
    position = edit.offset + edit.length;
  }
  result.append(text.substr(position));
  return result;
}

LineIndex::LineIndex(std::string_view text) : m_text(text), m_starts{0} {
  constexpr std::size_t kUsualLine = 32;
  m_starts.reserve(text.size() / kUsualLine + 1);
  LineEnds ends(text);
  for (Span end = ends.next(0); end.end > end.begin; end = ends.next(end.end))
    m_starts.push_back(end.end);
}

Span LineEnds::next(std::size_t from) {
  const auto find = [&](char byte, std::size_t known) {
    return known < from || known == kUnknown ? std::min(m_text.find(byte, from), m_text.size()) : known;
  };
  m_nextCr = find('\r', m_nextCr);
  m_nextLf = find('\n', m_nextLf);
  const std::size_t begin = std::min(m_nextCr, m_nextLf);
  if (begin == m_text.size()) return {begin, begin};
  return {begin, m_nextLf == m_nextCr + 1 ? begin + 2 : begin + 1};
}

int LineIndex::lineAt(std::size_t offset) const {
  const auto next = std::upper_bound(m_starts.begin(), m_starts.end(), std::min(offset, m_text.size()));
  return static_cast<int>(next - m_starts.begin());
}

LineColumn LineIndex::at(std::size_t offset) const {
  offset = std::min(offset, m_text.size());
  const int line = lineAt(offset);
  std::size_t start = lineStart(line);
  if (start == 0 && m_text.starts_with(kByteOrderMark)) start = std::min(kByteOrderMark.size(), offset);
  const auto column = codePointCount(m_text.substr(start, offset - start)) + 1;
  return {line, static_cast<int>(column)};
}

std::size_t LineIndex::lineStart(int line) const {
  const auto index = static_cast<std::size_t>(std::max(line, 1) - 1);
  return index < m_starts.size() ? m_starts[index] : m_text.size();
}

std::optional<std::size_t> firstInvalidUtf8(std::string_view text) {
  for (std::size_t i = skipAsciiWords(text, 0); i < text.size(); i = skipAsciiWords(text, i)) {
    const std::size_t length = sequenceLength(text, i);
    if (length == 0) return i;
    i += length;
  }
  return std::nullopt;
}

char32_t nextCodePoint(std::string_view text, std::size_t& offset) {
  const std::size_t length = sequenceLength(text, offset);
  if (length == 0) {
    ++offset;
    return U'\uFFFD';
  }
  const auto lead = static_cast<unsigned char>(text[offset]);
  char32_t codePoint = length == 1 ? lead : lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    codePoint = (codePoint << 6U) | (static_cast<unsigned char>(text[offset + i]) & 0x3FU);
  }
  offset += length;
  return codePoint;
}

void appendUtf8(std::string& text, char32_t codePoint) {
  const auto tail = [&](unsigned shift) {
    text += static_cast<char>(0x80U | ((codePoint >> shift) & 0x3FU));
  };
  if (codePoint < 0x80) {
    text += static_cast<char>(codePoint);
  } else if (codePoint < 0x800) {
    text += static_cast<char>(0xC0U | (codePoint >> 6U));
    tail(0);
  } else if (codePoint < 0x10000) {
    text += static_cast<char>(0xE0U | (codePoint >> 12U));
    tail(6);
    tail(0);
  } else {
    text += static_cast<char>(0xF0U | (codePoint >> 18U));
    tail(12);
    tail(6);
    tail(0);
  }
}

std::size_t codePointCount(std::string_view text) {
  std::size_t continuations = 0;
  std::size_t i = 0;
  for (; i + kBlock <= text.size(); i += kBlock) {
    if ((bitsOfBlock(text, i) & (kOnes << 7U)) == 0) continue;       // the usual case, in half the time
    continuations += (continuationsOfBlock(text, i) * kOnes) >> 56U; // the sum of the bytes
  }
  for (; i + kWord <= text.size(); i += kWord)
    continuations += (continuationsOf(wordAt(text, i)) * kOnes) >> 56U;
  for (; i < text.size(); ++i)
    continuations += isContinuation(static_cast<unsigned char>(text[i])) ? 1 : 0;
  return text.size() - continuations;
}

std::string normaliseLineEnds(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  std::size_t done = 0;
  for (std::size_t cr = text.find('\r'); cr != std::string_view::npos; cr = text.find('\r', done)) {
    result.append(text.substr(done, cr - done)).append("\n");
    done = cr + (text.substr(cr, 2) == "\r\n" ? 2 : 1);
  }
  return result.append(text.substr(done));
}

std::string_view trimmed(std::string_view text, std::string_view bytes) {
  const std::size_t begin = text.find_first_not_of(bytes);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(bytes) - begin + 1);
}

std::optional<std::string> didYouMean(std::string_view word, std::span<const std::string> candidates) {
  std::size_t best = std::max<std::size_t>(1, word.size() / 3) + 1;
  std::optional<std::string> nearest;
  for (const std::string& candidate : candidates) {
    if (candidate.size() > word.size() + best || word.size() > candidate.size() + best) continue;
    const std::size_t distance = editDistance(word, candidate);
    if (distance >= best) continue;
    best = distance;
    nearest = candidate;
  }
  return nearest;
}

} // namespace postwright
