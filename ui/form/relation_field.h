// A line that names another post of the site: posts are found by title, name or date, and one click goes to
// the one that is named. A name that no post has stays as it is, marked.
#pragma once

#include "ui/form/choice_field.h"

namespace postwright::ui {

class RelationField : public ChoiceField {
  Q_OBJECT

 public:
  RelationField(const Row& row, QWidget* parent);

 protected:
  void apply(const FieldState& before, bool isFirst) override;

 private:
  QToolButton* m_go;
};

} // namespace postwright::ui
