// The list of known values under a line, each with a word about it (how often it is used, what it leads to).
// Unlike QCompleter's own way it types nothing into the line until a value is picked.
#pragma once

#include <QObject>
#include <QStringList>

#include "ui/form/post_names.h"

class QCompleter;
class QLineEdit;

namespace postwright::ui {

class SuggestionModel;

class Suggestions : public QObject {
  Q_OBJECT

 public:
  explicit Suggestions(QLineEdit* line);

  /// `details`: one for each value, or none. Values that are in `without` are not offered.
  void setValues(const QStringList& values, const QStringList& details = {}, const QStringList& without = {});
  /// Posts to pick from, instead of values: found by title, name and date. Those named in `without` are not
  /// offered.
  void setPosts(const PostNamesPointer& posts, const QStringList& without = {});
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
  SuggestionModel* m_model;
  QCompleter* m_completer;
  QStringList m_values;
  QStringList m_details;
  QStringList m_without;
  PostNamesPointer m_posts;
};

} // namespace postwright::ui
