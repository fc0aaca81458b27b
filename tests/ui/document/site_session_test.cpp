#include "ui/document/site_session.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>
#include <chrono>
#include <filesystem>

#include "app/base/file.h"
#include "tests/app/site_folder.h"
#include "ui/base/text_bridge.h"

using namespace postwright;
using namespace postwright::ui;
using testing::SiteFolder;

namespace {

constexpr int kPatienceMs = 10000;

} // namespace

/// With real files and the system's real watches.
class SiteSessionTest : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    m_folder = std::make_unique<SiteFolder>(SiteFolder::Files{{"_cobalt.yml", ""},
                                                              {"_layouts/l.liquid", "old"},
                                                              {"css/a.css", ""},
                                                              {"posts/a.md", "---\ntitle: A\n---\n"},
                                                              {"posts/b.md", "---\ntitle: B\n---\n"}});
    for (const auto& entry : std::filesystem::recursive_directory_iterator(m_folder->path())) {
      // Files as old as they are in life: what is written while a site is read counts as news.
      if (entry.is_regular_file())
        std::filesystem::last_write_time(entry.path(), entry.last_write_time() - std::chrono::hours(1));
    }
    m_session = std::make_unique<SiteSession>();
    QSignalSpy loaded(m_session.get(), &SiteSession::loaded);
    m_session->open(toQString(m_folder->path()));
    QVERIFY(loaded.wait(kPatienceMs));
    m_loaded = std::make_unique<QSignalSpy>(m_session.get(), &SiteSession::loaded);
    m_refreshed = std::make_unique<QSignalSpy>(m_session.get(), &SiteSession::refreshed);
  }
  void cleanup() {
    m_loaded.reset();
    m_refreshed.reset();
    m_session.reset();
    m_folder.reset();
  }

  void aFileWrittenInPlace_isReadAlone() {
    const auto other = document("posts/b.md");
    m_folder->write("posts/a.md", "---\ntitle: New\n---\n");
    QVERIFY(refreshedBy("posts/a.md"));
    QCOMPARE(document("posts/a.md")->fields.title, std::string("New"));
    QCOMPARE(document("posts/b.md"), other);
    QCOMPARE(m_loaded->count(), 0);
  }

  void aFileThatIsReplaced_isReadAlone() {
    m_folder->write("posts/.swap", "---\ntitle: New\n---\n");
    std::filesystem::rename(m_folder->path() + "/posts/.swap", m_folder->path() + "/posts/a.md");
    QVERIFY(refreshedBy("posts/a.md"));
    QCOMPARE(document("posts/a.md")->fields.title, std::string("New"));
  }

  void filesInNewFolders_areSeen() {
    m_folder->write("posts/deep/er/c.md", "---\ntitle: C\n---\n");
    QTRY_VERIFY_WITH_TIMEOUT(document("posts/deep/er/c.md") != nullptr, kPatienceMs);
    m_folder->write("posts/deep/er/c.md", "---\ntitle: C2\n---\n");
    QTRY_COMPARE_WITH_TIMEOUT(document("posts/deep/er/c.md")->fields.title, std::string("C2"), kPatienceMs);
    QCOMPARE(m_loaded->count(), 0);
  }

  void aRemovedPost_isGone() {
    std::filesystem::remove(m_folder->path() + "/posts/a.md");
    QTRY_VERIFY_WITH_TIMEOUT(document("posts/a.md") == nullptr, kPatienceMs);
  }

  void ourOwnSave_isNoNews() {
    const std::string text = "---\ntitle: Saved\n---\n";
    QVERIFY(writeFile(m_folder->path() + "/posts/a.md", text).has_value());
    m_session->setSaved("posts/a.md", text);
    m_folder->write("posts/b.md", "---\ntitle: Other\n---\n"); // the news that is waited for
    QVERIFY(refreshedBy("posts/b.md"));
    QCOMPARE(m_refreshed->first().first().toStringList(), QStringList{QStringLiteral("posts/b.md")});
    QCOMPARE(document("posts/a.md")->fields.title, std::string("Saved"));
    QCOMPARE(m_loaded->count(), 0);
  }

  void unsavedText_staysOverTheFile() {
    m_session->setUnsaved("posts/a.md", "---\ntitle: Mine\n---\n");
    m_folder->write("posts/a.md", "---\ntitle: Theirs\n---\n");
    QVERIFY(refreshedBy("posts/a.md"));
    QCOMPARE(m_session->current()->document("posts/a.md")->fields.title, std::string("Mine"));
    QCOMPARE(m_session->onDisk()->document("posts/a.md")->fields.title, std::string("Theirs"));
  }

  void aBranchSwitch_isOneReload() {
    for (int i = 0; i < 300; ++i)
      m_folder->write("posts/many/" + std::to_string(i) + ".md", "x");
    QTRY_COMPARE_WITH_TIMEOUT(m_loaded->count(), 1, kPatienceMs);
    QCOMPARE(m_loaded->first().first().toBool(), false);
    QCOMPARE(m_session->onDisk()->documents().size(), std::size_t{302});
    m_folder->write("posts/a.md", "---\ntitle: After\n---\n"); // the next news is this one alone
    QVERIFY(refreshedBy("posts/a.md"));
    QCOMPARE(m_loaded->count(), 1);
  }

  void theConfiguration_reloadsTheSite() {
    m_folder->write("_cobalt.yml", "site: {title: New}");
    QTRY_COMPARE_WITH_TIMEOUT(m_loaded->count(), 1, kPatienceMs);
    QCOMPARE(m_session->current()->title(), std::string("New"));
  }

  void whatIsBuilt_isNoNews() {
    m_folder->write("_site/posts/a.html", "x");
    m_folder->write("css/a.css", "x");
    QVERIFY(refreshedBy("css/a.css"));
    QCOMPARE(m_refreshed->first().first().toStringList(), QStringList{QStringLiteral("css/a.css")});
  }

 private:
  site::DocumentPointer document(const char* path) const { return m_session->current()->document(path); }
  bool refreshedBy(const char* path) const {
    return QTest::qWaitFor(
        [&] {
          return std::any_of(m_refreshed->begin(), m_refreshed->end(), [&](const QVariantList& arguments) {
            return arguments.first().toStringList().contains(QLatin1String(path));
          });
        },
        kPatienceMs);
  }

  std::unique_ptr<SiteFolder> m_folder;
  std::unique_ptr<SiteSession> m_session;
  std::unique_ptr<QSignalSpy> m_loaded;
  std::unique_ptr<QSignalSpy> m_refreshed;
};

QTEST_MAIN(SiteSessionTest)
#include "site_session_test.moc"
