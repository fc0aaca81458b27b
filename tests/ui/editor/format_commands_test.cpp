#include "ui/editor/format_commands.h"

#include <QAction>
#include <QSet>
#include <algorithm>

#include "tests/ui/editor/editor_fixture.h"

using namespace postwright::ui;

namespace {

QString s(const char* text) {
  return QString::fromUtf8(text);
}

QString withoutMarks(QString text) {
  return text.remove(u'|').remove(QChar(0x2039)).remove(QChar(0x203A));
}

QAction* find(const QList<QAction*>& actions, const QString& id) {
  const auto found = std::find_if(actions.begin(), actions.end(),
                                  [&id](QAction* action) { return action->objectName() == id; });
  return found == actions.end() ? nullptr : *found;
}

} // namespace

class FormatCommandsTest : public QObject {
  Q_OBJECT

 private slots:
  // --- each command from its action: once, undone, and once more where it takes itself back -------------

  void command_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("once");
    QTest::addColumn<QString>("twice"); // the text after the second time; empty: not tried
    const auto row = [](const char* id, const char* name, const char* before, const char* once,
                        const char* twice = "") {
      QTest::addRow("%s: %s", id, name) << s(id) << s(before) << s(once) << s(twice);
    };
    row("bold", "selection", "a ‹b c› d", "a **‹b c›** d", "a b c d");
    row("bold", "word", "a wo|rd b", "a **wo|rd** b", "a word b");
    row("bold", "word behind the caret's end", "word|", "**word**|", "word");
    row("bold", "nothing", "a | b", "a **|** b", "a  b");
    row("bold", "inside a longer span", "**a b|c d**", "a b|c d");
    row("bold", "with underscores", "__a|b__", "a|b");
    row("bold", "selection with its signs", "‹**ab**›", "‹ab›", "**ab**");
    row("bold", "italic stays", "*a|b*", "***a|b***", "*ab*");
    row("bold", "within a selection strong parts join", "‹a **b** c›", "**‹a b c›**", "a b c");
    row("bold", "several lines", "‹- ab\n\n- cd›", "‹- **ab**\n\n- **cd›**", "- ab\n\n- cd");
    row("bold", "selected heading", "‹## ab›", "‹## **ab›**", "## ab");
    row("bold", "word with apostrophe", "don|'t", "**don|'t**", "don't");
    row("bold", "leaves at the end", "**ab|**", "**ab**|");
    row("bold", "blanks round the words stay outside", "a‹ b c ›d", "a **‹b c›** d", "a b c d");
    row("italic", "selection", "a ‹b›", "a *‹b›*", "a b");
    row("italic", "bold stays", "**a|b**", "***a|b***", "**ab**");
    row("italic", "word", "|ab", "*|ab*", "ab");
    row("italic", "nothing", "|", "*|*", "");
    row("strikethrough", "selection", "‹a›", "~~‹a›~~", "a");
    row("strikethrough", "single signs", "~a|b~", "a|b");
    row("code", "selection", "‹a b›", "`‹a b›`", "a b");
    row("code", "selection with a tick", "‹a`b›", "``‹a`b›``", "a`b");
    row("code", "selection that starts with a tick", "‹`b›", "`` ‹`b› ``");
    row("code", "word with underscores", "snake_c|ase", "`snake_c|ase`", "snake_case");
    row("link", "selection", "a ‹b c› d", "a [b c](|) d", "a b c d");
    row("link", "selected address", "‹https://x.y›", "[|](https://x.y)");
    row("link", "word", "wo|rd", "[word](|)", "word");
    row("link", "nothing", "a |", "a [|]()", "a ");
    row("link", "caret in a link", "a [b](c|d) e", "a ‹b› e", "a [b]() e");
    row("link", "image in a link", "[![a](b)](c|)", "‹![a](b)›");
    row("image", "selection", "‹b›", "![b](|)", "b");
    row("image", "nothing", "|", "![|]()", "");
    row("image", "caret in a link is no image", "[a](b|)", "[a](![b](|))");
    row("bullets", "line", "a|b", "- a|b", "ab");
    row("bullets", "empty line", "|", "- |", "");
    row("bullets", "lines", "‹a\n\nb›", "- ‹a\n\n- b›", "a\n\nb");
    row("bullets", "from numbers", "1. a|", "- a|", "a");
    row("bullets", "from tasks", "- [x] a|", "- a|", "a");
    row("bullets", "from a heading", "## a|", "- a|");
    row("bullets", "in a quotation", "> a|", "> - a|", "> a");
    row("bullets", "some are items already", "‹- a\nb›", "- ‹a\n- b›", "a\nb");
    row("numbers", "lines", "‹a\nb\nc›", "1. ‹a\n2. b\n3. c›", "a\nb\nc");
    row("numbers", "goes on with the list above", "4. a\nb|", "4. a\n5. b|", "4. a\nb");
    row("numbers", "nested items count apart", "‹- a\n  - b\n  - c\n- d›", "1. ‹a\n  1. b\n  2. c\n2. d›");
    row("tasks", "line", "a|", "- [ ] a|", "a");
    row("tasks", "from bullets", "* a|", "* [ ] a|", "a");
    row("quote", "line", "a|", "> a|", "a");
    row("quote", "lines", "‹a\n\nb›", "> ‹a\n>\n> b›", "a\n\nb");
    row("quote", "takes one level", ">> a|", "> a|", "a");
    row("heading", "none", "a|", "## a|", "### a");
    row("heading", "deepest", "#### a|", "a|");
    row("heading", "title", "# a|", "## a|");
    row("heading", "from an item", "- a|", "## a|");
    row("heading", "empty line", "|", "## |");
    row("heading1", "sets", "a|", "# a|", "a");
    row("heading2", "changes", "#### a|", "## a|", "a");
    row("heading2", "underlined", "a|\n---\nb", "a|\nb");
    row("heading3", "underlined", "a|\n===\nb", "### a|\nb", "a\nb");
    row("heading3", "lines", "‹a\nb›", "### ‹a\n### b›", "a\nb");
    row("headingUp", "one sign fewer", "### a|", "## a|", "# a");
    row("headingDown", "one sign more", "## a|", "### a|", "#### a");
    row("headingDown", "none", "a|", "## a|", "### a");
    row("codeBlock", "line", "a|", "```|\na\n```", "a");
    row("codeBlock", "lines", "x\n‹a\nb›\ny", "x\n```|\na\nb\n```\ny", "x\na\nb\ny");
    row("codeBlock", "empty line", "|", "```|\n\n```", "");
    row("codeBlock", "caret inside", "```rust\na|\n```\nb", "a|\nb");
    row("codeBlock", "never closed", "a\n```\nb|", "a\nb|");
    row("codeBlock", "text that opens a fence", "‹a\n```\nb›\n", "````|\na\n```\nb\n````\n");
    row("codeBlock", "text that starts with an open fence", "‹```\nb›", "````|\n```\nb\n````");
    row("table", "empty", "|", "| ‹Column› | Column |\n| ------ | ------ |\n|        |        |");
    row("table", "below a paragraph", "a|\nb",
        "a\nb\n\n| ‹Column› | Column |\n| ------ | ------ |\n|        |        |");
    row("table", "of cells", "‹a,b\nc,d|e›", "| a | b |\n| --- | --- |\n| c | d\\|e |");
    row("rule", "empty line after text", "a\n|\nb", "a\n\n***|\n\nb");
    row("rule", "below a paragraph", "a|", "a\n\n***|", "a");
    row("rule", "between paragraphs", "a|\n\nb", "a\n\n***|\n\nb", "a\n\nb");
    row("rule", "within a paragraph", "a|\nb", "a\nb\n\n***|", "a\nb");
    row("rule", "alone", "|", "***|", "");
    row("rule", "gone from above a line", "a\n\n***|\nb", "a\n\n|b");
    row("rule", "gone, and the lines stay apart", "a\n***|\nb", "a\n|\nb");
    row("rule", "below an underlined heading", "a\n---|", "a\n---\n\n***|", "a\n---");
  }
  void command() {
    QFETCH(QString, id);
    QFETCH(QString, before);
    QFETCH(QString, once);
    QFETCH(QString, twice);
    EditorFixture fixture;
    const QList<QAction*> actions = makeFormatActions(&fixture.editor, &fixture.editor);
    QAction* action = find(actions, id);
    QVERIFY(action);
    // a cell may hold the caret's sign
    const bool isTable = id == s("table");
    fixture.set(isTable ? QString(before).replace(s("d|e"), s("d¦e")) : before);
    if (isTable && before.contains(s("d|e"))) {
      QTextCursor cursor(fixture.editor.document());
      cursor.setPosition(static_cast<int>(fixture.text().indexOf(u'\u00A6')));
      cursor.deleteChar();
      cursor.insertText(s("|"));
      fixture.editor.document()->clearUndoRedoStacks();
      fixture.editor.selectAll();
    }
    const QString start = fixture.text();
    action->trigger();
    if (isTable && before.contains(s("d|e"))) {
      QCOMPARE(fixture.text(), once);
    } else {
      QCOMPARE(fixture.marked(), once);
    }
    const bool changed = fixture.text() != start;
    if (!twice.isNull() && !twice.isEmpty()) {
      action->trigger();
      QCOMPARE(fixture.text(), twice);
      fixture.editor.undo();
      QCOMPARE(fixture.text(), isTable ? once : withoutMarks(once));
    }
    if (changed) fixture.editor.undo();
    QCOMPARE(fixture.text(), start);
    QVERIFY(!fixture.editor.document()->isUndoAvailable());
  }

  void rule_isOfDashesWhereTheyMakeNoFrontMatter() {
    EditorFixture fixture;
    const QList<QAction*> actions = makeFormatActions(&fixture.editor, &fixture.editor);
    fixture.set(s("---\ntitle: a\n---\nb|"), 3);
    find(actions, s("rule"))->trigger();
    QCOMPARE(fixture.marked(), s("---\ntitle: a\n---\nb\n\n---|"));
  }

  void codeBlock_thatWouldCutAFence_isRefused() {
    EditorFixture fixture;
    const QList<QAction*> actions = makeFormatActions(&fixture.editor, &fixture.editor);
    fixture.set(s("‹a\n```\nb›\n```\n"));
    find(actions, s("codeBlock"))->trigger();
    QCOMPARE(fixture.marked(), s("‹a\n```\nb›\n```\n"));
  }

  void bold_writtenAndEnded() {
    EditorFixture fixture;
    const QList<QAction*> actions = makeFormatActions(&fixture.editor, &fixture.editor);
    fixture.set(s("|"));
    fixture.type(s("a "));
    fixture.press(Qt::Key_B, Qt::ControlModifier);
    fixture.type(s("bc"));
    fixture.press(Qt::Key_B, Qt::ControlModifier);
    fixture.type(s(" d"));
    QCOMPARE(fixture.marked(), s("a **bc** d|"));
  }

  void typing_afterACommand_isItsOwnStep() {
    EditorFixture fixture;
    makeFormatActions(&fixture.editor, &fixture.editor);
    fixture.set(s("|"));
    fixture.press(Qt::Key_8, Qt::ControlModifier | Qt::ShiftModifier);
    fixture.type(s("ab"));
    QCOMPARE(fixture.text(), s("- ab"));
    fixture.editor.undo();
    QCOMPARE(fixture.text(), s("- "));
  }

  // --- where commands do not apply ----------------------------------------------------------------------

  void frontMatter_disablesEveryCommand() {
    EditorFixture fixture;
    const QList<QAction*> actions = makeFormatActions(&fixture.editor, &fixture.editor);
    fixture.set(s("---\ntitle: a|b\n---\nbody"), 3);
    for (QAction* action : actions)
      QVERIFY2(!action->isEnabled(), qPrintable(action->objectName()));
    fixture.press(Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(fixture.text(), s("---\ntitle: ab\n---\nbody"));
    fixture.editor.goTo(4, 1);
    for (QAction* action : actions)
      QVERIFY2(action->isEnabled(), qPrintable(action->objectName()));
    fixture.editor.setReadOnlyReason(s("because"));
    for (QAction* action : actions)
      QVERIFY2(!action->isEnabled(), qPrintable(action->objectName()));
  }
  void selection_thatReachesIntoTheFrontMatter_isLeftAlone() {
    EditorFixture fixture;
    fixture.set(s("---\ntitle: a‹b\n---\nbo›dy"), 3);
    for (const FormatCommand& command : formatCommands())
      QVERIFY2(!fixture.editor.edit(command.apply), command.id);
    QVERIFY(!fixture.editor.document()->isUndoAvailable());
  }
  void code_isLeftAlone() {
    EditorFixture fixture;
    fixture.set(s("```\na ‹b› c\n```"));
    for (const FormatCommand& command : formatCommands()) {
      if (s(command.id) == s("codeBlock")) continue;
      QVERIFY2(!fixture.editor.edit(command.apply), command.id);
    }
    QVERIFY(!fixture.editor.document()->isUndoAvailable());
  }

  // --- the table ----------------------------------------------------------------------------------------

  void commands_areNamedOnce_andHaveTheirOwnKeys() {
    QSet<QString> ids;
    QSet<QString> keys = {s("Ctrl+F"), s("Ctrl+H"), s("Ctrl+S"),       s("Ctrl+N"),       s("Ctrl+O"),
                          s("Ctrl+Z"), s("Ctrl+D"), s("Ctrl+Shift+S"), s("Ctrl+Shift+Z"), s("Ctrl+P"),
                          s("Ctrl+W"), s("Ctrl+Q"), s("Ctrl+A")};
    for (const FormatCommand& command : formatCommands()) {
      QVERIFY2(!ids.contains(s(command.id)), command.id);
      ids.insert(s(command.id));
      const QString sequence = command.keys.toString(QKeySequence::PortableText);
      if (sequence.isEmpty()) continue;
      QVERIFY2(!keys.contains(sequence), command.id);
      keys.insert(sequence);
    }
  }
  void keys_reachTheirCommand() {
    EditorFixture fixture;
    makeFormatActions(&fixture.editor, &fixture.editor);
    for (const FormatCommand& command : formatCommands()) {
      if (command.keys.isEmpty()) continue;
      fixture.set(s("‹word›"));
      const QKeyCombination combination = command.keys[0];
      QTest::keyClick(&fixture.editor, combination.key(), combination.keyboardModifiers());
      QVERIFY2(fixture.text() != s("word"), command.id);
    }
  }
  void actions_haveTipsWithTheirKeys() {
    EditorFixture fixture;
    for (QAction* action : makeFormatActions(&fixture.editor, &fixture.editor)) {
      QVERIFY(!action->icon().isNull());
      QVERIFY(!action->toolTip().contains(u'&'));
      if (!action->shortcut().isEmpty())
        QVERIFY(action->toolTip().contains(action->shortcut().toString(QKeySequence::NativeText)));
    }
  }
};

QTEST_MAIN(FormatCommandsTest)
#include "format_commands_test.moc"
