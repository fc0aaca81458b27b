// The documents that the editor shows: plain text, generous leading, nothing written into the text.
#pragma once

#include <QPlainTextDocumentLayout>

namespace postwright::ui {

/// Sets the lines of plain text further apart. Qt ignores the line height of block formats here, and setting
/// one would be an undo step; so the lines are moved after Qt laid them out.
class LeadingLayout : public QPlainTextDocumentLayout {
  Q_OBJECT

 public:
  explicit LeadingLayout(QTextDocument* document);

  /// The height of a line in pixels; lines with taller glyphs keep theirs. 0: Qt's own.
  void setLineHeight(qreal height);
  /// The room of the line within its block, from one gap's middle to the next.
  QRectF lineBox(const QTextLine& line) const;

  QRectF blockBoundingRect(const QTextBlock& block) const override;

 protected:
  void documentChanged(int from, int removed, int added) override;

 private:
  qreal gap(const QTextLine& line) const;
  qreal spread(const QTextLayout& layout) const;
  qreal heightBefore(const QTextBlock& block) const;
  void blockChanged(const QTextBlock& block, int from, int added);

  int m_blocks = 0; ///< of the document, after its last change
  int m_lines = 0;
  mutable bool m_hasHighLines = false; ///< some line was higher than m_lineHeight
  qreal m_lineHeight = 0;
};

/// An empty document with undo, as the editor wants it: it lays out plain text with leading and has its own
/// colours. It outlives being shown.
QTextDocument* makeDocument(QObject* parent);

} // namespace postwright::ui
