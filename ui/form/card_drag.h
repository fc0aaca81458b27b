// Dragging a card among the cards of its list: a line shows where it would go, and where it is dropped it is
// moved to.
#pragma once

#include <QObject>
#include <optional>
#include <vector>

class QWidget;

namespace postwright::ui {

class Card;

class CardDrag : public QObject {
  Q_OBJECT

 public:
  /// `content` holds the cards.
  explicit CardDrag(QWidget* content);

  /// `siblings` are the cards of the list, the dragged one among them, from top to bottom; `end` is where the
  /// last one's fields end, in the content's pixels.
  void drag(const Card& card, const std::vector<Card*>& siblings, int end, const QPoint& global);
  /// Moves the card, if it would change its place.
  void drop(Card& card, const std::vector<Card*>& siblings, int end, const QPoint& global);

 private:
  QWidget* m_content;
  QWidget* m_mark;
};

/// Which number an item gets that is dropped at `y`, when it was number `from` and the items begin at `tops`.
std::size_t droppedIndex(const std::vector<int>& tops, std::size_t from, int y);

} // namespace postwright::ui
