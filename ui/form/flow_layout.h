// Children side by side, wrapped to the next line where they do not fit; the last one takes what is left of
// its line.
#pragma once

#include <QLayout>
#include <vector>

namespace postwright::ui {

class FlowLayout : public QLayout {
  Q_OBJECT

 public:
  explicit FlowLayout(QWidget* parent);
  ~FlowLayout() override;

  /// Inserts before the item at `index`.
  void insertWidget(int index, QWidget* widget);
  /// The least room the last item accepts before it goes to a line of its own.
  void setLeastLast(int width) { m_leastLast = width; }

  void addItem(QLayoutItem* item) override;
  int count() const override { return static_cast<int>(m_items.size()); }
  QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;
  Qt::Orientations expandingDirections() const override { return {}; }
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override { return arrange({0, 0, width, 0}, false); }
  QSize sizeHint() const override;
  QSize minimumSize() const override;
  void setGeometry(const QRect& rect) override;

 private:
  int arrange(const QRect& rect, bool move) const;

  std::vector<QLayoutItem*> m_items;
  int m_leastLast = 40;
};

} // namespace postwright::ui
