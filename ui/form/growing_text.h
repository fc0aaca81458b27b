// A bare text that wraps and is as high as its lines. A text set by the program keeps caret and selection and
// says nothing; undo and redo are asked for, not done here.
#pragma once

#include <QPlainTextEdit>

namespace postwright::ui {

class GrowingText : public QPlainTextEdit {
  Q_OBJECT

 public:
  enum class Lines : std::uint8_t { Many, One }; ///< One: it wraps, but holds no line end

  explicit GrowingText(Lines lines, QWidget* parent = nullptr);

  /// The text exactly as it stands (U+00A0 too), lines ended by LF.
  QString text() const;
  void replaceText(const QString& text);
  int heightForWidth(int width) const override;
  bool hasHeightForWidth() const override { return true; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void textEdited(); ///< by the person
  void undoRequested();
  void redoRequested();
  void keyPressed(QKeyEvent* event); ///< before the text has seen it; accept it to keep it

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool canInsertFromMimeData(const QMimeData* source) const override;
  void insertFromMimeData(const QMimeData* source) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  struct Extent {
    int height = 0;
    bool isCut = false; ///< there are more lines than are shown at once
  };
  /// What an extent was measured for: a form asks for it several times at each change of any field.
  struct Measured {
    QString text;
    int width = -1;
    QFont font;
    Extent extent;
  };

  void onContentsChange();
  void updateScrolling();
  Extent extent(int width) const;
  Extent measure(const QString& text, int width) const;

  Lines m_lines;
  QString m_known; ///< the last text said or set
  mutable Measured m_measured;
};

} // namespace postwright::ui
