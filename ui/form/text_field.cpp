#include "ui/form/text_field.h"

#include <QKeyEvent>
#include <QRegularExpression>

#include "ui/form/field_box.h"
#include "ui/form/line_edit.h"

namespace postwright::ui {

TextField::TextField(const Row& row, QWidget* parent)
    : TypedField(row, new FieldBox, parent), m_line(new LineEdit) {
  box()->add(m_line, 1);
  box()->setEditor(m_line);
  adopt(m_line);
  connect(m_line, &QLineEdit::textEdited, this, &TextField::onEdited);
  connect(m_line, &LineEdit::keyPressed, this, [this](QKeyEvent* event) { onLineKey(event); });
  connect(m_line, &LineEdit::undoRequested, this, &Field::undoRequested);
  connect(m_line, &LineEdit::redoRequested, this, &Field::redoRequested);
}

QString TextField::typedText() const {
  return m_line->text();
}

void TextField::replaceText(const QString& text) {
  m_line->replaceText(text);
}

void TextField::setPlaceholder(const QString& text) {
  m_line->setPlaceholderText(text);
}

void TextField::applyLock(bool locked) {
  m_line->setReadOnly(locked);
  box()->setLocked(locked);
}

void TextField::onLineKey(QKeyEvent* event) {
  onKey(event);
}

// A pasted text may have line ends, which a line neither shows nor should write.
void TextField::onEdited(const QString& text) {
  static const QRegularExpression lineEnds(QStringLiteral("\\s*[\\r\\n\\x{2028}\\x{2029}]+\\s*"));
  if (text.contains(lineEnds)) {
    QString flat = text;
    m_line->replaceText(flat.replace(lineEnds, QStringLiteral(" ")));
  }
  onTyped();
}

} // namespace postwright::ui
