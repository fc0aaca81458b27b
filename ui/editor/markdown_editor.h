// The text editor of a post. It shows documents that others own, and never writes a format into them.
#pragma once

#include <QPlainTextEdit>
#include <functional>

#include "ui/editor/editor_document.h"
#include "ui/editor/text_marks.h"

namespace postwright::ui {

/// Where one was in a post.
struct EditorPlace {
  int caret = 0;
  int anchor = 0;
  int firstBlock = 0; ///< the topmost visible line

  bool operator==(const EditorPlace&) const = default;
};

class MarkdownEditor : public QPlainTextEdit {
  Q_OBJECT

 public:
  explicit MarkdownEditor(QWidget* parent = nullptr);

  using QPlainTextEdit::show;
  /// Shows `document`, which makeDocument made, its caret at the start and its problems gone; nullptr shows
  /// an empty text. A document must not be deleted while it is shown.
  void show(QTextDocument* document);

  EditorPlace place() const;
  void restore(const EditorPlace& place);

  /// Refuses changes while `reason` is not empty.
  void setReadOnlyReason(const QString& reason);
  QString readOnlyReason() const { return m_readOnlyReason; }

  /// How many lines at the top of the shown text are front matter, fences included; 0 = none.
  void setFrontMatterLines(int lines);
  bool isCaretInFrontMatter() const;
  /// The body's first line becomes the topmost; a caret in the front matter goes there too.
  void scrollPastFrontMatter();

  /// The topmost visible line, 1-based, and the share of it that is scrolled away.
  double topLine() const;
  /// Scrolls there without saying so; as exact as the scroll bar, which counts the rows of wrapped lines.
  void setTopLine(double line);

  /// In points, between kSmallestFont and kLargestFont.
  void setFontSize(double points);
  double fontSize() const { return m_fontSize; }
  static constexpr int kMarkWidth = 3; ///< pixels at the left edge that mark the caret's paragraph
  static constexpr double kSmallestFont = 7;
  static constexpr double kLargestFont = 36;
  static constexpr double kUsualFont = 11;

  /// Selects `range` and brings it into view.
  void select(TextRange range);
  /// Caret to a 1-based line and column (code points), brought into view.
  void goTo(int line, int column);

  void setProblems(const std::vector<EditorProblem>& problems);
  /// What a search found, in ascending order.
  void setMatches(std::vector<TextRange> matches);

  /// Runs `change` on the caret; true when it did something. Read-only: never runs.
  bool edit(const std::function<bool(QTextCursor&)>& change);
  /// Write an image or a link in place of the selection, as one undo step.
  void insertImage(const QString& url, const QString& alt);
  void insertLink(const QString& url, const QString& text);

 signals:
  void documentShown();
  /// 1-based; columns count code points.
  void caretMoved(int line, int column);
  /// The front matter became longer or shorter.
  void frontMatterMoved();
  /// Another line is the topmost, by the user's or the caret's doing.
  void scrolled();
  void fontSizeChanged(double points);
  void readOnlyReasonChanged(const QString& reason);
  void imageDropped(const QString& path);
  /// Files that are no images, folders too.
  void filesDropped(const QStringList& paths);
  /// A picture without a file came from the clipboard.
  void imagePasted(const QImage& image);

 protected:
  bool event(QEvent* event) override;
  bool viewportEvent(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void inputMethodEvent(QInputMethodEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool focusNextPrevChild(bool next) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  QMimeData* createMimeDataFromSelection() const override;
  bool canInsertFromMimeData(const QMimeData* source) const override;
  void insertFromMimeData(const QMimeData* source) override;

 private:
  void connectCaret();
  void applyColours();
  void applyFont();
  void fitMeasure();
  void keepRoomBelow();
  void refreshMarks();
  void followChange(int from, int removed, int added);
  void paintMargins();
  void paintSelectedGaps();
  QRectF caretParagraph() const;
  bool typeKey(QKeyEvent* event);
  bool zoomKey(QKeyEvent* event);
  bool forwardFromMargin(QEvent* event);
  bool showProblem(QHelpEvent* event);
  QPointF snapToLine(QPointF position) const;
  LeadingLayout* leading() const;

  QTextDocument* m_empty; ///< shown when there is nothing to show
  TextMarks m_marks;
  QString m_readOnlyReason;
  double m_fontSize = 0;
  int m_wheelTurned = 0; ///< eighths of a degree not yet used for the font's size
  bool m_tabLeaves = false;
  bool m_isPlacing = false; ///< a scroll is not the user's
};

} // namespace postwright::ui
