#include "ui/form/flow_layout.h"

#include <QWidget>
#include <algorithm>

namespace postwright::ui {

FlowLayout::FlowLayout(QWidget* parent) : QLayout(parent) {
  setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() {
  for (QLayoutItem* item : m_items)
    delete item;
}

void FlowLayout::addItem(QLayoutItem* item) {
  m_items.push_back(item);
}

void FlowLayout::insertWidget(int index, QWidget* widget) {
  addChildWidget(widget);
  m_items.insert(m_items.begin() + index, new QWidgetItem(widget));
  invalidate();
}

QLayoutItem* FlowLayout::itemAt(int index) const {
  return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)] : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
  QLayoutItem* item = itemAt(index);
  if (item != nullptr) m_items.erase(m_items.begin() + index);
  invalidate();
  return item;
}

QSize FlowLayout::sizeHint() const {
  return minimumSize();
}

QSize FlowLayout::minimumSize() const {
  int height = 0;
  for (const QLayoutItem* item : m_items)
    height = std::max(height, item->sizeHint().height());
  return {m_leastLast, height};
}

void FlowLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  arrange(rect, true);
}

int FlowLayout::arrange(const QRect& rect, bool move) const {
  int x = rect.x();
  int y = rect.y();
  int lineHeight = 0;
  for (QLayoutItem* item : m_items) {
    const bool isLast = item == m_items.back();
    const int wanted = isLast ? m_leastLast : std::min(item->sizeHint().width(), rect.width());
    if (x > rect.x() && x + wanted > rect.x() + rect.width()) {
      x = rect.x();
      y += lineHeight + spacing();
      lineHeight = 0;
    }
    const int width = isLast ? rect.x() + rect.width() - x : wanted;
    lineHeight = std::max(lineHeight, item->sizeHint().height());
    if (move) item->setGeometry({x, y, width, item->sizeHint().height()});
    x += width + spacing();
  }
  return y + lineHeight - rect.y();
}

} // namespace postwright::ui
