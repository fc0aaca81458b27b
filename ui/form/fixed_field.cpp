#include "ui/form/fixed_field.h"

#include <QVBoxLayout>

#include "ui/form/field_box.h"
#include "ui/form/line_edit.h"

namespace postwright::ui {

FixedField::FixedField(const Row& row, QWidget* parent) : Field(row, parent), m_line(new LineEdit) {
  auto* box = new FieldBox;
  box->add(m_line, 1);
  box->setEditor(m_line);
  box->setLocked(true);
  m_line->setReadOnly(true);
  column()->addWidget(box);
  adopt(m_line);
}

void FixedField::apply(const FieldState&, bool) {
  m_line->replaceText(state().text);
}

} // namespace postwright::ui
