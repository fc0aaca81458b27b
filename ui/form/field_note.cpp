#include "ui/form/field_note.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QStyle>
#include <algorithm>
#include <utility>

#include "ui/form/field_box.h"

namespace postwright::ui {
namespace {

constexpr int kSide = FieldBox::kRing;
constexpr int kBelow = 2;

/// A label breaks lines at spaces only; an address has none.
QString breakable(QString text) {
  static const QRegularExpression inside(QStringLiteral("([/.?&=_-])(?=\\w)"));
  return text.replace(inside, QStringLiteral("\\1\u200B"));
}

} // namespace

FieldNote::FieldNote(QWidget* parent)
    : QWidget(parent), m_label(new QLabel(this)), m_fix(new QPushButton(this)) {
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  m_label->setObjectName(QStringLiteral("fieldNote"));
  m_label->setWordWrap(true);
  m_label->setTextFormat(Qt::PlainText);
  m_fix->setObjectName(QStringLiteral("fieldFix"));
  m_fix->setProperty("link", true);
  m_fix->setCursor(Qt::PointingHandCursor);
  connect(m_fix, &QPushButton::clicked, this, &FieldNote::fixRequested);
}

void FieldNote::show(const FieldRemark& remark) {
  setVisible(!remark.text.isEmpty());
  if (std::exchange(m_text, remark.text) != remark.text) {
    m_label->setText(breakable(remark.text));
    m_label->setAccessibleName(remark.text);
  }
  if (std::exchange(m_severity, remark.severity) != remark.severity) {
    m_label->setProperty("bad", remark.severity == Severity::Error);
    m_label->setProperty("warn", remark.severity == Severity::Warning);
    m_label->setProperty("dim", remark.severity == Severity::Info);
    m_label->style()->unpolish(m_label); // a property selector is read when the style is set
    m_label->style()->polish(m_label);
  }
  m_fix->setVisible(!remark.fix.isEmpty());
  if (m_fix->text() != remark.fix) {
    m_fix->setText(remark.fix);
    m_fix->setAccessibleDescription(remark.text);
  }
  fit();
}

bool FieldNote::hasFix() const {
  return !m_fix->isHidden();
}

int FieldNote::heightForWidth(int width) const {
  const int fix = hasFix() ? m_fix->sizeHint().height() : 0;
  return m_label->heightForWidth(width - 2 * kSide) + fix + kBelow;
}

QSize FieldNote::sizeHint() const {
  const int width = std::max(m_label->sizeHint().width(), hasFix() ? m_fix->sizeHint().width() : 0);
  return {width + 2 * kSide, heightForWidth(width + 2 * kSide)};
}

QSize FieldNote::minimumSizeHint() const {
  return {hasFix() ? m_fix->minimumSizeHint().width() + 2 * kSide : 0, m_label->fontMetrics().height()};
}

/// Most texts are as high as the one before; only another height concerns the form. A layout would ask it to
/// measure all fields for each letter of a hint.
void FieldNote::fit() {
  const int width = std::max(0, this->width() - 2 * kSide);
  const int height = m_label->heightForWidth(width);
  m_label->setGeometry(kSide, 0, width, height);
  m_fix->setGeometry(kSide, height, std::min(m_fix->sizeHint().width(), width), m_fix->sizeHint().height());
  const int before = std::exchange(m_neededHeight, heightForWidth(this->width()));
  if (before != m_neededHeight) updateGeometry();
}

bool FieldNote::event(QEvent* event) {
  const QEvent::Type type = event->type();
  if (type == QEvent::Resize || type == QEvent::LayoutRequest || type == QEvent::Show) fit();
  return QWidget::event(event);
}

} // namespace postwright::ui
