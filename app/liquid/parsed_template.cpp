#include "app/liquid/parsed_template.h"

#include <algorithm>

namespace postwright::liquid {
namespace {

constexpr std::size_t kStep = 256; ///< bytes that are counted anew for each position at most

} // namespace

PositionIndex::PositionIndex(std::string_view text) : m_text(text), m_lines(text) {
  std::size_t count = 0;
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

LineColumn PositionIndex::at(std::size_t offset) const {
  offset = std::min(offset, m_text.size());
  const auto charactersBefore = [this](std::size_t end) {
    const std::size_t known = end / kStep;
    return m_charactersBefore[known] + codePointCount(m_text.substr(known * kStep, end % kStep));
  };
  const int line = m_lines.lineAt(offset);
  const std::size_t column = charactersBefore(offset) - charactersBefore(startOf(line, offset)) + 1;
  return {line, static_cast<int>(column)};
}

SourcePosition Template::positionAt(std::size_t offset) const {
  std::call_once(m_positionsMade, [this] { m_positions = std::make_unique<const PositionIndex>(m_text); });
  const LineColumn place = m_positions->at(offset);
  return {m_origin.file, place.line + m_origin.firstLine - 1, place.column};
}

} // namespace postwright::liquid
