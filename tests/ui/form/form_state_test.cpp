#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

#include "harness.h"
#include "ui/form/field_label.h"
#include "ui/form/form_banner.h"
#include "ui/form/switch.h"

using namespace postwright::ui;

/// The form as a whole: broken text, read-only, drafts, focus, sizes.
class FormStateTest : public QObject {
  Q_OBJECT

  static FormBanner* banner(const Harness& harness) { return harness.form.findChild<FormBanner*>(); }
  static QLineEdit* line(const Harness& harness, const char* path) {
    return qobject_cast<QLineEdit*>(harness.field(path)->editor());
  }

 private slots:
  void brokenText_keepsTheLastGoodValuesReadOnly() {
    Harness harness("title: T\nslug: good\n");
    harness.open();
    harness.context.problemLine = 3;
    harness.setYaml("title: T\nslug: 'bad\n");
    QTRY_VERIFY(banner(harness)->isVisible());
    QCOMPARE(line(harness, "slug")->text(), QStringLiteral("good"));
    QVERIFY(line(harness, "slug")->isReadOnly());
    QTest::keyClicks(harness.enter("slug"), QStringLiteral("x"));
    QVERIFY(harness.takeLog().isEmpty());

    QSignalSpy asked(&harness.form, &FrontMatterForm::lineRequested);
    auto* link = banner(harness)->findChild<QPushButton*>(QStringLiteral("goToLine"));
    QVERIFY(link->text().contains(QLatin1Char('3')));
    QTest::mouseClick(link, Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().first().toInt(), 3);

    harness.setYaml("title: T\nslug: fine\n");
    QVERIFY(!banner(harness)->isVisible());
    QCOMPARE(line(harness, "slug")->text(), QStringLiteral("fine"));
    QVERIFY(!line(harness, "slug")->isReadOnly());
  }

  void textBrokenForAMoment_doesNotFlicker() {
    Harness harness("slug: good\n");
    harness.open();
    harness.setYaml("slug: 'bad\n");
    QVERIFY(!banner(harness)->isVisible());
    harness.setYaml("slug: 'bad'\n");
    QVERIFY(!banner(harness)->isVisible());
    QCOMPARE(line(harness, "slug")->text(), QStringLiteral("bad"));
  }

  void postThatIsBrokenFromTheStart_saysSoAtOnce() {
    Harness harness("slug: good\n");
    harness.open();
    harness.form.clear();
    harness.setYaml("slug: 'bad\n");
    QVERIFY(banner(harness)->isVisible());
    QVERIFY(harness.form.field(pathOf(QStringLiteral("slug"))) != nullptr);
    QCOMPARE(line(harness, "slug")->text(), QString());
    QVERIFY(line(harness, "slug")->isReadOnly());
  }

  void clear_forgetsWhatWasTyped() {
    Harness harness("weight: 2\n");
    harness.open();
    QTest::keyClicks(harness.enter("weight"), QStringLiteral("x"));
    harness.form.clear();
    QVERIFY(harness.form.field(pathOf(QStringLiteral("weight"))) == nullptr);
    harness.refresh();
    QCOMPARE(line(harness, "weight")->text(), QStringLiteral("2"));
  }

