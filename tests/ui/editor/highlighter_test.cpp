#include "ui/editor/highlighter.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTextLayout>

#include "tests/cpu_timer.h"
#include "tests/ui/editor/editor_fixture.h"
#include "ui/base/theme.h"

using namespace postwright::ui;

namespace {

QString s(const char* text) {
  return QString::fromUtf8(text);
}

QTextCharFormat formatAt(const QTextBlock& block, int column) {
  for (const QTextLayout::FormatRange& range : block.layout()->formats()) {
    if (range.start <= column && column < range.start + range.length) return range.format;
  }
  return {};
}

QTextCharFormat formatAt(const EditorFixture& fixture, int line, int column) {
  return formatAt(fixture.editor.document()->findBlockByNumber(line), column);
}

QColor inkAt(const EditorFixture& fixture, int line, int column) {
  return formatAt(fixture, line, column).foreground().color();
}

} // namespace

class HighlighterTest : public QObject {
  Q_OBJECT

 private slots:
  void cleanup() { applyTheme(*qApp, Scheme::Light); }

  void category_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("column");
    QTest::addColumn<int>("role");
    const auto row = [](const char* name, const char* text, int column, Role role) {
      QTest::newRow(name) << s(text) << column << static_cast<int>(role);
    };
    row("heading's sign", "# a", 0, Role::Faint);
    row("link's words", "[a](b)", 1, Role::Link);
    row("link's address", "[a](b)", 4, Role::Faint);
    row("code", "`a`", 1, Role::Code);
    row("liquid", "{{ a }}", 3, Role::Liquid);
    row("tag", "<b>", 1, Role::Faint);
    row("quotation", "> a", 2, Role::Dim);
    row("list marker", "- a", 0, Role::Accent);
  }
  void category() {
    QFETCH(QString, text);
    QFETCH(int, column);
    QFETCH(int, role);
    EditorFixture fixture;
    fixture.set(text + s("\n|---|"));
    QCOMPARE(inkAt(fixture, 0, column), color(static_cast<Role>(role)));
  }
  void weights() {
    EditorFixture fixture;
    fixture.set(s("# a\n**b** *c* ~~d~~"));
    QCOMPARE(formatAt(fixture, 0, 2).fontWeight(), int(QFont::Bold));
    QCOMPARE(formatAt(fixture, 1, 2).fontWeight(), int(QFont::Bold));
    QVERIFY(formatAt(fixture, 1, 7).fontItalic());
    QVERIFY(formatAt(fixture, 1, 12).fontStrikeOut());
  }

  void frontMatter_followsItsLength() {
    EditorFixture fixture;
    fixture.set(s("---\na: b\n---\n# c"), 3);
    QCOMPARE(inkAt(fixture, 1, 0), color(Role::Dim));
    QCOMPARE(formatAt(fixture, 3, 2).fontWeight(), int(QFont::Bold));
    fixture.editor.setFrontMatterLines(0);
    QCOMPARE(formatAt(fixture, 1, 0).fontWeight(), int(QFont::Bold)); // a line over dashes is a heading
    fixture.editor.setFrontMatterLines(3);
    QCOMPARE(inkAt(fixture, 1, 0), color(Role::Dim));
    QCOMPARE(formatAt(fixture, 3, 2).fontWeight(), int(QFont::Bold));
  }

  void edits_colourWhatFollows() {
    EditorFixture fixture;
    fixture.set(s("|\n*a*\n\nb"));
    fixture.type(s("```"));
    QCOMPARE(inkAt(fixture, 1, 1), color(Role::Code));
    QCOMPARE(inkAt(fixture, 3, 0), color(Role::Code));
    fixture.press(Qt::Key_Backspace);
    QVERIFY(formatAt(fixture, 1, 1).fontItalic());
    QCOMPARE(formatAt(fixture, 3, 0), QTextCharFormat());
  }
  void underline_makesAHeadingOfTheLineAbove() {
    EditorFixture fixture;
    fixture.set(s("title\n|"));
    fixture.type(s("=="));
    QTRY_COMPARE(formatAt(fixture, 0, 0).fontWeight(), int(QFont::Bold));
    fixture.press(Qt::Key_Backspace);
    fixture.press(Qt::Key_Backspace);
    QTRY_COMPARE(formatAt(fixture, 0, 0), QTextCharFormat());
  }

  void theme_changesTheColours() {
    applyTheme(*qApp, Scheme::Light);
    EditorFixture fixture;
    fixture.set(s("[a](b)"));
    const QColor light = inkAt(fixture, 0, 1);
    applyTheme(*qApp, Scheme::Dark);
    QTRY_COMPARE(inkAt(fixture, 0, 1), color(Role::Link));
    QVERIFY(inkAt(fixture, 0, 1) != light);
    QVERIFY(!fixture.editor.document()->isUndoAvailable());
  }
  void theme_reachesADocumentWhenItIsShownAgain() {
    applyTheme(*qApp, Scheme::Light);
    EditorFixture fixture;
    fixture.set(s("[a](b)"));
    QTextDocument* document = fixture.editor.document();
    fixture.editor.show(nullptr);
    applyTheme(*qApp, Scheme::Dark);
    fixture.editor.show(document);
    QCOMPARE(inkAt(fixture, 0, 1), color(Role::Link));
  }

  void rehighlight_reportsNoChangedText() {
    EditorFixture fixture;
    fixture.set(s("a\nb"));
    fixture.editor.document()->setModified(false);
    QSignalSpy spy(fixture.editor.document(), &QTextDocument::contentsChange);
    fixture.editor.setFrontMatterLines(1);
    for (const auto& arguments : spy)
      QCOMPARE(arguments[1], arguments[2]); // as much removed as added
    QVERIFY(!fixture.editor.document()->isModified());
  }

  void aMegabyte_staysFluid() {
    EditorFixture fixture;
    const QString post =
        s("## Heading\n\nText with *emphasis*, `code` and [a link](https://x.y/z).\n\n- {{ item }}\n\n");
    fixture.set(post.repeated(1'000'000 / static_cast<int>(post.size())));
    fixture.editor.goTo(5000, 1);
    postwright::test::CpuTimer timer;
    timer.start();
    for (int i = 0; i < 100; ++i)
      fixture.press(Qt::Key_X);
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
  }
};

QTEST_MAIN(HighlighterTest)
#include "highlighter_test.moc"
