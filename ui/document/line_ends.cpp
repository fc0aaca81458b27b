#include "ui/document/line_ends.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace postwright::ui {
namespace {

std::string_view textOf(LineEnd end) {
  static constexpr std::array<std::string_view, 3> kTexts = {"\n", "\r\n", "\r"};
  return kTexts[static_cast<std::size_t>(end)];
}

LineEnd mostCommon(const std::vector<LineEnd>& ends) {
  std::array<std::size_t, 3> counts{};
  for (const LineEnd end : ends)
    ++counts[static_cast<std::size_t>(end)];
  return static_cast<LineEnd>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

/// A line between two paired ones that has no pair was changed: it stands for the next original line that is
/// free.
void pairChangedLines(std::vector<std::ptrdiff_t>& pairs, std::ptrdiff_t originalCount) {
  std::vector<std::ptrdiff_t> nextPaired(pairs.size() + 1, originalCount);
  for (std::size_t i = pairs.size(); i-- > 0;)
    nextPaired[i] = pairs[i] >= 0 ? pairs[i] : nextPaired[i + 1];
  std::ptrdiff_t last = -1;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (pairs[i] < 0 && last + 1 < nextPaired[i]) pairs[i] = last + 1;
    if (pairs[i] >= 0) last = pairs[i];
  }
}

/// For each edited line the index of the original line it stands for, or -1. Equal heads and tails are paired
/// first; between them, equal lines in order.
std::vector<std::ptrdiff_t> pairLines(const std::vector<std::string_view>& edited,
                                      const std::vector<std::string_view>& original) {
  std::vector<std::ptrdiff_t> pairs(edited.size(), -1);
  const std::size_t shorter = std::min(edited.size(), original.size());
  std::size_t head = 0;
  for (; head < shorter && edited[head] == original[head]; ++head)
    pairs[head] = static_cast<std::ptrdiff_t>(head);
  std::size_t tail = 0;
  while (tail < shorter - head && edited[edited.size() - 1 - tail] == original[original.size() - 1 - tail]) {
    pairs[edited.size() - 1 - tail] = static_cast<std::ptrdiff_t>(original.size() - 1 - tail);
    ++tail;
  }
  std::unordered_map<std::string_view, std::vector<std::size_t>> places;
  for (std::size_t i = original.size() - tail; i-- > head;)
    places[original[i]].push_back(i);
  std::ptrdiff_t last = static_cast<std::ptrdiff_t>(head) - 1;
  for (std::size_t i = head; i < edited.size() - tail; ++i) {
    const auto found = places.find(edited[i]);
    if (found == places.end()) continue;
    std::vector<std::size_t>& candidates = found->second;
    while (!candidates.empty() && static_cast<std::ptrdiff_t>(candidates.back()) <= last)
      candidates.pop_back();
    if (candidates.empty()) continue;
    last = static_cast<std::ptrdiff_t>(candidates.back());
    pairs[i] = last;
  }
  pairChangedLines(pairs, static_cast<std::ptrdiff_t>(original.size()));
  return pairs;
}

std::string withEnd(std::string_view text, LineEnd end) {
  std::string result;
  result.reserve(text.size() + text.size() / 32);
  for (const char c : text) {
    if (c == '\n') {
      result += textOf(end);
    } else {
      result += c;
    }
  }
  return result;
}

} // namespace

FileLines cutLines(std::string_view text) {
  FileLines cut;
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\n' && text[i] != '\r') continue;
    const bool pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    cut.lines.push_back(text.substr(start, i - start));
    cut.ends.push_back(pair ? LineEnd::CrLf : text[i] == '\r' ? LineEnd::Cr : LineEnd::Lf);
    if (pair) ++i;
    start = i + 1;
  }
  cut.lines.push_back(text.substr(start));
  return cut;
}

LineEnds::LineEnds(std::string original) : m_original(std::move(original)) {
  const FileLines cut = cutLines(m_original);
  m_common = mostCommon(cut.ends);
  m_uniform = std::all_of(cut.ends.begin(), cut.ends.end(), [&](LineEnd end) { return end == m_common; });
  if (m_uniform) m_original.clear();
}

std::string LineEnds::restore(std::string_view edited) const {
  if (m_uniform) return m_common == LineEnd::Lf ? std::string(edited) : withEnd(edited, m_common);
  const FileLines original = cutLines(m_original);
  const FileLines cut = cutLines(edited);
  const std::vector<std::ptrdiff_t> pairs = pairLines(cut.lines, original.lines);
  std::string result;
  LineEnd end = m_common;
  for (std::size_t i = 0; i < cut.lines.size(); ++i) {
    result += cut.lines[i];
    if (i + 1 == cut.lines.size()) break;
    const auto from = static_cast<std::size_t>(pairs[i]);
    if (pairs[i] >= 0 && from < original.ends.size()) end = original.ends[from];
    result += textOf(end);
  }
  return result;
}

} // namespace postwright::ui
