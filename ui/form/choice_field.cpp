#include "ui/form/choice_field.h"

#include <QHBoxLayout>
#include <QKeyEvent>

#include "ui/form/field_box.h"
#include "ui/form/field_button.h"
#include "ui/form/line_edit.h"
#include "ui/form/suggestions.h"

namespace postwright::ui {

ChoiceField::ChoiceField(const Row& row, QWidget* parent)
    : TextField(row, parent),
      m_suggestions(new Suggestions(line())),
      m_open(makeFieldButton(QStringLiteral("arrow-down"), tr("Show the choices (Alt+Down)"))) {
  box()->add(m_open);
  connect(line(), &QLineEdit::textEdited, this,
          [this](const QString& text) { m_suggestions->offer(text, box()); });
  connect(m_suggestions, &Suggestions::picked, this, [this](const QString& value) {
    enter(value);
    line()->end(false);
  });
  connect(m_open, &QToolButton::clicked, this, &ChoiceField::offerAll);
}

void ChoiceField::apply(const FieldState& before, bool isFirst) {
  TextField::apply(before, isFirst);
  if (state().posts != nullptr) {
    m_suggestions->setPosts(state().posts);
  } else {
    m_suggestions->setValues(state().choices, state().details);
  }
  m_open->setVisible(state().posts != nullptr || !state().choices.isEmpty());
}

void ChoiceField::applyLock(bool locked) {
  TextField::applyLock(locked);
  m_open->setEnabled(!locked);
}

void ChoiceField::offerAll() {
  if (isLocked()) return;
  line()->setFocus(Qt::OtherFocusReason);
  m_suggestions->offer(QString(), box());
}

void ChoiceField::onLineKey(QKeyEvent* event) {
  if (event->key() == Qt::Key_Down && !m_suggestions->isOpen()) {
    event->accept();
    offerAll();
    return;
  }
  if (!m_suggestions->isOpen()) TextField::onLineKey(event);
}

} // namespace postwright::ui
