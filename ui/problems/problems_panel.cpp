#include "ui/problems/problems_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <utility>

#include "ui/base/icons.h"
#include "ui/base/text_bridge.h"
#include "ui/problems/problem_delegate.h"
#include "ui/problems/problem_list_model.h"

namespace postwright::ui {
namespace {

constexpr int kSmallestHeight = 96;
constexpr int kUsualHeight = 160;

struct KindName {
  checks::Kind kind;
  const char* name;
};

constexpr std::array<KindName, checks::kKindCount> kKindNames = {{
    {checks::Kind::Conditions, QT_TRANSLATE_NOOP("ProblemsPanel", "&Conditions that never hold")},
    {checks::Kind::Links, QT_TRANSLATE_NOOP("ProblemsPanel", "&Links that lead nowhere")},
    {checks::Kind::Anchors, QT_TRANSLATE_NOOP("ProblemsPanel", "Links to missing &places of a page")},
    {checks::Kind::Files, QT_TRANSLATE_NOOP("ProblemsPanel", "Missing &images and files")},
    {checks::Kind::ImageTexts, QT_TRANSLATE_NOOP("ProblemsPanel", "Images without &text")},
    {checks::Kind::Headings, QT_TRANSLATE_NOOP("ProblemsPanel", "&Headings that skip a level")},
}};

QToolButton* makeButton(const QString& iconName, const QString& tip, QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setIcon(icon(iconName));
  button->setIconSize({metrics::kIcon, metrics::kIcon});
  button->setToolTip(tip);
  button->setAccessibleName(tip);
  return button;
}

bool isError(const Diagnostic& problem) {
  return problem.severity == Severity::Error;
}

} // namespace

ProblemsPanel::ProblemsPanel(QWidget* parent) : QWidget(parent), m_model(new ProblemListModel(this)) {
  setObjectName(QStringLiteral("problemsPanel"));
  setAttribute(Qt::WA_StyledBackground);
  setMinimumHeight(kSmallestHeight);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  makeMenu();
  layout->addWidget(makeHead());
  makeList();
  m_stack = new QStackedLayout;
  m_stack->addWidget(m_list);
  auto* nothing = new QLabel(tr("Nothing is wrong with this page."), this);
  nothing->setAlignment(Qt::AlignCenter);
  nothing->setProperty("dim", true);
  m_stack->addWidget(nothing);
  layout->addLayout(m_stack, 1);
  refresh();
}

QSize ProblemsPanel::sizeHint() const {
  return {QWidget::sizeHint().width(), kUsualHeight};
}

QWidget* ProblemsPanel::makeHead() {
  auto* head = new QWidget(this);
  auto* layout = new QHBoxLayout(head);
  layout->setContentsMargins(metrics::kSpaceL, metrics::kSpaceXs, metrics::kSpaceS, metrics::kSpaceXs);
  layout->setSpacing(2);
  m_title = new QLabel(head);
  m_title->setObjectName(QStringLiteral("problemsTitle"));
  layout->addWidget(m_title, 1);
  m_fix = new QPushButton(head);
  m_fix->setObjectName(QStringLiteral("problemFix"));
  m_fix->setProperty("link", true);
  m_fix->setCursor(Qt::PointingHandCursor);
  m_fix->hide();
  connect(m_fix, &QPushButton::clicked, this, [this] { fix(m_model->itemAt(m_list->currentIndex().row())); });
  layout->addWidget(m_fix);
  QToolButton* kinds = makeButton(QStringLiteral("view-filter"), tr("Kinds of warnings"), head);
  kinds->setMenu(m_menu);
  kinds->setPopupMode(QToolButton::InstantPopup);
  layout->addWidget(kinds);
  QToolButton* close = makeButton(QStringLiteral("window-close"), tr("Close the list of problems"), head);
  connect(close, &QToolButton::clicked, this, &ProblemsPanel::closeRequested);
  layout->addWidget(close);
  return head;
}

void ProblemsPanel::makeMenu() {
  m_menu = new QMenu(tr("Kinds of &Warnings"), this);
  for (const KindName& known : kKindNames) {
    QAction* action = m_menu->addAction(tr(known.name));
    action->setCheckable(true);
    action->setChecked(true);
    action->setData(static_cast<int>(known.kind));
    connect(action, &QAction::toggled, this, [this, kind = static_cast<int>(known.kind)](bool on) {
      if (on) {
        m_kindsOff.remove(kind);
      } else {
        m_kindsOff.insert(kind);
      }
      refresh();
      emit kindsOffChanged();
    });
  }
}

void ProblemsPanel::makeList() {
  m_list = new QListView(this);
  m_list->setObjectName(QStringLiteral("problemList"));
  m_list->setAccessibleName(tr("Problems"));
  m_list->setModel(m_model);
  m_list->setItemDelegate(new ProblemDelegate(m_list));
  m_list->setMouseTracking(true);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusProxy(m_list);
  m_list->setContextMenuPolicy(Qt::CustomContextMenu);
  connect(m_list, &QListView::activated, this, &ProblemsPanel::goTo);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ProblemsPanel::updateFix);
  connect(m_list, &QListView::customContextMenuRequested, this, [this](const QPoint& at) {
    const QModelIndex index = m_list->indexAt(at);
    if (!index.isValid()) return;
    QMenu menu;
    fillMenu(menu, index.row());
    menu.exec(m_list->viewport()->mapToGlobal(at));
  });
}

