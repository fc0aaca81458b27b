// Find and replace in the text shown, in a slim bar.
#pragma once

#include <QFrame>
#include <QTextCursor>
#include <QTimer>
#include <vector>

#include "ui/editor/text_search.h"

class QAbstractButton;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace postwright::ui {

class MarkdownEditor;

class FindBar : public QFrame {
  Q_OBJECT

 public:
  FindBar(MarkdownEditor* editor, QWidget* parent);

  /// Show the bar with the selected words in its field.
  void openFind();
  void openReplace();
  /// Hides the bar and gives the focus back to the text.
  void close();

  /// Selects the next or previous match, beyond the end from the start again; opens the bar when there is
  /// nothing to look for yet.
  void findNext();
  void findPrevious();
  /// Replaces the selected match and goes to the next one; what was put in is not gone through again.
  void replace();
  /// Replaces every match as one undo step.
  void replaceAll();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void buildFields();
  void buildButtons();
  void arrange();
  void connectAll();
  QToolButton* makeToggle(const QString& text, const QString& tip);
  QToolButton* makeButton(const QString& iconName, const QString& tip);
  void open(bool withReplace);
  void queryChanged();
  void searchAgain();
  void showCount(int replaced = -1);
  void step(bool forwards);
  void goToNextToReplace();
  void forgetReplaced();
  bool wasReplaced(const TextRange& match) const;
  void select(const TextRange& match);
  int currentMatch() const;
  SearchQuery query() const;

  MarkdownEditor* m_editor;
  QLineEdit* m_find = nullptr;
  QLineEdit* m_with = nullptr;
  QLabel* m_count = nullptr;
  QLabel* m_error = nullptr;
  QToolButton* m_case = nullptr;
  QToolButton* m_words = nullptr;
  QToolButton* m_pattern = nullptr;
  QToolButton* m_previous = nullptr;
  QToolButton* m_next = nullptr;
  QToolButton* m_close = nullptr;
  QPushButton* m_replace = nullptr;
  QPushButton* m_replaceAll = nullptr;
  QTimer m_refresh;                    ///< the text changed: search again at the next turn of the event loop
  std::vector<QTextCursor> m_replaced; ///< what Replace has put in since the search began
  int m_origin = 0;                    ///< where the caret stood when the search began
  SearchResult m_result;
};

} // namespace postwright::ui
