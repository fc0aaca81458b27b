#include "ui/form/field_note.h"

#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>
#include <utility>

#include "ui/form/field_box.h"

namespace postwright::ui {

FieldNote::FieldNote(QWidget* parent) : QWidget(parent), m_text(new QLabel), m_fix(new QPushButton) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(FieldBox::kRing, 0, FieldBox::kRing, 2);
  column->setSpacing(0);
  m_text->setObjectName(QStringLiteral("fieldNote"));
  m_text->setWordWrap(true);
  m_text->setTextFormat(Qt::PlainText);
  m_fix->setObjectName(QStringLiteral("fieldFix"));
  m_fix->setProperty("link", true);
  m_fix->setCursor(Qt::PointingHandCursor);
  m_fix->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  column->addWidget(m_text);
  column->addWidget(m_fix);
  connect(m_fix, &QPushButton::clicked, this, &FieldNote::fixRequested);
}

void FieldNote::show(const FieldRemark& remark) {
  setVisible(!remark.text.isEmpty());
  m_text->setText(remark.text);
  if (std::exchange(m_severity, remark.severity) != remark.severity) {
    m_text->setProperty("bad", remark.severity == Severity::Error);
    m_text->setProperty("warn", remark.severity == Severity::Warning);
    m_text->setProperty("dim", remark.severity == Severity::Info);
    m_text->style()->unpolish(m_text); // a property selector is read when the style is set
    m_text->style()->polish(m_text);
  }
  m_fix->setVisible(!remark.fix.isEmpty());
  if (m_fix->text() == remark.fix) return;
  m_fix->setText(remark.fix);
  m_fix->setAccessibleDescription(remark.text);
}

QString FieldNote::text() const {
  return m_text->text();
}

} // namespace postwright::ui
