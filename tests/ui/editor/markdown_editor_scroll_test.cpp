// The editor's place as a line and the share of it that is scrolled away.
#include <QScrollBar>
#include <QSignalSpy>
#include <utility>

#include "tests/ui/editor/editor_fixture.h"

using namespace postwright::ui;

namespace {

/// Counts how often the widget is painted.
class PaintCounter : public QObject {
 public:
  explicit PaintCounter(QWidget* widget) { widget->installEventFilter(this); }
  int take() {
    QCoreApplication::processEvents();
    return std::exchange(m_count, 0);
  }

 protected:
  bool eventFilter(QObject* /*watched*/, QEvent* event) override {
    if (event->type() == QEvent::Paint) ++m_count;
    return false;
  }

 private:
  int m_count = 0;
};

} // namespace

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

  void changeAboveTheView_paintsOnlyWhenItMovesTheText() {
    EditorFixture fixture;
    fixture.set(longText());
    fixture.editor.setTopLine(40);
    QTextCursor above(fixture.editor.document());
    above.setPosition(2);
    PaintCounter paints(fixture.editor.viewport());
    paints.take();
    above.insertText(QStringLiteral("x"));
    QCOMPARE(paints.take(), 0);
    above.insertText(QStringLiteral("more words ").repeated(30));
    QVERIFY(paints.take() > 0);
    const QTextBlock grown = fixture.editor.document()->firstBlock();
    QVERIFY(grown.lineCount() > 2);
    QCOMPARE(fixture.editor.document()->findBlockByNumber(1).firstLineNumber(), grown.lineCount());
  }

  void changeInView_paints() {
    EditorFixture fixture;
    fixture.set(longText());
    fixture.editor.setTopLine(40);
    QTextCursor inView(fixture.editor.document()->findBlockByNumber(41));
    PaintCounter paints(fixture.editor.viewport());
    paints.take();
    inView.insertText(QStringLiteral("x"));
    QVERIFY(paints.take() > 0);
  }

 private:
  static QString longText() {
    return QStringLiteral("line\n").repeated(10) + QStringLiteral("many words ").repeated(60) +
           QStringLiteral("\nline").repeated(60);
  }
};

QTEST_MAIN(MarkdownEditorScrollTest)
#include "markdown_editor_scroll_test.moc"
