// Colours a post's text. One for each document, a child of it; it writes nothing into the text and adds
// nothing to the undo stack.
#pragma once

#include <QSyntaxHighlighter>
#include <array>

#include "ui/editor/line_state.h"

namespace postwright::ui {

class Highlighter : public QSyntaxHighlighter {
  Q_OBJECT

 public:
  explicit Highlighter(QTextDocument* document);

  /// The highlighter that makeDocument gave `document`.
  static Highlighter* of(const QTextDocument* document);

  /// How many lines at the top are front matter, fences included.
  void setFrontMatterLines(int lines);
  int frontMatterLines() const { return m_frontMatterLines; }

  bool isFrontMatter(const QTextBlock& block) const { return block.blockNumber() < m_frontMatterLines; }
  /// `block` is a line within a fenced code block, or the fence that opens it.
  static bool isCode(const QTextBlock& block);

  /// Reads the theme's colours again; colours the text anew when they changed.
  void refreshColours();

  /// The state in which `block` starts, and the one in which it ends.
  static LineState stateBefore(const QTextBlock& block);
  static LineState stateAfter(const QTextBlock& block);
  /// What each character of `block` is.
  LineStyles styles(const QTextBlock& block) const;

 protected:
  void highlightBlock(const QString& text) override;

 private:
  using Formats = std::array<QTextCharFormat, static_cast<std::size_t>(kInks) * (mark::kVisible + 1)>;

  static Formats themeFormats();
  void applyStyles();
  void tellLineAbove();

  int m_frontMatterLines = 0;
  Formats m_formats;
  LineStyles m_styles; ///< kept to save its memory from line to line
};

} // namespace postwright::ui
