#include "ui/form/add_field.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/base/icons.h"
#include "ui/base/theme.h"
#include "ui/form/field_box.h"
#include "ui/form/field_button.h"
#include "ui/form/line_edit.h"
#include "ui/form/suggestions.h"

namespace postwright::ui {

AddField::AddField(const Row& row, QWidget* parent)
    : Field(row, parent),
      m_button(new QPushButton(icon(QStringLiteral("list-add")), tr("Add field"))),
      m_row(new QWidget),
      m_nameBox(new FieldBox),
      m_key(new LineEdit),
      m_value(new LineEdit),
      m_add(makeFieldButton(QStringLiteral("dialog-ok-apply"), tr("Add the field (Enter)"))),
      m_cancel(makeFieldButton(QStringLiteral("window-close"), tr("Leave it (Escape)"))),
      m_names(new Suggestions(m_key)) {
  m_button->setObjectName(QStringLiteral("addField"));
  m_button->setProperty("quiet", true);
  m_button->setToolTip(tr("Add a name and a value to “data”"));
  m_button->setAccessibleName(tr("Add a field to “data”"));
  m_button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  column()->addWidget(m_button);
  buildRow();
  column()->addWidget(m_row);
  m_row->hide();
  adopt(m_button);
  adopt(m_key);
  adopt(m_value);
  adopt(m_add);
  adopt(m_cancel);
  connect(m_button, &QPushButton::clicked, this, &AddField::open);
  connect(m_add, &QToolButton::clicked, this, &AddField::add);
  connect(m_cancel, &QToolButton::clicked, this, &AddField::close);
}

void AddField::buildRow() {
  auto* layout = new QHBoxLayout(m_row);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(metrics::kSpaceS - 2 * FieldBox::kRing);
  auto* valueBox = new FieldBox;
  m_key->setPlaceholderText(tr("Name"));
  m_key->setAccessibleName(tr("Name of the new field"));
  m_value->setPlaceholderText(tr("Value"));
  m_value->setAccessibleName(tr("Value of the new field"));
  m_nameBox->add(m_key, 1);
  m_nameBox->setEditor(m_key);
  valueBox->add(m_value, 1);
  valueBox->setEditor(m_value);
  for (QToolButton* button : {m_add, m_cancel}) {
    button->setFocusPolicy(Qt::TabFocus);
    valueBox->add(button);
  }
  layout->addWidget(m_nameBox, 2);
  layout->addWidget(valueBox, 3);
  connect(m_key, &QLineEdit::textEdited, this,
          [this](const QString& text) { m_names->offer(text, m_nameBox); });
  connect(m_names, &Suggestions::picked, this, [this](const QString& name) {
    m_key->replaceText(name);
    m_value->setFocus(Qt::OtherFocusReason);
  });
  connectLine(m_key);
  connectLine(m_value);
}

void AddField::connectLine(LineEdit* line) {
  connect(line, &LineEdit::undoRequested, this, &Field::undoRequested);
  connect(line, &LineEdit::redoRequested, this, &Field::redoRequested);
  connect(line, &QLineEdit::textEdited, this, [this] {
    clearRefusal();
    setComplaint(QString());
  });
  connect(line, &LineEdit::keyPressed, this, [this, line](QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter && event->key() != Qt::Key_Escape) return;
    event->accept();
    if (!isEnter) {
      close();
    } else if (line == m_key && m_value->text().isEmpty()) {
      m_value->setFocus(Qt::TabFocusReason);
    } else {
      add();
    }
  });
}

bool AddField::isOpen() const {
  return !m_row->isHidden();
}

void AddField::open() {
  if (isLocked()) return;
  m_row->show();
  m_button->hide();
  m_key->setFocus(Qt::OtherFocusReason);
  updateGeometry();
}

void AddField::close() {
  const bool hadFocus = m_row->isAncestorOf(focusWidget()) || m_key->hasFocus() || m_value->hasFocus();
  m_key->replaceText(QString());
  m_value->replaceText(QString());
  clearRefusal();
  setComplaint(QString());
  m_button->show();
  if (hadFocus) m_button->setFocus(Qt::OtherFocusReason);
  m_row->hide();
  updateGeometry();
}

QString AddField::nameComplaint() const {
  const QString key = m_key->text().trimmed();
  if (key.isEmpty()) return tr("A field needs a name");
  return state().items.contains(key) ? tr("There is a field “%1” already").arg(key) : QString();
}

void AddField::add() {
  if (isLocked()) return;
  clearRefusal();
  setComplaint(nameComplaint());
  if (isInvalid()) {
    m_key->setFocus(Qt::OtherFocusReason);
    return;
  }
  m_pending = m_key->text().trimmed();
  emit keyInserted(path(), m_pending, guessedScalar(m_value->text()));
}

void AddField::apply(const FieldState&, bool isFirst) {
  m_names->setValues(state().choices);
  const bool isDone = !m_pending.isEmpty() && state().items.contains(m_pending);
  if (!isDone && !(isFirst && isOpen())) return;
  m_pending.clear();
  close();
}

void AddField::applyLock(bool locked) {
  m_button->setEnabled(!locked);
  m_row->setEnabled(!locked);
}

void AddField::mark(bool invalid) {
  m_nameBox->setInvalid(invalid);
}

} // namespace postwright::ui
