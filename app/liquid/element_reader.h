// Cuts a template into text, tags, expressions and what is none of these, one element after the other.
// The one rule: it knows no blocks, so it cuts inside raw and comment too; time is linear in the text.
// Source: the element rules of liquid-core 0.26.9's grammar.
#pragma once

#include <cstddef>
#include <string_view>

#include "app/liquid/matcher.h"
#include "app/liquid/syntax.h"

namespace postwright::liquid {

struct Element {
  Rule rule = Rule::EndOfInput; ///< Raw, Tag, Expression, InvalidLiquid or EndOfInput
  std::size_t begin = 0;        ///< bytes of the text, blanks that a `-` takes away included
  std::size_t end = 0;
};

class ElementReader {
 public:
  /// Keeps a view of `text`, which must outlive it and be shorter than 4 GiB.
  explicit ElementReader(std::string_view text) : m_text(text), m_matcher(text, m_pairs) {
    constexpr std::size_t kUsualPairs = 32;
    m_pairs.reserve(kUsualPairs);
  }
  ElementReader(const ElementReader&) = delete;
  ElementReader& operator=(const ElementReader&) = delete;

  /// The next element; EndOfInput for ever after the last.
  Element next();
  /// What the last element is made of; replaced by the next call of next().
  const Pairs& pairs() const { return m_pairs; }
  std::string_view text() const { return m_text; }
  /// Goes to the end of the text.
  void skipAll() { m_position = m_text.size(); }

 private:
  std::string_view m_text;
  Pairs m_pairs;
  Matcher<NoAttempts> m_matcher;
  std::size_t m_position = 0;
};

} // namespace postwright::liquid
