#include "ui/base/message_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <array>

#include "ui/base/icons.h"
#include "ui/base/theme.h"

namespace postwright::ui {
namespace {

struct Colors {
  Role ink;
  Role ground;
};

Colors colorsOf(MessageBar::Kind kind) {
  static constexpr std::array<Colors, 3> kColors = {Colors{Role::Text, Role::AccentTint},
                                                    Colors{Role::Draft, Role::DraftTint},
                                                    Colors{Role::Bad, Role::BadTint}};
  return kColors[static_cast<std::size_t>(kind)];
}

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QWidget(parent),
      m_strong(new QLabel(this)),
      m_text(new QLabel(this)),
      m_actions(new QHBoxLayout),
      m_close(new QToolButton(this)) {
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(metrics::kSpaceM + 2, metrics::kSpaceXs, metrics::kSpaceS, metrics::kSpaceXs);
  layout->setSpacing(metrics::kSpaceS);
  QFont semibold = m_strong->font();
  semibold.setWeight(QFont::DemiBold);
  m_strong->setFont(semibold);
  m_text->setWordWrap(true);
  for (QLabel* label : {m_strong, m_text})
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_close->setIcon(icon(QStringLiteral("window-close")));
  m_close->setIconSize({metrics::kSpaceL, metrics::kSpaceL});
  m_close->setToolTip(tr("Close"));
  m_close->setAccessibleName(tr("Close this message"));
  layout->addWidget(m_strong);
  layout->addWidget(m_text, 1);
  layout->addLayout(m_actions);
  layout->addWidget(m_close);
  connect(m_close, &QToolButton::clicked, this, [this] {
    hide();
    emit closed();
  });
  hide();
}

void MessageBar::say(Kind kind, const QString& strong, const QString& text) {
  m_kind = kind;
  m_strong->setText(strong);
  m_strong->setVisible(!strong.isEmpty());
  m_text->setText(text);
  while (QLayoutItem* item = m_actions->takeAt(0)) {
    item->widget()->deleteLater();
    delete item;
  }
  setAccessibleName(strong + QLatin1Char(' ') + text);
  applyColors();
  show();
}

QPushButton* MessageBar::addAction(const QString& text) {
  auto* button = new QPushButton(text, this);
  button->setProperty("link", true);
  button->setCursor(Qt::PointingHandCursor);
  m_actions->addWidget(button);
  return button;
}

void MessageBar::setClosable(bool closable) {
  m_close->setVisible(closable);
}

QString MessageBar::text() const {
  return isHidden() ? QString() : (m_strong->text() + QLatin1Char(' ') + m_text->text()).trimmed();
}

void MessageBar::applyColors() {
  QPalette ink = palette();
  ink.setColor(QPalette::WindowText, color(colorsOf(m_kind).ink));
  for (QLabel* label : {m_strong, m_text})
    label->setPalette(ink);
  update();
}

void MessageBar::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.fillRect(rect(), color(colorsOf(m_kind).ground));
  painter.fillRect(QRect(0, height() - 1, width(), 1), color(Role::Line));
}

void MessageBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::ApplicationPaletteChange) applyColors();
  QWidget::changeEvent(event);
}

} // namespace postwright::ui
