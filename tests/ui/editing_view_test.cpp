#include "ui/editing_view.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <filesystem>
#include <fstream>

#include "ui/base/cover.h"
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

  void withoutAPost_aNewOneIsOffered() {
    QVERIFY(m_view->splitter()->isVisible());
    QSignalSpy wanted(m_view.get(), &EditingView::newPostRequested);
    m_view->show(nullptr);
    QVERIFY(!m_view->splitter()->isVisible());
    const auto* cover = m_view->findChild<Cover*>();
    QVERIFY(cover->isVisible());
    QTest::mouseClick(cover->findChild<QPushButton*>(), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    m_view->show(m_workspace->current());
    QVERIFY(!cover->isVisible());
    QVERIFY(m_view->splitter()->isVisible());
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

  void sitesOwnRules_nameOrderAndConstrainTheFields_andFollowTheDisk() {
    write("_postwright.yml",
          "posts:\n  - field: data.rating\n    label: Stars\n    help: One to five\n    kind: number\n"
          "    minimum: 1\n    maximum: 5\n  - field: data.author\n    label: Who\n    choices: [ada, bob]\n"
          "    required: true\n  - field: data.hero\n    pattern: '/img/.*'\n");
    const auto named = [this](const char* key) {
      const Field* field = m_view->form()->field(path("data", key));
      return field == nullptr ? QString() : field->editor()->accessibleName();
    };
    QTRY_COMPARE(named("rating"), QStringLiteral("Stars"));
    QCOMPARE(named("author"), QStringLiteral("Who"));
    const auto field = [this](const char* key) { return m_view->form()->field(path("data", key)); };
    QCOMPARE(field("rating")->kind(), FieldKind::Number);
    QVERIFY(field("rating")->state().help.contains(QLatin1String("One to five")));
    const auto place = [&](const char* key) { return std::pair(field(key)->y(), field(key)->x()); };
    QVERIFY(place("rating") < place("author") && place("author") < place("hero"));
    QTest::keyClicks(enter(path("data", "rating")), QStringLiteral("9"));
    QVERIFY2(field("rating")->note().contains(u'5'), qPrintable(field("rating")->note()));
    QTest::keyClicks(enter(path("data", "hero")), QStringLiteral("x"));
    QVERIFY(field("hero")->note().contains(QLatin1String("/img/.*")));
    QVERIFY(field("author")->state().choices.contains(QLatin1String("bob")));
    QTest::keyClick(enter(path("data", "author")), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
    QVERIFY(field("author")->note().contains(QLatin1String("wants a value")));
    enter(path("slug")); // a field keeps its name while one types in it
    write("_postwright.yml", "posts:\n  - field: data.author\n    label: By\n");
    QTRY_COMPARE(named("author"), QStringLiteral("By"));
    QVERIFY(field("author")->note().isEmpty());
  }

  void sitesOwnRules_reachTheGeneratorsFields() {
    write("_postwright.yml",
          "posts:\n  - field: description\n    label: Summary\n    required: true\n  - field: tags\n"
          "    label: Topics & more\n  - field: published_date\n    label: When\n    required: true\n"
          "  - field: slug\n    pattern: '[a-z]+'\n");
    const auto field = [this](const char* key) { return m_view->form()->field(path(key)); };
    const auto name = [&](const char* key) { return field(key)->editor()->accessibleName(); };
    QTRY_COMPARE(name("tags"), QStringLiteral("Topics & more"));
    QCOMPARE(name("published_date"), QStringLiteral("When"));
    QCOMPARE(name("description"), QStringLiteral("Summary"));
    QCOMPARE(name("layout"), QStringLiteral("Layout"));
    QCOMPARE(field("description")->state().placeholder, QStringLiteral("Summary"));
    QVERIFY(field("description")->note().contains(QLatin1String("wants a value")));
    QVERIFY(field("published_date")->note().contains(QLatin1String("wants a value")));
    const auto place = [&](const char* key) { return std::pair(field(key)->y(), field(key)->x()); };
    QVERIFY(place("tags") < place("published_date") && place("published_date") < place("slug"));
    QVERIFY(place("description") < place("tags") && place("slug") < place("categories"));
    QTest::keyClicks(enter(path("slug")), QStringLiteral("9"));
    QVERIFY(field("slug")->note().contains(QLatin1String("[a-z]+")));
  }

  void brokenRules_areTold_andTheFormGoesOn() {
    write("_postwright.yml", "posts:\n  - field: data.author\n    label: Who\n    minimum: few\n");
    const auto problems = [this] { return m_workspace->site().forms()->problems(); };
    QTRY_COMPARE(problems().size(), std::size_t{1});
    QCOMPARE(problems().front().error.where.line, 4);
    const auto name = [this] {
      return m_view->form()->field(path("data", "author"))->editor()->accessibleName();
    };
    QTRY_COMPARE(name(), QStringLiteral("Who")); // what is right in it counts
    write("_postwright.yml", "posts: [\n");
    QTRY_COMPARE(problems().front().error.code, ErrorCode::YamlSyntax);
    QTRY_COMPARE(name(), QStringLiteral("author"));
    QTest::keyClicks(enter(path("data", "author")), QStringLiteral("x"));
    QVERIFY(text().contains("author: adax") || text().contains("author: xada"));
    std::filesystem::remove(m_folder->filePath(QStringLiteral("_postwright.yml")).toStdString());
    QTRY_VERIFY(problems().empty());
  }

  void rulesBesideTheSourceFolder_areFollowedToo() {
    QTemporaryDir folder;
    const auto put = [&](const char* name, const char* bytes) {
      const std::filesystem::path file = folder.filePath(QString::fromLatin1(name)).toStdString();
      std::filesystem::create_directories(file.parent_path());
      std::ofstream(file, std::ios::binary) << bytes;
    };
    put("_cobalt.yml", "source: src\n");
    put("src/posts/a.md", kPost);
    SiteSession session;
    QSignalSpy loaded(&session, &SiteSession::loaded);
    session.open(folder.path());
    QTRY_COMPARE(loaded.count(), 1);
    put("_postwright.yml", "posts:\n  - field: data.author\n    kind: nmber\n");
    QTRY_COMPARE(session.forms()->problems().size(), std::size_t{1});
    const std::string file = session.forms()->problems().front().error.where.file;
    QVERIFY(QFileInfo::exists(session.absolutePath(file)));
  }

  void valueBeyondMeasure_isGoneToInTheText() {
    QTextCursor cursor = m_view->buffer()->document()->find(QStringLiteral("  author: ada"));
    cursor.setPosition(cursor.selectionEnd());
    cursor.insertText(QStringLiteral("\n  long: \"") + QString(30'000, u'x') + QLatin1Char('"'));
    Field* field = m_view->form()->field(path("data", "long"));
    field->findChild<QPushButton*>(QStringLiteral("editInText"))->click();
    QCOMPARE(m_view->editor()->textCursor().blockNumber(), 5);
    QCOMPARE(m_view->editor()->textCursor().positionInBlock(), 8);
    QVERIFY(m_view->editor()->hasFocus());
    QTest::keyClick(m_view->editor(), Qt::Key_Right);
    QTest::keyClicks(m_view->editor(), QStringLiteral("y"));
    QVERIFY(text().contains("long: \"yxx"));
  }

  void textThatAFieldCouldNotSay_isThereAgainWithItsPost() {
    PostBuffer* first = m_view->buffer();
    auto* tags = qobject_cast<QLineEdit*>(enter(path("tags")));
    QTest::keyClicks(tags, QStringLiteral("half a t"));
    QWidget* date = enter(path("published_date"));
    QTest::keyClicks(date, QStringLiteral("tomorrow or so"));
    QVERIFY(m_view->form()->field(path("published_date"))->isInvalid());
    const Result<PostBuffer*> second = m_workspace->openPost("posts/second.md");
    m_view->show(*second);
    QCOMPARE(m_view->postWithUnsaidText(), first);
    QVERIFY(m_view->form()->unsaid().empty());
    m_view->show(first);
    QCOMPARE(text(), QByteArray(kPost));
    const std::vector<UnsaidText> again = m_view->form()->unsaid();
    QCOMPARE(again.size(), 2U);
    QStringList texts{again[0].text, again[1].text};
    texts.sort();
    QCOMPARE(texts, (QStringList{QStringLiteral("half a t"), QStringLiteral("tomorrow or so")}));
    QVERIFY(m_view->form()->field(path("published_date"))->isInvalid());
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
