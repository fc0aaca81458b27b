// A slim line above the fields that finds one by its name or value. Down and Enter go to the first field
// found, Escape ends the search.
#pragma once

#include <QWidget>

class QLabel;

namespace postwright::ui {

class LineEdit;

class FormSearch : public QWidget {
  Q_OBJECT

 public:
  explicit FormSearch(QWidget* parent = nullptr);

  QString text() const;
  void clear();
  /// Says that nothing was found.
  void setFound(bool found);
  LineEdit* line() const { return m_line; }

 signals:
  void searched(const QString& text);
  void entered(); ///< on to the first field

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void drawGlass();

  QLabel* m_glass;
  LineEdit* m_line;
};

} // namespace postwright::ui
