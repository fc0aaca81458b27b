// The heading of a group of fields: its name, a thin rule, and whether what is below it is shown.
#pragma once

#include "ui/form/field.h"

class QLabel;
class QToolButton;

namespace postwright::ui {

class FieldLabel;

class Group : public Field {
  Q_OBJECT

 public:
  Group(const Row& row, QWidget* parent);

 protected:
  void apply(const FieldState& before, bool isFirst) override;
  void applyLock(bool) override {} ///< folding changes nothing
  void showOffered(bool offered) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  std::optional<front_matter::Content> emptyValue() const override;

 private:
  bool isNode() const; ///< "More" stands for nothing in the text

  QToolButton* m_fold;
  FieldLabel* m_label;
  QLabel* m_count;
};

/// The arrow of a heading, for groups and cards: it says whether it is folded, and is pressed by Space.
QToolButton* makeFoldButton();
void showFolded(QToolButton* button, bool isFolded, const QString& name);

} // namespace postwright::ui
