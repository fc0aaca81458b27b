#include "ui/form/field.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QVBoxLayout>
#include <utility>

#include "ui/base/text_bridge.h"
#include "ui/form/field_note.h"
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
  if (isFirst || before.offered != state.offered) showOffered(state.offered);
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
  updateNote();
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
  const FieldRemark& remark = m_state.remark;
  const bool hasRemark = !remark.text.isEmpty();
  FieldRemark shown = hasRemark ? remark : FieldRemark{Severity::Info, m_state.readOnly, {}, {}};
  if (shown.text.isEmpty()) shown.text = m_state.hint;
  if (!m_refusal.isEmpty()) shown = {Severity::Error, m_refusal, {}, {}};
  if (!m_complaint.isEmpty()) shown = {Severity::Error, m_complaint, {}, {}};
  if (isLocked()) shown.fix.clear();
  mark(!shown.text.isEmpty() && shown.severity == Severity::Error);
  describe(shown.text);
  if (m_note == nullptr && shown.text.isEmpty()) return;
  if (m_note == nullptr) {
    m_note = new FieldNote(this);
    m_column->addWidget(m_note);
    connect(m_note, &FieldNote::fixRequested, this, [this] {
      const std::vector<front_matter::EditOperation> fix =
          m_state.remark.operations; // the state will be another
      emit operated(fix);
    });
  }
  m_note->show(shown);
}

/// Names for screen readers, and what they read after them: what is wrong, else what the field is for.
void Field::describe(const QString& note) {
  QStringList about;
  for (const QString& text : {note, m_state.help}) {
    if (!text.isEmpty()) about << text;
  }
  for (QWidget* editor : m_editors) {
    if (editor->accessibleName().isEmpty()) editor->setAccessibleName(m_name);
    editor->setAccessibleDescription(about.join(QLatin1String(". ")));
  }
  setToolTip(m_state.help.isEmpty() ? m_state.readOnly : m_state.help);
}

bool Field::hasFocusInside() const {
  const QWidget* focus = QApplication::focusWidget();
  return focus != nullptr && isAncestorOf(focus);
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
