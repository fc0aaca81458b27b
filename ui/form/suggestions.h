// A list of known values below a line while one types. It never changes the line: what is picked is said.
#pragma once

#include <QObject>
#include <QStringList>

class QCompleter;
class QLineEdit;
class QStringListModel;

namespace postwright::ui {

class Suggestions : public QObject {
  Q_OBJECT

 public:
  explicit Suggestions(QLineEdit* line);

  void setValues(const QStringList& values);
  /// Shows the values that contain `text`; nothing when none does. `anchor` gives the list its place.
  void offer(const QString& text, const QWidget* anchor);
  void hide();
  /// Whether Enter would pick a value of the open list.
  bool hasSelection() const;
  bool isOpen() const;

 signals:
  void picked(const QString& value);

 private:
  QLineEdit* m_line;
  QStringListModel* m_model;
  QCompleter* m_completer;
};

} // namespace postwright::ui
