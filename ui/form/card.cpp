#include "ui/form/card.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/base/theme.h"
#include "ui/form/field_button.h"
#include "ui/form/group.h"

namespace postwright::ui {
namespace {

constexpr int kGrip = 10; // the width of the dots at the left, by which it is dragged

front_matter::EditOperation moveOperation(const front_matter::Path& path, std::size_t index) {
  front_matter::EditOperation operation;
  operation.kind = front_matter::OperationKind::Move;
  operation.path = path;
  operation.index = index;
  return operation;
}

} // namespace

Card::Card(const Row& row, QWidget* parent)
    : Field(row, parent),
      m_fold(makeFoldButton()),
      m_number(new QLabel),
      m_summary(new QLabel),
      m_up(makeFieldButton(QStringLiteral("arrow-up"), tr("Move up (Alt+Up)"))),
      m_down(makeFieldButton(QStringLiteral("arrow-down"), tr("Move down (Alt+Down)"))),
      m_more(makeFieldButton(QStringLiteral("overflow-menu"), tr("Remove, move"))) {
  build();
  setCursor(Qt::OpenHandCursor);
  adopt(m_fold);
  connect(m_fold, &QToolButton::clicked, this, &Field::foldToggled);
  connect(m_up, &QToolButton::clicked, this, [this] { step(-1); });
  connect(m_down, &QToolButton::clicked, this, [this] { step(1); });
  connect(m_more, &QToolButton::clicked, this,
          [this] { openMenu(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
}

void Card::build() {
  auto* line = new QWidget;
  line->setFixedHeight(metrics::kControlHeight);
  auto* layout = new QHBoxLayout(line);
  layout->setContentsMargins(kGrip, 0, 0, 0);
  layout->setSpacing(metrics::kSpaceXs);
  m_number->setProperty("dim", true);
  m_summary->setTextFormat(Qt::PlainText);
  m_summary->setProperty("groupName", true);
  m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  layout->addWidget(m_fold);
  layout->addWidget(m_number);
  layout->addSpacing(metrics::kSpaceXs);
  layout->addWidget(m_summary, 1);
  for (QToolButton* button : {m_up, m_down, m_more})
    layout->addWidget(button);
  column()->addWidget(line);
  showButtons();
}

front_matter::Path Card::list() const {
  front_matter::Path list = path();
  list.pop_back();
  return list;
}

void Card::apply(const FieldState&, bool) {
  const QString what = state().text.isEmpty() ? tr("Item %1").arg(state().index + 1) : state().text;
  m_number->setText(QString::number(state().index + 1));
  m_summary->setText(state().text);
  showFolded(m_fold, state().isFolded,
             tr("%1 of %2, %3").arg(state().index + 1).arg(state().count).arg(what));
  m_up->setEnabled(state().index > 0 && !isLocked());
  m_down->setEnabled(state().index + 1 < state().count && !isLocked());
}

void Card::applyLock(bool locked) {
  m_up->setEnabled(!locked && state().index > 0);
  m_down->setEnabled(!locked && state().index + 1 < state().count);
}

void Card::moveTo(std::size_t index) {
  if (isLocked() || index == state().index || index >= state().count) return;
  front_matter::Path target = list();
  target.emplace_back(index);
  emit operated({moveOperation(path(), index)});
  emit focusWanted(target);
}

void Card::step(int by) {
  if (by < 0 && state().index == 0) return;
  moveTo(by < 0 ? state().index - 1 : state().index + 1);
}

bool Card::onKey(const QKeyEvent& event) {
  const bool isAlt = event.modifiers().testFlag(Qt::AltModifier);
  if (isAlt && event.key() == Qt::Key_Up) return step(-1), true;
  if (isAlt && event.key() == Qt::Key_Down) return step(1), true;
  if (event.key() == Qt::Key_Delete && !isLocked()) return emit removed(path()), true;
  const bool folds = event.key() == Qt::Key_Left && !state().isFolded;
  const bool unfolds = event.key() == Qt::Key_Right && state().isFolded;
  if (folds || unfolds) emit foldToggled();
  return folds || unfolds;
}

void Card::addActions(QMenu& menu) {
  if (isLocked()) return;
  menu.addAction(tr("Move &up"), this, [this] { step(-1); })->setEnabled(state().index > 0);
  menu.addAction(tr("Move &down"), this, [this] { step(1); })->setEnabled(state().index + 1 < state().count);
}

bool Card::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_fold && event->type() == QEvent::KeyPress && onKey(*static_cast<QKeyEvent*>(event)))
    return true;
  const bool isFocus = event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut;
  if (watched == m_fold && isFocus) QMetaObject::invokeMethod(this, &Card::showButtons, Qt::QueuedConnection);
  return Field::eventFilter(watched, event);
}

void Card::showButtons() {
  for (QToolButton* button : {m_up, m_down, m_more})
    button->setVisible(m_isHovered || m_fold->hasFocus());
  update();
}

void Card::enterEvent(QEnterEvent* event) {
  Field::enterEvent(event);
  m_isHovered = true;
  showButtons();
}

void Card::leaveEvent(QEvent* event) {
  Field::leaveEvent(event);
  m_isHovered = false;
  showButtons();
}

void Card::mousePressEvent(QMouseEvent* event) {
  m_isPressed = event->button() == Qt::LeftButton;
  m_pressedAt = event->pos();
}

void Card::mouseMoveEvent(QMouseEvent* event) {
  const bool isFar = (event->pos() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
  if (!m_isPressed || isLocked() || !(isFar || m_isDragged)) return;
  m_isDragged = true;
  setCursor(Qt::ClosedHandCursor);
  emit dragged(event->globalPosition().toPoint());
}

void Card::mouseReleaseEvent(QMouseEvent* event) {
  const bool wasDragged = std::exchange(m_isDragged, false);
  const bool wasPressed = std::exchange(m_isPressed, false);
  setCursor(Qt::OpenHandCursor);
  if (wasDragged) {
    emit dropped(event->globalPosition().toPoint());
  } else if (wasPressed && rect().contains(event->pos())) {
    emit foldToggled();
  }
}

void Card::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const bool isLit = m_isHovered || m_fold->hasFocus();
  if (isLit) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Role::Side));
    painter.drawRoundedRect(QRect(0, 0, width(), metrics::kControlHeight), metrics::kRadius,
                            metrics::kRadius);
  }
  painter.setPen(Qt::NoPen);
  painter.setBrush(color(isLit ? Role::Dim : Role::Line));
  for (int dot = 0; dot < 6; ++dot) {
    const QPointF centre(3 + 4 * (dot % 2), metrics::kControlHeight / 2.0 - 4 + 4 * (dot / 2));
    painter.drawEllipse(centre, 1, 1);
  }
}

} // namespace postwright::ui
