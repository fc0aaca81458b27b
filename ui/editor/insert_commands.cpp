#include "ui/editor/insert_commands.h"

#include <QCoreApplication>
#include <QTextDocument>
#include <algorithm>

#include "ui/editor/edit_step.h"
#include "ui/editor/highlighter.h"
#include "ui/editor/selected_lines.h"

namespace postwright::ui {
namespace {

bool isBlank(const QTextBlock& block) {
  return block.text().trimmed().isEmpty();
}

bool isFenceLine(const QTextBlock& block) {
  const bool before = Highlighter::stateBefore(block).blockKind() == BlockKind::Fence;
  return before != Highlighter::isCode(block);
}

bool isInFence(const QTextBlock& block) {
  return Highlighter::isCode(block) || isFenceLine(block);
}

void removeWholeLine(const QTextBlock& block) {
  QTextCursor line(block);
  if (block.next().isValid()) {
    line.movePosition(QTextCursor::NextBlock, QTextCursor::KeepAnchor);
  } else {
    line.movePosition(QTextCursor::EndOfBlock);
    line.setPosition(std::max(0, block.position() - 1), QTextCursor::KeepAnchor);
  }
  line.removeSelectedText();
}

/// The lines of one fenced block; `last` is its closing fence, or the text's last line where there is none.
struct Fenced {
  QTextBlock opening;
  QTextBlock last;

