#include "ui/form/field.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QStyle>
#include <QVBoxLayout>
#include <utility>

#include "ui/base/text_bridge.h"
#include "ui/form/field_box.h"
#include "ui/form/mnemonic.h"

namespace postwright::ui {
namespace {

QMenu* standardMenu(QWidget* editor) {
  if (auto* line = qobject_cast<QLineEdit*>(editor)) return line->createStandardContextMenu();
  if (auto* text = qobject_cast<QPlainTextEdit*>(editor)) return text->createStandardContextMenu();
  return nullptr;
}

} // namespace

Field::Field(const Row& row, QWidget* parent)
    : QWidget(parent),
      m_kind(row.kind),
      m_path(row.path),
      m_name(withoutMnemonic(row.label)),
      m_column(new QVBoxLayout(this)) {
  m_column->setContentsMargins(0, 0, 0, 0);
  m_column->setSpacing(0);
}

void Field::setState(const FieldState& state, bool removable) {
  m_removable = removable;
  if (m_isShown && state == m_state) return;
  const FieldState before = std::exchange(m_state, state);
  const bool isFirst = !std::exchange(m_isShown, true);
  m_refusal.clear();
  apply(before, isFirst);
  if (isFirst || before.readOnly != state.readOnly) applyLock(isLocked());
  updateNote();
}

void Field::forget() {
  m_isShown = false;
  m_complaint.clear();
  m_refusal.clear();
}

void Field::setLocked(bool locked) {
  if (m_locked == locked) return;
  m_locked = locked;
  applyLock(isLocked());
}

void Field::refuse(const QString& reason) {
  m_refusal = reason;
  updateNote();
}

void Field::clearRefusal() {
  if (m_refusal.isEmpty()) return;
  m_refusal.clear();
  updateNote();
}

void Field::setComplaint(const QString& reason) {
  if (m_complaint == reason) return;
  m_complaint = reason;
  updateNote();
}

QString Field::note() const {
  return m_note != nullptr && !m_note->isHidden() ? m_note->text() : QString();
}

void Field::updateNote() {
  const bool isBad = isInvalid() || !m_state.problem.isEmpty();
  mark(isBad);
  QString text = m_complaint;
  for (const QString* other : {&m_refusal, &m_state.problem, &m_state.readOnly, &m_state.hint}) {
    if (text.isEmpty()) text = *other;
  }
  updateNames();
  if (text.isEmpty()) {
    if (m_note != nullptr) m_note->hide();
    return;
  }
  if (m_note == nullptr) {
    m_note = new QLabel(this);
    m_note->setObjectName(QStringLiteral("fieldNote"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setContentsMargins(FieldBox::kRing, 0, FieldBox::kRing, 2);
    m_column->addWidget(m_note);
  }
  m_note->setText(text);
  m_note->setProperty("bad", isBad);
  m_note->setProperty("dim", !isBad);
  m_note->style()->unpolish(m_note); // a property selector is read when the style is set
  m_note->style()->polish(m_note);
  m_note->show();
}

void Field::updateNames() {
  const QString problem = !m_complaint.isEmpty() ? m_complaint : m_refusal;
  for (QWidget* editor : m_editors) {
    if (editor->accessibleName().isEmpty()) editor->setAccessibleName(m_name);
    QString description = problem.isEmpty() ? m_state.problem : problem;
    if (description.isEmpty()) description = m_state.readOnly.isEmpty() ? m_state.hint : m_state.readOnly;
    editor->setAccessibleDescription(description);
  }
  setToolTip(m_state.readOnly);
}

void Field::adopt(QWidget* editor) {
  m_editors.push_back(editor);
  editor->installEventFilter(this);
  auto* area = qobject_cast<QAbstractScrollArea*>(editor);
  if (area != nullptr) area->viewport()->installEventFilter(this); // the mouse's menu is asked for there
}

bool Field::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::ContextMenu) return QWidget::eventFilter(watched, event);
  auto* asked = static_cast<QWidget*>(watched);
  auto* area = qobject_cast<QAbstractScrollArea*>(asked->parentWidget());
  const bool isViewport = area != nullptr && area->viewport() == asked;
  const QPointer<QMenu> base(
      standardMenu(isViewport ? area : asked)); // goes with its editor, if that goes first
  openMenu(static_cast<QContextMenuEvent*>(event)->globalPos(), base);
  delete base;
  return true;
}

void Field::openMenu(const QPoint& global, QMenu* base) {
  QMenu own;
  QMenu& menu = base == nullptr ? own : *base;
  const QString undo = QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText);
  const QString redo = QKeySequence(QKeySequence::Redo).toString(QKeySequence::NativeText);
  for (QAction* action : menu.actions()) { // an editor's own undo would not be the text's
    const QString keys = action->text().section(QLatin1Char('\t'), 1);
    if (!keys.isEmpty() && (keys == undo || keys == redo)) menu.removeAction(action);
  }
  menu.addSeparator();
  addActions(menu);
  QAction* remove = menu.addAction(tr("&Remove field"));
  remove->setEnabled(m_removable && !isLocked());
  QAction* copy = menu.addAction(tr("Copy &name"));
  copy->setEnabled(!m_path.empty() && std::holds_alternative<std::string>(m_path.back()));
  const QPointer<Field> alive(this); // the form may be shown another document meanwhile
  const QAction* chosen = menu.exec(global);
  if (alive.isNull() || chosen == nullptr) return;
  if (chosen == remove) emit removed(m_path);
  if (chosen == copy) QApplication::clipboard()->setText(toQString(std::get<std::string>(m_path.back())));
}

} // namespace postwright::ui
