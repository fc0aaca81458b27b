// Pairs the runs of `*`, `_` and `~` of one line, and keeps what spans many characters (emphasis, links)
// until the line was read. Source: CommonMark 0.31, 'An algorithm for parsing nested emphasis and links'.
#pragma once

#include <QStringView>
#include <array>

#include "ui/editor/line_state.h"

namespace postwright::ui {

enum class Span : std::uint8_t { Bold, Italic, Strike, Link, Picture };
inline constexpr std::size_t kSpans = 5;

class Emphasis {
 public:
  Emphasis(QStringView line, LineStyles& styles) : m_line(line), m_styles(styles) {}

  /// Notes the run of equal signs at `at` and returns its end.
  qsizetype takeRun(qsizetype at);
  /// Runs noted and not paired yet.
  std::size_t size() const { return m_runs.size(); }
  /// Pairs the runs noted since there were `bottom` of them, and forgets them.
  void resolve(std::size_t bottom);
  void addSpan(Span span, qsizetype from, qsizetype to);
  /// Writes the spans into the styles.
  void apply();

 private:
  struct Run {
    qsizetype at;
    qsizetype count;
    qsizetype original; ///< its length before any pairing
    QChar sign;
    bool opens;
    bool closes;
  };
  /// Below which run it is useless to look for an opener, by the closer's kind.
  using Bottoms = std::array<std::size_t, 18>;

  bool pairs(const Run& opener, const Run& closer) const;
  void closeWith(std::size_t closer, std::vector<std::size_t>& openers, Bottoms& bottoms);
  void join(Run& opener, Run& closer);

  QStringView m_line;
  LineStyles& m_styles;
  std::vector<Run> m_runs;
  std::array<std::vector<int>, kSpans> m_changes; ///< +1 where a span starts, -1 behind its end
};

} // namespace postwright::ui
