#include "ui/problems/problems_panel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "ui/problems/problem_list_model.h"

using namespace postwright;
using namespace postwright::ui;

namespace {

Diagnostic problem(Severity severity, ErrorCode code, const char* file, int line) {
  return {severity, Error{code, {}, {file, line, 2}, {"x"}, {}}};
}

/// About the field `x` of the document's line, with a fix that removes it.
front_matter::FieldAdvice adviceOn(int line) {
  front_matter::FieldAdvice advice;
  advice.path = {std::string("x")};
  advice.severity = Severity::Warning;
  advice.error = {ErrorCode::FieldTwice, {}, {{}, line, 2}, {"x"}, {}};
  advice.fix = front_matter::Fix{
      FixKind::RemoveKey, "Remove it", {{front_matter::OperationKind::Remove, advice.path}}};
  return advice;
}

const Diagnostics kErrors = {problem(Severity::Error, ErrorCode::YamlTab, "_layouts/l.liquid", 9)};
const Diagnostics kWarnings = {problem(Severity::Warning, ErrorCode::LinkDead, "posts/a.md", 7),
                               problem(Severity::Warning, ErrorCode::HeadingSkips, "posts/a.md", 3)};

} // namespace

class ProblemsPanelTest : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    m_panel = std::make_unique<ProblemsPanel>();
    m_panel->setProblems(kErrors, QStringLiteral("posts/a.md"));
    m_panel->setWarnings(kWarnings);
  }
  void cleanup() { m_panel.reset(); }

  void errors_comeFirst_thenByLine() {
    QCOMPARE(places(), QStringList({QStringLiteral("_layouts/l.liquid:9"), QStringLiteral("posts/a.md:3"),
                                    QStringLiteral("posts/a.md:7")}));
    QCOMPARE(m_panel->errorCount(), 1);
    QCOMPARE(m_panel->warningCount(), 2);
  }

  void step_goesRoundAndRound() {
    QSignalSpy asked(m_panel.get(), &ProblemsPanel::positionRequested);
    QList<int> lines;
    for (const int direction : {1, 1, 1, 1, -1, -1}) {
      m_panel->step(direction);
      lines << asked.takeFirst().at(1).toInt();
    }
    QCOMPARE(lines, QList<int>({9, 3, 7, 9, 7, 3}));
    QVERIFY(!m_panel->currentMessage().isEmpty());
  }

  void enter_goesToTheProblem() {
    QSignalSpy asked(m_panel.get(), &ProblemsPanel::positionRequested);
    list()->setCurrentIndex(list()->model()->index(1, 0));
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first(), QVariantList({QStringLiteral("posts/a.md"), 3, 2}));
  }

  void aKindThatIsOff_isNotShown_errorsAlwaysAre() {
    QSignalSpy changed(m_panel.get(), &ProblemsPanel::kindsOffChanged);
    for (QAction* action : m_panel->menu()->actions())
      action->setChecked(action->data().toInt() == static_cast<int>(checks::Kind::Links));
    QCOMPARE(places(), QStringList({QStringLiteral("_layouts/l.liquid:9"), QStringLiteral("posts/a.md:7")}));
    QCOMPARE(changed.count(), checks::kKindCount - 1);
    ProblemsPanel other;
    other.setKindsOff(m_panel->kindsOff());
    QCOMPARE(other.kindsOff(), m_panel->kindsOff());
  }

  void aNewRender_keepsTheWarnings_anotherDocumentDropsThem() {
    m_panel->setProblems({}, QStringLiteral("posts/a.md"));
    QCOMPARE(m_panel->warningCount(), 2);
    m_panel->setProblems({}, QStringLiteral("posts/b.md"));
    QCOMPARE(m_panel->warningCount(), 0);
  }

  void warnings_moveWithTheLines() {
    m_panel->shiftWarnings(4, 2);
    m_panel->setProblems({}, QStringLiteral("posts/a.md"));
    QCOMPARE(places(), QStringList({QStringLiteral("posts/a.md:3"), QStringLiteral("posts/a.md:9")}));
  }

  void theCurrentProblem_staysCurrent() {
    m_panel->step(-1);
    const QString message = m_panel->currentMessage();
    m_panel->setProblems({}, QStringLiteral("posts/a.md"));
    QCOMPARE(m_panel->currentMessage(), message);
  }

  void advice_isListed_onceWhereRenderingSaidItToo() {
    m_panel->setProblems({problem(Severity::Error, ErrorCode::FieldTwice, "posts/a.md", 4)},
                         QStringLiteral("posts/a.md"), {adviceOn(4), adviceOn(5)});
    QCOMPARE(places(), QStringList({QStringLiteral("posts/a.md:4"), QStringLiteral("posts/a.md:3"),
                                    QStringLiteral("posts/a.md:5"), QStringLiteral("posts/a.md:7")}));
    QCOMPARE(m_panel->errorCount(), 1);
    m_panel->setProblems({}, QStringLiteral("posts/a.md"));
    QCOMPARE(m_panel->warningCount(), 2);
  }

  void fix_isOfferedForTheProblemThatHasOne() {
    m_panel->setProblems({problem(Severity::Error, ErrorCode::FieldTwice, "posts/a.md", 4)},
                         QStringLiteral("posts/a.md"), {adviceOn(4)});
    QSignalSpy asked(m_panel.get(), &ProblemsPanel::fixRequested);
    auto* button = m_panel->findChild<QPushButton*>(QStringLiteral("problemFix"));
    QVERIFY(button->isHidden());
    list()->setCurrentIndex(list()->model()->index(1, 0)); // a warning about the page
    QVERIFY(button->isHidden());
    list()->setCurrentIndex(list()->model()->index(0, 0));
    QCOMPARE(button->text(), QStringLiteral("Remove it"));
    button->click();
    QCOMPARE(asked.count(), 1);
    m_panel->setProblems({}, QStringLiteral("posts/a.md"));
    QVERIFY(button->isHidden());
  }

  void menu_goesToTheFieldAndPutsItRight() {
    m_panel->setProblems({}, QStringLiteral("posts/a.md"), {adviceOn(1)});
    QSignalSpy field(m_panel.get(), &ProblemsPanel::fieldRequested);
    QSignalSpy fixed(m_panel.get(), &ProblemsPanel::fixRequested);
    QMenu menu;
    m_panel->fillMenu(menu, 0);
    for (QAction* action : menu.actions())
      if (!action->isSeparator()) action->trigger();
    QCOMPARE(field.count(), 1);
    QCOMPARE(field.first().first().value<front_matter::Path>(), front_matter::Path{std::string("x")});
    QCOMPARE(fixed.count(), 1);
    QMenu ofThePage;
    m_panel->fillMenu(ofThePage, 1);
    QCOMPARE(ofThePage.actions().size(), menu.actions().size() - 2);
  }

  void noFile_isTheDocument() {
    m_panel->setProblems({problem(Severity::Error, ErrorCode::YamlTab, "", 0)}, QStringLiteral("posts/a.md"));
    QCOMPARE(places().first(), QStringLiteral("posts/a.md"));
  }

  void model_keepsQtsRules() {
    const QAbstractItemModelTester tester(list()->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_panel->setWarnings({});
    m_panel->setWarnings(kWarnings);
    QVERIFY(list()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"_layouts"));
  }

 private:
  QListView* list() const { return m_panel->findChild<QListView*>(); }
  QStringList places() const {
    QStringList places;
    for (int row = 0; row < list()->model()->rowCount(); ++row)
      places << list()->model()->index(row, 0).data(ProblemListModel::ItemRole).value<ProblemItem>().place();
    return places;
  }

  std::unique_ptr<ProblemsPanel> m_panel;
};

QTEST_MAIN(ProblemsPanelTest)
#include "problems_panel_test.moc"
