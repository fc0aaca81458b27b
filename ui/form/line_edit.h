// A bare line of text for a FieldBox. Undo and redo are asked for, not done here; a text set by the program
// keeps caret and selection and says nothing.
#pragma once

#include <QLineEdit>

namespace postwright::ui {

class LineEdit : public QLineEdit {
  Q_OBJECT

 public:
  explicit LineEdit(QWidget* parent = nullptr);

  /// Shows `text` with the caret and selection where they were in it.
  void replaceText(const QString& text);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void undoRequested();
  void redoRequested();
  void keyPressed(QKeyEvent* event); ///< before the line has seen it; accept it to keep it

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
};

} // namespace postwright::ui
