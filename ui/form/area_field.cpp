#include "ui/form/area_field.h"

#include <QHBoxLayout>

#include "ui/form/field_box.h"
#include "ui/form/growing_text.h"

namespace postwright::ui {
namespace {

FieldBox::Frame frameOf(FieldKind kind) {
  return kind == FieldKind::LongText ? FieldBox::Frame::Always : FieldBox::Frame::Quiet;
}

GrowingText::Lines linesOf(FieldKind kind) {
  return kind == FieldKind::LongText ? GrowingText::Lines::Many : GrowingText::Lines::One;
}

} // namespace

AreaField::AreaField(const Row& row, QWidget* parent)
    : TypedField(row, new FieldBox(frameOf(row.kind)), parent), m_text(new GrowingText(linesOf(row.kind))) {
  box()->add(m_text, 1);
  box()->setEditor(m_text);
  adopt(m_text);
  dress();
  connect(m_text, &GrowingText::textEdited, this, &AreaField::onTyped);
  connect(m_text, &GrowingText::keyPressed, this, &AreaField::onKey);
  connect(m_text, &GrowingText::undoRequested, this, &Field::undoRequested);
  connect(m_text, &GrowingText::redoRequested, this, &Field::redoRequested);
}

void AreaField::dress() {
  if (kind() == FieldKind::LongText) return;
  const int vertical = FieldBox::kRing + 1;
  QMargins margins = box()->row()->contentsMargins();
  margins.setTop(vertical);
  margins.setBottom(vertical);
  box()->row()->setContentsMargins(margins);
  box()->setMinimumHeight(0);
  m_text->setProperty(kind() == FieldKind::Title ? "heading" : "dim", true);
}

QString AreaField::typedText() const {
  return m_text->text();
}

void AreaField::replaceText(const QString& text) {
  m_text->replaceText(text);
}

void AreaField::setPlaceholder(const QString& text) {
  if (m_text->placeholderText() == text) return;
  m_text->setPlaceholderText(text);
  m_text->updateGeometry();
}

void AreaField::applyLock(bool locked) {
  m_text->setReadOnly(locked);
  box()->setLocked(locked);
}

} // namespace postwright::ui
