#include "app/drafts/new_post.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <filesystem>

#include "app/generators/cobalt/load.h"

using namespace postwright;

class NewPostTest : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    std::filesystem::copy(POSTWRIGHT_TEST_DATA "/window_site", m_folder->path().toStdString(),
                          std::filesystem::copy_options::recursive);
  }

  void plan_withoutADefault_isWhatCobaltNewWrites() {
    const auto plan = drafts::planNewPost(*load(), "Hello: World #1");
    QVERIFY(plan);
    QCOMPARE(plan->path, std::string("posts/hello-world-1.md"));
    QCOMPARE(plan->url, std::string("hello-world-1/"));
    QVERIFY(!plan->exists);
    QCOMPARE(plan->text,
             std::string("---\ntitle: 'Hello: World #1'\nlayout: default.liquid\nis_draft: true\n---\n"
                         "# This is our first Post!\n\nWelcome to the first post ever on cobalt.rs!\n"));
  }

  void plan_withADefault_keepsItsFieldsAndBody() {
    write("_defaults/posts.md",
          "---\nlayout: post.liquid\ndata:\n  mood: calm\ntags: [b, a]\n---\n\n\nBody\n");
    const auto plan = drafts::planNewPost(*load(), "Two");
    QVERIFY(plan);
    QCOMPARE(plan->text,
             std::string(
                 "---\ntitle: Two\ntags:\n- b\n- a\nlayout: post.liquid\ndata:\n  mood: calm\n---\nBody\n"));
  }

  void plan_brokenDefault_namesTheFile() {
    write("_defaults/posts.md", "---\nlayot: post.liquid\n---\n");
    const auto plan = drafts::planNewPost(*load(), "Two");
    QVERIFY(!plan);
    QCOMPARE(plan.error().where.file, std::string("_defaults/posts.md"));
  }

  void apply_neverWritesOverAFile() {
    const auto site = load();
    const auto plan = drafts::planNewPost(*site, "First");
    QVERIFY(plan && plan->exists);
    const auto before = readFile(m_folder->filePath(QStringLiteral("posts/first.md")).toStdString());
    const auto written = drafts::apply(*site, *plan);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::FileExists);
    QCOMPARE(readFile(m_folder->filePath(QStringLiteral("posts/first.md")).toStdString())->bytes,
             before->bytes);
  }

  void apply_makesMissingFolders() {
    const auto site = load();
    const auto plan = drafts::planNewPost(*site, "Deep", "a/b");
    QVERIFY(plan);
    QCOMPARE(plan->path, std::string("posts/a/b/deep.md"));
    QVERIFY(drafts::apply(*site, *plan));
    QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("posts/a/b/deep.md"))));
  }

 private:
  site::SitePointer load() const { return *generators::cobalt::load(m_folder->path().toStdString()); }
  void write(const char* relative, const char* text) const {
    std::filesystem::create_directories(m_folder->filePath(QStringLiteral("_defaults")).toStdString());
    QFile file(m_folder->filePath(QString::fromLatin1(relative)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
  }

  std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(NewPostTest)
#include "new_post_test.moc"
