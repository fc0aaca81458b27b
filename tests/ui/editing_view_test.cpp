#include "ui/editing_view.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <filesystem>
#include <fstream>

#include "ui/base/text_bridge.h"
#include "ui/editor/editor_document.h"
#include "ui/form/field.h"
#include "ui/form/site_notice.h"

using namespace postwright;
using namespace postwright::ui;

/// Form, editor and site together, without a page.
class EditingViewTest : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<Workspace> m_workspace;
  std::unique_ptr<SessionState> m_state;
  std::unique_ptr<EditingView> m_view;

  static constexpr const char* kPost =
      "---\ntitle: First   # kept\nslug: first\ndata:\n  author: ada\n---\nText\n";

  static front_matter::Path path(const char* name, const char* below = nullptr) {
    front_matter::Path path{std::string(name)};
    if (below != nullptr) path.emplace_back(std::string(below));
    return path;
  }
  void write(const char* file, const std::string& text) const {
    const std::filesystem::path whole = m_folder->filePath(QString::fromLatin1(file)).toStdString();
    std::filesystem::create_directories(whole.parent_path());
    std::ofstream(whole, std::ios::binary) << text;
  }
  QByteArray text() const { return QByteArray::fromStdString(m_view->buffer()->bytes()); }
  QWidget* enter(const front_matter::Path& path) const {
    m_view->form()->focusField(path);
    return QApplication::focusWidget();
  }
  static QByteArray changed(const char* from, const char* to) { return QByteArray(kPost).replace(from, to); }

 private slots:
  static void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    write("_cobalt.yml", "posts:\n  default:\n    layout: post.liquid\n    permalink: /blog/{{slug}}/\n");
    write("_layouts/post.liquid",
          "<title>{{ page.title }}</title>\n{{ page.data.hero }}\n{{ page.content }}\n");
    write("posts/first.md", kPost);
    write("posts/second.md",
          "---\ntitle: Second\nslug: second\ntags: [rust]\ndata:\n  author: ada\n---\nText\n");
    m_workspace = std::make_unique<Workspace>([] { return makeDocument(nullptr); });
    m_state = std::make_unique<SessionState>();
    m_view = std::make_unique<EditingView>(*m_workspace, *m_state);
    m_view->resize(700, 900);
    m_view->QWidget::show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    QSignalSpy loaded(&m_workspace->site(), &SiteSession::loaded);
    m_workspace->site().open(m_folder->path());
    QTRY_COMPARE(loaded.count(), 1);
    const Result<PostBuffer*> buffer = m_workspace->openPost("posts/first.md");
    QVERIFY(buffer.has_value());
    m_workspace->setCurrent(*buffer);
    m_view->show(*buffer);
  }
  void cleanup() {
    m_view.reset();
    m_workspace.reset();
  }

  void keyThatALayoutReads_isOfferedAndTypedIntoTheText() {
    Field* hero = m_view->form()->field(path("data", "hero"));
    QVERIFY(hero != nullptr && hero->state().offered);
    QCOMPARE(hero->state().placeholder, QStringLiteral("post.liquid line 2"));
    QTest::keyClicks(enter(path("data", "hero")), QStringLiteral("/a"));
    QCOMPARE(text(), changed("author: ada\n", "author: ada\n  hero: /a\n"));
  }

  void yamlTypedByHand_isInTheFieldAtOnce() {
    QTextCursor cursor = m_view->buffer()->document()->find(QStringLiteral("slug: first"));
    cursor.insertText(QStringLiteral("slug: other"));
    auto* slug = qobject_cast<QLineEdit*>(m_view->form()->field(path("slug"))->editor());
    QCOMPARE(slug->text(), QStringLiteral("other"));
  }

  void visits_areUndoSteps_inOrderWithTypedText() {
    QTest::keyClicks(enter(path("slug")), QStringLiteral("abc"));
    m_view->editor()->setFocus();
    m_view->editor()->moveCursor(QTextCursor::End);
    QTest::keyClicks(m_view->editor(), QStringLiteral("!"));
    QTest::keyClicks(enter(path("title")), QStringLiteral("de"));
    QVERIFY(text() != QByteArray(kPost));
    m_view->editor()->undo();
    QVERIFY(text().contains("title: First   # kept") && text().endsWith('!'));
    m_view->editor()->undo();
    QVERIFY(text().contains("abc") && text().endsWith("Text\n"));
    m_view->editor()->undo();
    QCOMPARE(text(), QByteArray(kPost));
    m_view->editor()->redo();
    QVERIFY(text().contains("abc"));
  }

  void foldedGroup_isFoldedInTheNextPost() {
    m_view->form()->field(path("data"))->editor()->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(m_view->form()->field(path("data", "author")) == nullptr);
    const Result<PostBuffer*> second = m_workspace->openPost("posts/second.md");
    m_view->show(*second);
    QVERIFY(m_view->form()->field(path("data")) != nullptr);
    QVERIFY(m_view->form()->field(path("data", "author")) == nullptr);
    SessionState().setToggledGroups(m_workspace->site().folder(), {});
  }

  void sameUrlAsAnotherPost_isMarked() {
    QTest::keyClick(enter(path("slug")), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("second"));
    const QString note = m_view->form()->field(path("slug"))->note();
    QVERIFY2(note.contains(QLatin1String("posts/second.md")), qPrintable(note));
  }

  void unknownField_isToldWithItsFix() {
    QTextCursor cursor = m_view->buffer()->document()->find(QStringLiteral("slug: first"));
    cursor.insertText(QStringLiteral("mood: calm"));
    QCOMPARE(m_view->advice().size(), std::size_t{1});
    QCOMPARE(m_view->advice().front().error.where.line, 3);
    auto* fix = m_view->form()->field(path("mood"))->findChild<QPushButton*>(QStringLiteral("fieldFix"));
    QVERIFY(fix != nullptr && fix->isVisible());
    QTest::mouseClick(fix, Qt::LeftButton);
    QCOMPARE(text(),
             QByteArray("---\ntitle: First   # kept\ndata:\n  author: ada\n  mood: calm\n---\nText\n"));
    QVERIFY(m_view->advice().empty());
    m_view->editor()->undo();
    QVERIFY(text().contains("\nmood: calm\n"));
  }

  void draft_isWhyThePostIsNotOnTheSite() {
    auto* notice = m_view->form()->findChild<SiteNotice*>();
    QVERIFY(notice->text().isEmpty());
    m_view->setDraft(true);
    QVERIFY(!notice->text().isEmpty());
    QTest::mouseClick(notice->findChild<QPushButton*>(), Qt::LeftButton);
    QVERIFY(text().contains("is_draft: false"));
    QVERIFY(notice->text().isEmpty());
  }

  void savedPost_teachesTheForm() {
    QTest::keyClicks(enter(path("tags")), QStringLiteral("quay,"));
    QVERIFY(m_workspace->save(*m_view->buffer()).has_value());
    const Result<PostBuffer*> second = m_workspace->openPost("posts/second.md");
    m_view->show(*second);
    QVERIFY(m_view->form()->field(path("tags"))->state().choices.contains(QLatin1String("quay")));
  }
};

QTEST_MAIN(EditingViewTest)
#include "editing_view_test.moc"
