#include "ui/form/form_layout.h"

#include <QWidget>
#include <algorithm>
#include <utility>

#include "ui/base/theme.h"
#include "ui/form/field.h"
#include "ui/form/field_box.h"
#include "ui/form/field_label.h"

namespace postwright::ui {
namespace {

constexpr int kRing = FieldBox::kRing;
constexpr int kGap = metrics::kSpaceM; // between columns
constexpr int kLineGap = metrics::kSpaceS - 2 * kRing;
constexpr int kIndent = metrics::kSpaceL;
constexpr int kSingleBelow = 480; // width of the form
constexpr int kLeastFirst = 170;
constexpr int kLeastSecond = 116; // a narrower second column is no column
constexpr int kLeastWidth = 180;  // of the form: half a window of half a screen
constexpr int kMostWidth = 1080;  // wider, lines are too long to read
constexpr int kTextInset = kRing + 1 + FieldBox::kPadding + 2;
constexpr std::pair<int, int> kLabelWidths[] = {{72, 128}, {56, 112}}; // least and most, per column
constexpr int kLabelSlack = 1; // a text as wide as its label is elided by rounding

int heightOf(const QLayoutItem& item, int width) {
  const int height = item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
  return std::max(height, item.minimumSize().height());
}

int leastWidth(const QLayoutItem& field) {
  return field.minimumSize().width() - 2 * kRing;
}

/// Space above a line, counted from the frame of the line before.
int gapBefore(Place before, Place now) {
  if (now == Place::Lead) return -4;
  if (before == Place::Lead) return metrics::kSpaceXs + 1;
  return now == Place::Head ? metrics::kSpaceXs : kLineGap;
}

} // namespace

FormLayout::FormLayout(QWidget* parent) : QLayout(parent) {
  setContentsMargins(metrics::kSpaceXl, metrics::kSpaceL, metrics::kSpaceXl, metrics::kSpaceM);
}

FormLayout::~FormLayout() {
  for (QLayoutItem* item : m_items)
    delete item;
}

void FormLayout::setCells(const std::vector<FormCell>& cells) {
  for (QLayoutItem* item : std::exchange(m_items, {}))
    delete item;
  m_cells.clear();
  for (const FormCell& cell : cells) {
    if (cell.label != nullptr) m_items.push_back(new QWidgetItem(cell.label));
    m_items.push_back(new QWidgetItemV2(cell.field));
    m_cells.push_back({cell, m_items.back()});
  }
  invalidate();
}

void FormLayout::addItem(QLayoutItem* item) {
  m_items.push_back(item);
}

QLayoutItem* FormLayout::itemAt(int index) const {
  return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)] : nullptr;
}

// A widget that is destroyed takes its cell with it.
QLayoutItem* FormLayout::takeAt(int index) {
  QLayoutItem* item = itemAt(index);
  if (item == nullptr) return nullptr;
  m_items.erase(m_items.begin() + index);
  std::erase_if(m_cells, [item](const Cell& cell) {
    return cell.field == item->widget() || cell.label == item->widget();
  });
  invalidate();
  return item;
}

void FormLayout::invalidate() {
  m_knownWidth = -1;
  QLayout::invalidate();
}

QSize FormLayout::minimumSize() const {
  return {kLeastWidth, 60};
}

int FormLayout::heightForWidth(int width) const {
  if (width != m_knownWidth) {
    m_knownHeight = arrange({0, 0, width, 0}, false);
    m_knownWidth = width;
  }
  return m_knownHeight;
}

void FormLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  arrange(rect, true);
}

/// The cells of each group with its heading: columns are measured group by group, so that the long names of
/// one do not squeeze the others.
std::vector<FormLayout::Cells> FormLayout::sections() const {
  std::vector<Cells> sections;
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= m_cells.size(); ++i) {
    const bool isEnd = i == m_cells.size() || (m_cells[i].place == Place::Head && m_cells[i].level == 0);
    if (!isEnd) continue;
    sections.push_back(Cells(m_cells).subspan(begin, i - begin));
    begin = i;
  }
  return sections;
}

std::vector<FormLayout::Line> FormLayout::lines(Cells section, const Columns& columns) {
  std::vector<Line> lines;
  bool isOpen = false; // the last line takes a second cell
  for (const Cell& cell : section) {
    const bool isHalf =
        !columns.isSingle && cell.place == Place::Half && leastWidth(*cell.item) <= columns.fields[0];
    if (isHalf && isOpen && lines.back().first->level == cell.level) {
      lines.back().second = &cell;
      isOpen = false;
    } else {
      lines.push_back({&cell, nullptr});
      isOpen = isHalf;
    }
  }
  return lines;
}

