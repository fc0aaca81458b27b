#include "ui/editor/editor_pane.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>
#include <memory>

#include "tests/cpu_timer.h"
#include "ui/editor/find_bar.h"
#include "ui/editor/markdown_editor.h"

using namespace postwright::ui;

namespace {

QString s(const char* text) {
  return QString::fromUtf8(text);
}

} // namespace

class EditorPaneTest : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<QObject> m_owner;
  std::unique_ptr<EditorPane> m_pane;

  MarkdownEditor& editor() { return *m_pane->editor(); }
  template <typename Widget>
  Widget* named(const QString& name) {
    for (auto* widget : m_pane->findBar()->findChildren<Widget*>()) {
      if (widget->accessibleName() == name) return widget;
    }
    return nullptr;
  }
  QLineEdit* findField() { return named<QLineEdit>(s("Find")); }
  QLineEdit* withField() { return named<QLineEdit>(s("Replace with")); }
  QString count() { return findField()->findChild<QLabel*>()->text(); }
  QPushButton* button(const QString& text) {
    for (auto* candidate : m_pane->findBar()->findChildren<QPushButton*>()) {
      if (candidate->text() == text) return candidate;
    }
    return nullptr;
  }
  QString selected() { return editor().textCursor().selectedText(); }
  int selectionStart() { return editor().textCursor().selectionStart(); }
  void setText(const QString& text) {
    editor().document()->setPlainText(text);
    editor().moveCursor(QTextCursor::Start);
  }
  void find(const QString& text) {
    QTest::keyClick(&editor(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(findField(), text);
  }

 private slots:
  void init() {
    m_owner = std::make_unique<QObject>();
    m_pane = std::make_unique<EditorPane>();
    m_pane->resize(600, 400);
    editor().show(makeDocument(m_owner.get()));
    m_pane->show();
    m_pane->activateWindow();
    m_pane->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    QVERIFY(editor().hasFocus());
  }
  void cleanup() {
    m_pane.reset();
    m_owner.reset();
  }

  void find_selectsTheFirstMatchWhileOneTypes() {
    setText(s("ab abc abcd"));
    find(s("ab"));
    QVERIFY(findField()->hasFocus());
    QCOMPARE(selectionStart(), 0);
    QCOMPARE(count(), s("1 of 3"));
    QTest::keyClicks(findField(), s("cd"));
    QCOMPARE(selectionStart(), 7);
    QCOMPARE(count(), s("1 of 1"));
    QTest::keyClick(findField(), Qt::Key_Backspace);
    QCOMPARE(selectionStart(), 3); // nearest to where the search began
    QCOMPARE(count(), s("1 of 2"));
  }
  void find_startsWithTheSelection() {
    setText(s("one two one"));
    editor().select({4, 3});
    QTest::keyClick(&editor(), Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(findField()->text(), s("two"));
    QCOMPARE(findField()->selectedText(), s("two"));
    QCOMPARE(count(), s("1 of 1"));
  }
  void find_highlightsEveryMatch() {
    setText(s("a b a b a"));
    find(s("a"));
    QCOMPARE(editor().extraSelections().size(), 3);
    QTest::keyClick(findField(), Qt::Key_Escape);
    QCOMPARE(editor().extraSelections().size(), 0);
  }
  void next_andPrevious_wrapAround() {
    setText(s("a b a b a"));
    find(s("a"));
    QTest::keyClick(findField(), Qt::Key_Return);
    QCOMPARE(selectionStart(), 4);
    QTest::keyClick(findField(), Qt::Key_F3);
    QCOMPARE(selectionStart(), 8);
    QCOMPARE(count(), s("3 of 3"));
    QTest::keyClick(findField(), Qt::Key_F3);
    QCOMPARE(selectionStart(), 0);
    QTest::keyClick(findField(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(selectionStart(), 8);
    QTest::keyClick(findField(), Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(selectionStart(), 4);
  }
  void f3_worksWithTheBarClosed() {
    setText(s("a b a"));
    find(s("a"));
    QTest::keyClick(findField(), Qt::Key_Escape);
    QVERIFY(editor().hasFocus());
    QVERIFY(!m_pane->findBar()->isVisible());
    QTest::keyClick(&editor(), Qt::Key_F3);
    QCOMPARE(selectionStart(), 4);
    QVERIFY(!m_pane->findBar()->isVisible());
  }
  void escape_inTheText_closesTheBar() {
    setText(s("a"));
    find(s("a"));
    editor().setFocus();
    QTest::keyClick(&editor(), Qt::Key_Escape);
    QVERIFY(!m_pane->findBar()->isVisible());
    QCOMPARE(selected(), s("a"));
  }
  void nothingFound_isSaid() {
    setText(s("a"));
    find(s("x"));
    QCOMPARE(count(), s("No matches"));
    QVERIFY(findField()->property("invalid").toBool());
    findField()->clear();
    QCOMPARE(count(), QString());
    QVERIFY(!findField()->property("invalid").toBool());
  }
  void options_changeWhatIsFound() {
    setText(s("Cat cat cats"));
    find(s("cat"));
    QCOMPARE(count(), s("1 of 3"));
    named<QToolButton>(s("Match case"))->click();
    QCOMPARE(count(), s("1 of 2"));
    named<QToolButton>(s("Whole words"))->click();
    QCOMPARE(count(), s("1 of 1"));
    QCOMPARE(selectionStart(), 4);
  }
  void brokenPattern_isExplainedInPlace() {
    setText(s("a"));
    find(s("(a"));
    named<QToolButton>(s("Regular expression"))->click();
    QLabel* error = nullptr;
    for (auto* label : m_pane->findBar()->findChildren<QLabel*>()) {
      if (label->property("bad").toBool()) error = label;
    }
    QVERIFY(error);
    QVERIFY(error->isVisible());
    QVERIFY(!error->text().isEmpty());
    QTest::keyClicks(findField(), s(")"));
    QVERIFY(!error->isVisible());
    QCOMPARE(count(), s("1 of 1"));
  }
  void matches_followTheText() {
    setText(s("a"));
    find(s("a"));
    editor().setFocus();
    editor().moveCursor(QTextCursor::End);
    QTest::keyClicks(&editor(), s(" a"));
    QTRY_COMPARE(count(), s("2 matches"));
    QCOMPARE(editor().extraSelections().size(), 2);
  }
  void anotherDocument_isSearchedAnew() {
    setText(s("a a"));
    find(s("a"));
    QTextDocument* other = makeDocument(m_owner.get());
    other->setPlainText(s("b a"));
    editor().show(other);
    QTRY_COMPARE(count(), s("1 match"));
  }

  void replace_withoutSelection_onlyGoesThere() {
    setText(s("a b a"));
    QTest::keyClick(&editor(), Qt::Key_H, Qt::ControlModifier);
    QTest::keyClicks(findField(), s("a"));
    editor().moveCursor(QTextCursor::End);
    m_pane->findBar()->replace();
    QCOMPARE(editor().toPlainText(), s("a b a"));
    QCOMPARE(selectionStart(), 0);
  }
  void replace_goesOnBehindWhatItPutIn() {
    setText(s("a b a"));
    QTest::keyClick(&editor(), Qt::Key_H, Qt::ControlModifier);
    QTest::keyClicks(findField(), s("a"));
    QTest::keyClicks(withField(), s("aa"));
    m_pane->findBar()->replace();
    QCOMPARE(editor().toPlainText(), s("aa b a"));
    QCOMPARE(selectionStart(), 5);
    m_pane->findBar()->replace();
    QCOMPARE(editor().toPlainText(), s("aa b aa"));
    QCOMPARE(count(), s("2 replaced"));
    QVERIFY(!editor().textCursor().hasSelection());
    m_pane->findBar()->replace();
    QCOMPARE(editor().toPlainText(), s("aa b aa"));
  }
  void replace_ofWhatWasPutIn_takesItsOwnSearch() {
    setText(s("a"));
    QTest::keyClick(&editor(), Qt::Key_H, Qt::ControlModifier);
    QTest::keyClicks(findField(), s("a"));
    QTest::keyClicks(withField(), s("ab"));
    m_pane->findBar()->replace();
    m_pane->findBar()->findNext();
    m_pane->findBar()->replace();
    QCOMPARE(editor().toPlainText(), s("abb"));
  }
  void matches_areMarkedWhereACaretGoes() {
    setText(s("some word here\n").repeated(20'000));
    find(s("word"));
    editor().goTo(15'000, 1);
    const int caret = editor().textCursor().position();
    const auto marks = editor().extraSelections();
    QVERIFY(std::any_of(marks.begin(), marks.end(), [caret](const QTextEdit::ExtraSelection& mark) {
      return mark.cursor.selectionStart() == caret + 5;
    }));
  }
  void replaceAll_isOneStep() {
    setText(s("a1 a2\na3"));
    QTest::keyClick(&editor(), Qt::Key_H, Qt::ControlModifier);
    named<QToolButton>(s("Regular expression"))->click();
    QTest::keyClicks(findField(), s("a(\\d)"));
    QTest::keyClicks(withField(), s("$1b"));
    button(s("Replace all"))->click();
    QCOMPARE(editor().toPlainText(), s("1b 2b\n3b"));
    QCOMPARE(count(), s("3 replaced"));
    editor().undo();
    QCOMPARE(editor().toPlainText(), s("a1 a2\na3"));
    QVERIFY(!editor().document()->isUndoAvailable());
  }
  void replaceAll_ofManyMatches_isQuick() {
    setText(s("some word here\n").repeated(20'000));
    QTest::keyClick(&editor(), Qt::Key_H, Qt::ControlModifier);
    QTest::keyClicks(findField(), s("word"));
    withField()->setText(s("longer text"));
    postwright::test::CpuTimer timer;
    timer.start();
    button(s("Replace all"))->click();
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(editor().document()->lastBlock().previous().text() == s("some longer text here"));
  }
  void readOnlyText_canBeSearchedButNotReplaced() {
    setText(s("a"));
    editor().setReadOnlyReason(s("not UTF-8"));
    QTest::keyClick(&editor(), Qt::Key_H, Qt::ControlModifier);
    findField()->setText(s("a"));
    QCOMPARE(count(), s("1 of 1"));
    QVERIFY(!button(s("Replace all"))->isEnabled());
    m_pane->findBar()->replaceAll();
    m_pane->findBar()->replace();
    QCOMPARE(editor().toPlainText(), s("a"));
  }
  void readOnlyReason_isShown() {
    auto* reason = m_pane->findChild<QLabel*>(s("readOnlyReason"));
    QVERIFY(!reason->isVisible());
    editor().setReadOnlyReason(s("not UTF-8"));
    QVERIFY(reason->isVisible());
    QCOMPARE(reason->text(), s("not UTF-8"));
    QCOMPARE(editor().accessibleDescription(), s("not UTF-8"));
    editor().setReadOnlyReason(QString());
    QVERIFY(!reason->isVisible());
  }
  void findActions_areForTheMenu() {
    QStringList ids;
    for (QAction* action : m_pane->findActions())
      ids << action->objectName();
    QCOMPARE(ids, QStringList({s("find"), s("replace"), s("findNext"), s("findPrevious")}));
  }
  void bar_fitsANarrowPane() { QVERIFY(m_pane->findBar()->minimumSizeHint().width() <= 340); }
};

QTEST_MAIN(EditorPaneTest)
#include "editor_pane_test.moc"
