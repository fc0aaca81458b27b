#include "ui/preview/preview_bar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

#include "ui/base/icons.h"
#include "ui/base/theme.h"
#include "ui/preview/page_tools.h"

namespace postwright::ui {
namespace {

constexpr int kBarHeight = 40;
constexpr int kWideEnough = 480; ///< for the widths beside a URL that can be read

QString toolTipOf(const QAction& action) {
  const QString keys = action.shortcut().toString(QKeySequence::NativeText);
  QString text = action.text();
  text.remove(QLatin1Char('&'));
  return keys.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, keys);
}

} // namespace

PreviewBar::PreviewBar(const PageTools& tools, QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("previewBar"));
  setAttribute(Qt::WA_StyledBackground);
  setFixedHeight(kBarHeight);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(metrics::kSpaceS, 0, metrics::kSpaceS, 0);
  layout->setSpacing(2);
  addNavigation();
  m_url = new QLineEdit(this);
  m_url->setObjectName(QStringLiteral("previewUrl"));
  m_url->setReadOnly(true);
  m_url->setPlaceholderText(tr("No page"));
  m_url->setAccessibleName(tr("URL of the page"));
  m_url->setMinimumWidth(60);
  layout->addSpacing(metrics::kSpaceXs);
  layout->addWidget(m_url, 1);
  layout->addSpacing(metrics::kSpaceXs);
  addTools(tools);
  addNetworkButton();
  addMenu(tools);
  for (QAction* action : {m_back, m_forward, m_browser})
    action->setEnabled(false);
}

void PreviewBar::addNavigation() {
  m_back = addAction(QStringLiteral("go-previous"), tr("&Back"), QKeySequence(Qt::ALT | Qt::Key_Left));
  m_forward = addAction(QStringLiteral("go-next"), tr("&Forward"), QKeySequence(Qt::ALT | Qt::Key_Right));
  m_reload = addAction(QStringLiteral("view-refresh"), tr("&Reload"), QKeySequence(Qt::Key_F5));
}

void PreviewBar::addTools(const PageTools& tools) {
  for (QAction* action : tools.widthActions())
    m_widths << addButton(action);
  addButton(tools.darkAction());
}

void PreviewBar::addMenu(const PageTools& tools) {
  m_browser = new QAction(icon(QStringLiteral("map-globe")), tr("&Open in the Browser"), this);
  auto* button = new QToolButton(this);
  button->setIcon(icon(QStringLiteral("overflow-menu")));
  button->setIconSize({metrics::kIcon, metrics::kIcon});
  button->setFixedSize(metrics::kIconButton, metrics::kIconButton);
  button->setPopupMode(QToolButton::InstantPopup);
  button->setToolTip(tr("More ways to look at the page"));
  button->setAccessibleName(button->toolTip());
  auto* menu = new QMenu(button);
  tools.fill(*menu);
  menu->addSeparator();
  menu->addAction(m_browser);
  button->setMenu(menu);
  layout()->addWidget(button);
}

void PreviewBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  for (QToolButton* button : m_widths)
    button->setVisible(width() >= kWideEnough);
}

QAction* PreviewBar::addAction(const QString& iconName, const QString& text, const QKeySequence& shortcut) {
  auto* action = new QAction(icon(iconName), text, this);
  action->setShortcut(shortcut);
  action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  action->setToolTip(toolTipOf(*action));
  addButton(action);
  return action;
}

QToolButton* PreviewBar::addButton(QAction* action) {
  auto* button = new QToolButton(this);
  button->setDefaultAction(action);
  button->setIconSize({metrics::kIcon, metrics::kIcon});
  button->setFixedSize(metrics::kIconButton, metrics::kIconButton);
  layout()->addWidget(button);
  return button;
}

void PreviewBar::addNetworkButton() {
  m_networkButton = new QToolButton(this);
  m_networkButton->setPopupMode(QToolButton::InstantPopup);
  m_networkButton->setIconSize({metrics::kIcon, metrics::kIcon});
  m_networkButton->setFixedSize(metrics::kIconButton, metrics::kIconButton);
  auto* menu = new QMenu(m_networkButton);
  m_network = menu->addAction(tr("&Allow network for this site"));
  m_network->setCheckable(true);
  m_networkButton->setMenu(menu);
  layout()->addWidget(m_networkButton);
  setNetworkAllowed(false);
}

void PreviewBar::setUrl(const QString& url, const QString& address) {
  if (m_url->text() != url) {
    m_url->setText(url);
    m_url->setCursorPosition(0);
  }
  m_url->setToolTip(address);
  m_browser->setEnabled(!url.isEmpty());
}

void PreviewBar::setNetworkAllowed(bool allowed) {
  m_network->setChecked(allowed);
  m_networkButton->setIcon(icon(allowed ? QStringLiteral("object-unlocked") : QStringLiteral("object-locked"),
                                allowed ? Role::Accent : Role::Dim));
  const QString text = allowed ? tr("The page may use the network") : tr("The page has no network");
  m_networkButton->setToolTip(text);
  m_networkButton->setAccessibleName(text);
}

} // namespace postwright::ui
