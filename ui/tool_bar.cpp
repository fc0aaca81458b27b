#include "ui/tool_bar.h"

#include <QLayout>

#include "ui/base/theme.h"

namespace postwright::ui {

ToolBar::ToolBar(const QString& title, QWidget* parent) : QToolBar(title, parent) {
  setObjectName(QStringLiteral("tools"));
  setMovable(false);
  setContextMenuPolicy(Qt::PreventContextMenu);
  setIconSize({metrics::kIcon, metrics::kIcon});
}

void ToolBar::addFormats(const QList<QAction*>& formats) {
  m_formats = formats;
  m_shown = formats.size();
  addActions(formats);
  auto* room = new QWidget(this);
  room->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  m_room = addWidget(room);
}

void ToolBar::resizeEvent(QResizeEvent* event) {
  QToolBar::resizeEvent(event);
  fit();
}

void ToolBar::fit() {
  const int step = metrics::kIconButton + layout()->spacing() + metrics::kSpaceXs;
  while (m_shown > 0 && layout()->sizeHint().width() > width())
    removeAction(m_formats[--m_shown]);
  while (m_shown < m_formats.size() && layout()->sizeHint().width() + step <= width())
    insertAction(m_room, m_formats[m_shown++]);
}

} // namespace postwright::ui
