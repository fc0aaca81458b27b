// The form's rows: the title and what follows it on the whole width, then two columns of labelled fields that
// fall to one where there is no room, and at last to labels above their fields. Labels end on common lines,
// whatever their group.
#pragma once

#include <QLayout>
#include <span>
#include <vector>

namespace postwright::ui {

class Field;
class FieldLabel;

/// How much of a line a field takes.
enum class Place : std::uint8_t {
  Lead, ///< the whole width, its text (not its frame) on the margin
  Head, ///< the whole width, the heading of a group
  Wide, ///< a label and all the rest of the line
  Half, ///< a label and the rest of its column
};

struct FormCell {
  FieldLabel* label = nullptr; ///< may be missing
  Field* field = nullptr;
  Place place = Place::Half;
  int level = 0;
};

class FormLayout : public QLayout {
  Q_OBJECT

 public:
  explicit FormLayout(QWidget* parent);
  ~FormLayout() override;

  /// Replaces all cells; their widgets stay the parent's.
  void setCells(const std::vector<FormCell>& cells);

  void addItem(QLayoutItem* item) override;
  int count() const override { return static_cast<int>(m_items.size()); }
  QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;
  Qt::Orientations expandingDirections() const override { return {}; }
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize sizeHint() const override { return minimumSize(); }
  QSize minimumSize() const override;
  void setGeometry(const QRect& rect) override;
  void invalidate() override;

 private:
  struct Cell : FormCell {
    QLayoutItem* item = nullptr; ///< the field's; it remembers its sizes until the field has others
  };
  struct Line {
    const Cell* first = nullptr;
    const Cell* second = nullptr;
  };
  struct Columns {
    bool isSingle = false;
    bool isStacked = false; ///< labels above their fields
    int labels[2] = {0, 0};
    int fields[2] = {0, 0};
    int width = 0; ///< of the whole line
  };

  using Cells = std::span<const Cell>;

  std::vector<Cells> sections() const;
  static std::vector<Line> lines(Cells section, const Columns& columns);
  Columns columns(Cells section, int formWidth) const;
  int arrange(const QRect& rect, bool move) const;
  int placeLine(const Line& line, const Columns& columns, QPoint corner, bool move) const;
  int placeStacked(const Cell& cell, int width, QPoint corner, bool move) const;
  bool isTooNarrow(const Columns& columns) const;

  std::vector<Cell> m_cells;
  std::vector<QLayoutItem*> m_items;
  mutable int m_knownWidth = -1;
  mutable int m_knownHeight = 0;
};

} // namespace postwright::ui
