#include "ui/form/relation_field.h"

#include <QToolButton>

#include "ui/form/field_box.h"
#include "ui/form/field_button.h"

namespace postwright::ui {

RelationField::RelationField(const Row& row, QWidget* parent)
    : ChoiceField(row, parent), m_go(makeFieldButton(QStringLiteral("go-jump"), tr("Open this post"))) {
  m_go->setObjectName(QStringLiteral("goToPost"));
  m_go->setFocusPolicy(Qt::TabFocus);
  box()->add(m_go);
  adopt(m_go);
  connect(m_go, &QToolButton::clicked, this, [this] {
    const QString target = state().target; // the field will show another post's
    emit postRequested(target);
  });
}

void RelationField::apply(const FieldState& before, bool isFirst) {
  ChoiceField::apply(before, isFirst);
  m_go->setVisible(!state().target.isEmpty());
}

} // namespace postwright::ui
