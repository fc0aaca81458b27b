#include "ui/form/raw_field.h"

#include <QKeyEvent>
#include <QRegularExpression>
#include <QVBoxLayout>

#include "ui/base/theme.h"
#include "ui/form/field_box.h"
#include "ui/form/growing_text.h"

namespace postwright::ui {
namespace {

/// Blanks at the ends of lines are no part of a value: typing one must not take it away again.
QString withoutTrailingBlanks(QString text) {
  static const QRegularExpression blanks(QStringLiteral("[ \\t]+(?=\\n|$)|\\s+$"));
  return text.remove(blanks);
}

} // namespace

RawField::RawField(const Row& row, QWidget* parent)
    : Field(row, parent), m_box(new FieldBox), m_text(new GrowingText(GrowingText::Lines::Many)) {
  const QFont shown = font();
  QFont fixed = editorFont(shown.pointSizeF() > 0 ? shown.pointSizeF() : 10);
  if (shown.pixelSize() > 0) fixed.setPixelSize(shown.pixelSize());
  m_text->setFont(fixed);
  m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
  m_box->add(m_text, 1);
  m_box->setEditor(m_text);
  column()->addWidget(m_box);
  adopt(m_text);
  connect(m_text, &GrowingText::textEdited, this, &RawField::onTyped);
  connect(m_text, &GrowingText::keyPressed, this, &RawField::onKey);
  connect(m_text, &GrowingText::undoRequested, this, &Field::undoRequested);
  connect(m_text, &GrowingText::redoRequested, this, &Field::redoRequested);
}

void RawField::apply(const FieldState& before, bool isFirst) {
  if (!isFirst && before.text == state().text) return;
  if (m_text->hasFocus() && withoutTrailingBlanks(m_text->text()) == withoutTrailingBlanks(state().text))
    return;
  m_text->replaceText(state().text);
}

void RawField::applyLock(bool locked) {
  m_text->setReadOnly(locked);
  m_box->setLocked(locked);
}

void RawField::mark(bool invalid) {
  m_box->setInvalid(invalid);
}

QString RawField::unsaid() const {
  const bool isSaid = withoutTrailingBlanks(m_text->text()) == withoutTrailingBlanks(state().text);
  return isSaid || !isInvalid() ? QString() : m_text->text();
}

void RawField::retype(const QString& text) {
  m_text->replaceText(text);
  onTyped();
}

void RawField::onTyped() {
  if (isLocked()) return;
  clearRefusal();
  emit rawEdited(path(), withoutTrailingBlanks(m_text->text()));
}

void RawField::onKey(QKeyEvent* event) {
  if (event->key() != Qt::Key_Escape || m_text->text() == state().text) return;
  event->accept();
  m_text->replaceText(state().text);
  clearRefusal();
}

} // namespace postwright::ui
