#include "ui/editor/line_scanner.h"

namespace postwright::ui {
namespace {

constexpr QChar kByteOrderMark(0xFEFF);

bool isFrontMatterFence(QStringView line) {
  if (line.startsWith(kByteOrderMark)) line = line.sliced(1);
  return line.startsWith(u"---") && line.sliced(3).trimmed().isEmpty();
}

LineState scanFrontMatter(QStringView line, LineState state, LineStyles& styles) {
  if (!state.frontMatter) state = {};
  state.frontMatter = 1;
  if (isFrontMatterFence(line)) {
    paint(styles, 0, line.size(), Ink::FrontMarkup);
    state = {};
    state.frontMatter = 1;
    return state;
  }
  // permalinks are Liquid; a half-typed one ends with its line
  scanLiquid(line, LiquidMode::None, styles);
  scanYaml(line, state, styles);
  return state;
}

/// A run of `=` or `-` and nothing else.
bool isSetextUnderline(QStringView line) {
  const QChar sign = line.front();
  if (sign != u'=' && sign != u'-') return false;
  qsizetype i = 0;
  while (i < line.size() && line[i] == sign)
    ++i;
  return line.sliced(i).trimmed().isEmpty();
}

/// `| --- | :-: |`: cells of dashes, at least one bar.
bool isTableDelimiter(QStringView line) {
  bool hasBar = false;
  bool hasDash = false;
  for (const QChar c : line) {
    hasBar = hasBar || c == u'|';
    hasDash = hasDash || c == u'-';
    if (c != u'|' && c != u'-' && c != u':' && !c.isSpace()) return false;
  }
  return hasBar && hasDash;
}

} // namespace

void paint(LineStyles& styles, qsizetype from, qsizetype to, Ink ink) {
  for (qsizetype i = from; i < to; ++i) {
    CharStyle& style = styles[static_cast<std::size_t>(i)];
    if (!(style.marks & mark::kOpaque)) style.ink = ink;
  }
}

Underline underlineLook(QStringView line) {
  qsizetype indent = 0;
  while (indent < line.size() && line[indent] == u' ')
    ++indent;
  const QStringView rest = line.sliced(indent);
  if (indent > 3 || rest.isEmpty()) return Underline::None;
  if (isSetextUnderline(rest)) return Underline::Setext;
  return isTableDelimiter(rest) ? Underline::Table : Underline::None;
}

LineState scanLine(QStringView line, const LinePlace& place, LineStyles& styles) {
  styles.assign(static_cast<std::size_t>(line.size()), CharStyle{});
  if (place.frontMatter) return scanFrontMatter(line, place.before, styles);
  LineState state = place.before.frontMatter ? LineState{} : place.before;
  state.setLiquid(scanLiquid(line, state.liquidMode(), styles));
  state.underline = static_cast<std::uint32_t>(underlineLook(line));
  scanMarkdown(line, place, state, styles);
  return state;
}

} // namespace postwright::ui
