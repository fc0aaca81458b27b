#include "ui/form/field_label.h"

#include <QContextMenuEvent>
#include <QStyle>
#include <QToolButton>
#include <algorithm>
#include <utility>

#include "ui/base/icons.h"
#include "ui/base/theme.h"
#include "ui/form/mnemonic.h"

namespace postwright::ui {

FieldLabel::FieldLabel(const QString& text, QWidget* parent)
    : QLabel(parent), m_text(withoutMnemonic(text)), m_more(new QToolButton(this)) {
  setProperty("dim", true);
  setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  setTextFormat(Qt::PlainText);
  setMnemonic(text);
  elide();
  m_more->setProperty("inField", true);
  m_more->setIcon(icon(QStringLiteral("overflow-menu")));
  m_more->setIconSize({14, 14});
  m_more->setFixedSize(20, 20);
  m_more->setFocusPolicy(Qt::NoFocus);
  m_more->setToolTip(tr("Set to empty or null, remove, copy the name"));
  m_more->setAccessibleName(m_more->toolTip());
  m_more->hide();
  connect(m_more, &QToolButton::clicked, this,
          [this] { emit menuRequested(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
}

void FieldLabel::setMnemonic(const QString& text) {
  const QKeySequence mnemonic = QKeySequence::mnemonic(text);
  if (mnemonic == m_mnemonic) return;
  m_mnemonic = mnemonic;
  releaseShortcut(m_shortcut);
  m_shortcut = mnemonic.isEmpty() ? 0 : grabShortcut(mnemonic);
  elide();
}

int FieldLabel::fullWidth() const {
  if (m_fullWidth < 0) m_fullWidth = fontMetrics().horizontalAdvance(m_text);
  return m_fullWidth;
}

void FieldLabel::describe(bool offered, const QString& help) {
  if (offered == m_offered && help == m_help) return;
  m_help = help;
  if (std::exchange(m_offered, offered) != offered) {
    setProperty("dim", !offered);
    setProperty("faint", offered);
    style()->unpolish(this); // a property selector is read when the style is set
    style()->polish(this);
  }
  elide();
}

QSize FieldLabel::minimumSizeHint() const {
  return {fontMetrics().averageCharWidth() * 3, fontMetrics().height()};
}

void FieldLabel::resizeEvent(QResizeEvent* event) {
  QLabel::resizeEvent(event);
  const bool isBehind = alignment().testFlag(Qt::AlignLeft);
  const int behind = std::max(0, std::min(fullWidth() + metrics::kSpaceXs, width() - m_more->width()));
  m_more->move(isBehind ? behind : 0, (height() - m_more->height()) / 2);
  elide();
}

void FieldLabel::changeEvent(QEvent* event) {
  QLabel::changeEvent(event);
  if (event->type() != QEvent::FontChange) return;
  m_fullWidth = -1;
  elide();
}

void FieldLabel::elide() {
  const bool fits = fullWidth() <= width();
  QString shown = fits ? m_text : fontMetrics().elidedText(m_text, Qt::ElideMiddle, width());
  setText(shown.replace(QLatin1Char('&'), QLatin1String("&&"))); // a buddy makes QLabel look for mnemonics
  const QString keys = m_mnemonic.toString(QKeySequence::NativeText);
  QString tip = keys.isEmpty() ? (fits ? QString() : m_text) : tr("%1 (%2)").arg(m_text, keys);
  if (!m_help.isEmpty()) tip = (tip.isEmpty() ? m_text : tip) + QLatin1Char('\n') + m_help;
  setToolTip(tip);
}

bool FieldLabel::event(QEvent* event) {
  if (event->type() != QEvent::Shortcut || buddy() == nullptr) return QLabel::event(event);
  buddy()->setFocus(Qt::ShortcutFocusReason);
  return true;
}

void FieldLabel::enterEvent(QEnterEvent* event) {
  QLabel::enterEvent(event);
  m_more->setVisible(receivers(SIGNAL(menuRequested(QPoint))) > 0);
}

void FieldLabel::leaveEvent(QEvent* event) {
  QLabel::leaveEvent(event);
  m_more->hide();
}

void FieldLabel::contextMenuEvent(QContextMenuEvent* event) {
  emit menuRequested(event->globalPos());
}

} // namespace postwright::ui
