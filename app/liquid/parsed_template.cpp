#include "app/liquid/parsed_template.h"

namespace postwright::liquid {

SourcePosition Template::positionAt(std::size_t offset) const {
  std::call_once(m_lineIndexMade, [this] { m_lineIndex = std::make_unique<LineIndex>(m_text); });
  const LineColumn place = m_lineIndex->at(offset);
  return {m_origin.file, place.line + m_origin.firstLine - 1, place.column};
}

} // namespace postwright::liquid
