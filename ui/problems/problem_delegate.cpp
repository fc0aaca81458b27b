#include "ui/problems/problem_delegate.h"

#include <QPainter>

#include "ui/base/icons.h"
#include "ui/problems/problem_list_model.h"

namespace postwright::ui {
namespace {

constexpr int kPadding = 6;
constexpr int kIconSize = 16;
constexpr int kIndent = metrics::kSpaceL + kIconSize + metrics::kSpaceS;

QIcon iconOf(Severity severity) {
  return severity == Severity::Error ? icon(QStringLiteral("dialog-error-symbolic"), Role::Bad)
                                     : icon(QStringLiteral("dialog-warning-symbolic"), Role::Draft);
}

ProblemItem itemOf(const QModelIndex& index) {
  return index.data(ProblemListModel::ItemRole).value<ProblemItem>();
}

void drawBackground(QPainter& painter, const QStyleOptionViewItem& option) {
  QColor tint = color(Role::AccentTint);
  const bool isSelected = option.state.testFlag(QStyle::State_Selected);
  if (!isSelected && !option.state.testFlag(QStyle::State_MouseOver)) return;
  if (!isSelected) tint.setAlphaF(0.45F);
  painter.fillRect(option.rect, tint);
}

/// Draws `text` in what is left of `line`, which loses that part.
void drawPlace(QPainter& painter, QRect& line, const QString& text) {
  const QFontMetrics metrics(painter.font());
  const QString shown = metrics.elidedText(text, Qt::ElideLeft, line.width() / 2);
  painter.setPen(color(Role::Dim));
  painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, shown);
  line.setRight(line.right() - metrics.horizontalAdvance(shown) - metrics::kSpaceL);
}

} // namespace

void ProblemDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
  const ProblemItem item = itemOf(index);
  painter->save();
  drawBackground(*painter, option);
  const QFontMetrics metrics(option.font);
  QRect line = option.rect.adjusted(kIndent, kPadding, -metrics::kSpaceL, 0);
  line.setHeight(metrics.height());
  const QRect symbol(option.rect.left() + metrics::kSpaceL, line.center().y() - kIconSize / 2 + 1, kIconSize,
                     kIconSize);
  iconOf(item.severity).paint(painter, symbol);
  painter->setFont(option.font);
  drawPlace(*painter, line, item.place());
  painter->setPen(color(Role::Text));
  painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                    metrics.elidedText(item.message, Qt::ElideRight, line.width()));
  painter->setPen(color(Role::Dim));
  QRect below = option.rect.adjusted(kIndent, kPadding, -metrics::kSpaceL, 0);
  for (const QString& step : item.chain) {
    below.setTop(below.top() + metrics.height());
    painter->drawText(below, Qt::AlignLeft | Qt::AlignTop,
                      metrics.elidedText(step, Qt::ElideRight, below.width()));
  }
  painter->restore();
}

QSize ProblemDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const int lines = 1 + static_cast<int>(itemOf(index).chain.size());
  return {0, lines * QFontMetrics(option.font).height() + 2 * kPadding};
}

} // namespace postwright::ui
