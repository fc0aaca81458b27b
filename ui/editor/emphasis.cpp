#include "ui/editor/emphasis.h"

#include <algorithm>

#include "ui/editor/line_scanner.h"

namespace postwright::ui {
namespace {

enum class Side : std::uint8_t { Space, Punctuation, Letter };

Side sideAt(QStringView line, const LineStyles& styles, qsizetype at) {
  if (at < 0 || at >= line.size()) return Side::Space;
  // what Liquid writes there is a word more often than not
  if (styles[static_cast<std::size_t>(at)].marks & mark::kOpaque) return Side::Letter;
  const QChar c = line[at];
  if (c.isSpace()) return Side::Space;
  return c.isPunct() || c.isSymbol() ? Side::Punctuation : Side::Letter;
}

std::size_t kindOf(QChar sign, bool opens, qsizetype length) {
  const std::size_t family = sign == u'*' ? 0 : sign == u'_' ? 1 : 2;
  return family * 6 + (opens ? 3 : 0) + static_cast<std::size_t>(length % 3);
}

} // namespace

qsizetype Emphasis::takeRun(qsizetype at) {
  const QChar sign = m_line[at];
  qsizetype end = at;
  while (end < m_line.size() && m_line[end] == sign)
    ++end;
  const Side before = sideAt(m_line, m_styles, at - 1);
  const Side after = sideAt(m_line, m_styles, end);
  const bool left = after != Side::Space && (after != Side::Punctuation || before != Side::Letter);
  const bool right = before != Side::Space && (before != Side::Punctuation || after != Side::Letter);
  const bool isUnderscore = sign == u'_';
  const bool opens = left && (!isUnderscore || !right || before == Side::Punctuation);
  const bool closes = right && (!isUnderscore || !left || after == Side::Punctuation);
  const bool counts = sign != u'~' || end - at <= 2;
  if (counts && (opens || closes)) m_runs.push_back({at, end - at, end - at, sign, opens, closes});
  return end;
}

void Emphasis::resolve(std::size_t bottom) {
  std::vector<std::size_t> openers;
  Bottoms bottoms;
  bottoms.fill(bottom);
  for (std::size_t i = bottom; i < m_runs.size(); ++i) {
    if (m_runs[i].closes) closeWith(i, openers, bottoms);
    if (m_runs[i].opens && m_runs[i].count > 0) openers.push_back(i);
  }
  m_runs.resize(bottom);
}

bool Emphasis::pairs(const Run& opener, const Run& closer) const {
  if (opener.sign != closer.sign) return false;
  if (opener.sign == u'~') return opener.count == closer.count;
  if (!opener.closes && !closer.opens) return true;
  const bool multiples = opener.original % 3 == 0 && closer.original % 3 == 0;
  return multiples || (opener.original + closer.original) % 3 != 0;
}

void Emphasis::closeWith(std::size_t closer, std::vector<std::size_t>& openers, Bottoms& bottoms) {
  Run& run = m_runs[closer];
  std::size_t& floor = bottoms[kindOf(run.sign, run.opens, run.original)];
  while (run.count > 0) {
    std::size_t found = openers.size();
    while (found > 0 && openers[found - 1] >= floor && !pairs(m_runs[openers[found - 1]], run))
      --found;
    if (found == 0 || openers[found - 1] < floor) {
      floor = closer;
      return;
    }
    Run& opener = m_runs[openers[found - 1]];
    join(opener, run);
    openers.resize(opener.count > 0 ? found : found - 1);
  }
}

void Emphasis::join(Run& opener, Run& closer) {
  const qsizetype used = std::min<qsizetype>(2, std::min(opener.count, closer.count));
  opener.count -= used;
  const qsizetype from = opener.at + opener.count;
  const qsizetype to = closer.at + used;
  paint(m_styles, from, from + used, Ink::Markup);
  paint(m_styles, closer.at, to, Ink::Markup);
  closer.at = to;
  closer.count -= used;
  if (opener.sign == u'~') {
    addSpan(Span::Strike, from, to);
  } else {
    addSpan(used == 2 ? Span::Bold : Span::Italic, from, to);
  }
}

void Emphasis::addSpan(Span span, qsizetype from, qsizetype to) {
  auto& changes = m_changes[static_cast<std::size_t>(span)];
  if (changes.empty()) changes.resize(m_styles.size() + 1);
  ++changes[static_cast<std::size_t>(from)];
  --changes[static_cast<std::size_t>(to)];
}

void Emphasis::apply() {
  std::array<int, kSpans> depth{};
  if (std::all_of(m_changes.begin(), m_changes.end(), [](const auto& changes) { return changes.empty(); }))
    return;
  for (std::size_t i = 0; i < m_styles.size(); ++i) {
    for (std::size_t span = 0; span < kSpans; ++span) {
      if (!m_changes[span].empty()) depth[span] += m_changes[span][i];
    }
    CharStyle& style = m_styles[i];
    if (depth[0] > 0) style.marks |= mark::kBold;
    if (depth[1] > 0) style.marks |= mark::kItalic;
    if (depth[2] > 0) style.marks |= mark::kStrike;
    const bool isPlain = style.ink == Ink::Text || style.ink == Ink::Heading || style.ink == Ink::Quiet;
    if (!isPlain || (style.marks & mark::kOpaque)) continue;
    if (depth[3] > 0) {
      style.ink = Ink::Link;
    } else if (depth[4] > 0) {
      style.ink = Ink::Quiet;
    }
  }
}

} // namespace postwright::ui
