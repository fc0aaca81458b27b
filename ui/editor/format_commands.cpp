#include "ui/editor/format_commands.h"

#include <QAction>
#include <QCoreApplication>
#include <array>

#include "ui/base/icons.h"
#include "ui/editor/inline_commands.h"
#include "ui/editor/insert_commands.h"
#include "ui/editor/line_commands.h"
#include "ui/editor/markdown_editor.h"

namespace postwright::ui {
namespace {

QKeySequence keys(const char* sequence) {
  return QKeySequence::fromString(QLatin1String(sequence), QKeySequence::PortableText);
}

void connectAction(QAction* action, MarkdownEditor* editor, bool (*apply)(QTextCursor&)) {
  QObject::connect(action, &QAction::triggered, editor, [editor, apply] { editor->edit(apply); });
  const auto refresh = [action, editor] {
    action->setEnabled(!editor->isReadOnly() && !editor->isCaretInFrontMatter());
  };
  QObject::connect(editor, &MarkdownEditor::caretMoved, action, refresh);
  QObject::connect(editor, &MarkdownEditor::readOnlyReasonChanged, action, refresh);
  QObject::connect(editor, &MarkdownEditor::frontMatterMoved, action, refresh);
  refresh();
}

QAction* makeAction(const FormatCommand& command, MarkdownEditor* editor, QObject* parent) {
  const QString text = QCoreApplication::translate("FormatCommands", command.text);
  auto* action = new QAction(icon(QLatin1String(command.icon)), text, parent);
  action->setObjectName(QLatin1String(command.id));
  action->setShortcut(command.keys);
  // Ctrl+B in a field of the form must not write into the text
  action->setShortcutContext(Qt::WidgetShortcut);
  QString tip = text;
  tip.remove(u'&');
  if (!command.keys.isEmpty())
    tip += QStringLiteral(" (%1)").arg(command.keys.toString(QKeySequence::NativeText));
  action->setToolTip(tip);
  editor->addAction(action);
  connectAction(action, editor, command.apply);
  return action;
}

} // namespace

std::span<const FormatCommand> formatCommands() {
  static const std::array kCommands = {
      FormatCommand{"heading", QT_TRANSLATE_NOOP("FormatCommands", "&Heading"), "format-font-size-more",
                    keys("Ctrl+Shift+H"), cycleHeading},
      FormatCommand{"bold", QT_TRANSLATE_NOOP("FormatCommands", "&Bold"), "format-text-bold", keys("Ctrl+B"),
                    toggleBold},
      FormatCommand{"italic", QT_TRANSLATE_NOOP("FormatCommands", "&Italic"), "format-text-italic",
                    keys("Ctrl+I"), toggleItalic},
      FormatCommand{"strikethrough", QT_TRANSLATE_NOOP("FormatCommands", "&Strikethrough"),
                    "format-text-strikethrough", keys("Ctrl+Shift+X"), toggleStrike},
      FormatCommand{"code", QT_TRANSLATE_NOOP("FormatCommands", "Inline &Code"), "format-text-code",
                    keys("Ctrl+E"), toggleCode},
      FormatCommand{"link", QT_TRANSLATE_NOOP("FormatCommands", "&Link"), "insert-link", keys("Ctrl+K"),
                    toggleLink},
      FormatCommand{"image", QT_TRANSLATE_NOOP("FormatCommands", "I&mage"), "insert-image",
                    keys("Ctrl+Shift+I"), toggleImage},
      FormatCommand{"bullets", QT_TRANSLATE_NOOP("FormatCommands", "B&ullet List"), "format-list-unordered",
                    keys("Ctrl+Shift+8"), toggleBullets},
      FormatCommand{"numbers", QT_TRANSLATE_NOOP("FormatCommands", "&Numbered List"), "format-list-ordered",
                    keys("Ctrl+Shift+7"), toggleNumbers},
      FormatCommand{"tasks", QT_TRANSLATE_NOOP("FormatCommands", "&Task List"), "checkbox",
                    keys("Ctrl+Shift+9"), toggleTasks},
      FormatCommand{"quote", QT_TRANSLATE_NOOP("FormatCommands", "&Quote"), "format-text-blockquote",
                    keys("Ctrl+Shift+."), toggleQuote},
      FormatCommand{"codeBlock", QT_TRANSLATE_NOOP("FormatCommands", "Code Bloc&k"), "code-block",
                    keys("Ctrl+Shift+E"), toggleCodeBlock},
      FormatCommand{"table", QT_TRANSLATE_NOOP("FormatCommands", "T&able"), "insert-table",
                    keys("Ctrl+Shift+T"), insertTable},
      FormatCommand{"rule", QT_TRANSLATE_NOOP("FormatCommands", "Horizontal &Rule"), "insert-horizontal-rule",
                    keys("Ctrl+Alt+H"), toggleRule},
      FormatCommand{"heading1", QT_TRANSLATE_NOOP("FormatCommands", "Heading &1"), "format-text-capitalize",
                    keys("Ctrl+Alt+1"), toggleHeading1},
      FormatCommand{"heading2", QT_TRANSLATE_NOOP("FormatCommands", "Heading &2"), "format-text-capitalize",
                    keys("Ctrl+Alt+2"), toggleHeading2},
      FormatCommand{"heading3", QT_TRANSLATE_NOOP("FormatCommands", "Heading &3"), "format-text-capitalize",
                    keys("Ctrl+Alt+3"), toggleHeading3},
      FormatCommand{"headingUp",
                    QT_TRANSLATE_NOOP("FormatCommands", "Heading U&p"),
                    "format-font-size-more",
                    {},
                    raiseHeading},
      FormatCommand{"headingDown",
                    QT_TRANSLATE_NOOP("FormatCommands", "Heading &Down"),
                    "format-font-size-less",
                    {},
                    lowerHeading},
  };
  return kCommands;
}

QList<QAction*> makeFormatActions(MarkdownEditor* editor, QObject* parent) {
  QList<QAction*> actions;
  for (const FormatCommand& command : formatCommands())
    actions << makeAction(command, editor, parent);
  return actions;
}

} // namespace postwright::ui
