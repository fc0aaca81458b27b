#include "ui/editor/typing.h"

#include <QTextBlock>
#include <QTextLayout>
#include <array>

#include "ui/editor/edit_step.h"
#include "ui/editor/highlighter.h"
#include "ui/editor/line_prefix.h"
#include "ui/editor/list_lines.h"

namespace postwright::ui::typing {
namespace {

struct Pair {
  char16_t opening;
  char16_t closing;
};
constexpr std::array kPairs = {Pair{u'*', u'*'}, Pair{u'_', u'_'}, Pair{u'`', u'`'}, Pair{u'"', u'"'},
                               Pair{u'(', u')'}, Pair{u'[', u']'}, Pair{u'~', u'~'}};

bool isFrontMatter(const QTextBlock& block) {
  return Highlighter::of(block.document())->isFrontMatter(block);
}

/// In code a `-` is an operator: only the indentation counts there.
LinePrefix prefixOf(const QTextBlock& block) {
  LinePrefix prefix = parsePrefix(block.text());
  const bool isYamlText = isFrontMatter(block) && (prefix.isNumbered() || prefix.isQuote());
  if (!Highlighter::isCode(block) && !isYamlText) return prefix;
  LinePrefix spaces;
  for (const QChar c : prefix.lead) {
    if (c == u'>') break;
    spaces.lead += c;
  }
  return spaces;
}

void replaceLineStart(QTextCursor& cursor, qsizetype length, const QString& text) {
  cursor.setPosition(cursor.block().position());
  cursor.setPosition(cursor.position() + static_cast<int>(length), QTextCursor::KeepAnchor);
  cursor.insertText(text);
}

/// Enter on an item without text: one level up, or out of the list or quotation.
void endItem(QTextCursor& cursor, const LinePrefix& prefix) {
  const EditStep step(cursor);
  const QString outer = prefix.isItem() ? outerItem(cursor.block()) : QString();
  const bool keepsQuote = prefix.isItem() && prefix.isQuote();
  replaceLineStart(cursor, prefix.length(), outer.isEmpty() && keepsQuote ? prefix.lead : outer);
}

bool breakLine(QTextCursor& cursor, const QString& nextStart) {
  const EditStep step(cursor);
  cursor.removeSelectedText();
  cursor.insertBlock();
  cursor.insertText(nextStart);
  return true;
}

int columnOf(const QTextCursor& cursor) {
  return cursor.selectionStart() - cursor.document()->findBlock(cursor.selectionStart()).position();
}

} // namespace

bool newLine(QTextCursor& cursor) {
  const QTextBlock block = cursor.document()->findBlock(cursor.selectionStart());
  const LinePrefix prefix = prefixOf(block);
  const bool continues = prefix.isItem() || prefix.isQuote();
  if (columnOf(cursor) < prefix.length()) return breakLine(cursor, QString());
  const bool isEmpty = QStringView(block.text()).sliced(prefix.length()).trimmed().isEmpty();
  if (continues && isEmpty && !cursor.hasSelection()) {
    endItem(cursor, prefix);
    return true;
  }
  return breakLine(cursor, prefix.isItem() ? nextItem(block) : prefix.lead);
}

bool newLineInItem(QTextCursor& cursor) {
  const LinePrefix prefix = prefixOf(cursor.document()->findBlock(cursor.selectionStart()));
  const bool isInside = columnOf(cursor) >= prefix.length();
  const qsizetype width = prefix.marker.size() + prefix.gap.size();
  return breakLine(cursor, isInside ? prefix.lead + QString(width, u' ') : QString());
}

bool indent(QTextCursor& cursor) {
  const bool isItem = prefixOf(cursor.block()).isItem();
  const EditStep step(cursor);
  if (cursor.hasSelection() || isItem) {
    shiftLines(cursor, Shift::Right);
  } else {
    cursor.insertText(QStringLiteral("  "));
  }
  return true;
}

bool outdent(QTextCursor& cursor) {
  const EditStep step(cursor);
  shiftLines(cursor, Shift::Left);
  return true;
}

bool eraseBack(QTextCursor& cursor) {
  const int column = columnOf(cursor);
  if (cursor.hasSelection() || column == 0) return false;
  const LinePrefix prefix = prefixOf(cursor.block());
  const QStringView before = QStringView(cursor.block().text()).first(column);
  int length = 0;
  if (prefix.isItem() && column == prefix.length()) {
    length =
        static_cast<int>(prefix.box.isEmpty() ? prefix.marker.size() + prefix.gap.size() : prefix.box.size());
  } else if (before.trimmed().isEmpty() && before.back() == u' ' && column % 2 == 0 &&
             before[column - 2] == u' ') {
    length = 2;
  }
  if (length == 0) return false;
  const EditStep step(cursor);
  cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor, length);
  cursor.removeSelectedText();
  return true;
}

bool wouldJoinFence(const QTextCursor& cursor, bool backwards) {
  if (cursor.hasSelection()) return false;
  const QTextBlock block = cursor.block();
  const QTextBlock next = backwards ? block : block.next();
  const bool atJoint = backwards ? cursor.atBlockStart() : cursor.atBlockEnd();
  return atJoint && next.isValid() && !isFrontMatter(next) && next.previous().isValid() &&
         isFrontMatter(next.previous());
}

bool surround(QTextCursor& cursor, QChar typed) {
  const auto* pair =
      std::find_if(kPairs.begin(), kPairs.end(), [typed](Pair p) { return typed == p.opening; });
  if (pair == kPairs.end() || !cursor.hasSelection()) return false;
  const EditStep step(cursor);
  const int start = cursor.selectionStart();
  const int end = cursor.selectionEnd();
  cursor.setPosition(end);
  cursor.insertText(QString(QChar(pair->closing)));
  cursor.setPosition(start);
  cursor.insertText(QString(QChar(pair->opening)));
  cursor.setPosition(start + 1);
  cursor.setPosition(end + 1, QTextCursor::KeepAnchor);
  return true;
}

bool home(QTextCursor& cursor, bool select) {
  const QTextBlock block = cursor.block();
  const int column = cursor.positionInBlock();
  const QTextLine line = block.layout()->lineForTextPosition(column);
  if (line.isValid() && line.lineNumber() > 0) return false; // a wrapped line has its own start
  const QString text = block.text();
  int first = 0;
  while (first < text.size() && text[first].isSpace())
    ++first;
  const int target = column == first || first == text.size() ? 0 : first;
  cursor.setPosition(block.position() + target, select ? QTextCursor::KeepAnchor : QTextCursor::MoveAnchor);
  return true;
}

} // namespace postwright::ui::typing
