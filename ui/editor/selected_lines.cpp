#include "ui/editor/selected_lines.h"

#include <QTextDocument>

#include "ui/editor/highlighter.h"

namespace postwright::ui {

std::vector<QTextBlock> selectedLines(const QTextCursor& cursor) {
  QTextBlock block = cursor.document()->findBlock(cursor.selectionStart());
  QTextBlock last = cursor.document()->findBlock(cursor.selectionEnd());
  if (last != block && last.position() == cursor.selectionEnd()) last = last.previous();
  std::vector<QTextBlock> lines;
  for (; block.isValid() && block.blockNumber() <= last.blockNumber(); block = block.next())
    lines.push_back(block);
  return lines;
}

bool isMarkdown(const QTextBlock& block) {
  const auto* highlighter = Highlighter::of(block.document());
  const bool closesFence = Highlighter::stateBefore(block).blockKind() == BlockKind::Fence;
  return !highlighter->isFrontMatter(block) && !Highlighter::isCode(block) && !closesFence;
}

void replaceIn(const QTextBlock& block, qsizetype column, qsizetype length, const QString& text) {
  QTextCursor cursor(block);
  cursor.setPosition(block.position() + static_cast<int>(column));
  cursor.setPosition(cursor.position() + static_cast<int>(length), QTextCursor::KeepAnchor);
  cursor.insertText(text);
}

} // namespace postwright::ui
