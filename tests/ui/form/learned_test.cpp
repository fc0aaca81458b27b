#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "app/generators/cobalt/advice.h"
#include "harness.h"
#include "tests/cpu_timer.h"
#include "ui/form/colour_field.h"
#include "ui/form/form_banner.h"
#include "ui/form/form_search.h"
#include "ui/form/line_edit.h"
#include "ui/form/site_notice.h"
#include "ui/form/switch.h"
#include "ui/form/url_field.h"

using namespace postwright;
using namespace postwright::ui;
using front_matter::LearnedField;
using front_matter::LearnedKind;

namespace {

const std::vector<PostName> kTwoPosts = {
    {"second", "posts/second.md", "blog/second/", "The second", "2024-05-06"},
    {"first", "posts/first.md", "blog/first/", "The first"}};

} // namespace

/// What the form does with what was learnt from the site.
class LearnedTest : public QObject {
  Q_OBJECT

  static LearnedField read(const char* name, LearnedKind kind, const char* file, int line) {
    LearnedField field = learnedField(name, kind);
    field.posts = 0;
    field.isRead = true;
    field.readAt = {{file, line}};
    return field;
  }
  static QAbstractItemView* openList(const Harness& harness, const char* path) {
    for (auto* completer : line(harness, path)->findChildren<QCompleter*>())
      if (completer->popup()->isVisible()) return completer->popup();
    return nullptr;
  }
  static void showRelation(Harness& harness, const std::vector<PostName>& posts) {
    LearnedField data = learnedField("data", LearnedKind::Object);
    data.fields = {learnedField("data.next", LearnedKind::Relation, {{"second", 2}})};
    front_matter::LearnedForm form;
    form.posts = 10;
    form.fields = {data};
    const auto site = std::make_shared<SiteForm>(form);
    site->addPosts(posts);
    harness.context.site = site;
    harness.refresh();
  }
  static QLineEdit* line(const Harness& harness, const char* path) {
    return qobject_cast<QLineEdit*>(harness.field(path)->editor());
  }
  static void show(Harness& harness, std::vector<LearnedField> data, std::vector<LearnedField> top = {}) {
    harness.context.site = siteForm(std::move(top), std::move(data));
    harness.refresh();
  }

 private slots:
  void keyThatALayoutReads_isOfferedWithItsPlaceAndWrittenWhenTyped() {
    Harness harness("title: T\ndata:\n  author: me\n");
    show(harness, {read("data.hero", LearnedKind::Text, "_layouts/post.liquid", 12)});
    harness.open();
    QVERIFY(harness.field("data.hero")->state().offered);
    QCOMPARE(line(harness, "data.hero")->placeholderText(), QStringLiteral("post.liquid line 12"));
    QVERIFY(
        line(harness, "data.hero")->accessibleDescription().contains(QLatin1String("post.liquid line 12")));
    QTest::keyClicks(harness.enter("data.hero"), QStringLiteral("sun"));
    QCOMPARE(harness.yaml(), QStringLiteral("title: T\ndata:\n  author: me\n  hero: sun\n"));
    QVERIFY(!harness.field("data.hero")->state().offered);
  }

  void offeredPlus_goesToTheField() {
    Harness harness("title: T\n");
    show(harness, {read("data.hero", LearnedKind::Text, "_layouts/post.liquid", 12)});
    harness.open();
    QTest::mouseClick(harness.field("data.hero")->findChild<QToolButton*>(), Qt::LeftButton);
    QVERIFY(line(harness, "data.hero")->hasFocus());
    QVERIFY(harness.takeLog().isEmpty());
  }

  void seldomKey_isBelowMore() {
    Harness harness("title: T\n");
    LearnedField rare = learnedField("data.rare", LearnedKind::Text);
    rare.posts = 1;
    show(harness, {rare});
    harness.open();
    QVERIFY(harness.field("data.rare") == nullptr);
    harness.enter("data.rare"); // reveals it
    QVERIFY(harness.field("data.rare") != nullptr);
  }

