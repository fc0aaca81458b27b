#include "ui/editor/markdown_editor.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <QWheelEvent>

#include "tests/ui/editor/editor_fixture.h"
#include "ui/base/theme.h"
#include "ui/editor/highlighter.h"

using namespace postwright::ui;

namespace {

QString s(const char* text) {
  return QString::fromUtf8(text);
}

const QString kPost = QStringLiteral("---\ntitle: A\n---\nbody\nmore");

} // namespace

class MarkdownEditorTest : public QObject {
  Q_OBJECT

 private slots:
  // --- keys: text and caret before, keys, text and caret after; one undo takes it back ------------------

  void key_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<QString>("after");
    const auto row = [](const char* name, const char* before, int key, const char* after, int modifiers = 0) {
      QTest::newRow(name) << s(before) << key << modifiers << s(after);
    };
    const int enter = Qt::Key_Return;
    row("Enter goes on with a list", "- a|", enter, "- a\n- |");
    row("Enter within an item parts it", "* a|b", enter, "* a\n* |b");
    row("Enter counts on", "9. a|", enter, "9. a\n10. |");
    row("Enter counts on with a bracket", "1) a|", enter, "1) a\n2) |");
    row("Enter repeats a number that repeats", "1. a\n1. b|", enter, "1. a\n1. b\n1. |");
    row("Enter keeps the gap", "-   a|", enter, "-   a\n-   |");
    row("Enter makes an open task", "- [x] a|", enter, "- [x] a\n- [ ] |");
    row("Enter goes on with a nested item", "- a\n  - b|", enter, "- a\n  - b\n  - |");
    row("Enter goes on with a quotation", "> a|", enter, "> a\n> |");
    row("Enter goes on with a list in a quotation", "> - a|", enter, "> - a\n> - |");
    row("Enter keeps an indentation", "  a|", enter, "  a\n  |");
    row("Enter on an empty item ends the list", "- a\n- |", enter, "- a\n|");
    row("Enter on an empty task ends the list", "- [ ] a\n- [ ] |", enter, "- [ ] a\n|");
    row("Enter on an empty nested item goes one level up", "1. a\n   - b\n   - |", enter,
        "1. a\n   - b\n2. |");
    row("Enter on an empty quotation ends it", "> a\n> |", enter, "> a\n|");
    row("Enter on an empty item of a quotation stays in it", "> - a\n> - |", enter, "> - a\n> |");
    row("Enter before the marker moves the line down", "|- a", enter, "\n|- a");
    row("Enter in plain text", "a|b", enter, "a\n|b");
    row("Enter replaces the selection", "- a‹b›c", enter, "- a\n- |c");
    row("Enter below a rule", "---|", enter, "---\n|");
    row("Enter in code keeps the indentation only", "```\n  - a|", enter, "```\n  - a\n  |");
    row("Shift+Enter stays in the item", "- a|", enter, "- a\n  |", Qt::ShiftModifier);
    row("Shift+Enter in plain text", "a|", enter, "a\n|", Qt::ShiftModifier);
    row("Enter of the number pad", "- a|", Qt::Key_Enter, "- a\n- |", Qt::KeypadModifier);

    const int tab = Qt::Key_Tab;
    const int backtab = Qt::Key_Backtab;
    row("Tab writes two spaces", "a|b", tab, "a  |b");
    row("Tab moves an item below the one above", "- a\n- b|", tab, "- a\n  - b|");
    row("Tab moves below a number's text", "1. a\n2. b|", tab, "1. a\n   1. b|");
    row("Tab moves the selected lines", "‹a\nb›", tab, "  ‹a\n  b›");
    row("Tab leaves out the line where a selection ends", "‹a\n›b", tab, "  ‹a\n›b");
    row("Tab leaves empty lines empty", "‹a\n\nb›", tab, "  ‹a\n\n  b›");
    row("Shift+Tab moves back", "- a\n  - b|", backtab, "- a\n- b|", Qt::ShiftModifier);
    row("Shift+Tab counts with the new neighbours", "3. a\n   1. b|", backtab, "3. a\n4. b|",
        Qt::ShiftModifier);
    row("Shift+Tab moves the selected lines back", "  ‹a\n   b›", backtab, "‹a\n b›", Qt::ShiftModifier);
    row("Shift+Tab keeps a quotation", ">   a|", backtab, "> a|", Qt::ShiftModifier);