  void clear_forgetsWhatWasBegun() {
    Harness harness("tags: [a]\ndata: {a: 1}\n");
    harness.open();
    QTest::keyClicks(harness.enter("tags"), QStringLiteral("half a w"));
    auto* button = harness.form.findChild<QPushButton*>(QStringLiteral("addField"));
    harness.applies = false;
    QTest::mouseClick(button, Qt::LeftButton);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("na"));
    harness.form.clear();
    QCOMPARE(harness.form.preferredHeight(), 0);
    harness.setYaml("tags: [a]\ndata: {a: 1}\n");
    QVERIFY(button->isVisible());
    QCOMPARE(line(harness, "tags")->text(), QString());
  }

  void readOnlyReason_locksEverything() {
    Harness harness("slug: s\ntags: [a]\ndata: {on: true}\n");
    harness.open();
    harness.form.setReadOnlyReason(QStringLiteral("Not valid UTF-8"));
    QVERIFY(banner(harness)->isVisible());
    QTest::keyClicks(harness.enter("slug"), QStringLiteral("x"));
    QTest::keyClicks(harness.enter("tags"), QStringLiteral("x,"));
    QTest::keyClick(harness.enter("tags"), Qt::Key_Backspace);
    QTest::mouseClick(harness.field("data.on")->editor(), Qt::LeftButton);
    QTest::mouseClick(harness.field("is_draft")->editor(), Qt::LeftButton);
    QVERIFY(harness.takeLog().isEmpty());
    harness.setYaml("slug: s\ntags: [a]\ndata: {on: true, fresh: 1}\n");
    QVERIFY(line(harness, "data.fresh")->isReadOnly());
    harness.form.setReadOnlyReason({});
    QVERIFY(!banner(harness)->isVisible());
    QVERIFY(!line(harness, "data.fresh")->isReadOnly());
  }

  void valueWithoutAField_saysWhy() {
    Harness harness("data: {k: !t x, l: y}\n");
    harness.open();
    QCOMPARE(harness.field("data.k")->kind(), FieldKind::Raw);
    QVERIFY(harness.field("data.k")->note().contains(QStringLiteral("!t")));
    QVERIFY(harness.field("data.l")->note().isEmpty());
  }

  void draft_showsTheEffectiveState() {
    Harness harness("title: T\n");
    harness.context.isDraft = true;
    harness.context.inDraftsFolder = true;
    harness.refresh();
    harness.open();
    auto* draft = qobject_cast<Switch*>(harness.field("is_draft")->editor());
    QVERIFY(draft->isOn());
    QVERIFY(harness.field("is_draft")->note().contains(QStringLiteral("until it is moved")));
    QVERIFY(draft->accessibleName().contains(QStringLiteral("Draft")));
    harness.context = {};
    harness.setYaml("is_draft: yes\n");
    QVERIFY(!draft->isOn());
    QVERIFY(harness.field("is_draft")->note().contains(QStringLiteral("yes")));
    QTest::keyClick(harness.enter("is_draft"), Qt::Key_Space);
    QCOMPARE(harness.yaml(), QStringLiteral("is_draft: true\n"));
    QVERIFY(harness.field("is_draft")->note().isEmpty());
  }

  void focusField_findsListsGroupsAndItems() {
    Harness harness("tags: [a]\ndata: {m: {x: y}}\n");
    harness.open();
    QCOMPARE(harness.enter("tags.0"), harness.field("tags")->editor());
    QCOMPARE(harness.enter("data.m"), harness.field("data.m.x")->editor());
    QCOMPARE(harness.enter("data.m.x"), harness.field("data.m.x")->editor());
  }

  void mnemonic_goesToTheField() {
    Harness harness("title: T\n");
    harness.open();
    harness.enter("title");
    QTest::keyClick(&harness.form, Qt::Key_L, Qt::AltModifier);
    QCOMPARE(QApplication::focusWidget(), harness.field("slug")->editor());
    for (FieldLabel* label : harness.form.findChildren<FieldLabel*>())
      QVERIFY2(!label->text().isEmpty(), "a label without a name");
  }

  void everyEditor_hasAnAccessibleName() {
    Harness harness("title: T\ndata: {a: 1, on: true, pic: /img/a.png, list: [x], m: {z: q}}\nformat: Raw\n");
    for (Field* field : harness.form.findChildren<Field*>()) {
      for (const QWidget* editor : field->editors())
        QVERIFY2(!editor->accessibleName().isEmpty(), qPrintable(nameOf(field->path())));
    }
  }

  void nothingIsClipped_data() {
    QTest::addColumn<int>("width");
    for (const int width : {320, 420, 479, 480, 592, 760, 1440})
      QTest::addRow("%d", width) << width;
  }
  void nothingIsClipped() {
    QFETCH(int, width);
    Harness harness("title: " + std::string(120, 'w') + "\ndescription: " + std::string(300, 'd') +
                    "\npublished_date: bad\ntags: [one, two, three, four, five, six]\ndata:\n  bio: " +
                    std::string(400, 'b') + "\n  a_name_that_is_quite_long: x\n  n: 1\n  m: {l: {k: v}}\n");
    harness.form.resize(width, 400);
    harness.open();
    harness.form.resize(width, harness.form.preferredHeight());
    QCoreApplication::processEvents();
    const auto* scroll = harness.form.findChild<QScrollArea*>();
    QCOMPARE(scroll->widget()->width(), width);
    QCOMPARE(scroll->widget()->height(), scroll->height()); // the preferred height shows all of it
    QList<QRect> places;
    for (Field* field : harness.form.findChildren<Field*>()) {
      const QRect place = field->geometry();
      QVERIFY2(scroll->widget()->rect().contains(place), qPrintable(nameOf(field->path())));
      QVERIFY2(place.width() >= 110, qPrintable(nameOf(field->path())));
      QVERIFY2(!field->hasHeightForWidth() || place.height() >= field->heightForWidth(place.width()),
               qPrintable(nameOf(field->path())));
      for (const QRect& other : places)
        QVERIFY2(!other.adjusted(5, 5, -5, -5).intersects(place.adjusted(5, 5, -5, -5)),
                 qPrintable(nameOf(field->path())));
      places.append(place);
    }
  }

  void narrowForm_hasOneColumn() {
    Harness harness("title: T\n");
    harness.open();
    harness.form.resize(700, 500); // the font of a test may be wide
    QTRY_COMPARE(harness.field("published_date")->y(), harness.field("layout")->y());
    harness.form.resize(479, 500);
    QTRY_VERIFY(harness.field("layout")->y() > harness.field("published_date")->y());
    QCOMPARE(harness.field("layout")->x(), harness.field("published_date")->x());
  }

  void preferredHeight_growsWithTheText() {
    Harness harness("title: T\n");
    harness.open();
    QSignalSpy changed(&harness.form, &FrontMatterForm::preferredHeightChanged);
    const int before = harness.form.preferredHeight();
    harness.setYaml("title: " + std::string(200, 'w') + "\n");
    QTRY_VERIFY(changed.count() > 0);
    QTRY_VERIFY(harness.form.preferredHeight() > before);
  }
};

QTEST_MAIN(FormStateTest)
#include "form_state_test.moc"
