#include "ui/posts/post_delegate.h"

#include <QLocale>
#include <QPainter>

#include "ui/base/theme.h"
#include "ui/posts/post_list_model.h"

namespace postwright::ui {
namespace {

constexpr int kEdge = 3;
constexpr int kRowPadding = 8;
constexpr int kBadgePadding = 7;

QFont sized(const QFont& font, qreal factor, QFont::Weight weight) {
  QFont result = font;
  result.setPointSizeF(font.pointSizeF() * factor);
  result.setWeight(weight);
  return result;
}
QFont titleFont(const QFont& font) {
  return sized(font, 1.0, QFont::Medium);
}
QFont detailFont(const QFont& font) {
  return sized(font, 0.92, QFont::Normal);
}
QFont badgeFont(const QFont& font) {
  return sized(font, 0.85, QFont::DemiBold);
}

QString detailsOf(const PostItem& item) {
  QStringList parts;
  if (item.date.isValid()) parts << QLocale().toString(item.date, PostDelegate::tr("d MMM"));
  if (item.isPage) parts << (item.url.startsWith(QLatin1Char('/')) ? item.url : QLatin1Char('/') + item.url);
  if (!item.tags.isEmpty()) parts << item.tags.join(QLatin1String(", "));
  return parts.join(QStringLiteral(" · "));
}

/// Draws a rounded word and returns its width.
int drawBadge(QPainter& painter, const QRect& line, const QString& word, Role ink, Role tint) {
  const QFontMetrics metrics(painter.font());
  const QRect box(line.left(), line.center().y() - metrics.height() / 2 - 1,
                  metrics.horizontalAdvance(word) + 2 * kBadgePadding, metrics.height() + 2);
  painter.setPen(Qt::NoPen);
  painter.setBrush(color(tint));
  painter.drawRoundedRect(box, box.height() / 2.0, box.height() / 2.0);
  painter.setPen(color(ink));
  painter.drawText(box, Qt::AlignCenter, word);
  return box.width();
}

void drawHeading(QPainter& painter, const QStyleOptionViewItem& option, const QString& text) {
  painter.setFont(sized(option.font, 0.85, QFont::DemiBold));
  painter.setPen(color(Role::Dim));
  const QRect area = option.rect.adjusted(metrics::kSpaceL, 0, -metrics::kSpaceS, -metrics::kSpaceXs);
  painter.drawText(area, Qt::AlignLeft | Qt::AlignBottom, text);
}

void drawBackground(QPainter& painter, const QStyleOptionViewItem& option) {
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
  if (selected) {
    painter.fillRect(option.rect, color(Role::AccentTint));
    painter.fillRect(QRect(option.rect.topLeft(), QSize(kEdge, option.rect.height())), color(Role::Accent));
  } else if (hovered) {
    QColor hover = color(Role::AccentTint);
    hover.setAlphaF(0.45F);
    painter.fillRect(option.rect, hover);
  }
}

void drawDetails(QPainter& painter, const QStyleOptionViewItem& option, QRect line, const PostItem& item) {
  struct Badge {
    bool shown;
    QString word;
    Role ink;
    Role tint;
  };
  const Badge badges[] = {{item.isDraft, PostDelegate::tr("Draft"), Role::Draft, Role::DraftTint},
                          {!item.problem.isEmpty(), PostDelegate::tr("Problem"), Role::Bad, Role::BadTint}};
  int reserved = 0;
  const QFontMetrics badgeMetrics(badgeFont(option.font));
  for (const Badge& badge : badges) {
    if (badge.shown) reserved += badgeMetrics.horizontalAdvance(badge.word) + 2 * kBadgePadding + kRowPadding;
  }
  painter.setFont(detailFont(option.font));
  painter.setPen(color(Role::Dim));
  const QFontMetrics metrics(painter.font());
  const QString details = metrics.elidedText(detailsOf(item), Qt::ElideRight, line.width() - reserved);
  painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, details);
  if (!details.isEmpty()) line.setLeft(line.left() + metrics.horizontalAdvance(details) + kRowPadding);
  painter.setFont(badgeFont(option.font));
  for (const Badge& badge : badges) {
    if (!badge.shown) continue;
    line.setLeft(line.left() + drawBadge(painter, line, badge.word, badge.ink, badge.tint) + kRowPadding / 2);
  }
}

void drawPost(QPainter& painter, const QStyleOptionViewItem& option, const PostItem& item) {
  drawBackground(painter, option);
  QRect line = option.rect.adjusted(metrics::kSpaceL + kEdge, kRowPadding, -metrics::kSpaceM, -kRowPadding);
  const QRect whole = line;
  painter.setFont(titleFont(option.font));
  const QFontMetrics titleMetrics(painter.font());
  line.setHeight(titleMetrics.height());
  QRect titleLine = line;
  if (item.isModified) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Role::Accent));
    painter.drawEllipse(QPointF(titleLine.right() - 3, titleLine.center().y() + 0.5), 3.5, 3.5);
    titleLine.setRight(titleLine.right() - metrics::kSpaceL);
  }
  painter.setPen(color(Role::Text));
  painter.drawText(titleLine, Qt::AlignLeft | Qt::AlignVCenter,
                   titleMetrics.elidedText(item.title, Qt::ElideRight, titleLine.width()));
  line.setTop(line.bottom() + 2);
  line.setBottom(whole.bottom());
  drawDetails(painter, option, line, item);
}

} // namespace

void PostDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  if (index.data(PostListModel::IsHeadingRole).toBool()) {
    drawHeading(*painter, option, index.data().toString());
  } else {
    drawPost(*painter, option, index.data(PostListModel::ItemRole).value<PostItem>());
  }
  painter->restore();
}

QSize PostDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  if (index.data(PostListModel::IsHeadingRole).toBool()) {
    const int above = index.row() == 0 ? metrics::kSpaceXs : metrics::kSpaceM;
    return {0, QFontMetrics(option.font).height() + metrics::kSpaceXs + above};
  }
  return {0, QFontMetrics(titleFont(option.font)).height() + QFontMetrics(detailFont(option.font)).height() +
                 2 + 2 * kRowPadding};
}

} // namespace postwright::ui
