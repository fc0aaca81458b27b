// The problems of the page shown: listed, underlined, counted, walked through.
#include <QFileInfo>

#include "ui/base/text_bridge.h"
#include "ui/editing_view.h"
#include "ui/main_window.h"
#include "ui/problems/page_checker.h"
#include "ui/problems/problems_panel.h"
#include "ui/status_line.h"

namespace postwright::ui {

void MainWindow::connectProblems() {
  m_problems->setKindsOff(m_state.warningsOff());
  connect(m_problems, &ProblemsPanel::kindsOffChanged, this,
          [this] { m_state.setWarningsOff(m_problems->kindsOff()); });
  connect(m_checker, &PageChecker::checked, m_problems, &ProblemsPanel::setWarnings);
  connect(m_problems, &ProblemsPanel::shownChanged, this, &MainWindow::onProblemsChanged);
  connect(m_problems, &ProblemsPanel::positionRequested, this, &MainWindow::goTo);
  connect(m_problems, &ProblemsPanel::fixRequested, m_editing, &EditingView::operate);
  connect(m_problems, &ProblemsPanel::fieldRequested, this, &MainWindow::goToField);
  connect(m_problems, &ProblemsPanel::closeRequested, this, [this] {
    m_actions.showProblems->setChecked(false);
    m_editing->editor()->setFocus();
  });
  connect(m_status, &StatusLine::problemsClicked, m_actions.showProblems, &QAction::toggle);
  connect(m_actions.showProblems, &QAction::toggled, this, [this](bool shown) {
    m_problems->setVisible(shown);
    m_state.setShowsProblems(shown);
    if (shown) m_problems->setFocus();
  });
  m_actions.showProblems->setChecked(m_state.showsProblems());
  const auto walk = [this](QAction* action, int direction) {
    connect(action, &QAction::triggered, this, [this, direction] {
      m_problems->step(direction);
      const QString message = m_problems->currentMessage();
      say(message.isEmpty() ? tr("Nothing is wrong with this page.") : message);
    });
  };
  walk(m_actions.nextProblem, 1);
  walk(m_actions.previousProblem, -1);
}

/// Beside those of the page: what is wrong with its front matter, and with what the site says of its fields.
void MainWindow::listProblems(const Diagnostics& ofPage) {
  Diagnostics problems = ofPage;
  if (const auto& forms = m_workspace.site().forms())
    problems.insert(problems.end(), forms->problems().begin(), forms->problems().end());
  m_problems->setProblems(problems, documentName(*m_workspace.current()), m_editing->advice());
}

void MainWindow::onProblemsChanged() {
  m_editing->showProblems(m_problems->shown());
  const bool isOpen = m_workspace.current() != nullptr;
  m_status->setProblems(isOpen ? m_problems->errorCount() : -1, m_problems->warningCount());
}

void MainWindow::followLines() {
  const int lines = m_workspace.current()->document()->blockCount();
  const int added = lines - std::exchange(m_lines, lines);
  const int caret = m_editing->editor()->textCursor().blockNumber() + 1;
  if (added != 0) m_problems->shiftWarnings((added > 0 ? caret - added : caret) + 1, added);
}

void MainWindow::goToField(const front_matter::Path& path) {
  if (!m_actions.showForm->isChecked()) m_actions.showForm->trigger();
  m_editing->showPost();
  m_editing->form()->focusField(path);
}

void MainWindow::goTo(const QString& file, int line, int column) {
  const QString absolute = m_workspace.site().absolutePath(toUtf8(file));
  const PostBuffer* current = m_workspace.current();
  if (!file.isEmpty() && QFileInfo::exists(absolute) && (current == nullptr || current->file() != absolute)) {
    chooseFile(absolute);
  }
  m_editing->goTo(line, column);
}

} // namespace postwright::ui
