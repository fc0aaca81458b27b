#include "app/liquid/element_reader.h"

namespace postwright::liquid {

Element ElementReader::next() {
  m_pairs.clear();
  const std::size_t begin = m_position;
  if (begin >= m_text.size()) return {Rule::EndOfInput, begin, begin};

  const std::size_t rawEnd = m_matcher.rawEnd(begin);
  if (rawEnd > begin) {
    m_position = rawEnd;
    return {Rule::Raw, begin, rawEnd};
  }
  const std::size_t brace = m_text.find('{', begin);
  const bool isTag = m_text[brace + 1] == '%';
  m_matcher.moveTo(begin);
  if (isTag ? m_matcher.tag() : m_matcher.expression()) {
    m_position = m_matcher.position();
    return {isTag ? Rule::Tag : Rule::Expression, begin, m_position};
  }
  // The grammar takes one character at a time here; up to the brace each of them fails alike.
  m_position = brace + 1;
  return {Rule::InvalidLiquid, begin, m_position};
}

} // namespace postwright::liquid
