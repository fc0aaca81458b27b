#include "ui/form/group.h"

#include <QContextMenuEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/base/theme.h"
#include "ui/form/field_label.h"

namespace postwright::ui {
namespace {

QFrame* makeRule() {
  auto* rule = new QFrame;
  rule->setProperty("rule", true);
  rule->setFixedHeight(1);
  return rule;
}

} // namespace

Group::Group(const Row& row, QWidget* parent) : Field(row, parent) {
  auto* line = new QWidget;
  auto* layout = new QHBoxLayout(line);
  layout->setContentsMargins(0, metrics::kSpaceXs, 0, 0);
  layout->setSpacing(metrics::kSpaceS);
  auto* label = new FieldLabel(row.label);
  label->setProperty("groupName", true);
  label->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
  label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  layout->addWidget(label);
  const bool isItem = std::holds_alternative<std::size_t>(row.path.back());
  if (isItem && row.path.size() > 1) {
    layout->addStretch(1);
  } else {
    layout->addWidget(makeRule(), 1);
  }
  column()->addWidget(line);
  if (row.removable) connect(label, &FieldLabel::menuRequested, this, [this](QPoint at) { openMenu(at); });
  setAccessibleName(name());
}

void Group::contextMenuEvent(QContextMenuEvent* event) {
  openMenu(event->globalPos());
}

} // namespace postwright::ui
