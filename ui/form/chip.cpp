#include "ui/form/chip.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/base/theme.h"

namespace postwright::ui {
namespace {

constexpr int kSide = 9;
constexpr int kCross = 7;
constexpr int kHeight = 20;

} // namespace

Chip::Chip(const QString& text, QWidget* parent) : QWidget(parent), m_text(text) {
  setFocusPolicy(Qt::ClickFocus); // reached from the line with the arrow keys; Tab goes to the next field
  setMouseTracking(true);
  setCursor(Qt::ArrowCursor);
  setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  QFont small = font();
  if (small.pixelSize() > 0) {
    small.setPixelSize(small.pixelSize() * 12 / 13);
  } else {
    small.setPointSizeF(small.pointSizeF() * 12 / 13);
  }
  setFont(small);
  setText(text);
}

void Chip::setText(const QString& text) {
  m_text = text;
  setAccessibleName(text);
  setAccessibleDescription(tr("Delete removes it, Ctrl+Left and Ctrl+Right move it"));
  updateGeometry();
  update();
}

void Chip::setAbout(const QString& about) {
  m_about = about;
  setToolTip(about);
}

void Chip::setLocked(bool locked) {
  if (m_locked == locked) return;
  m_locked = locked;
  updateGeometry();
  update();
}

QString Chip::shownText() const {
  return m_text.trimmed().isEmpty() ? tr("(empty)") : m_text;
}

// Rounded up, or the elision would take the last letters of a text that fits.
int Chip::textWidth() const {
  return static_cast<int>(std::ceil(QFontMetricsF(font()).horizontalAdvance(shownText()))) + 1;
}

QSize Chip::sizeHint() const {
  const int cross = m_locked ? 0 : kCross + 6;
  return {textWidth() + 2 * kSide + cross, std::max(kHeight, fontMetrics().height() + 2)};
}

QRect Chip::crossRect() const {
  return {width() - kSide - kCross, (height() - kCross) / 2, kCross, kCross};
}

void Chip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor ink = color(m_locked ? Role::Dim : Role::Accent);
  painter.setPen(hasFocus() ? QPen(color(Role::Accent)) : QPen(Qt::NoPen));
  painter.setBrush(color(m_locked ? Role::Line : Role::AccentTint));
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), height() / 2.0, height() / 2.0);
  const int cross = m_locked ? 0 : kCross + 6;
  const QRect room = rect().adjusted(kSide, 0, -kSide - cross, 0);
  painter.setPen(ink);
  painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                   fontMetrics().elidedText(shownText(), Qt::ElideRight, room.width()));
  if (m_locked) return;
  painter.setPen(QPen(m_overCross ? color(Role::Bad) : ink, 1.3, Qt::SolidLine, Qt::RoundCap));
  const QRectF box = crossRect().adjusted(1, 1, -1, -1);
  painter.drawLine(box.topLeft(), box.bottomRight());
  painter.drawLine(box.topRight(), box.bottomLeft());
}

void Chip::mouseMoveEvent(QMouseEvent* event) {
  const bool over = !m_locked && crossRect().adjusted(-5, -6, 6, 6).contains(event->position().toPoint());
  if (over == m_overCross) return;
  m_overCross = over;
  setToolTip(over ? tr("Remove %1").arg(m_text) : m_about);
  update();
}

void Chip::mouseReleaseEvent(QMouseEvent* event) {
  const QRect reach = crossRect().adjusted(-5, -6, 6, 6);
  if (event->button() == Qt::LeftButton && !m_locked && reach.contains(event->position().toPoint())) {
    emit removeRequested();
  }
}

void Chip::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && !m_overCross) emit activated();
}

void Chip::leaveEvent(QEvent* event) {
  QWidget::leaveEvent(event);
  m_overCross = false;
  update();
}

void Chip::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
      if (!m_locked) emit removeRequested();
      return;
    case Qt::Key_Left:
    case Qt::Key_Right: {
      const int step = event->key() == Qt::Key_Left ? -1 : 1;
      if (event->modifiers().testFlag(Qt::ControlModifier)) {
        if (!m_locked) emit moveRequested(step);
      } else {
        emit stepRequested(step);
      }
      return;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
      emit activated();
      return;
    default:
      QWidget::keyPressEvent(event);
  }
}

void Chip::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  update();
}

void Chip::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

} // namespace postwright::ui
