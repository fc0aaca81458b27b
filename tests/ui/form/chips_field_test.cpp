#include <QAbstractItemView>
#include <QClipboard>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include "harness.h"
#include "ui/form/chip.h"

using namespace postwright::ui;
using postwright::front_matter::LearnedKind;

class ChipsFieldTest : public QObject {
  Q_OBJECT

  static QStringList chips(const Harness& harness, const char* path) {
    QStringList texts;
    for (const Chip* chip : harness.field(path)->findChildren<Chip*>()) {
      if (!chip->isHidden()) texts.append(chip->text());
    }
    return texts;
  }
  static QAbstractItemView* popup() {
    return qobject_cast<QAbstractItemView*>(QApplication::activePopupWidget());
  }

 private slots:
  void enterAndComma_add_data() {
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("after");
    QTest::newRow("flow") << QByteArray("tags: [a]\n") << QStringLiteral("tags: [a, b c, d]\n");
    QTest::newRow("block") << QByteArray("tags:\n  - \"a\"\n")
                           << QStringLiteral("tags:\n  - \"a\"\n  - \"b c\"\n  - \"d\"\n");
    QTest::newRow("missing") << QByteArray("title: T\n") << QStringLiteral("tags");
    QTest::newRow("null") << QByteArray("tags:\n") << QStringLiteral("tags: [b c, d]\n");
  }
  void enterAndComma_add() {
    QFETCH(QByteArray, yaml);
    QFETCH(QString, after);
    Harness harness(yaml.toStdString());
    harness.open();
    auto* line = qobject_cast<QLineEdit*>(harness.enter("tags"));
    QTest::keyClicks(line, QStringLiteral(" b c "));
    QVERIFY(harness.takeLog().isEmpty());
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(line->text(), QString());
    QTest::keyClicks(line, QStringLiteral("d,"));
    QCOMPARE(harness.takeLog(),
             (QStringList{QStringLiteral("append tags String b c"), QStringLiteral("append tags String d")}));
    QCOMPARE(line->text(), QString());
    QVERIFY2(harness.yaml().contains(after), qPrintable(harness.yaml()));
    QVERIFY(line->hasFocus());
    QVERIFY(chips(harness, "tags").endsWith(QStringLiteral("d")));
  }

