#include "ui/editor/list_lines.h"

#include <optional>

#include "ui/editor/line_prefix.h"
#include "ui/editor/selected_lines.h"

namespace postwright::ui {
namespace {

constexpr int kMaxLinesUp = 500; ///< how far above an item its list is looked for
constexpr int kStep = 2;

qsizetype widthOf(QStringView lead) {
  qsizetype width = 0;
  for (const QChar c : lead)
    width += c == u'\t' ? 4 : 1;
  return width;
}

/// The nearest item above `block` that stands further to the left (`level` < 0), as far (0).
std::optional<LinePrefix> itemAbove(const QTextBlock& block, const QString& lead, int level) {
  const qsizetype width = widthOf(lead);
  QTextBlock above = block.previous();
  for (int i = 0; i < kMaxLinesUp && above.isValid(); ++i, above = above.previous()) {
    const LinePrefix prefix = parsePrefix(above.text());
    const bool isBlank = above.text().trimmed().isEmpty();
    const qsizetype there = widthOf(prefix.lead);
    if (!prefix.isItem()) {
      if (!isBlank && there == 0) return {}; // text at the margin ends every list
      continue;
    }
    if (there == width && level == 0) return prefix;
    if (there < width) return level < 0 ? std::optional(prefix) : std::nullopt;
  }
  return {};
}

/// Spaces between the line's lead and where the next level starts.
qsizetype stepOf(const QTextBlock& block, Shift direction) {
  const LinePrefix prefix = parsePrefix(block.text());
  if (!prefix.isItem()) return kStep;
  if (direction == Shift::Right) {
    const auto sibling = itemAbove(block, prefix.lead, 0);
    return sibling ? sibling->marker.size() + 1 : kStep;
  }
  const auto outer = itemAbove(block, prefix.lead, -1);
  return outer ? widthOf(prefix.lead) - widthOf(outer->lead) : kStep;
}

/// The spaces at the end of a lead that may go: one belongs to the quotation sign before it.
qsizetype removableSpaces(const QString& lead) {
  qsizetype spaces = 0;
  while (spaces < lead.size() && lead[lead.size() - 1 - spaces].isSpace())
    ++spaces;
  return spaces < lead.size() ? std::max<qsizetype>(0, spaces - 1) : spaces;
}

void shiftLine(QTextCursor& line, qsizetype step, Shift direction) {
  const LinePrefix prefix = parsePrefix(line.block().text());
  if (direction == Shift::Right) {
    if (line.block().length() < 2) return; // an empty line gets no trailing spaces
    line.setPosition(line.block().position() + static_cast<int>(prefix.lead.size()));
    line.insertText(QString(step, u' '));
    return;
  }
  const bool isTab = prefix.lead.endsWith(u'\t');
  const qsizetype removed = isTab ? 1 : std::min(step, removableSpaces(prefix.lead));
  line.setPosition(line.block().position() + static_cast<int>(prefix.lead.size() - removed));
  line.setPosition(line.position() + static_cast<int>(removed), QTextCursor::KeepAnchor);
  line.removeSelectedText();
}

/// A numbered item that changed its level counts with its new neighbours.
void renumber(QTextCursor& line) {
  const LinePrefix prefix = parsePrefix(line.block().text());
  if (!prefix.isNumbered()) return;
  const int number = numberAfter(line.block(), prefix.lead);
  if (number == prefix.number()) return;
  const int start = line.block().position() + static_cast<int>(prefix.lead.size());
  line.setPosition(start);
  line.setPosition(start + static_cast<int>(prefix.marker.size()), QTextCursor::KeepAnchor);
  line.insertText(withNumber(prefix.marker, number));
}

} // namespace

int numberAfter(const QTextBlock& block, const QString& lead) {
  const auto sibling = itemAbove(block, lead, 0);
  return sibling && sibling->isNumbered() ? sibling->number() + 1 : 1;
}

QString nextItem(const QTextBlock& block) {
  LinePrefix prefix = parsePrefix(block.text());
  if (prefix.isNumbered()) {
    const auto sibling = itemAbove(block, prefix.lead, 0);
    const bool allAlike = sibling && sibling->isNumbered() && sibling->number() == prefix.number();
    prefix.marker = withNumber(prefix.marker, prefix.number() + (allAlike ? 0 : 1));
  }
  if (!prefix.box.isEmpty()) prefix.box = QStringLiteral("[ ] ");
  if (prefix.gap.isEmpty()) prefix.gap = QStringLiteral(" ");
  return prefix.text();
}

QString outerItem(const QTextBlock& block) {
  const auto outer = itemAbove(block, parsePrefix(block.text()).lead, -1);
  if (!outer) return {};
  LinePrefix next = *outer;
  if (next.isNumbered()) next.marker = withNumber(next.marker, next.number() + 1);
  if (!next.box.isEmpty()) next.box = QStringLiteral("[ ] ");
  return next.text();
}

void shiftLines(QTextCursor& cursor, Shift direction) {
  const std::vector<QTextBlock> lines = selectedLines(cursor);
  const qsizetype step = stepOf(lines.front(), direction);
  for (const QTextBlock& block : lines) {
    QTextCursor line(block);
    shiftLine(line, step, direction);
    if (lines.size() == 1) renumber(line);
  }
}

} // namespace postwright::ui
