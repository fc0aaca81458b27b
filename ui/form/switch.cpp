#include "ui/form/switch.h"

#include <QKeyEvent>
#include <QPainter>

namespace postwright::ui {
namespace {

constexpr int kWidth = 30;
constexpr int kHeight = 16;
constexpr int kRing = 2;

} // namespace

Switch::Switch(Role on, QWidget* parent) : QAbstractButton(parent), m_role(on) {
  setCheckable(true);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Switch::setOn(bool on) {
  setChecked(on);
}

void Switch::setAbsent(bool absent) {
  if (m_absent == absent) return;
  m_absent = absent;
  update();
}

QSize Switch::sizeHint() const {
  return {kWidth + 2 * kRing, kHeight + 2 * kRing};
}

void Switch::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  const QRectF track(kRing, (height() - kHeight) / 2.0, kWidth, kHeight);
  if (hasFocus()) {
    painter.setBrush(color(Role::AccentTint));
    painter.setPen(QPen(color(Role::Accent), 1));
    painter.drawRoundedRect(track.adjusted(-1.5, -1.5, 1.5, 1.5), 9.5, 9.5);
    painter.setPen(Qt::NoPen);
  }
  constexpr int kKnob = kHeight - 4;
  qreal x = isChecked() ? track.right() - kKnob - 2 : track.left() + 2;
  if (m_absent) {
    painter.setPen(QPen(color(Role::Faint), 1, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), kHeight / 2.0, kHeight / 2.0);
    painter.setPen(Qt::NoPen);
    x = track.center().x() - kKnob / 2.0;
  } else {
    painter.setBrush(color(!isEnabled() ? Role::Line : (isChecked() ? m_role : Role::Faint)));
    painter.drawRoundedRect(track, kHeight / 2.0, kHeight / 2.0);
  }
  painter.setBrush(color(m_absent ? Role::Faint : Role::Field));
  painter.drawEllipse(QRectF(x, track.top() + 2, kKnob, kKnob));
}

void Switch::keyPressEvent(QKeyEvent* event) {
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (isEnter && !event->isAutoRepeat()) return click();
  QAbstractButton::keyPressEvent(event);
}

} // namespace postwright::ui
