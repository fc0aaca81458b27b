#include "ui/form/group.h"

#include <QContextMenuEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/base/icons.h"
#include "ui/base/theme.h"
#include "ui/form/field_button.h"
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

QToolButton* makeFoldButton() {
  QToolButton* button = makeFieldButton(QStringLiteral("arrow-down"), QString());
  button->setFocusPolicy(Qt::TabFocus);
  return button;
}

void showFolded(QToolButton* button, bool isFolded, const QString& name) {
  button->setIcon(icon(isFolded ? QStringLiteral("arrow-right") : QStringLiteral("arrow-down")));
  button->setToolTip(isFolded ? Group::tr("Show what is below") : Group::tr("Hide what is below"));
  button->setAccessibleName(isFolded ? Group::tr("%1, folded").arg(name)
                                     : Group::tr("%1, unfolded").arg(name));
}

Group::Group(const Row& row, QWidget* parent)
    : Field(row, parent), m_fold(makeFoldButton()), m_label(new FieldLabel(row.label)), m_count(new QLabel) {
  auto* line = new QWidget;
  auto* layout = new QHBoxLayout(line);
  layout->setContentsMargins(0, metrics::kSpaceXs, 0, 0);
  layout->setSpacing(metrics::kSpaceXs);
  m_label->setProperty("groupName", true);
  m_label->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
  m_label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  m_count->setProperty("faint", true);
  layout->addWidget(m_fold);
  layout->addWidget(m_label);
  layout->addWidget(m_count);
  layout->addSpacing(metrics::kSpaceXs);
  layout->addWidget(makeRule(), 1);
  column()->addWidget(line);
  adopt(m_fold);
  connect(m_fold, &QToolButton::clicked, this, &Field::foldToggled);
  if (isNode()) connect(m_label, &FieldLabel::menuRequested, this, [this](QPoint at) { openMenu(at); });
  setAccessibleName(name());
}

void Group::apply(const FieldState&, bool) {
  showFolded(m_fold, state().isFolded, name());
  const bool hasRows = state().count > 0;
  m_count->setText(hasRows ? QString::number(state().count) : state().placeholder);
  const bool isTold = state().absence == Absence::Null || state().absence == Absence::Empty;
  m_count->setVisible(hasRows ? state().isFolded : isTold);
}

std::optional<front_matter::Content> Group::emptyValue() const {
  return state().isList ? front_matter::Content::list({}) : front_matter::Content::map({}, {});
}

void Group::showOffered(bool offered) {
  m_label->describe(offered, state().help);
}

void Group::contextMenuEvent(QContextMenuEvent* event) {
  if (isNode()) openMenu(event->globalPos());
}

void Group::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && rect().contains(event->pos())) emit foldToggled();
}

bool Group::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_fold && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool folds = key == Qt::Key_Left && !state().isFolded;
    const bool unfolds = key == Qt::Key_Right && state().isFolded;
    if (folds || unfolds) emit foldToggled();
    if (folds || unfolds) return true;
  }
  return Field::eventFilter(watched, event);
}

bool Group::isNode() const {
  return path().size() > 1 || std::holds_alternative<std::string>(path().front());
}

} // namespace postwright::ui
