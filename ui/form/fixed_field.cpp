#include "ui/form/fixed_field.h"

#include <QHBoxLayout>
#include <QPushButton>
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
  auto* edit = new QPushButton(tr("Edit in the text"));
  edit->setObjectName(QStringLiteral("editInText"));
  edit->setProperty("link", true);
  edit->setCursor(Qt::PointingHandCursor);
  box->add(edit);
  column()->addWidget(box);
  adopt(m_line);
  adopt(edit);
  connect(edit, &QPushButton::clicked, this, [this] { emit textRequested(this->path()); });
}

void FixedField::apply(const FieldState&, bool) {
  m_line->replaceText(state().text);
}

} // namespace postwright::ui
