#include "ui/editor/source_tabs.h"

#include <QFileInfo>
#include <QToolButton>

#include "ui/base/icons.h"
#include "ui/base/theme.h"

namespace postwright::ui {

SourceTabs::SourceTabs(QWidget* parent) : QTabBar(parent) {
  setObjectName(QStringLiteral("sourceTabs"));
  setAccessibleName(tr("Open files"));
  setAutoHide(true);
  setDrawBase(false);
  setExpanding(false);
  setElideMode(Qt::ElideMiddle);
  addTab(QString());
  connect(this, &QTabBar::currentChanged, this, &SourceTabs::onChosen);
}

void SourceTabs::setPost(const QString& name) {
  setTabText(0, name);
}

void SourceTabs::open(const SourcePlace& place) {
  int index = 1;
  while (index < count() && placeAt(index).file != place.file)
    ++index;
  if (index == count()) {
    addTab(QFileInfo(place.file).fileName());
    setTabToolTip(index, place.name);
    auto* button = new QToolButton(this);
    button->setIcon(icon(QStringLiteral("dialog-close")));
    button->setToolTip(tr("Close this file (Ctrl+W)"));
    button->setAccessibleName(tr("Close %1").arg(place.name));
    button->setFocusPolicy(Qt::NoFocus);
    setTabButton(index, RightSide, button);
    connect(button, &QToolButton::clicked, this, [this, file = place.file] {
      for (int at = 1; at < count(); ++at)
        if (placeAt(at).file == file) return close(at);
    });
  }
  setTabData(index, QVariant::fromValue(place));
  if (index == currentIndex()) return emit sourceChosen(place);
  setCurrentIndex(index);
}

void SourceTabs::keepPlace(int line, int column) {
  if (isPostChosen()) return;
  SourcePlace place = placeAt(currentIndex());
  place.line = line;
  place.column = column;
  setTabData(currentIndex(), QVariant::fromValue(place));
}

void SourceTabs::closeChosen() {
  if (!isPostChosen()) close(currentIndex());
}

void SourceTabs::closeAll() {
  choosePost();
  while (count() > 1)
    removeTab(count() - 1);
}

/// One comes from the post and goes back to it.
void SourceTabs::close(int index) {
  if (index == currentIndex()) choosePost();
  removeTab(index);
}

SourcePlace SourceTabs::placeAt(int index) const {
  return tabData(index).value<SourcePlace>();
}

void SourceTabs::onChosen(int index) {
  index == 0 ? emit postChosen() : emit sourceChosen(placeAt(index));
}

} // namespace postwright::ui
