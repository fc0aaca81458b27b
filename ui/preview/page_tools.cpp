#include "ui/preview/page_tools.h"

#include <QActionGroup>
#include <QMenu>
#include <algorithm>
#include <array>
#include <iterator>

#include "ui/base/icons.h"

namespace postwright::ui {
namespace {

constexpr std::array kZooms = {50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300};

struct Width {
  const char* name;
  const char* icon;
  int pixels;
  Qt::Key key;
};

constexpr std::array<Width, 4> kWidths = {{
    {QT_TRANSLATE_NOOP("PageTools", "As Wide as a &Phone"), "smartphone", 390, Qt::Key_1},
    {QT_TRANSLATE_NOOP("PageTools", "As Wide as a &Tablet"), "tablet", 820, Qt::Key_2},
    {QT_TRANSLATE_NOOP("PageTools", "As Wide as a &Desktop"), "computer", 1280, Qt::Key_3},
    {QT_TRANSLATE_NOOP("PageTools", "As Wide as There Is &Room"), "zoom-fit-width", 0, Qt::Key_4},
}};

struct SchemeName {
  const char* name;
  PageScheme scheme;
};

constexpr std::array<SchemeName, 3> kSchemes = {{
    {QT_TRANSLATE_NOOP("PageTools", "&As the Browser Decides"), PageScheme::Automatic},
    {QT_TRANSLATE_NOOP("PageTools", "&Light Page"), PageScheme::Light},
    {QT_TRANSLATE_NOOP("PageTools", "Dar&k Page"), PageScheme::Dark},
}};

QKeySequence key(int letter) {
  return QKeySequence(Qt::CTRL | Qt::ALT | static_cast<Qt::Key>(letter));
}

} // namespace

PageTools::PageTools(QObject* parent)
    : QObject(parent), m_widths(new QActionGroup(this)), m_schemes(new QActionGroup(this)) {
  makeWidths();
  makeZoom();
  makeSchemes();
  makeOthers();
  check();
  setHasPage(false);
}

QAction* PageTools::make(const QString& iconName, const QString& text, const QKeySequence& shortcut) {
  auto* action = new QAction(text, this);
  if (!iconName.isEmpty()) action->setIcon(icon(iconName));
  action->setShortcut(shortcut);
  QString tip = text;
  tip.remove(QLatin1Char('&')).remove(QStringLiteral("…"));
  if (!shortcut.isEmpty()) tip += QStringLiteral(" (%1)").arg(shortcut.toString(QKeySequence::NativeText));
  action->setToolTip(tip);
  return action;
}

void PageTools::makeWidths() {
  for (const Width& width : kWidths) {
    QAction* action =
        make(QString::fromLatin1(width.icon), tr(width.name), QKeySequence(Qt::ALT | width.key));
    action->setCheckable(true);
    action->setData(width.pixels);
    m_widths->addAction(action);
    connect(action, &QAction::triggered, this, [this, pixels = width.pixels] {
      PageLook look = m_look;
      look.width = pixels;
      change(look);
    });
  }
}

void PageTools::makeZoom() {
  m_zooms = {make(QStringLiteral("zoom-in"), tr("&Larger Page"), key(Qt::Key_Plus)),
             make(QStringLiteral("zoom-out"), tr("&Smaller Page"), key(Qt::Key_Minus)),
             make(QStringLiteral("zoom-original"), tr("&Normal Page Size"), key(Qt::Key_0))};
  const std::array directions = {1, -1, 0};
  for (int i = 0; i < 3; ++i) {
    connect(m_zooms[i], &QAction::triggered, this,
            [this, direction = directions[static_cast<std::size_t>(i)]] { zoomBy(direction); });
  }
}

void PageTools::makeSchemes() {
  for (const SchemeName& known : kSchemes) {
    QAction* action = make({}, tr(known.name));
    action->setCheckable(true);
    action->setData(static_cast<int>(known.scheme));
    m_schemes->addAction(action);
    connect(action, &QAction::triggered, this, [this, scheme = known.scheme] {
      PageLook look = m_look;
      look.scheme = scheme;
      change(look);
    });
  }
  m_dark = make(QStringLiteral("contrast"), tr("Show the Page &Dark"), key(Qt::Key_D));
  m_dark->setCheckable(true);
  connect(m_dark, &QAction::triggered, this, [this](bool dark) {
    PageLook look = m_look;
    look.scheme = dark ? PageScheme::Dark : PageScheme::Light;
    change(look);
  });
}

void PageTools::makeOthers() {
  m_printView = make(QStringLiteral("document-print-preview"), tr("Print &View"), key(Qt::Key_P));
  m_copyHtml = make(QStringLiteral("edit-copy"), tr("&Copy the Page as HTML"), key(Qt::Key_C));
  m_inspector = make(QStringLiteral("code-context"), tr("&Inspector"), QKeySequence(Qt::Key_F12));
  m_window = make(QStringLiteral("window-new"), tr("Page in Its Own &Window"), key(Qt::Key_W));
  m_window->setCheckable(true);
}

void PageTools::setHasPage(bool hasPage) {
  for (QAction* action : {m_printView, m_copyHtml, m_inspector})
    action->setEnabled(hasPage);
}

void PageTools::zoomBy(int direction) {
  PageLook look = m_look;
  const auto at = std::lower_bound(kZooms.begin(), kZooms.end(), m_look.zoom);
  if (direction == 0) {
    look.zoom = 100;
  } else if (direction > 0) {
    const auto next = std::upper_bound(kZooms.begin(), kZooms.end(), m_look.zoom);
    look.zoom = next == kZooms.end() ? kZooms.back() : *next;
  } else {
    look.zoom = at == kZooms.begin() ? kZooms.front() : *std::prev(at);
  }
  change(look);
}

void PageTools::setLook(const PageLook& look) {
  change({look.width, std::clamp(look.zoom, kZooms.front(), kZooms.back()), look.scheme});
}

void PageTools::change(const PageLook& look) {
  const bool isOther = look != m_look;
  m_look = look;
  check();
  if (isOther) emit lookChanged();
}

void PageTools::check() {
  for (QAction* action : m_widths->actions())
    action->setChecked(action->data().toInt() == m_look.width);
  for (QAction* action : m_schemes->actions())
    action->setChecked(action->data().toInt() == static_cast<int>(m_look.scheme));
  m_dark->setChecked(m_look.scheme == PageScheme::Dark);
}

QList<QAction*> PageTools::widthActions() const {
  return m_widths->actions();
}

QList<QAction*> PageTools::all() const {
  return m_widths->actions() + m_zooms + m_schemes->actions() +
         QList<QAction*>{m_dark, m_printView, m_copyHtml, m_inspector, m_window};
}

void PageTools::fill(QMenu& menu) const {
  menu.addActions(m_widths->actions());
  menu.addSeparator();
  menu.addActions(m_zooms);
  menu.addSeparator();
  menu.addActions(m_schemes->actions());
  menu.addSeparator();
  menu.addActions({m_printView, m_copyHtml, m_inspector, m_window});
}

} // namespace postwright::ui