    const int back = Qt::Key_Backspace;
    row("Backspace takes a marker", "- |a", back, "|a");
    row("Backspace takes a task's box first", "- [ ] |a", back, "- |a");
    row("Backspace takes a step of an indentation", "    |a", back, "  |a");
    row("Backspace takes a letter", "ab|", back, "a|");

    row("star round a selection", "a ‹b› c", Qt::Key_Asterisk, "a *‹b›* c");
    row("underscore round a selection", "‹b›", Qt::Key_Underscore, "_‹b›_");
    row("tick round a selection", "‹b›", Qt::Key_QuoteLeft, "`‹b›`");
    row("parenthesis round a selection", "‹b›", Qt::Key_ParenLeft, "(‹b›)");
    row("bracket round a selection", "‹b›", Qt::Key_BracketLeft, "[‹b›]");
    row("quotation mark round a selection", "‹b c›", Qt::Key_QuoteDbl, "\"‹b c›\"");
    row("a letter replaces the selection", "a‹b›c", Qt::Key_X, "ax|c");
  }
  void key() {
    QFETCH(QString, before);
    QFETCH(int, key);
    QFETCH(int, modifiers);
    QFETCH(QString, after);
    EditorFixture fixture;
    fixture.set(before);
    fixture.press(static_cast<Qt::Key>(key), static_cast<Qt::KeyboardModifiers>(modifiers));
    QCOMPARE(fixture.marked(), after);
    fixture.editor.undo();
    QCOMPARE(fixture.text(), before.remove(u'|').remove(QChar(0x2039)).remove(QChar(0x203A)));
    QVERIFY(!fixture.editor.document()->isUndoAvailable());
  }

  void caretKey_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<QString>("after");
    QTest::newRow("to the text") << "  ab|" << 0 << "  |ab";
    QTest::newRow("then to the start") << "  |ab" << 0 << "|  ab";
    QTest::newRow("and back") << "|  ab" << 0 << "  |ab";
    QTest::newRow("selecting") << "  ab|" << int(Qt::ShiftModifier) << s("  ‹ab›");
    QTest::newRow("blank line") << "  |" << 0 << "|  ";
  }
  void caretKey() {
    QFETCH(QString, before);
    QFETCH(int, modifiers);
    QFETCH(QString, after);
    EditorFixture fixture;
    fixture.set(before);
    fixture.press(Qt::Key_Home, static_cast<Qt::KeyboardModifiers>(modifiers));
    QCOMPARE(fixture.marked(), after);
  }

  void typing_isUndoneApartFromTheItem() {
    EditorFixture fixture;
    fixture.set(s("- a|"));
    fixture.type(s("\nbc"));
    QCOMPARE(fixture.text(), s("- a\n- bc"));
    fixture.editor.undo();
    QCOMPARE(fixture.text(), s("- a\n- "));
    fixture.editor.undo();
    QCOMPARE(fixture.text(), s("- a"));
    fixture.editor.redo();
    fixture.editor.redo();
    QCOMPARE(fixture.text(), s("- a\n- bc"));
  }

  void typing_aWholePost() {
    EditorFixture fixture;
    fixture.set(QString());
    fixture.type(s("# A\n\n- b\nc\n\n\nd\n\n> e\nf\n\n\ng"));
    QCOMPARE(fixture.text(), s("# A\n\n- b\n- c\n\nd\n\n> e\n> f\n\ng"));
  }

  void noBreakSpace_staysWhatItIs() {
    EditorFixture fixture;
    fixture.set(s("a|b"));
    QTest::sendKeyEvent(QTest::Click, &fixture.editor, Qt::Key_nobreakspace, QString(QChar(0xA0)),
                        Qt::NoModifier);
    QCOMPARE(fixture.text(), s("a\u00A0b"));
    fixture.editor.selectAll();
    fixture.editor.copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), s("a\u00A0b"));
    fixture.editor.paste();
    QCOMPARE(fixture.text(), s("a\u00A0b"));
  }

  // --- front matter -------------------------------------------------------------------------------------

  void backspace_atTheBodysStart_keepsTheFence() {
    for (const auto modifiers : {Qt::NoModifier, Qt::ControlModifier, Qt::ShiftModifier}) {
      EditorFixture fixture;
      fixture.set(s("---\ntitle: A\n---\n|body"), 3);
      fixture.press(Qt::Key_Backspace, modifiers);
      QCOMPARE(fixture.marked(), s("---\ntitle: A\n---\n|body"));
    }
  }
  void delete_atTheFencesEnd_keepsIt() {
    EditorFixture fixture;
    fixture.set(s("---\ntitle: A\n---|\nbody"), 3);
    fixture.press(Qt::Key_Delete);
    QCOMPARE(fixture.marked(), s("---\ntitle: A\n---|\nbody"));
  }
  void backspace_withinTheFrontMatter_works() {
    EditorFixture fixture;
    fixture.set(s("---\ntitle: A|\n---\nbody"), 3);
    fixture.press(Qt::Key_Backspace);
    QCOMPARE(fixture.marked(), s("---\ntitle: |\n---\nbody"));
  }
  void backspace_overASelection_isTheUsersWish() {
    EditorFixture fixture;
    fixture.set(s("---\ntitle: A\n-‹--\nb›ody"), 3);
    fixture.press(Qt::Key_Backspace);
    QCOMPARE(fixture.marked(), s("---\ntitle: A\n-|ody"));
  }
  void enter_inAYamlList_goesOn() {
    EditorFixture fixture;
    fixture.set(s("---\ntags:\n  - a|\n---\n"), 4);
    fixture.press(Qt::Key_Return);
    QCOMPARE(fixture.marked(), s("---\ntags:\n  - a\n  - |\n---\n"));
  }

  void scrollPastFrontMatter_putsTheBodyAtTheTop() {
    EditorFixture fixture;
    fixture.set(QStringLiteral("|") + kPost, 3);
    fixture.editor.scrollPastFrontMatter();
    QCOMPARE(fixture.editor.place().firstBlock, 3);
    QCOMPARE(fixture.editor.textCursor().blockNumber(), 3);
    QTest::qWait(0);
    QCOMPARE(fixture.editor.place().firstBlock, 3); // short as the body is
  }
  void scrollPastFrontMatter_beforeTheWindowIsShown() {
    QObject owner;
    QTextDocument* document = makeDocument(&owner);
    document->setPlainText(kPost);
    MarkdownEditor editor;
    editor.show(document);
    editor.setFrontMatterLines(3);
    editor.scrollPastFrontMatter();
    editor.resize(500, 300);
    editor.QWidget::show();
    QVERIFY(QTest::qWaitForWindowExposed(&editor));
    QCOMPARE(editor.place().firstBlock, 3);
    editor.show(nullptr);
  }

  // --- documents and places -----------------------------------------------------------------------------

  void documents_keepTextUndoAndPlace() {
    EditorFixture fixture;
    QObject owner;
    QTextDocument* first = makeDocument(&owner);
    first->setPlainText(QString(s("line\n")).repeated(200));
    QTextDocument* second = makeDocument(&owner);
    second->setPlainText(s("other"));
    fixture.editor.show(first);
    fixture.editor.goTo(120, 3);
    fixture.type(s("x"));
    fixture.editor.verticalScrollBar()->setValue(110);
    const EditorPlace place = fixture.editor.place();
    QCOMPARE(place.firstBlock, 110);

    fixture.editor.show(second);
    QCOMPARE(fixture.editor.place(), EditorPlace{});
    QCOMPARE(fixture.editor.toPlainText(), s("other"));
    fixture.editor.show(first);
    fixture.editor.restore(place);
    QCOMPARE(fixture.editor.place(), place);
    QCOMPARE(fixture.editor.textCursor().block().text(), s("lixne"));
    fixture.editor.undo();
    QCOMPARE(fixture.editor.textCursor().block().text(), s("line"));
    QVERIFY(!first->isUndoAvailable());
    QVERIFY(!second->isUndoAvailable());
    fixture.editor.show(nullptr);
  }
  void restore_ofAPlaceBehindTheText_isItsEnd() {
    EditorFixture fixture;
    fixture.set(s("ab|"));
    fixture.editor.restore({900, 1, 70});
    QCOMPARE(fixture.marked(), s("a‹b›"));
  }
  void show_ofNothing_isAnEmptyText() {
    EditorFixture fixture;
    fixture.set(s("ab"));
    fixture.editor.show(nullptr);
    QCOMPARE(fixture.editor.toPlainText(), QString());
  }

  void nothing_isWrittenIntoTheDocument() {
    EditorFixture fixture;
    fixture.set(s("# A\n\n**b** {{ c }}"));
    fixture.editor.document()->setModified(false);
    fixture.editor.setFontSize(20);
    fixture.editor.setProblems({{3, 1, 2, postwright::Severity::Error, s("bad")}});
    fixture.editor.setMatches({{0, 1}});
    fixture.editor.resize(300, 300);
    QVERIFY(!fixture.editor.document()->isUndoAvailable());
    QVERIFY(!fixture.editor.document()->isModified());
    for (QTextBlock block = fixture.editor.document()->begin(); block.isValid(); block = block.next()) {
      QCOMPARE(block.blockFormat(), QTextBlockFormat());
      QCOMPARE(block.charFormat(), QTextCharFormat());
    }
  }

  void readOnly_refusesEveryKey() {
    EditorFixture fixture;
    QSignalSpy spy(&fixture.editor, &MarkdownEditor::readOnlyReasonChanged);
    fixture.set(s("- a‹b›"));
    fixture.editor.setReadOnlyReason(s("not UTF-8"));
    QCOMPARE(spy.size(), 1);
    for (const auto key : {Qt::Key_Return, Qt::Key_Backspace, Qt::Key_Asterisk, Qt::Key_Delete, Qt::Key_A})
      fixture.press(key);
    fixture.editor.insertImage(s("a.png"), s("b"));
    fixture.editor.paste();
    QCOMPARE(fixture.text(), s("- ab"));
    fixture.editor.setReadOnlyReason(QString());
    fixture.press(Qt::Key_Asterisk);
    QCOMPARE(fixture.text(), s("- a*b*"));
  }

  // --- caret, problems ----------------------------------------------------------------------------------

  void caretMoved_countsCodePoints() {
    EditorFixture fixture;
    fixture.set(s("a\n|🦄b"));
    QSignalSpy spy(&fixture.editor, &MarkdownEditor::caretMoved);
    fixture.press(Qt::Key_End);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].toInt(), 2);
    QCOMPARE(spy[0][1].toInt(), 3);
  }
  void goTo_data() {
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("marked");
    QTest::newRow("inside") << 2 << 2 << s("ab\n🦄|d");
    QTest::newRow("behind the line") << 1 << 9 << s("ab|\n🦄d");
    QTest::newRow("behind the text") << 9 << 1 << s("ab\n|🦄d");
    QTest::newRow("unknown") << 0 << 0 << s("|ab\n🦄d");
  }
  void goTo() {
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QString, marked);
    EditorFixture fixture;
    fixture.set(s("ab\n🦄d|"));
    fixture.editor.goTo(line, column);
    QCOMPARE(fixture.marked(), marked);
  }
  void goTo_farAway_bringsTheLineIntoView() {
    EditorFixture fixture;
    fixture.set(QString(s("line\n")).repeated(500));
    fixture.editor.goTo(400, 1);
    QVERIFY(fixture.editor.viewport()->rect().contains(fixture.editor.cursorRect()));
  }

  void problems_areUnderlined_data() {
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("underlined");
    QTest::newRow("length given") << 1 << 3 << 4 << s("word");
    QTest::newRow("word found") << 1 << 3 << 0 << s("word");
    QTest::newRow("code points") << 2 << 2 << 1 << s("b");
    QTest::newRow("behind the line's end") << 1 << 99 << 0 << s("d");
    QTest::newRow("longer than the line") << 1 << 3 << 99 << s("word");
    QTest::newRow("empty line") << 3 << 1 << 0 << QString();
  }
  void problems_areUnderlined() {
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(int, length);
    QFETCH(QString, underlined);
    EditorFixture fixture;
    fixture.set(s("a word\n🦄b\n"));
    fixture.editor.setProblems({{line, column, length, postwright::Severity::Error, s("bad")}});
    const auto selections = fixture.editor.extraSelections();
    QCOMPARE(selections.size(), 1);
    QCOMPARE(selections[0].cursor.selectedText(), underlined);
    QCOMPARE(selections[0].format.underlineStyle(), QTextCharFormat::WaveUnderline);
    QCOMPARE(selections[0].format.underlineColor(), color(Role::Bad));
  }
  void problems_followTheText() {
    EditorFixture fixture;
    fixture.set(s("|a word"));
    fixture.editor.setProblems({{1, 3, 4, postwright::Severity::Warning, s("bad")}});
    fixture.type(s("xyz "));
    QCOMPARE(fixture.editor.extraSelections()[0].cursor.selectedText(), s("word"));
    QCOMPARE(fixture.editor.extraSelections()[0].format.underlineColor(), color(Role::Draft));
    fixture.editor.setProblems({});
    QVERIFY(fixture.editor.extraSelections().isEmpty());
  }

  void problems_keepTheirPlace_whenColoursChange() {
    EditorFixture fixture;
    fixture.set(s("[a](b) {{ word }}"));
    fixture.editor.setProblems({{1, 11, 4, postwright::Severity::Warning, s("bad")}});
    applyTheme(*qApp, Scheme::Dark);
    Highlighter::of(fixture.editor.document())->refreshColours();
    fixture.editor.setMatches({}); // the marks are set anew
    applyTheme(*qApp, Scheme::Light);
    QCOMPARE(fixture.editor.extraSelections()[0].cursor.selectedText(), s("word"));
  }

  void problems_afterWhatIsRemoved() {
    EditorFixture fixture;
    fixture.set(s("‹gone› a word"));
    fixture.editor.setProblems({{1, 1, 4, postwright::Severity::Error, s("gone")},
                                {1, 8, 4, postwright::Severity::Warning, s("bad")}});
    fixture.press(Qt::Key_Delete);
    fixture.editor.setMatches({}); // the marks are set anew
    QCOMPARE(fixture.editor.extraSelections().size(), 2);
    QCOMPARE(fixture.editor.extraSelections()[0].cursor.selectedText(), QString());
    QCOMPARE(fixture.editor.extraSelections()[1].cursor.selectedText(), s("word"));
  }

  void problems_areMarkedWhereOneGoes() {
    EditorFixture fixture;
    fixture.set(QString(300, u'\n') + s("word"));
    fixture.editor.setProblems({{301, 1, 4, postwright::Severity::Warning, s("bad")}});
    QVERIFY(fixture.editor.extraSelections().isEmpty()); // it is far below
    fixture.editor.goTo(301, 1);
    QCOMPARE(fixture.editor.extraSelections().size(), 1);
  }

  // --- size ---------------------------------------------------------------------------------------------

  void fontSize_byKeys() {
    EditorFixture fixture;
    QSignalSpy spy(&fixture.editor, &MarkdownEditor::fontSizeChanged);
    fixture.press(Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(fixture.editor.fontSize(), MarkdownEditor::kUsualFont + 1);
    QCOMPARE(fixture.editor.document()->defaultFont().pointSizeF(), MarkdownEditor::kUsualFont + 1);
    fixture.press(Qt::Key_Minus, Qt::ControlModifier);
    fixture.press(Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(fixture.editor.fontSize(), MarkdownEditor::kUsualFont - 1);
    fixture.press(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(fixture.editor.fontSize(), MarkdownEditor::kUsualFont);
    QCOMPARE(spy.size(), 4);
    QCOMPARE(fixture.text(), QString());
  }
  void fontSize_byWheel() {
    EditorFixture fixture;
    const auto turn = [&fixture](int angle) {
      QWheelEvent event(QPointF(50, 50), fixture.editor.mapToGlobal(QPointF(50, 50)), QPoint(),
                        QPoint(0, angle), Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
      QApplication::sendEvent(fixture.editor.viewport(), &event);
    };
    turn(120);
    QCOMPARE(fixture.editor.fontSize(), MarkdownEditor::kUsualFont + 1);
    for (int i = 0; i < 4; ++i)
      turn(-30); // a touch pad's small steps add up
    QCOMPARE(fixture.editor.fontSize(), MarkdownEditor::kUsualFont);
  }
  void fontSize_hasLimits() {
    EditorFixture fixture;
    fixture.editor.setFontSize(1);
    QCOMPARE(fixture.editor.fontSize(), MarkdownEditor::kSmallestFont);
    fixture.editor.setFontSize(500);
    QCOMPARE(fixture.editor.fontSize(), MarkdownEditor::kLargestFont);
  }

  void measure_isAtMostNinetyCharacters() {
    EditorFixture fixture;
    const qreal digit = QFontMetricsF(fixture.editor.font()).horizontalAdvance(u'0');
    for (const int width : {400, 700, 1200, 2400}) {
      fixture.editor.resize(width, 400);
      const int inner = static_cast<int>(2 * fixture.editor.document()->documentMargin());
      const qreal characters = (fixture.editor.viewport()->width() - inner) / digit;
      QVERIFY2(characters < 90, qPrintable(QString::number(characters)));
      if (width >= 1200) QVERIFY2(characters > 60, qPrintable(QString::number(characters)));
    }
  }

  void caretsParagraph_isMarkedAtEveryWidth() {
    EditorFixture fixture;
    fixture.set(s("one\n\ntwo"));
    for (const int width : {300, 500, 1200}) {
      fixture.editor.resize(width, 400);
      QCoreApplication::processEvents();
      const QImage picture = fixture.editor.grab().toImage();
      const int row = fixture.editor.viewport()->y() + fixture.editor.cursorRect().center().y();
      QCOMPARE(picture.pixelColor(1, row).rgb(), color(Role::Accent).rgb());
    }
  }
  void lines_haveLeadingEverywhere() {
    EditorFixture fixture;
    fixture.set(s("a\n\n# b\n") + QString(s("long ")).repeated(60) + s("\n日本語 🦄\nlast"));
    const int em = QFontInfo(fixture.editor.font()).pixelSize();
    QTextCursor cursor(fixture.editor.document());
    int lines = 0;
    int above = fixture.editor.cursorRect(cursor).top();
    while (cursor.movePosition(QTextCursor::Down)) {
      const int top = fixture.editor.cursorRect(cursor).top();
      QVERIFY2(top - above >= em * 1.6, qPrintable(QString::number(top - above)));
      above = top;
      ++lines;
    }
    QVERIFY(lines > 8);
  }
  void click_betweenTwoLines_findsTheNearerOne() {
    EditorFixture fixture;
    fixture.set(QString(s("word ")).repeated(60));
    QTextCursor second(fixture.editor.document());
    second.movePosition(QTextCursor::Down);
    second.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, 10);
    const QRect rect = fixture.editor.cursorRect(second);
    for (const int y : {rect.top() - 2, rect.center().y(), rect.bottom() + 2}) {
      QTest::mouseClick(fixture.editor.viewport(), Qt::LeftButton, {}, {rect.left(), y});
      QCOMPARE(fixture.editor.textCursor().position(), second.position());
    }
  }
  void click_inTheMargin_isAClickOnTheLine() {
    EditorFixture fixture;
    fixture.editor.resize(1400, 300);
    fixture.set(s("one\ntwo\n|three"));
    const QRect rect =
        fixture.editor.cursorRect(QTextCursor(fixture.editor.document()->findBlockByNumber(1)));
    QTest::mouseClick(&fixture.editor, Qt::LeftButton, {}, {20, rect.center().y()});
    QCOMPARE(fixture.marked(), s("one\n|two\nthree"));
  }

  void caretsParagraph_isMarkedAtTheEdge() {
    EditorFixture fixture;
    fixture.set(s("a\n\nb|\nc\n\nd"));
    const QImage image = fixture.editor.grab().toImage();
    const auto isMarked = [&](int block) {
      const QRect rect =
          fixture.editor.cursorRect(QTextCursor(fixture.editor.document()->findBlockByNumber(block)));
      return image.pixelColor(1, rect.center().y()) == color(Role::Accent);
    };
    QVERIFY(!isMarked(0));
    QVERIFY(isMarked(2));
    QVERIFY(isMarked(3)); // the same paragraph
    QVERIFY(!isMarked(5));
  }

  // --- focus --------------------------------------------------------------------------------------------

  void tab_afterEscape_leavesTheText() {
    QWidget window;
    QObject owner;
    auto* layout = new QVBoxLayout(&window);
    auto* editor = new MarkdownEditor(&window);
    auto* button = new QPushButton(&window);
    layout->addWidget(editor);
    layout->addWidget(button);
    editor->show(makeDocument(&owner));
    window.show();
    window.activateWindow();
    editor->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(editor, Qt::Key_Tab);
    QVERIFY(editor->hasFocus());
    QTest::keyClick(editor, Qt::Key_Escape);
    QTest::keyClick(editor, Qt::Key_A);
    QTest::keyClick(editor, Qt::Key_Tab);
    QVERIFY(editor->hasFocus()); // something was typed in between
    QTest::keyClick(editor, Qt::Key_Escape);
    QTest::keyClick(editor, Qt::Key_Tab);
    QVERIFY(button->hasFocus());
    QCOMPARE(editor->toPlainText(), s("  a  "));
    editor->show(nullptr);
  }

  // --- clipboard and drops ------------------------------------------------------------------------------

  void paste_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("clipboard");
    QTest::addColumn<QString>("after");
    QTest::newRow("plain text") << s("a|") << s("b") << s("ab|");
    QTest::newRow("line ends") << s("|") << s("a\r\nb\rc\nd") << s("a\nb\nc\nd|");
    QTest::newRow("URL over a selection")
        << s("a ‹word› b") << s("https://x.y/z?a=(b)\n") << s("a [word](https://x.y/z?a=(b))| b");
    QTest::newRow("URL without selection") << s("|") << s("https://x.y") << s("https://x.y|");
    QTest::newRow("URL over a URL") << s("‹https://a.b›") << s("https://x.y") << s("https://x.y|");
    QTest::newRow("URL over lines") << s("‹a\nb›") << s("https://x.y") << s("https://x.y|");
    QTest::newRow("URL in code") << s("```\n‹a›") << s("https://x.y") << s("```\nhttps://x.y|");
    QTest::newRow("words over a selection") << s("‹a›") << s("not https://x.y") << s("not https://x.y|");
    QTest::newRow("no-break space") << s("|") << s("a\u00A0b") << s("a\u00A0b|");
  }
  void paste() {
    QFETCH(QString, before);
    QFETCH(QString, clipboard);
    QFETCH(QString, after);
    EditorFixture fixture;
    fixture.set(before);
    QGuiApplication::clipboard()->setText(clipboard);
    fixture.press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(fixture.marked(), after);
    fixture.editor.undo();
    QVERIFY(!fixture.editor.document()->isUndoAvailable());
  }
  void paste_ofRichText_isPlain() {
    EditorFixture fixture;
    auto* data = new QMimeData;
    data->setHtml(s("<b>a</b>"));
    data->setText(s("a"));
    QGuiApplication::clipboard()->setMimeData(data);
    fixture.editor.paste();
    QCOMPARE(fixture.text(), s("a"));
    QCOMPARE(fixture.editor.document()->begin().charFormat(), QTextCharFormat());
  }
  void paste_ofFiles_onlyTells() {
    EditorFixture fixture;
    QSignalSpy images(&fixture.editor, &MarkdownEditor::imageDropped);
    QSignalSpy files(&fixture.editor, &MarkdownEditor::filesDropped);
    auto* data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(s("/a/b c.PNG")), QUrl::fromLocalFile(s("/a/d.txt"))});
    QGuiApplication::clipboard()->setMimeData(data);
    fixture.editor.paste();
    QCOMPARE(images.size(), 1);
    QCOMPARE(images[0][0].toString(), s("/a/b c.PNG"));
    QCOMPARE(files.size(), 1);
    QCOMPARE(files[0][0].toStringList(), QStringList{s("/a/d.txt")});
    QCOMPARE(fixture.text(), QString());
  }
  void paste_ofAPicture_onlyTells() {
    EditorFixture fixture;
    QSignalSpy spy(&fixture.editor, &MarkdownEditor::imagePasted);
    QGuiApplication::clipboard()->setImage(QImage(2, 2, QImage::Format_RGB32));
    fixture.editor.paste();
    QCOMPARE(spy.size(), 1);
    QCOMPARE(fixture.text(), QString());
  }

  void insertImage_andLink_escape() {
    EditorFixture fixture;
    fixture.set(s("a ‹b›"));
    fixture.editor.insertImage(s("/img/my pic.png"), s("a [b]"));
    QCOMPARE(fixture.marked(), s("a ![a \\[b\\]](</img/my pic.png>)|"));
    fixture.editor.undo();
    QCOMPARE(fixture.text(), s("a b"));
    fixture.set(s("|"));
    fixture.editor.insertLink(s("{{ page.permalink }}"), s("c"));
    QCOMPARE(fixture.marked(), s("[c]({{ page.permalink }})|"));
  }
};

QTEST_MAIN(MarkdownEditorTest)
#include "markdown_editor_test.moc"
