#include "ui/base/cover.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/base/icons.h"
#include "ui/base/theme.h"

namespace postwright::ui {
namespace {

constexpr int kIconSize = 32;

} // namespace

Cover::Cover(QWidget* parent)
    : QFrame(parent),
      m_icon(new QLabel(this)),
      m_title(new QLabel(this)),
      m_text(new QLabel(this)),
      m_action(new QPushButton(this)) {
  setObjectName(QStringLiteral("cover"));
  m_title->setObjectName(QStringLiteral("coverTitle"));
  m_text->setProperty("dim", true);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(metrics::kSpaceXl, metrics::kSpaceXl, metrics::kSpaceXl, metrics::kSpaceXl);
  layout->setSpacing(metrics::kSpaceS);
  layout->addStretch(2);
  layout->addWidget(m_icon, 0, Qt::AlignHCenter);
  for (QLabel* label : {m_title, m_text}) {
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignHCenter);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(label);
  }
  layout->addSpacing(metrics::kSpaceXs);
  layout->addWidget(m_action, 0, Qt::AlignHCenter);
  layout->addStretch(3);
  connect(m_action, &QPushButton::clicked, this, &Cover::actionTriggered);
  showBlank();
}

void Cover::showBlank() {
  setContent({}, {}, {}, {});
}

void Cover::showText(const QString& symbol, const QString& title, const QString& text,
                     const QString& action) {
  m_title->setProperty("bad", false);
  setContent(icon(symbol, Role::Faint), title, text, action);
}

void Cover::showError(const QString& title, const QString& text, const QString& action) {
  m_title->setProperty("bad", true);
  setContent(icon(QStringLiteral("dialog-error-symbolic"), Role::Bad), title, text, action);
}

void Cover::setContent(const QIcon& symbol, const QString& title, const QString& text,
                       const QString& action) {
  m_symbol = symbol;
  m_icon->setPixmap(symbol.pixmap(kIconSize, kIconSize));
  m_icon->setVisible(!title.isEmpty());
  m_title->setText(title);
  m_title->style()->unpolish(m_title); // a property selector is read when the style is set
  m_title->style()->polish(m_title);
  m_text->setText(text);
  m_action->setText(action);
  m_action->setVisible(!action.isEmpty());
}

void Cover::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) // its colour is the theme's
    m_icon->setPixmap(m_symbol.pixmap(kIconSize, kIconSize));
}

} // namespace postwright::ui
