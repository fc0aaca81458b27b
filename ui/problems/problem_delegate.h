// Draws a problem: its kind as an icon, what is wrong, at the right the file and line; below it, in dim, the
// includes it came through.
#pragma once

#include <QStyledItemDelegate>

namespace postwright::ui {

class ProblemDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace postwright::ui