  bool isClosed() const { return !Highlighter::isCode(last); }
};

Fenced fencedAround(const QTextBlock& inside) {
  Fenced fenced{inside, inside};
  while (Highlighter::stateBefore(fenced.opening).blockKind() == BlockKind::Fence)
    fenced.opening = fenced.opening.previous();
  while (fenced.last.next().isValid() && Highlighter::isCode(fenced.last))
    fenced.last = fenced.last.next();
  return fenced;
}

/// The lines are code already. Those that begin with a fence that is never closed are text to be fenced.
bool areFenced(const std::vector<QTextBlock>& lines) {
  if (!isInFence(lines.front())) return false;
  const Fenced fenced = fencedAround(lines.front());
  const bool wholeOpenFence = lines.size() > 1 && fenced.opening == lines.front() && !fenced.isClosed();
  return lines.back().blockNumber() <= fenced.last.blockNumber() && !wholeOpenFence;
}

/// A fence round the lines would cut no other in two.
bool canBeFenced(const std::vector<QTextBlock>& lines) {
  if (Highlighter::stateBefore(lines.front()).blockKind() == BlockKind::Fence) return false;
  const QTextBlock& last = lines.back();
  return !Highlighter::isCode(last) || !fencedAround(last).isClosed();
}

void removeFences(const QTextBlock& inside) {
  const Fenced fenced = fencedAround(inside);
  if (fenced.isClosed()) removeWholeLine(fenced.last);
  removeWholeLine(fenced.opening);
}

/// Longer than any run of ticks that starts a line.
QString fenceFor(const std::vector<QTextBlock>& lines) {
  qsizetype longest = 2;
  for (const QTextBlock& line : lines) {
    const QString text = line.text().trimmed();
    const auto end = std::find_if(text.begin(), text.end(), [](QChar c) { return c != u'`'; });
    longest = std::max<qsizetype>(longest, end - text.begin());
  }
  return QString(longest + 1, u'`');
}

/// The last line of the paragraph, table or list that `block` is in.
QTextBlock endOfPart(QTextBlock block) {
  while (!isBlank(block) && block.next().isValid() && !isBlank(block.next()))
    block = block.next();
  return block;
}

/// Puts `text` below the part of the text that the caret is in, blank lines round it; returns its position.
int insertBelow(QTextCursor& cursor, const QString& text) {
  const QTextBlock after = endOfPart(cursor.block());
  const bool replaces = isBlank(after);
  const bool followed = after.next().isValid() && !isBlank(after.next());
  const bool preceded = after.previous().isValid() && !isBlank(after.previous());
  QString before = replaces ? QString() : QStringLiteral("\n\n");
  if (replaces && preceded) before = QStringLiteral("\n");
  cursor.setPosition(after.position() + after.length() - 1);
  const int position = cursor.position() + static_cast<int>(before.size());
  cursor.insertText(before + text + (followed ? QStringLiteral("\n") : QString()));
  return position;
}

// --- tables -------------------------------------------------------------------------------------------

QString tableRow(const QStringList& cells) {
  return QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |");
}

QStringList cellsOf(const QString& line, QChar separator) {
  QStringList cells = line.split(separator);
  for (QString& cell : cells)
    cell = cell.trimmed().replace(u'|', QStringLiteral("\\|"));
  return cells;
}

/// The selected lines as a table; empty when they hold no separator.
QString tableOf(const QString& text) {
  const QChar separator = text.contains(u'\t') ? u'\t' : u',';
  if (!text.contains(separator)) return {};
  QStringList rows;
  qsizetype columns = 0;
  for (const QString& line : text.split(u'\n')) {
    QStringList cells = cellsOf(line, separator);
    if (rows.isEmpty()) columns = cells.size();
    while (cells.size() < columns)
      cells << QString();
    rows << tableRow(cells.first(columns));
  }
  rows.insert(1, tableRow(QStringList(columns, QStringLiteral("---"))));
  return rows.join(u'\n');
}

void replaceByTable(QTextCursor& cursor, const std::vector<QTextBlock>& lines, const QString& table) {
  cursor.setPosition(lines.front().position());
  cursor.setPosition(lines.back().position() + lines.back().length() - 1, QTextCursor::KeepAnchor);
  cursor.insertText(table);
}

void insertEmptyTable(QTextCursor& cursor) {
  const QString column = QCoreApplication::translate("FormatCommands", "Column");
  const QString rule = QString(column.size(), u'-');
  const QString space = QString(column.size(), u' ');
  const QStringList rows = {tableRow({column, column}), tableRow({rule, rule}), tableRow({space, space})};
  const int position = insertBelow(cursor, rows.join(u'\n'));
  cursor.setPosition(position + 2);
  cursor.setPosition(position + 2 + static_cast<int>(column.size()), QTextCursor::KeepAnchor);
}

bool isRule(const QTextBlock& block) {
  const QString text = block.text().simplified().remove(u' ');
  const bool isAlike = !text.isEmpty() && text.count(text.front()) == text.size();
  if (text.size() < 3 || !isAlike || !QStringView(u"-*_").contains(text.front())) return false;
  const bool isUnderline =
      text.front() == u'-' && Highlighter::stateBefore(block).blockKind() == BlockKind::Paragraph;
  return !isUnderline && Highlighter::stateAfter(block).blockKind() == BlockKind::Other;
}

/// Takes the rule away, with the blank line that only parted it from the text above. What stands round it
/// does not grow together.
void removeRule(QTextCursor& cursor) {
  const QTextBlock rule = cursor.block();
  const QTextBlock above = rule.previous();
  const QTextBlock below = rule.next();
  const bool blankAbove = above.isValid() && isBlank(above);
  const bool blankBelow = below.isValid() && isBlank(below);
  if (blankAbove && above.previous().isValid() && (blankBelow || !below.isValid())) {
    cursor.setPosition(above.position() - 1);
    cursor.setPosition(rule.position() + rule.length() - 1, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
  } else if (blankAbove || (blankBelow && above.isValid())) {
    removeWholeLine(rule);
  } else {
    replaceIn(rule, 0, rule.length() - 1, QString());
  }
}

bool areMarkdown(const QTextCursor& cursor) {
  const std::vector<QTextBlock> lines = selectedLines(cursor);
  return std::all_of(lines.begin(), lines.end(), isMarkdown);
}

} // namespace

bool toggleCodeBlock(QTextCursor& cursor) {
  const std::vector<QTextBlock> lines = selectedLines(cursor);
  const QTextBlock first = lines.front();
  if (Highlighter::of(cursor.document())->isFrontMatter(first)) return false;
  if (areFenced(lines)) {
    const EditStep step(cursor);
    removeFences(first);
    return true;
  }
  if (!canBeFenced(lines)) return false;
  const EditStep step(cursor);
  const QString fence = fenceFor(lines);
  cursor.setPosition(lines.back().position() + lines.back().length() - 1);
  cursor.insertText(u'\n' + fence);
  cursor.setPosition(first.position());
  cursor.insertText(fence + u'\n');
  // the language comes next
  cursor.movePosition(QTextCursor::PreviousCharacter);
  return true;
}

bool insertTable(QTextCursor& cursor) {
  if (!areMarkdown(cursor)) return false;
  const std::vector<QTextBlock> lines = selectedLines(cursor);
  QStringList texts;
  for (const QTextBlock& line : lines)
    texts << line.text();
  const QString table = cursor.hasSelection() ? tableOf(texts.join(u'\n')) : QString();
  const EditStep step(cursor);
  if (table.isEmpty()) {
    insertEmptyTable(cursor);
  } else {
    replaceByTable(cursor, lines, table);
  }
  return true;
}

bool toggleRule(QTextCursor& cursor) {
  if (!areMarkdown(cursor)) return false;
  const EditStep step(cursor);
  if (isRule(cursor.block())) {
    removeRule(cursor);
    return true;
  }
  // in a text without front matter a line of dashes would make all above it front matter
  const bool hasFrontMatter = Highlighter::of(cursor.document())->frontMatterLines() > 0;
  const int position = insertBelow(cursor, hasFrontMatter ? QStringLiteral("---") : QStringLiteral("***"));
  cursor.setPosition(position + 3);
  return true;
}

} // namespace postwright::ui
