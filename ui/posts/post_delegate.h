// Paints a post in two lines (title; date, tags, badges) and a heading in one.
#pragma once

#include <QStyledItemDelegate>

namespace postwright::ui {

class PostDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace postwright::ui
