#include "ui/form/front_matter_form.h"

#include <QApplication>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/base/text_bridge.h"
#include "ui/base/theme.h"
#include "ui/form/field.h"
#include "ui/form/field_factory.h"
#include "ui/form/field_label.h"
#include "ui/form/form_banner.h"

namespace postwright::ui {
namespace {

using front_matter::Path;

constexpr int kProblemDelayMs = 300;

bool isTyped(FieldKind kind) {
  return kind == FieldKind::Text || kind == FieldKind::LongText || kind == FieldKind::Image;
}

Place placeOf(FieldKind kind, bool wide) {
  switch (kind) {
    case FieldKind::Title:
    case FieldKind::Description:
      return Place::Lead;
    case FieldKind::Group:
      return Place::Head;
    default:
      return wide ? Place::Wide : Place::Half;
  }
}

bool hasLabel(FieldKind kind) {
  return kind != FieldKind::Title && kind != FieldKind::Description && kind != FieldKind::Group &&
         kind != FieldKind::AddField;
}

bool hasFocusInside(const QWidget* widget) {
  const QWidget* focus = QApplication::focusWidget();
  return focus != nullptr && (widget == focus || widget->isAncestorOf(focus));
}

} // namespace

FrontMatterForm::FrontMatterForm(QWidget* parent)
    : QWidget(parent),
      m_scroll(new QScrollArea),
      m_content(new QWidget),
      m_layout(new FormLayout(m_content)),
      m_banner(new FormBanner) {
  setObjectName(QStringLiteral("frontMatterForm"));
  setAccessibleName(tr("Front matter"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_banner);
  column->addWidget(m_scroll, 1);
  buildScrollArea();
  m_problemDelay.setSingleShot(true);
  m_problemDelay.setInterval(kProblemDelayMs);
  connect(&m_problemDelay, &QTimer::timeout, this, &FrontMatterForm::showProblem);
  connect(m_banner, &FormBanner::lineRequested, this, &FrontMatterForm::lineRequested);
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
    if (isFirst) reconcile(projectRows(front_matter::FrontMatterDocument({}), m_context));
    if (isFirst || m_isBroken) return showProblem();
    if (!m_problemDelay.isActive()) m_problemDelay.start();
    return;
  }
  m_problemDelay.stop();
  m_isBroken = false;
  updateLock();
  reconcile(projectRows(*m_document, m_context));
}

void FrontMatterForm::showProblem() {
  m_isBroken = true;
  updateLock();
}

void FrontMatterForm::clear() {
  m_problemDelay.stop();
  if (hasFocusInside(m_content)) QApplication::focusWidget()->clearFocus(); // or it would visit every field
  m_document.reset();
  m_isBroken = false;
  m_content->hide(); // the widgets serve the next post; building them anew takes three to six times as long
  for (const Placed& placed : m_placed)
    placed.field->forget();
  updateLock();
}

void FrontMatterForm::setReadOnlyReason(const QString& reason) {
  if (m_readOnlyReason == reason) return;
  m_readOnlyReason = reason;
  updateLock();
}

void FrontMatterForm::updateLock() {
  if (m_isBroken) {
    m_banner->showProblem(toQString(m_document->problem()->message), m_context.problemLine);
  } else if (!m_readOnlyReason.isEmpty()) {
    m_banner->showReason(m_readOnlyReason);
  } else {
    m_banner->hide();
  }
  for (const Placed& placed : m_placed)
    placed.field->setLocked(m_isBroken || !m_readOnlyReason.isEmpty());
}

void FrontMatterForm::refuse(const Path& path, const QString& reason) {
  Field* target = field(path);
  Path parent = path;
  while (target == nullptr && !parent.empty()) {
    parent.pop_back();
    target = field(parent);
  }
  if (target == nullptr) return;
  if (target->kind() == FieldKind::Group) { // the new field of a group
    const auto adding = std::find_if(m_placed.begin(), m_placed.end(), [&](const Placed& placed) {
      return placed.field->kind() == FieldKind::AddField && placed.field->path() == parent;
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
  Path nearest = path;
  while (!nearest.empty() && field(nearest) == nullptr)
    nearest.pop_back();
  auto found = std::find_if(m_placed.begin(), m_placed.end(),
                            [&nearest](const Placed& placed) { return placed.field->path() == nearest; });
  while (found != m_placed.end() && found->field->editor() == nullptr) // a heading: its first field
    ++found;
  if (found == m_placed.end()) return;
  found->field->editor()->setFocus(Qt::OtherFocusReason);
  m_scroll->ensureWidgetVisible(found->field, 0, metrics::kSpaceS);
}

int FrontMatterForm::preferredHeight() const {
  const int banner =
      m_banner->isHidden() ? 0 : std::max(m_banner->heightForWidth(width()), m_banner->sizeHint().height());
  return banner + (m_document == nullptr ? 0 : m_layout->heightForWidth(width()));
}

void FrontMatterForm::reconcile(std::vector<Row> rows) {
  std::vector<Placed> old = m_placed;
  std::vector<Placed> now;
  now.reserve(rows.size());
  for (const Row& row : rows)
    now.push_back(place(row, old));
  const bool changed = now != m_placed;
  m_placed = std::move(now);
  for (const Placed& placed : old)
    discard(placed);
  if (changed) layOut();
  for (std::size_t i = 0; i < rows.size(); ++i) // after laying out: new fields are measured with their values
    m_placed[i].field->setState(rows[i].state, rows[i].removable);
}

/// The widgets for `row`: those it had, taken out of `old`, or new ones.
FrontMatterForm::Placed FrontMatterForm::place(const Row& row, std::vector<Placed>& old) {
  const auto found = std::find_if(old.begin(), old.end(), [&row](const Placed& placed) {
    return placed.field->path() == row.path &&
           (placed.field->kind() == FieldKind::AddField) == (row.kind == FieldKind::AddField);
  });
  if (found == old.end()) return makePlaced(row);
  const bool isFocused = hasFocusInside(found->field);
  const bool isSame = found->field->kind() == row.kind;
  // Where one types, a value that grows long or becomes an image's name must not change the widget.
  const bool keeps = isSame || (isFocused && isTyped(found->field->kind()) && isTyped(row.kind));
  if (!keeps) return makePlaced(row);
  Placed kept = *found;
  old.erase(found);
  if (!isFocused) kept.wide = row.wide;
  kept.level = row.level;
  return kept;
}

FrontMatterForm::Placed FrontMatterForm::makePlaced(const Row& row) {
  Placed placed{makeField(row, m_content), nullptr, row.level, row.wide};
  connectField(placed.field);
  placed.field->setLocked(m_isBroken || !m_readOnlyReason.isEmpty());
  if (!hasLabel(row.kind)) return placed;
  placed.label = new FieldLabel(row.label, m_content);
  placed.label->setBuddy(placed.field->editor());
  connect(placed.label, &FieldLabel::menuRequested, placed.field,
          [field = placed.field](QPoint at) { field->openMenu(at); });
  return placed;
}

void FrontMatterForm::discard(const Placed& placed) {
  for (QWidget* widget : {static_cast<QWidget*>(placed.field), static_cast<QWidget*>(placed.label)}) {
    if (widget == nullptr) continue;
    widget->hide();
    widget->deleteLater(); // it may be the one that is speaking
  }
}

void FrontMatterForm::layOut() {
  std::vector<FormCell> cells;
  cells.reserve(m_placed.size());
  QWidget* before = nullptr;
  for (const Placed& placed : m_placed) {
    cells.push_back({placed.label, placed.field, placeOf(placed.field->kind(), placed.wide), placed.level});
    if (placed.label != nullptr) placed.label->show();
    placed.field->show();
    for (QWidget* editor : placed.field->editors()) {
      if (before != nullptr) setTabOrder(before, editor);
      before = editor;
    }
  }
  m_layout->setCells(std::move(cells));
}

template <typename Signal, typename... Arguments>
void FrontMatterForm::sayAlone(Signal signal, const Arguments&... arguments) {
  emit visitEnded();
  emit(this->*signal)(arguments...);
  emit visitEnded();
}

void FrontMatterForm::connectField(Field* field) {
  using Form = FrontMatterForm;
  connect(field, &Field::scalarEdited, this, [this](const Path& path, const front_matter::Scalar& value) {
    if (value.type == front_matter::ScalarType::Bool) return sayAlone(&Form::scalarEdited, path, value);
    emit scalarEdited(path, value);
  });
  connect(field, &Field::itemAppended, this, [this](const Path& list, const front_matter::Scalar& value) {
    sayAlone(&Form::itemAppended, list, value);
  });
  connect(field, &Field::removed, this, [this](const Path& path) { sayAlone(&Form::removed, path); });
  connect(field, &Field::keyInserted, this,
          [this](const Path& map, const QString& key, const front_matter::Scalar& value) {
            sayAlone(&Form::keyInserted, map, key, value);
          });
  connect(field, &Field::draftToggled, this, [this](bool draft) { sayAlone(&Form::draftToggled, draft); });
  connect(field, &Field::undoRequested, this, &Form::undoRequested);
  connect(field, &Field::redoRequested, this, &Form::redoRequested);
  connect(field, &Field::imageDropped, this, &Form::imageDropped);
}

Field* FrontMatterForm::fieldAround(QWidget* widget) const {
  for (; widget != nullptr && widget != this; widget = widget->parentWidget()) {
    if (auto* found = qobject_cast<Field*>(widget)) return isAncestorOf(found) ? found : nullptr;
  }
  return nullptr;
}

void FrontMatterForm::onFocusChanged(QWidget* old, QWidget* now) {
  const Field* left = fieldAround(old);
  if (left == nullptr || left == fieldAround(now)) return;
  emit visitEnded();
  // Now the field may take the widget that suits its value, unless a click is under way that would miss.
  QTimer::singleShot(0, this, [this] {
    const bool isGood = m_document != nullptr && !m_document->problem();
    if (isGood && QApplication::mouseButtons() == Qt::NoButton)
      reconcile(projectRows(*m_document, m_context));
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
