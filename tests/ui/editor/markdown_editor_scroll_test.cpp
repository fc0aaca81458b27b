// The editor's place as a line and the share of it that is scrolled away.
#include <QAbstractTextDocumentLayout>
#include <QPaintEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <utility>

#include "tests/ui/editor/editor_fixture.h"

using namespace postwright::ui;

namespace {

/// How much of the widget is painted.
class PaintedArea : public QObject {
 public:
  explicit PaintedArea(QWidget* widget) { widget->installEventFilter(this); }
  QRect take() {
    QCoreApplication::processEvents();
    return std::exchange(m_area, {});
  }

 protected:
  bool eventFilter(QObject* /*watched*/, QEvent* event) override {
    if (event->type() == QEvent::Paint) m_area |= static_cast<QPaintEvent*>(event)->rect();
    return false;
  }

 private:
  QRect m_area;
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

  /// As a field of the form writes: what was there is replaced.
  void replacedWord_paintsItsLineAlone() {
    EditorFixture fixture;
    fixture.set(longText());
    fixture.editor.setTopLine(40);
    const auto line = [&fixture](int number) { return fixture.editor.document()->findBlockByNumber(number); };
    PaintedArea area(fixture.editor.viewport());
    area.take();
    const double lineHeight =
        fixture.editor.document()->documentLayout()->blockBoundingRect(line(42)).height();
    replace(line(42), QStringLiteral("word"));
    const int painted = area.take().height();
    QVERIFY(painted >= lineHeight / 2 && painted < 2 * lineHeight);
    for (const char* coloured : {"**word**", "`other`", "**words**"}) { // new colours throw the lines away
      replace(line(42), QString::fromLatin1(coloured));
      QVERIFY2(area.take().height() < 2 * lineHeight, coloured);
    }
    replace(line(43), QStringLiteral("**next**"));
    area.take();
    for (const char* word : {"one", "two"}) { // up to the line's end: the next one is coloured anew
      replace(line(42), QString::fromLatin1(word));
      QVERIFY2(area.take().height() < 3 * lineHeight, word);
    }
    replace(line(2), QStringLiteral("word"));
    QVERIFY(area.take().isEmpty()); // it is above the view
  }

  void line_thatGrows_movesThoseBelow_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const QString many = QStringLiteral("many words ").repeated(30);
    QTest::newRow("plain") << QStringLiteral("word") << many;
    QTest::newRow("loses its colours") << QStringLiteral("**word**") << many;
    QTest::newRow("gets colours") << QStringLiteral("word") << QStringLiteral("**word** ") + many;
    QTest::newRow("shrinks") << many << QStringLiteral("`word`");
  }
  void line_thatGrows_movesThoseBelow() {
    QFETCH(QString, before);
    QFETCH(QString, after);
    EditorFixture fixture;
    fixture.set(longText());
    fixture.editor.setTopLine(40);
    const QTextBlock line = fixture.editor.document()->findBlockByNumber(42);
    PaintedArea area(fixture.editor.viewport());
    replace(line, before);
    area.take();
    replace(line, after);
    QVERIFY(area.take().bottom() >= fixture.editor.viewport()->height() - 1);
  }

 private:
  static void replace(const QTextBlock& line, const QString& text) {
    QTextCursor cursor(line);
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    cursor.insertText(text);
  }
  static QString longText() {
    return QStringLiteral("line\n").repeated(10) + QStringLiteral("many words ").repeated(60) +
           QStringLiteral("\nline").repeated(60);
  }
};

QTEST_MAIN(MarkdownEditorScrollTest)
#include "markdown_editor_scroll_test.moc"
