// A list of words as chips with a line behind them: Enter or a comma adds what is typed, the cross or
// Backspace takes away. The chips are the document's: an added one appears when the document has it.
#pragma once

#include <vector>

#include "ui/form/field.h"

class QKeyEvent;

namespace postwright::ui {

class Chip;
class FieldBox;
class FlowLayout;
class LineEdit;
class Suggestions;

class ChipsField : public Field {
  Q_OBJECT

 public:
  ChipsField(const Row& row, QWidget* parent);

 protected:
  void apply(const FieldState& before, bool isFirst) override;
  void applyLock(bool locked) override;
  void mark(bool invalid) override;
  void showOffered(bool offered) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  std::optional<front_matter::Content> emptyValue() const override { return front_matter::Content::list({}); }

 private:
  void buildBox();
  void showItems();
  Chip* makeChip(std::size_t index);
  void onEdited(const QString& text);
  void onKey(QKeyEvent* event);
  void add(const QString& typed);
  void removeAt(std::size_t index);
  void step(std::size_t from, int by);
  void leave(Qt::FocusReason reason);
  void giveRoom(bool typing);

  FieldBox* m_box;
  QWidget* m_area;
  FlowLayout* m_flow;
  LineEdit* m_line;
  Suggestions* m_suggestions;
  std::vector<Chip*> m_chips;
  QString m_pending; ///< said, but not yet seen in the document
};

} // namespace postwright::ui