void ProblemsPanel::fillMenu(QMenu& menu, int row) {
  const ProblemItem item = m_model->itemAt(row); // the list may be another when one has chosen
  const auto go = [this, item] { emit positionRequested(item.file, item.line, item.column); };
  menu.setDefaultAction(menu.addAction(tr("&Go to the place"), this, go));
  if (!item.field.empty())
    menu.addAction(tr("Go to the &field"), this, [this, item] { emit fieldRequested(item.field); });
  if (!item.fix.isEmpty()) menu.addAction(item.fix, this, [this, item] { fix(item); });
  menu.addSeparator();
  menu.addAction(tr("&Copy"), this, [item] {
    QApplication::clipboard()->setText(item.place() + QStringLiteral(": ") + item.message);
  });
}

void ProblemsPanel::fix(const ProblemItem& item) {
  const auto operations = item.operations; // the list will be another
  emit fixRequested(operations);
}

void ProblemsPanel::updateFix() {
  const QModelIndex current = m_list->currentIndex();
  const QString fix = current.isValid() ? m_model->itemAt(current.row()).fix : QString();
  m_fix->setText(fix);
  m_fix->setVisible(!fix.isEmpty());
}

void ProblemsPanel::setProblems(const Diagnostics& problems, const QString& document,
                                std::vector<front_matter::FieldAdvice> advice) {
  if (document != m_document) m_warnings.clear();
  m_document = document;
  m_problems = problems;
  m_advice = std::move(advice);
  refresh();
}

void ProblemsPanel::setWarnings(const Diagnostics& warnings) {
  m_warnings = warnings;
  refresh();
}

void ProblemsPanel::shiftWarnings(int line, int count) {
  for (Diagnostic& warning : m_warnings) {
    SourcePosition& where = warning.error.where;
    if (where.line >= line && toQString(where.file) == m_document)
      where.line = std::max(1, where.line + count);
  }
}

void ProblemsPanel::clear() {
  m_problems.clear();
  m_warnings.clear();
  m_advice.clear();
  m_document.clear();
  refresh();
}

int ProblemsPanel::errorCount() const {
  return static_cast<int>(std::ranges::count_if(m_shown, isError));
}

int ProblemsPanel::warningCount() const {
  return static_cast<int>(m_shown.size()) - errorCount();
}

void ProblemsPanel::setKindsOff(const QSet<int>& kinds) {
  for (QAction* action : m_menu->actions())
    action->setChecked(!kinds.contains(action->data().toInt()));
}

bool ProblemsPanel::isOn(const Diagnostic& problem) const {
  const auto kind = checks::kindOf(problem.error.code);
  return !kind || !m_kindsOff.contains(static_cast<int>(*kind));
}

/// The generator's advice is heard of as errors, too, when it stops the build.
Diagnostics ProblemsPanel::merged() const {
  Diagnostics all = m_problems;
  for (const front_matter::FieldAdvice& advice : m_advice) {
    const bool isKnown = std::ranges::any_of(m_problems, [&](const Diagnostic& problem) {
      return isSamePlace(problem.error, advice, m_document);
    });
    if (!isKnown) all.push_back({advice.severity, advice.error});
  }
  std::ranges::copy_if(m_warnings, std::back_inserter(all), [this](const auto& it) { return isOn(it); });
  return all;
}

void ProblemsPanel::refresh() {
  m_shown = merged();
  const QModelIndex current = m_list->currentIndex();
  const auto kept = current.isValid() ? std::optional(m_model->itemAt(current.row())) : std::nullopt;
  m_model->setProblems(m_shown, m_document, m_advice);
  const int row = kept ? m_model->rowOf(*kept) : -1;
  if (row >= 0) m_list->setCurrentIndex(m_model->index(row));
  m_title->setText(m_shown.empty() ? tr("Problems") : tr("Problems (%1)").arg(m_shown.size()));
  m_stack->setCurrentIndex(m_shown.empty() ? 1 : 0);
  updateFix();
  emit shownChanged();
}

void ProblemsPanel::step(int direction) {
  const int rows = m_model->rowCount();
  if (rows == 0) return;
  const int current = m_list->currentIndex().row(); // -1: none
  const int next = current < 0 && direction < 0 ? rows - 1 : (current + direction + rows) % rows;
  m_list->setCurrentIndex(m_model->index(next));
  goTo(m_model->index(next));
}

QString ProblemsPanel::currentMessage() const {
  const QModelIndex current = m_list->currentIndex();
  return current.isValid() ? m_model->itemAt(current.row()).message : QString();
}

void ProblemsPanel::goTo(const QModelIndex& index) {
  const ProblemItem item = m_model->itemAt(index.row());
  emit positionRequested(item.file, item.line, item.column);
}

} // namespace postwright::ui
