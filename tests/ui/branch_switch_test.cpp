// The real window on a site in a git checkout: a branch is switched below it.
#include <QProcess>

#include "tests/ui/window_fixture.h"

using namespace postwright::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int kQuick = 260; ///< posts that differ between the branches
constexpr int kSlow = 40;   ///< more of them, which git takes its time for

} // namespace

class BranchSwitchTest : public QObject {
  Q_OBJECT

 public:
  static void initMain() { WindowFixture::prepare(); }

 private slots:
  void init() { m_fixture = std::make_unique<WindowFixture>(); }
  void cleanup() { m_fixture.reset(); }

  void hundredsOfFiles_areOneReload_thePageFollows_textAndScrollStay() {
    if (!git({u"--version"_s})) QSKIP("git is missing: it switches the branches");
    QVERIFY(makeBranches());
    QVERIFY(f().open("posts/long.md", u"Paragraph 119"_s));
    f().window->actions().scrollTogether->setChecked(false);
    QTest::keyClicks(f().editor(), u"unsaved "_s);
    QVERIFY(f().pageHas(u"unsaved"_s));
    f().ask(u"window.sameDocument = true; scrollTo(0, 900)"_s);
    const QByteArray text = f().bytes();
    SiteSession& site = f().window->workspace().site();
    QSignalSpy loaded(&site, &SiteSession::loaded);
    QSignalSpy refreshed(&site, &SiteSession::refreshed);

    QVERIFY(git({u"checkout"_s, u"-q"_s, u"other"_s}));
    QVERIFY(f().elementBecomes("branch", u"other, 300 of it"_s));

    QCOMPARE(loaded.size() + refreshed.size(), 1);
    QCOMPARE(f().bytes(), text);
    QVERIFY(f().buffer()->isModified());
    QVERIFY(f().pageHas(u"unsaved"_s));
    QCOMPARE(f().ask(u"scrollY"_s), 900);
    QCOMPARE(f().ask(u"window.sameDocument"_s), true);
  }

 private:
  WindowFixture& f() const { return *m_fixture; }

  /// Two branches with the same long.md; of all the other posts each has its own.
  bool makeBranches() {
    QByteArray text = "---\ntitle: Long\nlayout: branch.liquid\n---\n\n";
    for (int i = 0; i < 120; ++i)
      text += "Paragraph " + QByteArray::number(i) + " of the post.\n\n";
    f().write(f().path("posts/long.md"), text);
    f().write(f().path(".gitattributes"), "posts/slow*.md filter=slow\n");
    writeBranch("main");
    const bool isMade = git({u"init"_s, u"-q"_s, u"-b"_s, u"main"_s}) && commitAll() &&
                        git({u"checkout"_s, u"-q"_s, u"-b"_s, u"other"_s});
    writeBranch("other");
    // so that the switch takes longer than one waits for a folder to be quiet
    return isMade && commitAll() && git({u"checkout"_s, u"-q"_s, u"main"_s}) &&
           git({u"config"_s, u"filter.slow.smudge"_s, u"sleep 0.06; cat"_s});
  }
  void writeBranch(const QByteArray& name) {
    f().write(
        f().path("_layouts/branch.liquid"),
        "<html><body><main>{{ page.content }}</main><p id=\"branch\">" + name +
            ", {% assign n = 0 %}{% for post in collections.posts.pages %}"
            "{% if post.title == \"" +
            name +
            "\" %}{% assign n = n | plus: 1 %}{% endif %}{% endfor %}{{ n }} of it</p></body></html>\n");
    for (int i = 0; i < kQuick + kSlow; ++i) {
      const QString file = u"posts/%1%2.md"_s.arg(i < kQuick ? u"quick"_s : u"slow"_s).arg(i);
      f().write(f().folder() + u'/' + file, "---\ntitle: " + name + "\n---\n\nText.\n");
    }
  }
  bool commitAll() {
    return git({u"add"_s, u"-A"_s}) &&
           git({u"-c"_s, u"user.name=x"_s, u"-c"_s, u"user.email=x@x"_s, u"commit"_s, u"-qm"_s, u"x"_s});
  }
  bool git(const QStringList& arguments) const {
    QProcess process;
    process.setWorkingDirectory(f().folder());
    process.start(u"git"_s, arguments);
    // the window sees the files change while they do
    return QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, kPatienceMs) &&
           process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0 &&
           process.error() != QProcess::FailedToStart;
  }

  std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(BranchSwitchTest)
#include "branch_switch_test.moc"
