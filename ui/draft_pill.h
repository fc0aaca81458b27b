// The toolbar's draft switch: a pill that always says the state in a word.
#pragma once

#include <QAbstractButton>

namespace postwright::ui {

class DraftPill : public QAbstractButton {
  Q_OBJECT

 public:
  /// Follows `action` (checkable, enabled, tool tip) and triggers it.
  explicit DraftPill(QAction* action, QWidget* parent = nullptr);

  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void follow(const QAction& action);
};

} // namespace postwright::ui
