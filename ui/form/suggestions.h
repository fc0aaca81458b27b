// The list of known values under a line, each with a word about it (how often it is used, what it leads to).
// Unlike QCompleter's own way it types nothing into the line until a value is picked.
#pragma once

#include <QObject>
#include <QStringList>

class QCompleter;
class QLineEdit;
class QStandardItemModel;

namespace postwright::ui {

class Suggestions : public QObject {
  Q_OBJECT

 public:
  explicit Suggestions(QLineEdit* line);

  /// `details`: one for each value, or none. Values that are in `without` are not offered.
  void setValues(const QStringList& values, const QStringList& details = {}, const QStringList& without = {});
  /// Shows the values that contain `text`; nothing when none does. `anchor` gives the list its place.
  void offer(const QString& text, const QWidget* anchor);
  void hide();
  /// Whether Enter would pick a value of the open list.
  bool hasSelection() const;
  bool isOpen() const;

 signals:
  void picked(const QString& value);

 private:
  void fill();

  QLineEdit* m_line;
  QStandardItemModel* m_model;
  QCompleter* m_completer;
  QStringList m_values;
  QStringList m_details;
  QStringList m_without;
  bool m_isFilled = true; ///< the model has the values
};

} // namespace postwright::ui