  void pastedList_addsEach() {
    Harness harness("tags: [a]\n");
    harness.open();
    QWidget* line = harness.enter("tags");
    QApplication::clipboard()->setText(QStringLiteral("b, a,, c"));
    QTest::keyClick(line, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(harness.yaml(), QStringLiteral("tags: [a, b]\n"));
    QCOMPARE(qobject_cast<QLineEdit*>(line)->text(), QStringLiteral("c"));
  }

  void listOfNumbers_getsANumber() {
    Harness harness("tags: [2023]\ndata: {years: [2023, 2024], words: [a, 1]}\n");
    harness.open();
    for (const char* path : {"data.years", "data.words", "tags"})
      QTest::keyClicks(harness.enter(path), QStringLiteral("2025,"));
    QTest::keyClicks(harness.enter("data.years"), QStringLiteral("next,"));
    QCOMPARE(harness.takeLog(), (QStringList{QStringLiteral("append data.years Int 2025"),
                                             QStringLiteral("append data.words String 2025"),
                                             QStringLiteral("append tags String 2025"),
                                             QStringLiteral("append data.years String next")}));
  }

  void duplicatesAndBlanks_areIgnored() {
    Harness harness("tags: [a]\n");
    harness.open();
    auto* line = qobject_cast<QLineEdit*>(harness.enter("tags"));
    QTest::keyClicks(line, QStringLiteral("a,  ,"));
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(harness.takeLog().isEmpty());
    QCOMPARE(line->text(), QString());
  }

  void leaving_addsWhatIsTyped() {
    Harness harness("tags: [a]\n");
    harness.open();
    QWidget* line = harness.enter("tags");
    QTest::keyClicks(line, QStringLiteral("b"));
    QTest::keyClick(line, Qt::Key_Tab);
    QCOMPARE(harness.yaml(), QStringLiteral("tags: [a, b]\n"));
  }

  void refusedWord_staysInTheLine() {
    Harness harness("tags: [a]\n");
    harness.applies = false;
    harness.open();
    auto* line = qobject_cast<QLineEdit*>(harness.enter("tags"));
    QObject::connect(&harness.form, &FrontMatterForm::itemAppended, &harness.form,
                     [&] { harness.form.refuse(pathOf(QStringLiteral("tags")), QStringLiteral("No")); });
    QTest::keyClicks(line, QStringLiteral("b"));
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(line->text(), QStringLiteral("b"));
    QCOMPARE(harness.field("tags")->note(), QStringLiteral("No"));
    QTest::keyClick(line, Qt::Key_Escape);
    QCOMPARE(line->text(), QString());
    QVERIFY(harness.field("tags")->note().isEmpty());
  }

  void backspace_removesTheLastWhenNothingIsTyped() {
    Harness harness("tags: [a, b]\n");
    harness.open();
    QWidget* line = harness.enter("tags");
    QTest::keyClicks(line, QStringLiteral("x"));
    QTest::keyClick(line, Qt::Key_Backspace);
    QVERIFY(harness.takeLog().isEmpty());
    QTest::keyClick(line, Qt::Key_Backspace);
    QCOMPARE(harness.takeLog(), QStringList{QStringLiteral("remove tags.1")});
    QCOMPARE(harness.yaml(), QStringLiteral("tags: [a]\n"));
    QTest::keyClick(line, Qt::Key_Backspace);
    QCOMPARE(harness.yaml(), QStringLiteral("tags: []\n"));
    QTest::keyClick(line, Qt::Key_Backspace);
    QCOMPARE(harness.takeLog().size(), 1);
  }

  void cross_removesThatChip() {
    Harness harness("tags: [a, b, c]\n");
    harness.open();
    auto* chip = harness.field("tags")->findChildren<Chip*>().at(1);
    QTest::mouseClick(chip, Qt::LeftButton, {}, QPoint(4, chip->height() / 2));
    QVERIFY(harness.takeLog().isEmpty());
    QTest::mouseClick(chip, Qt::LeftButton, {}, QPoint(chip->width() - 12, chip->height() / 2));
    QCOMPARE(harness.yaml(), QStringLiteral("tags: [a, c]\n"));
    QCOMPARE(chips(harness, "tags"), (QStringList{QStringLiteral("a"), QStringLiteral("c")}));
  }

  void arrows_reachTheChips() {
    Harness harness("tags: [a, b, c]\n");
    harness.open();
    QWidget* line = harness.enter("tags");
    QTest::keyClick(line, Qt::Key_Left);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
    QCOMPARE(harness.yaml(), QStringLiteral("tags: [a, c]\n"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QCOMPARE(QApplication::focusWidget(), line);
  }

  void stepsOfTheirOwn_surroundEachChange() {
    Harness harness("tags: [a]\n");
    harness.open();
    QWidget* line = harness.enter("tags");
    QSignalSpy ended(&harness.form, &FrontMatterForm::visitEnded);
    QTest::keyClicks(line, QStringLiteral("b,"));
    QVERIFY(ended.count() >= 2);
  }

  void suggestions_offerKnownValuesThatAreNotThere() {
    Harness harness("tags: [rust]\n");
    harness.context.site =
        siteForm({learnedField("tags", LearnedKind::Words, {{"rust", 4}, {"rustic", 2}, {"talks", 1}})});
    harness.refresh();
    harness.open();
    auto* line = qobject_cast<QLineEdit*>(harness.enter("tags"));
    QTest::keyClicks(line, QStringLiteral("ST"));
    QTRY_VERIFY(popup() != nullptr);
    QCOMPARE(popup()->model()->rowCount(), 1);
    QTest::keyClick(popup(), Qt::Key_Down);
    QTest::keyClick(popup(), Qt::Key_Return);
    QCOMPARE(harness.takeLog(), QStringList{QStringLiteral("append tags String rustic")});
    QTRY_COMPARE(line->text(), QString());
    QCOMPARE(chips(harness, "tags"), (QStringList{QStringLiteral("rust"), QStringLiteral("rustic")}));
  }

  void openSuggestions_doNotTakeEnterFromWhatIsTyped() {
    Harness harness("tags: []\n");
    harness.context.site = siteForm({learnedField("tags", LearnedKind::Words, {{"rustic", 2}})});
    harness.refresh();
    harness.open();
    QWidget* line = harness.enter("tags");
    QTest::keyClicks(line, QStringLiteral("rust"));
    QTRY_VERIFY(popup() != nullptr);
    QTest::keyClick(popup(), Qt::Key_Return);
    QCOMPARE(harness.takeLog(), QStringList{QStringLiteral("append tags String rust")});
    QVERIFY(popup() == nullptr);
  }

  void wrongWords_areRefusedWhereOnlySomeAreAllowed() {
    Harness harness("pagination: {date_index: [Year]}\n");
    harness.open();
    auto* line = qobject_cast<QLineEdit*>(harness.enter("pagination.date_index"));
    QTest::keyClicks(line, QStringLiteral("Week,"));
    QVERIFY(harness.takeLog().isEmpty());
    QVERIFY(harness.field("pagination.date_index")->isInvalid());
    QVERIFY(line->text().contains(QStringLiteral("Week")));
  }
};

QTEST_MAIN(ChipsFieldTest)
#include "chips_field_test.moc"
