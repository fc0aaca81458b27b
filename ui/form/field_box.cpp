#include "ui/form/field_box.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

#include "ui/base/theme.h"
#include "ui/form/field_button.h"

namespace postwright::ui {

FieldBox::FieldBox(Frame frame, QWidget* parent)
    : QWidget(parent), m_frame(frame), m_row(new QHBoxLayout(this)) {
  constexpr int kSide = kRing + 1 + kPadding;
  constexpr int kTop = kRing + 1 + metrics::kSpaceXs;
  m_row->setContentsMargins(kSide, kTop, kSide, kTop);
  m_row->setSpacing(metrics::kSpaceXs + 2);
  setMinimumHeight(metrics::kControlHeight + 2 * kRing);
  setCursor(Qt::IBeamCursor);
}

void FieldBox::add(QWidget* part, int stretch) {
  m_row->addWidget(part, stretch);
  part->installEventFilter(this);
}

void FieldBox::setEditor(QWidget* editor) {
  m_editor = editor;
}

void FieldBox::setInvalid(bool invalid) {
  if (m_invalid == invalid) return;
  m_invalid = invalid;
  update();
}

void FieldBox::setLocked(bool locked) {
  if (m_locked == locked) return;
  m_locked = locked;
  setCursor(locked ? Qt::ArrowCursor : Qt::IBeamCursor);
  update();
}

void FieldBox::setOffered(bool offered) {
  if (m_offered == offered) return;
  m_offered = offered;
  if (offered && m_plus == nullptr) {
    m_plus = makeFieldButton(QStringLiteral("list-add"), tr("Add this field: type its value"));
    m_row->addWidget(m_plus);
    connect(m_plus, &QToolButton::clicked, this, [this] {
      if (m_editor != nullptr) m_editor->setFocus(Qt::OtherFocusReason);
    });
  }
  if (m_plus != nullptr) m_plus->setVisible(offered);
  update();
}

bool FieldBox::hasFocusInside() const {
  const QWidget* focus = QApplication::focusWidget();
  return focus != nullptr && isAncestorOf(focus);
}

void FieldBox::paintEvent(QPaintEvent*) {
  const bool focused = hasFocusInside();
  if (m_frame == Frame::Quiet && !focused && !m_invalid && (!underMouse() || m_locked)) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF frame = QRectF(rect()).adjusted(kRing + 0.5, kRing + 0.5, -kRing - 0.5, -kRing - 0.5);
  if (focused) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(m_invalid ? Role::BadTint : Role::AccentTint));
    painter.drawRoundedRect(rect(), metrics::kRadius + kRing, metrics::kRadius + kRing);
  }
  const Role border = m_invalid ? Role::Bad : (focused ? Role::Accent : Role::Line);
  const bool isFaint = m_offered && !focused;
  painter.setPen(QPen(color(border), 1, isFaint ? Qt::DashLine : Qt::SolidLine));
  painter.setBrush(color(m_locked || isFaint ? Role::Window : Role::Field));
  painter.drawRoundedRect(frame, metrics::kRadius, metrics::kRadius);
}

void FieldBox::enterEvent(QEnterEvent* event) {
  QWidget::enterEvent(event);
  if (m_frame == Frame::Quiet) update();
}

void FieldBox::leaveEvent(QEvent* event) {
  QWidget::leaveEvent(event);
  if (m_frame == Frame::Quiet) update();
}

void FieldBox::mousePressEvent(QMouseEvent* event) {
  if (m_editor == nullptr || event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
  m_editor->setFocus(Qt::MouseFocusReason);
}

bool FieldBox::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) update();
  return QWidget::eventFilter(watched, event);
}

} // namespace postwright::ui
