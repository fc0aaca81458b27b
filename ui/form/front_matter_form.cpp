#include "ui/form/front_matter_form.h"

#include <QApplication>
#include <QRegularExpression>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <utility>

#include "ui/base/text_bridge.h"
#include "ui/base/theme.h"
#include "ui/form/card.h"
#include "ui/form/card_drag.h"
#include "ui/form/field.h"
#include "ui/form/field_label.h"
#include "ui/form/form_banner.h"
#include "ui/form/form_layout.h"
#include "ui/form/form_search.h"
#include "ui/form/row_kinds.h"
#include "ui/form/site_notice.h"

namespace postwright::ui {
namespace {

using front_matter::Path;

constexpr int kProblemDelayMs = 300;

constexpr std::size_t kFieldsWithoutSearch = 12;

/// Items of lists are folded in the post they stand in, not in all.
bool isOfOnePost(const QString& heading) {
  static const QRegularExpression index(QStringLiteral("\\.\\d+(\\.|$)"));
  return index.match(heading).hasMatch();
}

} // namespace

FrontMatterForm::FrontMatterForm(QWidget* parent)
    : QWidget(parent),
      m_scroll(new QScrollArea),
      m_content(new QWidget),
      m_layout(new FormLayout(m_content)),
      m_banner(new FormBanner),
      m_notice(new SiteNotice),
      m_search(new FormSearch),
      m_drag(new CardDrag(m_content)) {
  setObjectName(QStringLiteral("frontMatterForm"));
  setAccessibleName(tr("Front matter"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_banner);
  column->addWidget(m_notice);
  column->addWidget(m_search);
  column->addWidget(m_scroll, 1);
  m_search->hide();
  buildScrollArea();
  m_problemDelay.setSingleShot(true);
  m_problemDelay.setInterval(kProblemDelayMs);
  connect(&m_problemDelay, &QTimer::timeout, this, &FrontMatterForm::showProblem);
  connectParts();
}

void FrontMatterForm::connectParts() {
  connect(m_banner, &FormBanner::lineRequested, this, &FrontMatterForm::lineRequested);
  connect(m_banner, &FormBanner::fixRequested, this, [this] {
    const auto advice = m_context.advice; // a copy: the context will be another
    if (!advice.empty() && advice.front().fix)
      sayAlone(&FrontMatterForm::operated, advice.front().fix->operations);
  });
  connect(m_notice, &SiteNotice::operated, this,
          [this](const auto& operations) { sayAlone(&FrontMatterForm::operated, operations); });
  connect(m_search, &FormSearch::searched, this, &FrontMatterForm::search);
  connect(m_search, &FormSearch::entered, this, [this] {
    const auto first =
        std::ranges::find_if(m_placed, [](const Placed& placed) { return placed.label != nullptr; });
    if (first != m_placed.end()) focusField(first->field->path());
  });
  connect(qApp, &QApplication::focusChanged, this, &FrontMatterForm::onFocusChanged);
}

void FrontMatterForm::buildScrollArea() {
  m_content->setObjectName(QStringLiteral("formContent"));
  m_content->installEventFilter(this);
  m_scroll->installEventFilter(this);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_scroll->setWidget(m_content);
}

void FrontMatterForm::show(std::shared_ptr<const front_matter::FrontMatterDocument> document,
                           const FormContext& context) {
  if (document == nullptr) return clear();
  const bool isFirst = m_document == nullptr;
  m_document = std::move(document);
  m_context = context;
  m_content->show();
  if (m_document->problem()) {
    if (isFirst) {
      m_rows = projectRows(front_matter::FrontMatterDocument({}), m_context);
      refreshView();
    }
    m_notice->show({}); // the banner says why
    if (isFirst || m_isBroken) return showProblem();
    if (!m_problemDelay.isActive()) m_problemDelay.start();
    return;
  }
  m_problemDelay.stop();
  m_isBroken = false;
  updateLock();
  m_notice->show(m_context.reasons);
  m_rows = projectRows(*m_document, m_context);
  refreshView();
}

/// Shows the rows that are not folded away nor left out by a search.
void FrontMatterForm::refreshView() {
  const bool isLong = fieldCount(m_rows) > kFieldsWithoutSearch;
  m_search->setVisible(isLong || !m_view.search.isEmpty());
  reconcile(visibleRows(m_rows, m_view));
}

void FrontMatterForm::search(const QString& text) {
  m_view.search = text.trimmed();
  refreshView();
  m_search->setFound(!m_placed.empty());
}

void FrontMatterForm::setToggledGroups(const QStringList& names) {
  m_view.toggled = QSet<QString>(names.begin(), names.end());
  if (m_document != nullptr) refreshView();
}

void FrontMatterForm::toggle(const Path& heading) {
  const QString name = groupName(heading);
  if (!m_view.toggled.remove(name)) m_view.toggled.insert(name);
  refreshView();
  QStringList names(m_view.toggled.begin(), m_view.toggled.end());
  names.removeIf(isOfOnePost);
  names.sort();
  emit groupsToggled(names);
}

/// Unfolds whatever hides the row of `path`, and ends a search.
void FrontMatterForm::reveal(const Path& path) {
  const auto rowOf = [this](const QString& name) {
    return std::ranges::find_if(m_rows, [&name](const Row& row) { return groupName(row.path) == name; });
  };
  m_view.search.clear();
  m_search->clear();
  for (auto row = rowOf(groupName(path)); row != m_rows.end() && !row->group.isEmpty();) {
    const auto heading = rowOf(row->group);
    if (heading == m_rows.end()) break;
    const bool isToggled = m_view.toggled.contains(row->group);
    if (heading->isFoldedAtFirst && !isToggled) m_view.toggled.insert(row->group);
    if (!heading->isFoldedAtFirst && isToggled) m_view.toggled.remove(row->group);
    row = heading;
  }
  refreshView();
}

void FrontMatterForm::showProblem() {
  m_isBroken = true;
  updateLock();
}

void FrontMatterForm::clear() {
  m_problemDelay.stop();
  QWidget* const focus = QApplication::focusWidget();
  if (focus != nullptr && m_content->isAncestorOf(focus))
    focus->clearFocus(); // or it would visit every field
  m_document.reset();
  m_isBroken = false;
  m_view.search.clear();
  m_view.toggled.removeIf(isOfOnePost);
  m_search->clear();
  m_search->hide();
  m_notice->hide();
  m_content->hide(); // the widgets serve the next post; building them anew takes three to six times as long
  for (const Placed& placed : m_placed)
    placed.field->forget();
  updateLock();
}

std::vector<UnsaidText> FrontMatterForm::unsaid() const {
  std::vector<UnsaidText> texts;
  for (const Placed& placed : m_placed) {
    if (const QString text = placed.field->unsaid(); !text.isEmpty())
      texts.push_back({placed.field->path(), text});
  }
  return texts;
}

void FrontMatterForm::retype(const std::vector<UnsaidText>& texts) {
  for (const UnsaidText& unsaid : texts)
    if (Field* target = field(unsaid.path)) target->retype(unsaid.text);
}

void FrontMatterForm::setReadOnlyReason(const QString& reason) {
  if (m_readOnlyReason == reason) return;
  m_readOnlyReason = reason;
  updateLock();
}

void FrontMatterForm::updateLock() {
  if (m_isBroken) {
    const auto& fix = m_context.advice.empty() ? std::nullopt : m_context.advice.front().fix;
    m_banner->showProblem(toQString(m_document->problem()->message), m_context.problemLine,
                          fix && m_readOnlyReason.isEmpty() ? toQString(fix->title) : QString());
  } else if (!m_readOnlyReason.isEmpty()) {
    m_banner->showReason(m_readOnlyReason);
  } else {
    m_banner->hide();
  }
  const bool isLocked = m_isBroken || !m_readOnlyReason.isEmpty();
  m_notice->setLocked(isLocked);
  for (const Placed& placed : m_placed)
    placed.field->setLocked(isLocked);
}

void FrontMatterForm::refuse(const Path& path, const QString& reason) {
  Field* target = field(path);
  Path parent = path;
  while (target == nullptr && !parent.empty()) {
    parent.pop_back();
    target = field(parent);
  }
  if (target == nullptr) return;
  if (target->kind() == FieldKind::Group) { // the new field or item of a group
    const auto adding = std::find_if(m_placed.begin(), m_placed.end(), [&](const Placed& placed) {
      return isMark(placed.field->kind()) && placed.field->path() == target->path();
    });
    if (adding != m_placed.end()) target = adding->field;
  }
  target->refuse(reason);
}

Field* FrontMatterForm::field(const Path& path) const {
  if (m_document == nullptr) return nullptr;
  const auto found = std::find_if(m_placed.begin(), m_placed.end(),
                                  [&path](const Placed& placed) { return placed.field->path() == path; });
  return found == m_placed.end() ? nullptr : found->field;
}

void FrontMatterForm::focusField(const Path& path) {
  if (m_document == nullptr) return;
  if (field(path) == nullptr) reveal(path);
  Path nearest = path;
  while (!nearest.empty() && field(nearest) == nullptr)
    nearest.pop_back();
  auto found = std::find_if(m_placed.begin(), m_placed.end(),
                            [&nearest](const Placed& placed) { return placed.field->path() == nearest; });
  const auto isSkipped = [](const Placed& placed) {
    return isHeading(placed.field->kind()) || placed.field->editor() == nullptr;
  };
  while (found != m_placed.end() && isSkipped(*found)) // a heading: its first field
    ++found;
  if (found == m_placed.end()) return;
  found->field->editor()->setFocus(Qt::OtherFocusReason);
  m_scroll->ensureWidgetVisible(found->field, 0, metrics::kSpaceS);
}

/// Unlike focusField(), goes to a card itself.
void FrontMatterForm::focusRow(const Path& path) {
  Field* const target = field(path);
  if (target == nullptr || target->kind() != FieldKind::Card) return focusField(path);
  target->editor()->setFocus(Qt::OtherFocusReason);
  m_scroll->ensureWidgetVisible(target, 0, metrics::kSpaceS);
}

int FrontMatterForm::preferredHeight() const {
  int height = m_document == nullptr ? 0 : m_layout->heightForWidth(width());
  for (const QWidget* part :
       {static_cast<QWidget*>(m_banner), static_cast<QWidget*>(m_notice), static_cast<QWidget*>(m_search)}) {
    if (!part->isHidden()) height += std::max(part->heightForWidth(width()), part->sizeHint().height());
  }
  return height;
}

Field* FrontMatterForm::fieldAround(QWidget* widget) const {
  for (; widget != nullptr && widget != this; widget = widget->parentWidget()) {
    if (auto* found = qobject_cast<Field*>(widget)) return isAncestorOf(found) ? found : nullptr;
  }
  return nullptr;
}

void FrontMatterForm::onFocusChanged(QWidget* old, QWidget* now) {
  Field* const entered = fieldAround(now);
  const bool isByKey = old != nullptr && QApplication::mouseButtons() == Qt::NoButton;
  if (entered != nullptr && isByKey) m_scroll->ensureWidgetVisible(entered, 0, metrics::kSpaceS);
  const Field* left = fieldAround(old);
  if (left == nullptr || left == entered) return;
  emit visitEnded();
  // Now the field may take the widget that suits its value, unless a click is under way that would miss.
  QTimer::singleShot(0, this, [this] {
    const bool isGood = m_document != nullptr && !m_document->problem();
    if (isGood && QApplication::mouseButtons() == Qt::NoButton) refreshView();
  });
}

// QScrollArea itself keeps a bar that is no longer needed when its absence would make the content less high.
void FrontMatterForm::updateScrollBar() {
  const bool isNeeded = m_layout->heightForWidth(m_scroll->width()) > m_scroll->height();
  m_scroll->setVerticalScrollBarPolicy(isNeeded ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
}

bool FrontMatterForm::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_scroll && event->type() == QEvent::Resize) updateScrollBar();
  if (watched == m_content && event->type() == QEvent::LayoutRequest) {
    updateScrollBar();
    const int height = preferredHeight();
    if (std::exchange(m_knownHeight, height) != height) emit preferredHeightChanged();
  }
  return QWidget::eventFilter(watched, event);
}

} // namespace postwright::ui
