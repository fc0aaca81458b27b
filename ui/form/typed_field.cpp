#include "ui/form/typed_field.h"

#include <QKeyEvent>
#include <QMenu>
#include <QVBoxLayout>

#include "ui/base/text_bridge.h"
#include "ui/form/field_box.h"
#include "ui/form/known_fields.h"

namespace postwright::ui {

TypedField::TypedField(const Row& row, FieldBox* box, QWidget* parent) : Field(row, parent), m_box(box) {
  column()->addWidget(box);
}

QString TypedField::complaintAbout(const QString& text) const {
  return complaint(state().rule, text, state().choices);
}

void TypedField::onTyped() {
  if (isLocked()) return;
  clearRefusal();
  const QString text = typedText();
  const QString reason = complaintAbout(text);
  setComplaint(reason);
  if (reason.isEmpty()) emit scalarEdited(path(), scalarFor(state().rule, text));
}

QString TypedField::unsaid() const {
  return isInvalid() && typedText() != state().text ? typedText() : QString();
}

void TypedField::retype(const QString& text) {
  enter(text);
}

void TypedField::enter(const QString& text) {
  if (isLocked()) return;
  replaceText(text);
  onTyped();
}

void TypedField::onKey(QKeyEvent* event) {
  if (event->key() != Qt::Key_Escape || typedText() == state().text) return;
  event->accept();
  replaceText(state().text);
  clearRefusal();
  setComplaint(state().present ? complaintAbout(state().text) : QString(), true);
}

void TypedField::apply(const FieldState& before, bool isFirst) {
  const FieldState& now = state();
  setPlaceholder(now.placeholder);
  if (!isFirst && before.text == now.text && before.present == now.present && before.rule == now.rule) return;
  replaceText(now.text);
  setComplaint(now.present ? complaintAbout(now.text) : QString(), true);
}

void TypedField::mark(bool invalid) {
  m_box->setInvalid(invalid);
}

void TypedField::showOffered(bool offered) {
  m_box->setOffered(offered);
}

std::optional<front_matter::Content> TypedField::emptyValue() const {
  if (state().rule != Rule::Any) return std::nullopt;
  return front_matter::Scalar{front_matter::ScalarType::String, {}};
}

void TypedField::addActions(QMenu& menu) {
  const bool isOwnField = path().size() > 1 && findKnownField(path()) == nullptr;
  if (!isOwnField || !state().present || state().rule == Rule::Any || isLocked()) return;
  menu.addAction(tr("Change to &text"), this, [this] {
    emit scalarEdited(path(), {front_matter::ScalarType::String, toUtf8(state().text)});
  });
}

} // namespace postwright::ui
