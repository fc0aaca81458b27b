// One line that says why the post is not on the site, with the way to put it right where there is one.
#pragma once

#include <QWidget>
#include <vector>

#include "app/front_matter/advice.h"

class QLabel;
class QPushButton;

namespace postwright::ui {

class SiteNotice : public QWidget {
  Q_OBJECT

 public:
  explicit SiteNotice(QWidget* parent = nullptr);

  /// The most telling reason; the others are in the tooltip. None hides the line.
  void show(const std::vector<front_matter::Reason>& reasons);
  /// Whether the fix may be offered.
  void setLocked(bool locked);
  QString text() const;

 signals:
  void operated(const std::vector<front_matter::EditOperation>& operations);

 private:
  QLabel* m_text;
  QPushButton* m_fix;
  std::vector<front_matter::EditOperation> m_operations;
};

} // namespace postwright::ui
