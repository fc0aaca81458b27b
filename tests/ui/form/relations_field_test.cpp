#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include "harness.h"
#include "tests/cpu_timer.h"
#include "ui/form/chip.h"

using namespace postwright;
using namespace postwright::ui;
using front_matter::LearnedKind;

namespace {

const std::vector<PostName> kPosts = {
    {"first", "posts/first.md", "blog/first/", "The first, and more"},
    {"second", "posts/second.md", "blog/second/", "The second", "2024-05-06"},
    {"third", "posts/third.md", "blog/third/", "Third"}};

} // namespace

class RelationsFieldTest : public QObject {
  Q_OBJECT

  static void show(Harness& harness, const std::vector<PostName>& posts = kPosts) {
    front_matter::LearnedField data = learnedField("data", LearnedKind::Object);
    data.fields = {learnedField("data.see", LearnedKind::Relations, {{"second", 2}})};
    front_matter::LearnedForm form;
    form.posts = 10;
    form.fields = {data};
    const auto site = std::make_shared<SiteForm>(form);
    site->addPosts(posts);
    harness.context.site = site;
    harness.refresh();
    harness.open();
  }
  static std::vector<Chip*> chipsOf(const Harness& harness) {
    std::vector<Chip*> chips;
    for (Chip* chip : harness.field("data.see")->findChildren<Chip*>())
      if (!chip->isHidden()) chips.push_back(chip);
    return chips;
  }
  static QStringList texts(const Harness& harness) {
    QStringList texts;
    for (const Chip* chip : chipsOf(harness))
      texts << chip->text();
    return texts;
  }
  static QLineEdit* enter(Harness& harness) { return qobject_cast<QLineEdit*>(harness.enter("data.see")); }
  static QAbstractItemView* openList(const QLineEdit* line) {
    for (auto* completer : line->findChildren<QCompleter*>())
      if (completer->popup()->isVisible()) return completer->popup();
    return nullptr;
  }

 private slots:
  void posts_areChipsWithTitles_inTheirOrder() {
    Harness harness("data: {see: [third, /blog/first/]} # kept\n");
    show(harness);
    QCOMPARE(texts(harness), (QStringList{QStringLiteral("Third"), QStringLiteral("The first, and more")}));
    QVERIFY(chipsOf(harness)[1]->toolTip().contains(QLatin1String("posts/first.md")));
    QVERIFY(harness.field("data.see")->note().isEmpty());
  }

  void noPost_isKeptAndMarked() {
    Harness harness("data: {see: [nowhere, third]}\n");
    show(harness);
    QCOMPARE(texts(harness), (QStringList{QStringLiteral("nowhere"), QStringLiteral("Third")}));
    QVERIFY(harness.field("data.see")->note().contains(QLatin1String("nowhere")));
    QVERIFY(harness.takeLog().isEmpty());
  }

  void pickedPost_isAppendedByItsName() {
    Harness harness("data:\n  see: # those\n    - third\n");
    show(harness);
    QLineEdit* line = enter(harness);
    QTest::keyClicks(line, QStringLiteral("first, a"));
    QAbstractItemView* list = openList(line);
    QVERIFY(list != nullptr);
    QCOMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(harness.yaml(), QStringLiteral("data:\n  see: # those\n    - third\n    - first\n"));
    QCOMPARE(line->text(), QString());
    QCOMPARE(texts(harness).last(), QStringLiteral("The first, and more"));
  }

  void typedText_isWrittenAsMeant_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("written");
    QTest::newRow("name") << QStringLiteral("second") << QStringLiteral("second");
    QTest::newRow("address") << QStringLiteral("/blog/second/") << QStringLiteral("/blog/second/");
    QTest::newRow("title") << QStringLiteral("the second") << QStringLiteral("second");
    QTest::newRow("post to come") << QStringLiteral("fourth") << QStringLiteral("fourth");
  }
  void typedText_isWrittenAsMeant() {
    QFETCH(QString, typed);
    Harness harness("data: {see: [third]}\n");
    show(harness);
    QLineEdit* line = enter(harness);
    QTest::keyClicks(line, typed);
    if (QAbstractItemView* list = openList(line)) list->hide();
    QTest::keyClick(line, Qt::Key_Return);
    QFETCH(QString, written);
    QCOMPARE(harness.yaml(), QStringLiteral("data: {see: [third, %1]}\n").arg(written));
  }

  void searchThatIsLeft_isNoPost() {
    Harness harness("data: {see: [third]}\n");
    show(harness);
    QLineEdit* line = enter(harness);
    QTest::keyClicks(line, QStringLiteral("seco"));
    openList(line)->hide();
    QTest::keyClick(line, Qt::Key_Tab);
    QCOMPARE(line->text(), QString());
    QVERIFY(harness.takeLog().isEmpty());
  }

  void chosenPosts_areNotOfferedAgain() {
    Harness harness("data: {see: [third, /blog/first/]}\n");
    show(harness);
    QLineEdit* line = enter(harness);
    QTest::keyClick(line, Qt::Key_Down);
    QCOMPARE(openList(line)->model()->rowCount(), 1);
    QCOMPARE(openList(line)->model()->index(0, 0).data().toString(), QStringLiteral("The second"));
  }

  void chip_goesToItsPost_andMoves() {
    Harness harness("data:\n  see:\n    - third # 3\n    - first\n");
    show(harness);
    enter(harness);
    QSignalSpy asked(&harness.form, &FrontMatterForm::postRequested);
    QTest::keyClick(chipsOf(harness)[1], Qt::Key_Return);
    QTest::mouseDClick(chipsOf(harness)[0], Qt::LeftButton, {}, QPoint(6, 6));
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked[0], QVariantList{QStringLiteral("posts/first.md")});
    QCOMPARE(asked[1], QVariantList{QStringLiteral("posts/third.md")});
    QTest::keyClick(chipsOf(harness)[1], Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(harness.yaml(), QStringLiteral("data:\n  see:\n    - first\n    - third # 3\n"));
    QCOMPARE(QApplication::focusWidget(), chipsOf(harness)[0]);
    QTest::keyClick(chipsOf(harness)[0], Qt::Key_Delete);
    QCOMPARE(harness.yaml(), QStringLiteral("data:\n  see:\n    - third # 3\n"));
  }

  void amongTenThousandPosts_aLetterIsAnsweredAtOnce() {
    std::vector<PostName> posts;
    for (int i = 0; i < 10'000; ++i) {
      const std::string number = std::to_string(i);
      posts.push_back(
          {"post-" + number, "posts/" + number + ".md", "blog/" + number + "/", "Post " + number});
    }
    Harness harness("data: {see: [post-77]}\n");
    show(harness, posts);
    QLineEdit* line = enter(harness);
    QTest::keyClicks(line, QStringLiteral("post 777"));
    const test::CpuTimer timer;
    QTest::keyClick(line, Qt::Key_8);
    QVERIFY2(timer.elapsed() < 30, qPrintable(QString::number(timer.elapsed())));
    QAbstractItemView* list = openList(line);
    QVERIFY(list != nullptr);
    QCOMPARE(list->model()->rowCount(), 1);
  }
};

QTEST_MAIN(RelationsFieldTest)
#include "relations_field_test.moc"
