#include "app/liquid/parsed_template.h"

#include <algorithm>

namespace postwright::liquid {
namespace {

constexpr std::size_t kStep = 64; ///< bytes that are counted anew for each position at most

} // namespace

PositionIndex::PositionIndex(std::string_view text) : m_text(text), m_lines(text) {
  std::size_t count = 0;
  m_charactersBefore.reserve(text.size() / kStep + 1);
  for (std::size_t offset = 0; offset <= text.size(); offset += kStep) {
    m_charactersBefore.push_back(static_cast<std::uint32_t>(count));
    count += codePointCount(text.substr(offset, kStep));
  }
}

/// Where the characters of `line` begin, as far as `offset`.
std::size_t PositionIndex::startOf(int line, std::size_t offset) const {
  const bool isBehindMark = line == 1 && m_text.starts_with(kByteOrderMark);
  return isBehindMark ? std::min(kByteOrderMark.size(), offset) : m_lines.lineStart(line);
}

std::size_t PositionIndex::charactersBefore(std::size_t offset) const {
  const std::size_t known = offset / kStep;
  return m_charactersBefore[known] + codePointCount(m_text.substr(known * kStep, offset % kStep));
}

LineColumn PositionIndex::at(std::size_t offset) const {
  offset = std::min(offset, m_text.size());
  const int line = m_lines.lineAt(offset);
  const std::size_t start = startOf(line, offset);
  const std::size_t column = offset - start < kStep ? codePointCount(m_text.substr(start, offset - start))
                                                    : charactersBefore(offset) - charactersBefore(start);
  return {line, static_cast<int>(column) + 1};
}

PlaceCounter::PlaceCounter(std::string_view text, int firstLine)
    : m_text(text), m_ends(text), m_nextEnd(m_ends.next(0)), m_place{firstLine, 1} {
  if (text.starts_with(kByteOrderMark)) m_counted = kByteOrderMark.size(); // it is no column
}

LineColumn PlaceCounter::at(std::size_t offset) {
  while (m_nextEnd.size() > 0 && m_nextEnd.end <= offset) {
    m_counted = m_nextEnd.end;
    m_place = {m_place.line + 1, 1};
    m_nextEnd = m_ends.next(m_counted);
  }
  if (offset <= m_counted) return m_place;
  m_place.column += static_cast<int>(codePointCount(m_text.substr(m_counted, offset - m_counted)));
  m_counted = offset;
  return m_place;
}

LineColumn Template::placeAt(std::size_t offset) const {
  std::call_once(m_positionsMade, [this] { m_positions = std::make_unique<const PositionIndex>(m_text); });
  const LineColumn place = m_positions->at(offset);
  return {place.line + m_origin.firstLine - 1, place.column};
}

SourcePosition Template::positionAt(std::size_t offset) const {
  const LineColumn place = placeAt(offset);
  return {m_origin.file, place.line, place.column};
}

} // namespace postwright::liquid
