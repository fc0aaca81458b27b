#include "ui/editor/line_commands.h"

#include <QTextDocument>
#include <algorithm>
#include <map>

#include "ui/editor/edit_step.h"
#include "ui/editor/highlighter.h"
#include "ui/editor/line_prefix.h"
#include "ui/editor/list_lines.h"
#include "ui/editor/selected_lines.h"

namespace postwright::ui {
namespace {

constexpr int kDeepest = 6;

bool isBlank(const QTextBlock& block) {
  return block.text().trimmed().isEmpty();
}

/// The lines to change: blank ones count only when nothing else is selected. Empty when one of them is no
/// Markdown.
std::vector<QTextBlock> linesToChange(const QTextCursor& cursor) {
  std::vector<QTextBlock> lines = selectedLines(cursor);
  if (!std::all_of(lines.begin(), lines.end(), isMarkdown)) return {};
  if (!std::all_of(lines.begin(), lines.end(), isBlank)) {
    lines.erase(std::remove_if(lines.begin(), lines.end(), isBlank), lines.end());
  } else {
    lines.resize(1);
  }
  return lines;
}

// --- headings -----------------------------------------------------------------------------------------

/// A heading underlined by the line below it.
bool isSetext(const QTextBlock& block) {
  const QTextBlock below = block.next();
  return below.isValid() && Highlighter::stateAfter(block).blockKind() == BlockKind::Paragraph &&
         Highlighter::stateAfter(below).underlineLook() == Underline::Setext;
}

struct Heading {
  int level = 0;
  qsizetype from = 0; ///< of the signs
  qsizetype text = 0; ///< of the words
};

Heading headingOf(const QTextBlock& block) {
  const QString text = block.text();
  const LinePrefix prefix = parsePrefix(text);
  Heading heading{0, prefix.lead.size(), prefix.length()};
  if (isSetext(block)) {
    heading.level = block.next().text().trimmed().startsWith(u'=') ? 1 : 2;
    return heading;
  }
  qsizetype end = heading.text;
  while (end < text.size() && text[end] == u'#')
    ++end;
  const bool isHeading = end - heading.text <= kDeepest && (end == text.size() || text[end].isSpace());
  if (end == heading.text || !isHeading) return heading;
  heading.level = static_cast<int>(end - heading.text);
  while (end < text.size() && text[end].isSpace())
    ++end;
  heading.text = end;
  return heading;
}

void removeLine(const QTextBlock& block) {
  QTextCursor line(block);
  line.movePosition(QTextCursor::PreviousCharacter);
  line.setPosition(block.position() + block.length() - 1, QTextCursor::KeepAnchor);
  line.removeSelectedText();
}

void setHeading(const QTextBlock& block, int level) {
  const Heading heading = headingOf(block);
  if (isSetext(block)) removeLine(block.next());
  const QString signs = level == 0 ? QString() : QString(level, u'#') + u' ';
  replaceIn(block, heading.from, heading.text - heading.from, signs);
}

/// Gives the lines the level that `next` makes of the first one's.
template <typename Next>
bool changeHeading(QTextCursor& cursor, Next next) {
  const std::vector<QTextBlock> lines = linesToChange(cursor);
  if (lines.empty()) return false;
  const int now = headingOf(lines.front()).level;
  const int level = next(now);
  if (level == now) return false;
  const EditStep step(cursor);
  for (const QTextBlock& line : lines)
    setHeading(line, level);
  return true;
}

bool toggleHeading(QTextCursor& cursor, int level) {
  return changeHeading(cursor, [level](int now) { return now == level ? 0 : level; });
}

// --- lists --------------------------------------------------------------------------------------------

enum class ListKind : std::uint8_t { Bullets, Numbers, Tasks };

ListKind kindOf(const LinePrefix& item) {
  if (!item.box.isEmpty()) return ListKind::Tasks;
  return item.isNumbered() ? ListKind::Numbers : ListKind::Bullets;
}

bool hasKind(const QTextBlock& block, ListKind kind) {
  const LinePrefix prefix = parsePrefix(block.text());
  return prefix.isItem() && kindOf(prefix) == kind;
}

QString itemStart(const LinePrefix& prefix, ListKind kind, int number) {
  if (kind == ListKind::Numbers) return QString::number(number) + QStringLiteral(". ");
  // a list keeps the sign it has
  const QString bullet = prefix.isItem() && !prefix.isNumbered() ? prefix.marker : QStringLiteral("-");
  return bullet + (kind == ListKind::Tasks ? QStringLiteral(" [ ] ") : QStringLiteral(" "));
}

void makeItems(const std::vector<QTextBlock>& lines, ListKind kind) {
  std::map<qsizetype, int> numbers; // by indentation
  for (const QTextBlock& line : lines) {
    const LinePrefix prefix = parsePrefix(line.text());
    numbers.erase(numbers.upper_bound(prefix.lead.size()), numbers.end());
    const auto found = numbers.find(prefix.lead.size());
    const int number = found == numbers.end() ? numberAfter(line, prefix.lead) : found->second + 1;
    numbers[prefix.lead.size()] = number;
    const Heading heading = headingOf(line);
    const qsizetype text = heading.level > 0 && !isSetext(line) ? heading.text : prefix.length();
    replaceIn(line, prefix.lead.size(), text - prefix.lead.size(), itemStart(prefix, kind, number));
  }
}

bool toggleList(QTextCursor& cursor, ListKind kind) {
  const std::vector<QTextBlock> lines = linesToChange(cursor);
  if (lines.empty()) return false;
  const EditStep step(cursor);
  if (!std::all_of(lines.begin(), lines.end(),
                   [kind](const QTextBlock& line) { return hasKind(line, kind); })) {
    makeItems(lines, kind);
    return true;
  }
  for (const QTextBlock& line : lines) {
    const LinePrefix prefix = parsePrefix(line.text());
    replaceIn(line, prefix.lead.size(), prefix.length() - prefix.lead.size(), QString());
  }
  return true;
}

// --- quotations ---------------------------------------------------------------------------------------

/// Where the line's first `>` stands; -1 without one.
qsizetype quoteSign(const QTextBlock& line) {
  return parsePrefix(line.text()).lead.indexOf(u'>');
}

void unquote(const QTextBlock& line) {
  const QString text = line.text();
  const qsizetype sign = quoteSign(line);
  const bool hasSpace = sign + 1 < text.size() && text[sign + 1] == u' ';
  replaceIn(line, sign, hasSpace ? 2 : 1, QString());
}

} // namespace

bool toggleBullets(QTextCursor& cursor) {
  return toggleList(cursor, ListKind::Bullets);
}
bool toggleNumbers(QTextCursor& cursor) {
  return toggleList(cursor, ListKind::Numbers);
}
bool toggleTasks(QTextCursor& cursor) {
  return toggleList(cursor, ListKind::Tasks);
}

bool toggleQuote(QTextCursor& cursor) {
  const std::vector<QTextBlock> lines = selectedLines(cursor);
  if (!std::all_of(lines.begin(), lines.end(), isMarkdown)) return false;
  const bool done =
      std::all_of(lines.begin(), lines.end(), [](const QTextBlock& line) { return quoteSign(line) >= 0; });
  const EditStep step(cursor);
  for (const QTextBlock& line : lines) {
    if (done) {
      unquote(line);
    } else {
      const bool isEmptyAmongOthers = lines.size() > 1 && isBlank(line);
      replaceIn(line, 0, 0, isEmptyAmongOthers ? QStringLiteral(">") : QStringLiteral("> "));
    }
  }
  return true;
}

bool cycleHeading(QTextCursor& cursor) {
  return changeHeading(cursor, [](int now) { return now == 0 ? 2 : now >= 4 ? 0 : now + 1; });
}
bool toggleHeading1(QTextCursor& cursor) {
  return toggleHeading(cursor, 1);
}
bool toggleHeading2(QTextCursor& cursor) {
  return toggleHeading(cursor, 2);
}
bool toggleHeading3(QTextCursor& cursor) {
  return toggleHeading(cursor, 3);
}
bool raiseHeading(QTextCursor& cursor) {
  return changeHeading(cursor, [](int now) { return std::max(now - 1, std::min(now, 1)); });
}
bool lowerHeading(QTextCursor& cursor) {
  return changeHeading(cursor, [](int now) { return now == 0 ? 2 : std::min(now + 1, kDeepest); });
}

} // namespace postwright::ui
