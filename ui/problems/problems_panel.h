// The list of what is wrong with the page shown, below the text. Enter, a double click or F8 goes there; what
// can be put right is, by one button. Each kind of warning can be switched off.
#pragma once

#include <QSet>
#include <QWidget>

#include "app/base/diagnostic.h"
#include "app/checks/checks.h"
#include "app/front_matter/advice.h"

class QLabel;
class QListView;
class QMenu;
class QModelIndex;
class QPushButton;
class QStackedLayout;

namespace postwright::ui {

struct ProblemItem;
class ProblemListModel;

class ProblemsPanel : public QWidget {
  Q_OBJECT

 public:
  explicit ProblemsPanel(QWidget* parent = nullptr);

  /// A few rows, whatever there is: the text is more.
  QSize sizeHint() const override;

  /// What rendering `document` said, and what the generator has to say of its front matter; what both say is
  /// listed once. The warnings stay.
  void setProblems(const Diagnostics& problems, const QString& document,
                   std::vector<front_matter::FieldAdvice> advice = {});
  /// What checking its page found.
  void setWarnings(const Diagnostics& warnings);
  /// Lines were put in (or, negative, taken out) above 1-based `line` of the document: its warnings move
  /// along until they are found anew.
  void shiftWarnings(int line, int count);
  void clear();

  /// Everything in the list.
  const Diagnostics& shown() const { return m_shown; }
  int errorCount() const;
  int warningCount() const;

  /// Numbers of checks::Kind.
  void setKindsOff(const QSet<int>& kinds);
  const QSet<int>& kindsOff() const { return m_kindsOff; }
  /// The menu with a switch for each kind of warning.
  QMenu* menu() const { return m_menu; }

  /// Goes to the next (1) or previous (-1) problem, round and round.
  void step(int direction);
  /// Of the problem that was gone to last; empty when there is none.
  QString currentMessage() const;
  /// What one can do about the problem in `row`: go there, go to its field, put it right, copy it.
  void fillMenu(QMenu& menu, int row);

 signals:
  void shownChanged();
  void kindsOffChanged();
  void closeRequested();
  void positionRequested(const QString& file, int line, int column);
  void fieldRequested(const postwright::front_matter::Path& path); ///< of the document's front matter
  void fixRequested(const std::vector<postwright::front_matter::EditOperation>& operations);

 private:
  QWidget* makeHead();
  void makeMenu();
  void makeList();
  void refresh();
  Diagnostics merged() const;
  void updateFix();
  void fix(const ProblemItem& item);
  void goTo(const QModelIndex& index);
  bool isOn(const Diagnostic& problem) const;

  QString m_document;
  Diagnostics m_problems;
  Diagnostics m_warnings;
  std::vector<front_matter::FieldAdvice> m_advice;
  Diagnostics m_shown;
  QSet<int> m_kindsOff;
  ProblemListModel* m_model;
  QListView* m_list = nullptr;
  QLabel* m_title = nullptr;
  QPushButton* m_fix = nullptr; ///< of the current problem
  QMenu* m_menu = nullptr;
  QStackedLayout* m_stack = nullptr;
};

} // namespace postwright::ui
