#include "ui/form/suggestions.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

#include "ui/base/theme.h"
#include "ui/form/suggestion_model.h"

namespace postwright::ui {
namespace {

constexpr int kLeastWidth = 160;
constexpr int kWidthWithDetails = 220;

/// Paints the word about a value at the right end of its line, dim.
class DetailDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    QStyledItemDelegate::paint(painter, option, index);
    const QString detail = index.data(SuggestionModel::DetailRole).toString();
    if (detail.isEmpty()) return;
    const QRect room = option.rect.adjusted(metrics::kSpaceS, 0, -metrics::kSpaceM, 0);
    const int taken = option.fontMetrics.horizontalAdvance(index.data().toString()) + metrics::kSpaceL;
    painter->save();
    painter->setPen(color(Role::Dim));
    painter->drawText(room.adjusted(taken, 0, 0, 0), Qt::AlignRight | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(detail, Qt::ElideRight, room.width() - taken));
    painter->restore();
  }
};

} // namespace

Suggestions::Suggestions(QLineEdit* line)
    : QObject(line),
      m_line(line),
      m_model(new SuggestionModel(this)),
      m_completer(new QCompleter(m_model, this)) {
  m_completer->setCaseSensitivity(Qt::CaseInsensitive);
  m_completer->setFilterMode(Qt::MatchContains);
  m_completer->setCompletionRole(SuggestionModel::SearchRole);
  m_completer->setMaxVisibleItems(8);
  m_completer->setWidget(line); // setCompleter() would type the highlighted value into the line
  m_completer->popup()->setProperty("suggestions", true);
  m_completer->popup()->setItemDelegate(new DetailDelegate(this));
  if (auto* list = qobject_cast<QListView*>(m_completer->popup()))
    list->setUniformItemSizes(true); // measuring ten thousand lines one by one would be felt
  connect(
      m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
      [this](const QModelIndex& index) { emit picked(index.data(SuggestionModel::ValueRole).toString()); });
}

void Suggestions::setValues(const QStringList& values, const QStringList& details,
                            const QStringList& without) {
  if (m_values == values && m_details == details && m_without == without) return;
  m_values = values;
  m_details = details;
  m_without = without;
  m_model->setValues(values, details, without);
}

void Suggestions::setPosts(const PostNamesPointer& posts, const QStringList& without) {
  if (m_posts == posts && m_without == without) return;
  m_posts = posts;
  m_without = without;
  m_model->setPosts(posts, without);
}

void Suggestions::offer(const QString& text, const QWidget* anchor) {
  m_completer->setCompletionPrefix(text);
  const QString first = m_completer->currentIndex().data(SuggestionModel::ValueRole).toString();
  const bool isExact = m_completer->completionCount() == 1 && first == text;
  if (m_completer->completionCount() == 0 || isExact) return hide();
  const QPoint corner = m_line->mapFromGlobal(anchor->mapToGlobal(QPoint(0, 0)));
  const int width =
      std::max(anchor->width(), m_details.isEmpty() && m_posts == nullptr ? kLeastWidth : kWidthWithDetails);
  m_completer->complete(QRect(corner.x(), corner.y(), width, anchor->height()));
  m_completer->popup()->setCurrentIndex({});
}

void Suggestions::hide() {
  m_completer->popup()->hide();
}

bool Suggestions::isOpen() const {
  return m_completer->popup()->isVisible();
}

bool Suggestions::hasSelection() const {
  return isOpen() && m_completer->popup()->currentIndex().isValid();
}

} // namespace postwright::ui