  void kinds_haveTheirFields_data() {
    QTest::addColumn<int>("learned");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* name, LearnedKind learned, FieldKind kind) {
      QTest::newRow(name) << static_cast<int>(learned) << static_cast<int>(kind);
    };
    row("text", LearnedKind::Text, FieldKind::Text);
    row("long text", LearnedKind::LongText, FieldKind::LongText);
    row("switch", LearnedKind::Switch, FieldKind::Switch);
    row("instant", LearnedKind::DateTime, FieldKind::Date);
    row("number", LearnedKind::Number, FieldKind::Number);
    row("words", LearnedKind::Words, FieldKind::Chips);
    row("choice", LearnedKind::Choice, FieldKind::Choice);
    row("relation", LearnedKind::Relation, FieldKind::Relation);
    row("relations", LearnedKind::Relations, FieldKind::Relations);
    row("image", LearnedKind::Image, FieldKind::Image);
    row("file", LearnedKind::File, FieldKind::File);
    row("colour", LearnedKind::Colour, FieldKind::Colour);
    row("address", LearnedKind::Url, FieldKind::Url);
    row("object", LearnedKind::Object, FieldKind::Group);
    row("objects", LearnedKind::ObjectList, FieldKind::Group);
  }
  void kinds_haveTheirFields() {
    QFETCH(int, learned);
    QFETCH(int, kind);
    Harness harness("title: T\n");
    show(harness, {read("data.k", static_cast<LearnedKind>(learned), "_layouts/a.liquid", 1)});
    QCOMPARE(static_cast<int>(harness.field("data.k")->kind()), kind);
  }

  void valueOfAnotherKind_keepsItsOwnField() {
    Harness harness("data: {k: some words}\n");
    show(harness, {learnedField("data.k", LearnedKind::Switch)});
    QCOMPARE(harness.field("data.k")->kind(), FieldKind::Text);
    QCOMPARE(line(harness, "data.k")->text(), QStringLiteral("some words"));
  }

  void switch_hasThreeStates() {
    Harness harness("title: T\n");
    show(harness, {read("data.live", LearnedKind::Switch, "_layouts/a.liquid", 1)});
    harness.open();
    auto* knob = qobject_cast<Switch*>(harness.field("data.live")->editor());
    QVERIFY(knob->accessibleName().contains(QLatin1String("a.liquid")));
    QTest::keyClick(harness.enter("data.live"), Qt::Key_Space);
    QCOMPARE(harness.yaml(), QStringLiteral("title: T\ndata:\n  live: true\n"));
    QTest::keyClick(knob, Qt::Key_Space);
    QVERIFY(harness.yaml().contains(QLatin1String("live: false")));
    QTest::keyClick(knob, Qt::Key_Delete);
    QVERIFY(!harness.yaml().contains(QLatin1String("live:")));
    QCOMPARE(qobject_cast<Switch*>(harness.field("data.live")->editor()), knob);
  }

  void numberKeys_stepInItsSpelling() {
    Harness harness("data: {a: 1.10, b: 0x1F}\n");
    harness.open();
    QTest::keyClick(harness.enter("data.a"), Qt::Key_Up);
    QTest::keyClick(harness.enter("data.b"), Qt::Key_PageUp);
    QCOMPARE(harness.yaml(), QStringLiteral("data: {a: 1.11, b: 0x29}\n"));
  }

  void colour_isTakenInItsNotation() {
    Harness harness("data: {c: '#FA0'}\n");
    harness.open();
    qobject_cast<ColourField*>(harness.field("data.c"))->take(QColor(0, 0, 255));
    QCOMPARE(harness.yaml(), QStringLiteral("data: {c: '#00F'}\n"));
  }

  void unfinishedAddress_isWrittenAndMarked() {
    Harness harness("data: {u: 'https://'}\n");
    harness.open();
    QVERIFY(!harness.field("data.u")->note().isEmpty());
    auto* address = line(harness, "data.u");
    harness.enter("data.u");
    address->end(false);
    QTest::keyClicks(address, QStringLiteral("a.example"));
    QVERIFY(harness.field("data.u")->note().isEmpty());
    QVERIFY(harness.yaml().contains(QLatin1String("https://a.example")));
  }

  void rawBox_writesWhatReadsAsOneValue() {
    Harness harness("data:\n  k: !t x # kept\n  l: 1\n");
    harness.open();
    auto* box = harness.enter("data.k");
    QTest::keyClick(box, Qt::Key_End);
    QTest::keyClicks(box, QStringLiteral("y"));
    QCOMPARE(harness.yaml(), QStringLiteral("data:\n  k: !t xy # kept\n  l: 1\n"));
    QTest::keyClicks(box, QStringLiteral(": z"));
    QVERIFY(harness.field("data.k")->isInvalid());
    QVERIFY(harness.yaml().startsWith(QLatin1String("data:\n  k: !t xy")));
    QVERIFY(harness.yaml().endsWith(QLatin1String(" # kept\n  l: 1\n")));
    QTest::keyClick(box, Qt::Key_Escape);
    QVERIFY(!harness.field("data.k")->isInvalid());
  }

  void slip_isPutRightByOneClick() {
    Harness harness("tags: [Rust, food]\n");
    show(harness, {}, {learnedField("tags", LearnedKind::Words, {{"rust", 41}, {"food", 3}, {"Rust", 2}})});
    harness.open();
    const QString note = harness.field("tags")->note();
    QVERIFY2(note.contains(QLatin1String("Rust")) && note.contains(QLatin1String("41")), qPrintable(note));
    auto* fix = harness.field("tags")->findChild<QPushButton*>(QStringLiteral("fieldFix"));
    QTest::mouseClick(fix, Qt::LeftButton);
    QCOMPARE(harness.yaml(), QStringLiteral("tags: [rust, food]\n"));
    QVERIFY(harness.field("tags")->note().isEmpty());
  }

  void adviceOnADate_isToldWithItsFix_untilOneTypes() {
    Harness harness("published_date: 2024-05-06\n");
    const generators::cobalt::AdviceContext context{{}, "+0200"};
    const auto advise = [&] {
      harness.context.advice = generators::cobalt::adviceOn(
          front_matter::FrontMatterDocument("---\n" + toUtf8(harness.yaml()) + "---\n"), context);
      harness.refresh();
    };
    advise();
    harness.open();
    Field* field = harness.field("published_date");
    auto* fix = field->findChild<QPushButton*>(QStringLiteral("fieldFix"));
    QVERIFY(fix != nullptr && fix->isVisible());
    QVERIFY(field->isInvalid());
    QTest::keyClick(harness.enter("published_date"), Qt::Key_End);
    QTest::keyClicks(line(harness, "published_date"), QStringLiteral(" 10:00"));
    QVERIFY(field->note().contains(QLatin1String("Enter")));
    QVERIFY(!fix->isVisible());
    QTest::keyClick(line(harness, "published_date"), Qt::Key_Escape);
    QVERIFY(fix->isVisible());
    harness.context.advice.clear();
    QTest::mouseClick(fix, Qt::LeftButton);
    QCOMPARE(harness.yaml(), QStringLiteral("published_date: 2024-05-06 00:00:00 +0200\n"));
    QVERIFY(field->note().isEmpty());
  }

  void advice_isOnItsFieldAndItsFixIsOneEdit() {
    Harness harness("title: T\nauthor: me\n");
    front_matter::FieldAdvice advice;
    advice.path = pathOf(QStringLiteral("author"));
    advice.error.code = ErrorCode::FieldUnknown;
    advice.error.arguments = {"author"};
    front_matter::EditOperation move;
    move.kind = front_matter::OperationKind::MoveInto;
    move.path = advice.path;
    move.target = pathOf(QStringLiteral("data"));
    advice.fix = front_matter::Fix{{}, "Move it below data", {move}};
    harness.context.advice = {advice};
    harness.refresh();
    harness.open();
    Field* field = harness.field("author");
    QCOMPARE(field->note(), toQString(describe(advice.error)));
    harness.context.advice.clear();
    QTest::mouseClick(field->findChild<QPushButton*>(QStringLiteral("fieldFix")), Qt::LeftButton);
    QCOMPARE(harness.yaml(), QStringLiteral("title: T\ndata:\n  author: me\n"));
  }

  void sitesRules_areToldAndNeverHoldATextBack() {
    Harness harness("data: {code: ab, size: 12}\n");
    LearnedField code = learnedField("data.code", LearnedKind::Text);
    code.pattern = "[A-Z]{2}";
    code.label = "Code & number";
    code.help = "As on the box";
    LearnedField size = learnedField("data.size", LearnedKind::Number);
    size.maximum = 10;
    LearnedField wanted = learnedField("data.wanted", LearnedKind::Text);
    wanted.required = true;
    show(harness, {code, size, wanted});
    harness.open();
    QVERIFY(harness.field("data.code")->note().contains(QLatin1String("[A-Z]{2}")));
    QVERIFY(line(harness, "data.code")->accessibleDescription().contains(QLatin1String("As on the box")));
    QCOMPARE(line(harness, "data.code")->accessibleName(), QStringLiteral("Code & number"));
    QVERIFY(harness.field("data.size")->note().contains(QLatin1String("10")));
    QVERIFY(!harness.field("data.wanted")->note().isEmpty());
    harness.enter("data.code");
    line(harness, "data.code")->end(false);
    QTest::keyClicks(line(harness, "data.code"), QStringLiteral("c"));
    QVERIFY(harness.yaml().contains(QLatin1String("abc")));
  }

  void relation_showsTheOtherPostsTitle_andGoesThere() {
    Harness harness("data: {next: second}\n");
    showRelation(harness, kTwoPosts);
    harness.open();
    QCOMPARE(harness.field("data.next")->note(), QStringLiteral("The second, 2024-05-06"));
    QSignalSpy asked(&harness.form, &FrontMatterForm::postRequested);
    auto* go = harness.field("data.next")->findChild<QToolButton*>(QStringLiteral("goToPost"));
    go->click();
    QCOMPARE(asked.value(0), QVariantList{QStringLiteral("posts/second.md")});
    harness.setYaml("data: {next: /blog/first/}\n"); // named in another way than the others
    QCOMPARE(harness.field("data.next")->note(), QStringLiteral("The first"));
    QVERIFY(go->isVisible());
  }

  void relation_toNoPost_isKeptAndMarked() {
    Harness harness("data: {next: nowhere}\n");
    showRelation(harness, kTwoPosts);
    harness.open();
    QVERIFY(harness.field("data.next")->note().contains(QLatin1String("nowhere")));
    QVERIFY(harness.field("data.next")->findChild<QToolButton*>(QStringLiteral("goToPost"))->isHidden());
    QCOMPARE(line(harness, "data.next")->text(), QStringLiteral("nowhere"));
    QVERIFY(harness.takeLog().isEmpty());
  }

  void relation_isFoundByTitleNameAndDate_data() {
    QTest::addColumn<QString>("typed");
    QTest::newRow("title") << QStringLiteral("e SEC");
    QTest::newRow("slug") << QStringLiteral("econ");
    QTest::newRow("date") << QStringLiteral("2024-05");
  }
  void relation_isFoundByTitleNameAndDate() {
    QFETCH(QString, typed);
    Harness harness("data: {next: ''}\n");
    showRelation(harness, kTwoPosts);
    harness.open();
    QTest::keyClicks(harness.enter("data.next"), typed);
    QAbstractItemView* list = openList(harness, "data.next");
    QVERIFY(list != nullptr);
    QCOMPARE(list->model()->rowCount(), 1);
    QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("The second"));
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(harness.yaml(), QStringLiteral("data: {next: 'second'}\n"));
  }

  void relation_amongTenThousandPosts_opensAtOnce() {
    std::vector<PostName> posts;
    for (int i = 0; i < 10'000; ++i) {
      const std::string number = std::to_string(i);
      posts.push_back(
          {"post-" + number, "posts/" + number + ".md", "blog/" + number + "/", "Post " + number});
    }
    Harness harness("data: {next: post-77}\n");
    showRelation(harness, posts);
    harness.open();
    harness.enter("data.next");
    const test::CpuTimer timer;
    QTest::keyClick(line(harness, "data.next"), Qt::Key_Down);
    QCoreApplication::processEvents();
    QVERIFY2(timer.elapsed() < 30, qPrintable(QString::number(timer.elapsed())));
    QAbstractItemView* list = openList(harness, "data.next");
    QVERIFY(list != nullptr);
    QCOMPARE(list->model()->rowCount(), 10'000);
  }

  void relation_isOfferedAsTheOthersNameIt_data() {
    QTest::addColumn<QString>("seen");
    QTest::addColumn<QString>("offered");
    QTest::newRow("slug") << QStringLiteral("other") << QStringLiteral("second");
    QTest::newRow("path") << QStringLiteral("posts/other.md") << QStringLiteral("posts/second.md");
    QTest::newRow("path from the root")
        << QStringLiteral("/posts/other.md") << QStringLiteral("/posts/second.md");
    QTest::newRow("URL") << QStringLiteral("/blog/other/") << QStringLiteral("/blog/second/");
    QTest::newRow("URL without a slash") << QStringLiteral("blog/other/") << QStringLiteral("blog/second/");
  }
  void relation_isOfferedAsTheOthersNameIt() {
    QFETCH(QString, seen);
    QFETCH(QString, offered);
    QCOMPARE(nameLike({"second", "posts/second.md", "blog/second/", "The second"}, seen), offered);
  }

  void address_isShownAndATwinIsMarked() {
    Harness harness("title: T\nslug: s\n");
    harness.context.url = QStringLiteral("/blog/s/");
    harness.refresh();
    QCOMPARE(harness.field("slug")->note(), QStringLiteral("/blog/s/"));
    harness.context.urlTwin = QStringLiteral("posts/other.md");
    harness.refresh();
    QVERIFY(harness.field("slug")->note().contains(QLatin1String("posts/other.md")));
    harness.setYaml("title: T\nslug: s\npermalink: /x\n");
    QVERIFY(harness.field("permalink")->note().contains(QLatin1String("posts/other.md")));
    QVERIFY(harness.field("slug")->note().isEmpty());
  }

  void brokenText_isPutRightFromTheBanner() {
    Harness harness("title: T\n");
    harness.open();
    harness.context.advice =
        generators::cobalt::adviceOn(front_matter::FrontMatterDocument("---\ntitle: see ---\n---\nBody\n"));
    harness.setYaml("title: see ---\n");
    auto* banner = harness.form.findChild<FormBanner*>();
    QTRY_VERIFY(banner->isVisible());
    QPushButton* fix = nullptr;
    for (auto* button : banner->findChildren<QPushButton*>())
      if (button->isVisible() && button->text() == toQString(harness.context.advice.front().fix->title))
        fix = button;
    QVERIFY(fix != nullptr);
    harness.context.advice.clear(); // what the form was given stays until it is shown another
    QTest::mouseClick(fix, Qt::LeftButton);
    QVERIFY(!banner->isVisible());
    QVERIFY(line(harness, "slug") != nullptr);
  }

  void reason_isToldWithItsFix() {
    Harness harness("title: T\nis_draft: true\n");
    front_matter::Reason reason;
    reason.error.code = ErrorCode::NotInThisBuild;
    front_matter::EditOperation publish;
    publish.path = pathOf(QStringLiteral("is_draft"));
    publish.value = front_matter::Scalar{front_matter::ScalarType::Bool, "false"};
    reason.fix = front_matter::Fix{{}, "Publish it", {publish}};
    harness.context.reasons = {reason};
    harness.refresh();
    harness.open();
    auto* notice = harness.form.findChild<SiteNotice*>();
    QVERIFY(notice->text().contains(toQString(describe(reason.error))));
    QTest::mouseClick(notice->findChild<QPushButton*>(), Qt::LeftButton);
    QCOMPARE(harness.yaml(), QStringLiteral("title: T\nis_draft: false\n"));
    harness.context.reasons.clear();
    harness.refresh();
    QVERIFY(notice->text().isEmpty());
  }

  void search_comesWithManyFieldsAndFindsOne() {
    Harness harness("title: T\n");
    harness.open();
    auto* search = harness.form.findChild<FormSearch*>();
    QVERIFY(!search->isVisible());
    harness.setYaml("title: T\ndata: {a: 1, b: 2, c: 3, d: 4, e: 5}\n");
    QVERIFY(search->isVisible());
    search->line()->setFocus();
    QTest::keyClicks(search->line(), QStringLiteral("data.c"));
    QVERIFY(harness.field("title") == nullptr);
    QVERIFY(harness.field("data.c") != nullptr);
    QTest::keyClick(search->line(), Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), harness.field("data.c")->editor());
    search->line()->setFocus();
    QTest::keyClick(search->line(), Qt::Key_Escape);
    QVERIFY(harness.field("title") != nullptr);
  }

  void foldedGroup_isSaidAndComesBack() {
    Harness harness("data: {m: {x: y}}\n");
    harness.open();
    QSignalSpy toggled(&harness.form, &FrontMatterForm::groupsToggled);
    QTest::keyClick(harness.field("data.m")->editor(), Qt::Key_Space);
    QVERIFY(harness.field("data.m.x") == nullptr);
    QCOMPARE(toggled.takeFirst().first().toStringList(), QStringList{QStringLiteral("data.m")});
    QVERIFY(harness.field("data.m")->editor()->accessibleName().contains(QLatin1String("folded")));
    Harness other("data: {m: {x: y}}\n");
    other.form.setToggledGroups({QStringLiteral("data.m")});
    QVERIFY(other.field("data.m.x") == nullptr);
    other.enter("data.m.x");
    QVERIFY(other.field("data.m.x") != nullptr);
  }
};

QTEST_MAIN(LearnedTest)
#include "learned_test.moc"
