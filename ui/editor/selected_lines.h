// The lines that a command is about.
#pragma once

#include <QTextBlock>
#include <QTextCursor>
#include <vector>

namespace postwright::ui {

/// The lines of the selection or of the caret. A selection that ends at a line's start does not mean it.
std::vector<QTextBlock> selectedLines(const QTextCursor& cursor);

/// `block` is text that Markdown's commands may change: neither front matter nor code.
bool isMarkdown(const QTextBlock& block);

/// Puts `text` in place of `length` characters from `column` of `block`. A caret there ends up behind it.
void replaceIn(const QTextBlock& block, qsizetype column, qsizetype length, const QString& text);

} // namespace postwright::ui
