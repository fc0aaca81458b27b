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

  QString unsaid() const override;
  void retype(const QString& text) override;

 protected:
  void apply(const FieldState& before, bool isFirst) override;
  void applyLock(bool locked) override;
  void mark(bool invalid) override;
  void showOffered(bool offered) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  std::optional<front_matter::Content> emptyValue() const override { return front_matter::Content::list({}); }

  Suggestions* suggestions() const { return m_suggestions; }
  virtual void offerValues();
  virtual void showItem(Chip& chip, const QString& item);
  virtual void activate(std::size_t /*index*/) {}
  /// What to write for a text that was typed; empty: nothing, it was not meant to be a value. `isSure`: by
  /// Enter, a comma or the list.
  virtual QString valueFor(const QString& typed, bool isSure) const;
  virtual bool splitsAtCommas() const { return true; }

 private:
  void buildBox();
  void showItems();
  Chip* makeChip(std::size_t index);
  void onEdited(const QString& text);
  void onKey(QKeyEvent* event);
  void add(const QString& typed, bool isSure = true);
  void removeAt(std::size_t index);
  void step(std::size_t from, int by);
  void move(std::size_t from, int by);
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
