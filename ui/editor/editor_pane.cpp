#include "ui/editor/editor_pane.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/base/icons.h"
#include "ui/editor/find_bar.h"
#include "ui/editor/markdown_editor.h"

namespace postwright::ui {

EditorPane::EditorPane(QWidget* parent)
    : QWidget(parent),
      m_reason(new QLabel(this)),
      m_editor(new MarkdownEditor(this)),
      m_findBar(new FindBar(m_editor, this)),
      m_findsIn(m_findBar) {
  m_reason->setObjectName(QStringLiteral("readOnlyReason"));
  m_reason->setWordWrap(true);
  m_reason->setTextFormat(Qt::PlainText);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_reason);
  layout->addWidget(m_editor, 1);
  layout->addWidget(m_findBar);
  setFocusProxy(m_editor);
  connect(m_editor, &MarkdownEditor::readOnlyReasonChanged, this, &EditorPane::showReason);
  showReason(m_editor->readOnlyReason());
  buildFindActions();
}

void EditorPane::showReason(const QString& reason) {
  m_reason->setText(reason);
  m_reason->setVisible(!reason.isEmpty());
}

void EditorPane::buildFindActions() {
  addFindAction("find", tr("&Find…"), "Ctrl+F", "edit-find", &FindBar::openFind);
  addFindAction("replace", tr("&Replace…"), "Ctrl+H", "edit-find-replace", &FindBar::openReplace);
  addFindAction("findNext", tr("Find &Next"), "F3", "go-down", &FindBar::findNext);
  addFindAction("findPrevious", tr("Find &Previous"), "Shift+F3", "go-up", &FindBar::findPrevious);
}

void EditorPane::addFindAction(const char* id, const QString& text, const char* keys, const char* iconName,
                               void (FindBar::*order)()) {
  auto* action = new QAction(icon(QLatin1String(iconName)), text, this);
  action->setObjectName(QLatin1String(id));
  action->setShortcut(QKeySequence::fromString(QLatin1String(keys), QKeySequence::PortableText));
  connect(action, &QAction::triggered, this, [this, order] { (m_findsIn->*order)(); });
  addAction(action);
  m_findActions << action;
}

void EditorPane::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && m_findBar->isVisible()) {
    m_findBar->close();
    event->accept();
    return;
  }
  QWidget::keyPressEvent(event);
}

} // namespace postwright::ui
