#include "ui/form/number_field.h"

#include <QKeyEvent>
#include <QToolButton>

#include "ui/form/field_box.h"
#include "ui/form/field_button.h"
#include "ui/form/line_edit.h"
#include "ui/form/number_text.h"

namespace postwright::ui {
namespace {

constexpr int kPage = 10; // Page Up and Page Down

struct Key {
  int key;
  int by;
};

constexpr Key kKeys[] = {
    {Qt::Key_Up, 1}, {Qt::Key_Down, -1}, {Qt::Key_PageUp, kPage}, {Qt::Key_PageDown, -kPage}};

} // namespace

NumberField::NumberField(const Row& row, QWidget* parent) : TextField(row, parent) {
  const auto addStep = [this](const QString& iconName, const QString& tip, int by) {
    QToolButton* button = makeFieldButton(iconName, tip);
    button->setAutoRepeat(true);
    box()->add(button);
    connect(button, &QToolButton::clicked, this, [this, by] { step(by); });
    m_steps.push_back(button);
  };
  addStep(QStringLiteral("list-remove"), tr("Less (Down)"), -1);
  addStep(QStringLiteral("list-add"), tr("More (Up)"), 1);
}

void NumberField::applyLock(bool locked) {
  TextField::applyLock(locked);
  for (QToolButton* button : m_steps)
    button->setEnabled(!locked);
}

// Its own `+` would be taken for the one that adds the field.
void NumberField::showOffered(bool offered) {
  TextField::showOffered(offered);
  for (QToolButton* button : m_steps)
    button->setVisible(!offered);
}

void NumberField::onLineKey(QKeyEvent* event) {
  const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
  for (const Key& key : kKeys) {
    if (!isPlain || event->key() != key.key) continue;
    event->accept();
    return step(key.by);
  }
  TextField::onLineKey(event);
}

void NumberField::step(int by) {
  const QString text = line()->text().isEmpty() ? QStringLiteral("0") : line()->text();
  if (const auto stepped = stepNumber(text, by)) enter(*stepped);
}

} // namespace postwright::ui
