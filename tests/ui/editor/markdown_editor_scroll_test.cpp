// The editor's place as a line and the share of it that is scrolled away.
#include <QScrollBar>
#include <QSignalSpy>

#include "tests/ui/editor/editor_fixture.h"

using namespace postwright::ui;

class MarkdownEditorScrollTest : public QObject {
  Q_OBJECT

 private slots:
  void topLine_countsTheRowsOfAWrappedLine() {
    EditorFixture fixture;
    fixture.set(longText());
    const QTextBlock wrapped = fixture.editor.document()->findBlockByNumber(10);
    QVERIFY(wrapped.lineCount() > 3);
    fixture.editor.verticalScrollBar()->setValue(wrapped.firstLineNumber());
    QCOMPARE(fixture.editor.topLine(), 11.0);
    fixture.editor.verticalScrollBar()->setValue(wrapped.firstLineNumber() + 1);
    QCOMPARE(fixture.editor.topLine(), 11.0 + 1.0 / wrapped.lineCount());
  }

  void setTopLine_goesToTheRow_andSaysNothing() {
    EditorFixture fixture;
    fixture.set(longText());
    QSignalSpy scrolled(&fixture.editor, &MarkdownEditor::scrolled);
    fixture.editor.setTopLine(11.5);
    const QTextBlock wrapped = fixture.editor.document()->findBlockByNumber(10);
    QCOMPARE(fixture.editor.verticalScrollBar()->value(),
             wrapped.firstLineNumber() + qRound(wrapped.lineCount() / 2.0));
    fixture.editor.setTopLine(40);
    QCOMPARE(fixture.editor.topLine(), 40.0);
    fixture.editor.setTopLine(1e9);
    fixture.editor.setTopLine(-5);
    QCOMPARE(fixture.editor.topLine(), 1.0);
    QVERIFY(scrolled.isEmpty());
    fixture.editor.verticalScrollBar()->setValue(3);
    QCOMPARE(scrolled.size(), 1);
  }

 private:
  static QString longText() {
    return QStringLiteral("line\n").repeated(10) + QStringLiteral("many words ").repeated(60) +
           QStringLiteral("\nline").repeated(60);
  }
};

QTEST_MAIN(MarkdownEditorScrollTest)
#include "markdown_editor_scroll_test.moc"
