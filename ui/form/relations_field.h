// A list of other posts of the site: each a chip with the post's title, in the order of the text. Posts are
// found by title, name or date; a double click or Enter goes to the one of a chip. A name that no post has
// stays as it is, marked.
#pragma once

#include "ui/form/chips_field.h"

namespace postwright::ui {

class RelationsField : public ChipsField {
  Q_OBJECT

 public:
  using ChipsField::ChipsField;

 protected:
  void offerValues() override;
  void showItem(Chip& chip, const QString& item) override;
  void activate(std::size_t index) override;
  QString valueFor(const QString& typed, bool isSure) const override;
  bool splitsAtCommas() const override { return state().posts == nullptr; } // titles have commas
};

} // namespace postwright::ui
