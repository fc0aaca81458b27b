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
#include "ui/form/row_kinds.h"

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

void Field::setComplaint(const QString& reason, bool isOfDocument) {
  if (m_complaint == reason && m_complainsOfDocument == isOfDocument) return;
  m_complaint = reason;
  m_complainsOfDocument = isOfDocument;
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
  const bool isTold = m_complainsOfDocument && !remark.fix.isEmpty();
  if (!m_complaint.isEmpty() && !isTold) shown = {Severity::Error, m_complaint, {}, {}};
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

/// Names for screen readers, and what they read after them: what is wrong and what the field is for, else
/// what it holds.
void Field::describe(const QString& note) {
  QStringList about;
  for (const QString& text : {note, m_state.help}) {
    if (!text.isEmpty()) about << text;
  }
  if (about.isEmpty()) about << kindName(m_kind);
  const QString keys = m_mnemonic.toString(QKeySequence::NativeText);
  if (!keys.isEmpty()) about << keys;
  for (QWidget* editor : m_editors) {
    if (editor->accessibleName().isEmpty()) editor->setAccessibleName(m_name);
    editor->setAccessibleDescription(about.join(QLatin1String(". ")));
  }
  QStringList tip;
  if (!keys.isEmpty()) tip << tr("%1 (%2)").arg(m_name, keys);
  const QString& told = m_state.help.isEmpty() ? m_state.readOnly : m_state.help;
  if (!told.isEmpty()) tip << told;
  setToolTip(tip.join(QLatin1Char('\n')));
}

void Field::setMnemonic(const QString& label) {
  const QKeySequence mnemonic = QKeySequence::mnemonic(label);
  if (mnemonic == m_mnemonic) return;
  m_mnemonic = mnemonic;
  releaseShortcut(m_shortcut);
  m_shortcut = mnemonic.isEmpty() ? 0 : grabShortcut(mnemonic);
  updateNote();
}

bool Field::event(QEvent* event) {
  if (event->type() != QEvent::Shortcut || editor() == nullptr) return QWidget::event(event);
  editor()->setFocus(Qt::ShortcutFocusReason);
  return true;
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
  fillMenu(menu);
  menu.exec(global);
}

void Field::fillMenu(QMenu& menu) {
  addActions(menu);
  addAbsences(menu);
  QAction* remove = menu.addAction(tr("&Remove field"), this, [this, own = m_path] { emit removed(own); });
  remove->setEnabled(m_removable && !isLocked());
  const auto* key = m_path.empty() ? nullptr : std::get_if<std::string>(&m_path.back());
  const QString written = key == nullptr ? QString() : toQString(*key);
  QAction* copy =
      menu.addAction(tr("Copy &name"), this, [written] { QApplication::clipboard()->setText(written); });
  copy->setEnabled(key != nullptr);
}

/// Not there, null and empty are three things; the first is "Remove field".
void Field::addAbsences(QMenu& menu) {
  if (m_path.empty() || isMark(m_kind) || m_kind == FieldKind::Twins) return;
  const auto add = [&](const QString& text, front_matter::Content value, Absence absence) {
    const std::vector<front_matter::EditOperation> operations{
        {front_matter::OperationKind::Set, m_path, std::move(value)}};
    QAction* action = menu.addAction(text, this, [this, operations] { emit operated(operations); });
    action->setEnabled(!isLocked() && m_state.absence != absence);
  };
  if (auto empty = emptyValue()) add(tr("Set to &empty"), *std::move(empty), Absence::Empty);
  add(tr("Set to n&ull"), front_matter::Scalar{front_matter::ScalarType::Null, "null"}, Absence::Null);
}

} // namespace postwright::ui