FormLayout::Columns FormLayout::columns(Cells section, int formWidth) const {
  const QMargins margins = contentsMargins();
  Columns columns;
  columns.width = std::min(formWidth - margins.left() - margins.right(), kMostWidth);
  int label = 0;
  for (const Cell& cell : section)
    if (cell.label != nullptr) label = std::max(label, cell.label->fullWidth() + kLabelSlack);
  for (int side = 0; side < 2; ++side)
    columns.labels[side] = std::clamp(label, kLabelWidths[side].first, kLabelWidths[side].second);
  const int room = columns.width - columns.labels[0] - columns.labels[1] - 3 * kGap;
  const int mostFirst = room - kLeastSecond;
  columns.isSingle = formWidth < kSingleBelow || mostFirst < kLeastFirst;
  if (columns.isSingle) {
    columns.labels[0] = std::min(columns.labels[0], std::max(kLabelWidths[0].first, columns.width * 3 / 10));
    columns.fields[0] = columns.width - columns.labels[0] - kGap;
    return columns;
  }
  columns.fields[0] = std::max(kLeastFirst, room * 5 / 9);
  for (const Cell& cell : section) {
    const int least = leastWidth(*cell.item);
    const bool fits = cell.place == Place::Half && least <= mostFirst; // any other takes a line of its own
    if (fits) columns.fields[0] = std::max(columns.fields[0], least);
  }
  columns.fields[1] = room - columns.fields[0];
  return columns;
}

int FormLayout::arrange(const QRect& rect, bool move) const {
  const QMargins margins = contentsMargins();
  const int top = rect.y() + margins.top() - kRing - 1;
  int y = top;
  Place before = Place::Lead;
  for (const Cells section : sections()) {
    Columns columns = FormLayout::columns(section, rect.width());
    columns.isStacked = columns.isSingle && isTooNarrow(columns);
    for (const Line& line : lines(section, columns)) {
      if (y > top) y += gapBefore(before, line.first->place);
      y += placeLine(line, columns, {rect.x() + margins.left(), y}, move);
      before = line.first->place;
    }
  }
  return y - kRing + margins.bottom() - rect.y();
}

/// Beside its label some field has less than it needs.
bool FormLayout::isTooNarrow(const Columns& columns) const {
  return std::ranges::any_of(m_cells, [&](const Cell& cell) {
    return cell.label != nullptr && leastWidth(*cell.item) > columns.fields[0] - cell.level * kIndent;
  });
}

int FormLayout::placeStacked(const Cell& cell, int width, QPoint corner, bool move) const {
  const int indent = cell.level * kIndent;
  const int top = cell.label == nullptr ? 0 : cell.label->fontMetrics().height();
  const int room = width - indent + 2 * kRing;
  const int height = heightOf(*cell.item, room);
  if (move && cell.label != nullptr) {
    cell.label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    cell.label->setGeometry(corner.x() + indent, corner.y() + kRing, width - indent, top);
  }
  if (move) cell.field->setGeometry(corner.x() + indent - kRing, corner.y() + top, room, height);
  return top + height;
}

int FormLayout::placeLine(const Line& line, const Columns& columns, QPoint corner, bool move) const {
  const Cell& first = *line.first;
  if (first.place == Place::Lead || first.place == Place::Head) {
    const int outset = first.place == Place::Lead ? kTextInset : 0;
    const int width = columns.width + 2 * outset;
    const int indent = first.level * kIndent;
    const int height = heightOf(*first.item, width - indent);
    if (move) first.field->setGeometry(corner.x() - outset + indent, corner.y(), width - indent, height);
    return height;
  }
  if (columns.isStacked) return placeStacked(first, columns.width, corner, move);
  int height = 0;
  int x = corner.x();
  for (int side = 0; side < 2; ++side) {
    const Cell* cell = side == 0 ? line.first : line.second;
    if (cell == nullptr) break;
    const int indent = side == 0 ? cell->level * kIndent : 0;
    const int label = columns.labels[side];
    const int left = x + indent + label + kGap;
    const bool hasLine = cell->place == Place::Wide || line.second == nullptr; // right edges stay aligned
    const int end = hasLine ? corner.x() + columns.width : x + label + kGap + columns.fields[side];
    const int width = std::max(40, end - left) + 2 * kRing;
    const int cellHeight = heightOf(*cell->item, width);
    if (move) cell->field->setGeometry(left - kRing, corner.y(), width, cellHeight);
    if (move && cell->label != nullptr) {
      cell->label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
      cell->label->setGeometry(x + indent, corner.y(), label, metrics::kControlHeight + 2 * kRing);
    }
    height = std::max(height, cellHeight);
    x = end + kGap;
  }
  return height;
}

} // namespace postwright::ui
