// The window by its menus and keys: context menus, exports with their dialogs, panes, fields typed into.
#include <QClipboard>
#include <QFileDialog>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QProgressDialog>
#include <QPushButton>
#include <QTimer>
#include <QToolBar>
#include <functional>

#include "tests/ui/window_fixture.h"
#include "ui/exporter.h"
#include "ui/form/field.h"
#include "ui/form/field_label.h"

using namespace postwright;
using namespace postwright::ui;

namespace {

/// Does `action` to the next widget of type T that blocks the window (a menu or a dialog), once.
template <typename T>
class Answer : public QObject {
 public:
  explicit Answer(std::function<void(T&)> action) : m_action(std::move(action)) {
    connect(&m_timer, &QTimer::timeout, this, [this] {
      QWidget* top = QApplication::activePopupWidget();
      if (top == nullptr) top = QApplication::activeModalWidget();
      auto* wanted = qobject_cast<T*>(top);
      if (wanted == nullptr || count > 0) return;
      ++count;
      m_action(*wanted);
    });
    m_timer.start(10);
  }
  int count = 0;

 private:
  std::function<void(T&)> m_action;
  QTimer m_timer;
};

QString plain(QString text) {
  return text.remove(QLatin1Char('&')).remove(QStringLiteral("…"));
}

QAction* entry(const QMenu& menu, const char* text) {
  for (QAction* action : menu.actions()) {
    if (plain(action->text()) == QLatin1String(text)) return action;
  }
  return nullptr;
}

QStringList textsOf(const QMenu& menu) {
  QStringList texts;
  for (const QAction* action : menu.actions()) {
    if (action->isVisible() && !action->isSeparator()) texts << plain(action->text());
  }
  return texts;
}

void press(QWidget* target, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
  QTest::keyClick(target, key, modifiers);
}

} // namespace

class WindowCommandsTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { WindowFixture::prepare(); }

 private slots:
  void init() {
    m_fixture = std::make_unique<WindowFixture>();
    f().window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(f().window.get()));
  }
  void cleanup() { m_fixture.reset(); }

  // --- context menus --------------------------------------------------------------------------------------

  void listMenu_togglesTheDraftOfThePostUnderIt() {
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
    QStringList texts;
    Answer<QMenu> answer([&](QMenu& menu) {
      texts = textsOf(menu);
      entry(menu, "Draft")->trigger();
      menu.close();
    });
    openListMenu("posts/second.md");
    QCOMPARE(answer.count, 1);
    QVERIFY(texts.contains(QStringLiteral("Save")) && texts.contains(QStringLiteral("Show in folder")));
    const PostBuffer* second = f().window->workspace().find(f().path("posts/second.md"));
    QVERIFY(second != nullptr);
    QVERIFY(QByteArray::fromStdString(second->bytes()).contains("is_draft: true\r\n"));
  }
  void listMenu_ofAPage_offersNoDraft() {
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
    QStringList texts;
    Answer<QMenu> answer([&](QMenu& menu) {
      texts = textsOf(menu);
      entry(menu, "Copy path")->trigger();
      menu.close();
    });
    openListMenu("index.md");
    QCOMPARE(answer.count, 1);
    QVERIFY(!texts.contains(QStringLiteral("Draft")));
    QVERIFY(QApplication::clipboard()->text().endsWith(QStringLiteral("index.md")));
  }
  void editorMenu_hasEditingAndFormats() {
    QVERIFY(f().open("posts/second.md", QStringLiteral("Of two.")));
    f().editor()->selectAll();
    QContextMenuEvent event(QContextMenuEvent::Mouse, {20, 20}, f().editor()->mapToGlobal(QPoint(20, 20)));
    QCoreApplication::sendEvent(f().editor()->viewport(), &event);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    const QMenu* format = menu->findChild<QMenu*>();
    QVERIFY(format != nullptr);
    QVERIFY(textsOf(*format).contains(QStringLiteral("Bold")));
    menu->close();
  }

  // --- keys -----------------------------------------------------------------------------------------------

  void f6_goesRoundThePanes() {
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
    f().editor()->setFocus();
    const auto inside = [this](const QWidget* pane) {
      return pane->isAncestorOf(QApplication::focusWidget());
    };
    press(f().window.get(), Qt::Key_F6);
    QVERIFY(inside(&f().window->preview()));
    f().window->actions().nextPane->trigger();
    QVERIFY(f().window->posts().view()->hasFocus());
    press(f().window.get(), Qt::Key_F6);
    QVERIFY(inside(f().window->editing().form()));
    press(f().window.get(), Qt::Key_F6);
    QVERIFY(f().editor()->hasFocus());
    press(f().window.get(), Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(inside(f().window->editing().form()));
    f().window->actions().showList->trigger(); // hidden: left out
    press(f().window.get(), Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(inside(&f().window->preview()));
  }

  void keyboardAlone_fromTheFilterToTheSavedFile() {
    QVERIFY(f().open("posts/second.md", QStringLiteral("Of two.")));
    const QByteArray before = f().onDisk("posts/first.md");
    press(f().window.get(), Qt::Key_P, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("first"));
    press(QApplication::focusWidget(), Qt::Key_Down);
    press(QApplication::focusWidget(), Qt::Key_Down);
    QVERIFY(f().pageHas(QStringLiteral("Hello there.")));
    press(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(f().editor()->hasFocus());
    press(f().window.get(), Qt::Key_F6, Qt::ShiftModifier);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("!"));
    press(f().window.get(), Qt::Key_D, Qt::ControlModifier);
    press(f().window.get(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(
        f().onDisk("posts/first.md"),
        QByteArray(before).replace("\"First\"", "\"First!\"").replace("is_draft: false", "is_draft: true"));
  }

  void titleTypedIntoItsField_isInTextPageAndOneUndo() {
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
    const QByteArray before = f().bytes();
    f().window->editing().form()->focusField({std::string("title")});
    QWidget* field = QApplication::focusWidget();
    QTest::keySequence(field, QKeySequence::SelectAll);
    QTest::keyClicks(field, QStringLiteral("It's new"));
    QCOMPARE(f().bytes(), QByteArray(before).replace("\"First\"", "\"It's new\""));
    QVERIFY(f().elementBecomes("title", QStringLiteral("It's new")));
    QTest::keySequence(field, QKeySequence::Undo);
    QCOMPARE(f().bytes(), before);
    QVERIFY(f().elementBecomes("title", QStringLiteral("First")));
    QTest::keySequence(field, QKeySequence::Redo);
    QCOMPARE(f().bytes(), QByteArray(before).replace("\"First\"", "\"It's new\""));
  }

  void everyCommand_hasAMenuEntry_andNoKeyTwice() {
    QHash<QString, QString> owners;
    QStringList problems;
    const std::function<void(const QMenu&)> look = [&](const QMenu& menu) {
      for (const QAction* action : menu.actions()) {
        if (action->menu() != nullptr) look(*action->menu());
        for (const QKeySequence& keys : action->shortcuts()) {
          const QString text = keys.toString();
          if (owners.contains(text)) problems << text + QStringLiteral(": ") + action->text();
          owners.insert(text, action->text());
        }
      }
    };
    for (const QAction* top : f().window->menuBar()->actions()) {
      QVERIFY2(top->text().contains(QLatin1Char('&')), qPrintable(top->text())); // reached by Alt
      look(*top->menu());
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QLatin1Char('\n'))));
  }

  void fieldsMnemonics_areNoMenus() {
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
    QHash<QString, QString> owners;
    for (const QAction* top : f().window->menuBar()->actions())
      owners.insert(QKeySequence::mnemonic(top->text()).toString(), top->text());
    for (const auto* button : f().window->findChildren<QAbstractButton*>()) {
      const QString keys = QKeySequence::mnemonic(button->text()).toString();
      if (button->isVisible() && !keys.isEmpty()) owners.insert(keys, button->text());
    }
    int count = 0;
    for (const auto* label : f().window->editing().form()->findChildren<FieldLabel*>()) {
      const QString keys = label->mnemonic().toString();
      if (!label->isVisible() || keys.isEmpty()) continue;
      QVERIFY2(!owners.contains(keys), qPrintable(label->text() + keys + owners.value(keys)));
      owners.insert(keys, label->text());
      ++count;
    }
    QVERIFY(count > 6);
    for (const char* lead : {"title", "description"}) {
      const QString keys = f().window->editing().form()->field({std::string(lead)})->mnemonic().toString();
      QVERIFY2(!keys.isEmpty() && !owners.contains(keys), lead);
    }
  }

  void postThatAFieldNames_isOpened() {
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
    emit f().window -> editing().form()->postRequested(QStringLiteral("posts/second.md"));
    QCOMPARE(f().buffer()->file(), f().path("posts/second.md"));
  }

  void narrowWindow_keepsDraftAndExport() {
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
    const auto* bar = f().window->findChild<QToolBar*>(QStringLiteral("tools"));
    const auto shows = [bar](const QWidget* part) {
      return part->isVisible() && bar->rect().contains(part->geometry());
    };
    const auto* draft = bar->findChild<QWidget*>(QStringLiteral("draftPill"));
    const auto* exports = bar->findChild<QPushButton*>();
    for (const int width : {1440, 900, 760, 640}) {
      f().window->resize(width, 600);
      QTRY_COMPARE(bar->width(), f().window->width());
      QTRY_VERIFY(shows(draft) && shows(exports));
    }
  }

  void find_opensFromAnywhereInTheWindow() {
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
    f().window->posts().view()->setFocus();
    press(f().window->posts().view(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(QApplication::focusWidget()->accessibleName() == QStringLiteral("Find"));
  }

  void filter_bringsTheHiddenListBack() {
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
    f().window->actions().showList->trigger();
    QVERIFY(!f().window->posts().isVisible());
    press(f().window.get(), Qt::Key_P, Qt::ControlModifier);
    QVERIFY(f().window->posts().isVisible());
    QVERIFY(f().window->posts().isAncestorOf(QApplication::focusWidget()));
  }

  void openedSite_hasTheCaretInTheText() {
    f().window->openPath(f().folder());
    QVERIFY(QTest::qWaitFor([this] { return f().buffer() != nullptr; }, kPatienceMs));
    QVERIFY(f().editor()->hasFocus());
  }

  // --- export ---------------------------------------------------------------------------------------------

  void exportHtml_fromTheMenu_writesThePage() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("page.html"));
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
    const QSignalSpy written(&f().window->exporter(), &Exporter::exported);
    Answer<QFileDialog> answer([&](QFileDialog& dialog) { choose(dialog, file); });
    f().window->actions().exportHtml->trigger();
    QTRY_COMPARE(written.count(), 1);
    QVERIFY(read(file).contains("<p>Hello <em>there</em>.</p>"));
    QVERIFY(f().window->statusLine().currentMessage().contains(file));
  }
  void exportOverAFile_asksAndKeepsItOnNo() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("page.html"));
    f().write(file, "precious");
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
    Answer<QMessageBox> no([](QMessageBox& box) { box.button(QMessageBox::No)->click(); });
    Answer<QFileDialog> answer([&](QFileDialog& dialog) {
      choose(dialog, file); // comes back when the question was answered
      dialog.reject();
    });
    f().window->actions().exportHtml->trigger();
    QCOMPARE(no.count, 1);
    QCOMPARE(read(file), QByteArray("precious"));
  }
  void saveCopy_ofAPostWhoseFileIsGone_savesTheWords() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("copy.md"));
    QVERIFY(f().open("posts/second.md", QStringLiteral("Of two.")));
    f().editor()->moveCursor(QTextCursor::End);
    QTest::keyClicks(f().editor(), QStringLiteral("mine"));
    QVERIFY(QFile::remove(f().path("posts/second.md")));
    Answer<QFileDialog> answer([&](QFileDialog& dialog) { choose(dialog, file); });
    f().window->actions().saveCopy->trigger();
    QVERIFY(read(file).contains("mine"));
  }
  void exportPdf_fromTheMenu_writesAPdf() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("page.pdf"));
    QVERIFY(f().open("posts/first.md", QStringLiteral("Hello")));
    const QSignalSpy written(&f().window->exporter(), &Exporter::exported);
    Answer<QFileDialog> answer([&](QFileDialog& dialog) { choose(dialog, file); });
    f().window->actions().exportPdf->trigger();
    QVERIFY(QTest::qWaitFor([&] { return written.count() == 1; }, kPatienceMs));
    QVERIFY(read(file).startsWith("%PDF-"));
  }
  void exportMarkdown_writesTheUnsavedText_withAndWithoutFrontMatter() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("a.md"));
    QVERIFY(f().open("posts/second.md", QStringLiteral("Of two.")));
    f().editor()->moveCursor(QTextCursor::End);
    QTest::keyClicks(f().editor(), QStringLiteral("unsaved"));
    f().window->exporter().exportTo(ExportKind::Markdown, file);
    QCOMPARE(read(file), f().bytes());
    f().window->exporter().exportTo(ExportKind::Body, file);
    QCOMPARE(read(file), QByteArray("Of two.\r\nunsaved"));
  }
  void exportOneFile_showsProgress_andCancelLeavesNoFile() {
    QByteArray images;
    for (int i = 0; i < 24; ++i) {
      f().write(f().path(qPrintable(QStringLiteral("big%1.png").arg(i))),
                QByteArray(4 << 20, static_cast<char>('a' + i)));
      images += "![](/big" + QByteArray::number(i) + ".png)\n";
    }
    f().write(f().path("posts/big.md"), "---\ntitle: Big\n---\nmany\n\n" + images);
    QVERIFY(f().open("posts/big.md", QStringLiteral("many")));
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("page.html"));
    const QSignalSpy written(&f().window->exporter(), &Exporter::exported);
    const QSignalSpy failed(&f().window->exporter(), &Exporter::failed);
    f().window->exporter().exportTo(ExportKind::SelfContained, file);
    QPointer<QProgressDialog> dialog = f().window->findChild<QProgressDialog*>();
    QVERIFY(!dialog.isNull());
    dialog->findChild<QPushButton*>()->click();
    QVERIFY(QTest::qWaitFor([&] { return dialog.isNull(); }, kPatienceMs));
    QVERIFY(!QFile::exists(file));
    QCOMPARE(written.count() + failed.count(), 0);

    f().window->exporter().exportTo(ExportKind::SelfContained, file);
    dialog = f().window->findChild<QProgressDialog*>();
    int most = 0;
    QVERIFY(QTest::qWaitFor(
        [&] {
          if (!dialog.isNull()) most = std::max(most, dialog->maximum());
          return written.count() == 1;
        },
        kPatienceMs));
    QVERIFY(most >= 24);
    QVERIFY(read(file).size() > 24 * (4 << 20));
  }

 private:
  WindowFixture& f() { return *m_fixture; }
  static QByteArray read(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
  }
  static void choose(QFileDialog& dialog, const QString& file) {
    dialog.setDirectory(QFileInfo(file).path());
    dialog.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(file);
    QMetaObject::invokeMethod(&dialog, "accept");
  }
  void openListMenu(const char* path) {
    QListView* view = f().window->posts().view();
    const QModelIndex index = qobject_cast<PostListModel*>(view->model())->indexOf(QString::fromLatin1(path));
    QVERIFY(index.isValid());
    view->scrollTo(index);
    const QPoint place = view->visualRect(index).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, view->viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(view->viewport(), &event);
  }

  std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(WindowCommandsTest)
#include "window_commands_test.moc"
