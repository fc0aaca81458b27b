#include "ui/form/card_drag.h"

#include <QWidget>
#include <algorithm>

#include "ui/base/theme.h"
#include "ui/form/card.h"

namespace postwright::ui {
namespace {

constexpr int kThickness = 2;

std::vector<int> topsOf(const std::vector<Card*>& cards) {
  std::vector<int> tops;
  for (const Card* card : cards)
    tops.push_back(card->y());
  return tops;
}

} // namespace

std::size_t droppedIndex(const std::vector<int>& tops, std::size_t from, int y) {
  std::size_t before = 0; // how many items begin above
  while (before < tops.size() && tops[before] < y)
    ++before;
  return before > from ? before - 1 : before;
}

CardDrag::CardDrag(QWidget* content) : QObject(content), m_content(content), m_mark(new QWidget(content)) {
  m_mark->setObjectName(QStringLiteral("dropMark"));
  m_mark->setAttribute(Qt::WA_StyledBackground);
  m_mark->hide();
}

void CardDrag::drag(const Card& card, const std::vector<Card*>& siblings, int end, const QPoint& global) {
  const int y = m_content->mapFromGlobal(global).y();
  const std::vector<int> tops = topsOf(siblings);
  const auto below = std::ranges::find_if(tops, [y](int top) { return top >= y; });
  const int line = below == tops.end() ? end : *below;
  m_mark->setGeometry(card.x(), line - kThickness, card.width(), kThickness);
  m_mark->raise();
  m_mark->show();
}

void CardDrag::drop(Card& card, const std::vector<Card*>& siblings, int end, const QPoint& global) {
  m_mark->hide();
  const int y = m_content->mapFromGlobal(global).y();
  const bool isOutside =
      siblings.empty() || y < siblings.front()->y() - card.height() || y > end + card.height();
  if (!isOutside) card.moveTo(droppedIndex(topsOf(siblings), card.index(), y));
}

} // namespace postwright::ui
