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

void removeFences(const QTextBlock& inside) {
  QTextBlock opening = inside;
  while (opening.previous().isValid() && Highlighter::isCode(opening.previous()))
    opening = opening.previous();
  QTextBlock closing = inside;
  while (closing.next().isValid() && Highlighter::isCode(closing))
    closing = closing.next();
  if (!Highlighter::isCode(closing)) removeWholeLine(closing);
  removeWholeLine(opening);
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
  return text.size() >= 3 && isAlike && QStringView(u"-*_").contains(text.front()) &&
         Highlighter::stateAfter(block).blockKind() == BlockKind::Other;
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
  if (isInFence(first)) {
    const EditStep step(cursor);
    removeFences(first);
    return true;
  }
  if (!areMarkdown(cursor)) return false;
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
    removeWholeLine(cursor.block());
    return true;
  }
  const int position = insertBelow(cursor, QStringLiteral("---"));
  cursor.setPosition(position + 3);
  return true;
}

} // namespace postwright::ui
