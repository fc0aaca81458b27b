#include "ui/form/switch_field.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/base/text_bridge.h"
#include "ui/form/field_box.h"
#include "ui/form/known_fields.h"
#include "ui/form/switch.h"

namespace postwright::ui {

using front_matter::ScalarType;

SwitchField::SwitchField(const Row& row, QWidget* parent)
    : Field(row, parent), m_switch(new Switch(isDraft() ? Role::Draft : Role::Accent)), m_word(new QLabel) {
  auto* line = new QWidget;
  auto* layout = new QHBoxLayout(line);
  layout->setContentsMargins(0, 0, FieldBox::kRing, 0);
  layout->setSpacing(metrics::kSpaceS);
  line->setFixedHeight(metrics::kControlHeight + 2 * FieldBox::kRing);
  layout->addWidget(m_switch);
  layout->addWidget(m_word, 1);
  column()->addWidget(line);
  adopt(m_switch);
  connect(m_switch, &QAbstractButton::clicked, this, &SwitchField::toggle);
}

void SwitchField::apply(const FieldState&, bool) {
  m_switch->setOn(state().on);
  m_switch->setAbsent(isAbsent());
  showWord();
}

void SwitchField::showWord() {
  const bool on = state().on;
  const QString written = isAbsent() ? state().placeholder : (on ? tr("On") : tr("Off"));
  m_word->setText(isDraft() ? (on ? tr("Draft") : tr("Published")) : written);
  m_word->setProperty("draft", isDraft() && on);
  m_word->setProperty("dim", !(isDraft() && on) && !isAbsent());
  m_word->setProperty("faint", isAbsent());
  m_word->style()->unpolish(m_word); // a property selector is read when the style is set
  m_word->style()->polish(m_word);
  m_switch->setAccessibleName(tr("%1: %2").arg(name(), m_word->text()));
  if (isDraft()) m_switch->setToolTip(tr("Draft or published (Ctrl+D)"));
}

void SwitchField::applyLock(bool locked) {
  m_switch->setEnabled(!locked);
}

void SwitchField::toggle() {
  clearRefusal();
  if (isDraft()) {
    emit draftToggled(!state().on);
  } else {
    emit scalarEdited(path(), {ScalarType::Bool, state().on && !isAbsent() ? "false" : "true"});
  }
}

bool SwitchField::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_switch && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool isDelete = key == Qt::Key_Delete || key == Qt::Key_Backspace;
    if (isDelete && !isLocked() && state().absence != Absence::Missing) emit removed(path());
    if (isDelete) return true;
  }
  return Field::eventFilter(watched, event);
}

void SwitchField::addActions(QMenu& menu) {
  if (isDraft() || findKnownField(path()) != nullptr || isLocked()) return;
  if (isAbsent()) return;
  menu.addAction(tr("Change to &text"), this,
                 [this] { emit scalarEdited(path(), {ScalarType::String, toUtf8(state().text)}); });
}

} // namespace postwright::ui
