#include "ui/form/add_item.h"

#include <QPushButton>
#include <QVBoxLayout>

#include "ui/base/icons.h"
#include "ui/base/text_bridge.h"

namespace postwright::ui {

AddItem::AddItem(const Row& row, QWidget* parent)
    : Field(row, parent), m_button(new QPushButton(icon(QStringLiteral("list-add")), tr("Add an item"))) {
  m_button->setObjectName(QStringLiteral("addItem"));
  m_button->setProperty("quiet", true);
  m_button->setAccessibleName(tr("Add an item to “%1”").arg(groupName(row.path)));
  m_button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  column()->addWidget(m_button);
  adopt(m_button);
  connect(m_button, &QPushButton::clicked, this, &AddItem::add);
}

void AddItem::apply(const FieldState&, bool) {
  m_button->setEnabled(!isLocked() && !state().items.isEmpty());
}

void AddItem::applyLock(bool locked) {
  m_button->setEnabled(!locked && !state().items.isEmpty());
}

void AddItem::add() {
  clearRefusal();
  const front_matter::Scalar nothing{front_matter::ScalarType::Null,
                                     {}}; // quotes would stay round what is typed
  front_matter::EditOperation operation;
  operation.kind = front_matter::OperationKind::Append;
  operation.path = path();
  operation.value = front_matter::Content::map({toUtf8(state().items.first())}, {nothing});
  front_matter::Path made = path();
  made.emplace_back(state().count);
  made.emplace_back(operation.value.keys.front());
  emit operated({operation});
  emit focusWanted(made);
}

} // namespace postwright::ui
