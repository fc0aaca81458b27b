#include "ui/form/card.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include "harness.h"
#include "ui/form/card_drag.h"

using namespace postwright::ui;
using postwright::front_matter::LearnedKind;

/// A list of objects as cards.
class CardTest : public QObject {
  Q_OBJECT

  static constexpr const char* kYaml =
      "title: T\ndata:\n  talks:\n    # the first\n    - name: One # kept\n      room: A\n    - name: Two\n"
      "    - {name: Three}\n";

  static Card* card(const Harness& harness, const char* path) {
    return qobject_cast<Card*>(harness.field(path));
  }

 private slots:
  void objects_haveNumbersAndTheirFirstWords() {
    Harness harness(kYaml);
    QCOMPARE(card(harness, "data.talks.0")->state().text, QStringLiteral("One"));
    QCOMPARE(card(harness, "data.talks.2")->state().count, std::size_t{3});
    const QString name = card(harness, "data.talks.1")->editor()->accessibleName();
    QVERIFY2(name.contains(QLatin1Char('2')) && name.contains(QLatin1String("Two")), qPrintable(name));
  }

  void altDown_movesTheWholeObjectWithItsComments() {
    Harness harness(kYaml);
    harness.open();
    QWidget* heading = card(harness, "data.talks.0")->editor();
    heading->setFocus();
    QTest::keyClick(heading, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(
        harness.yaml(),
        QStringLiteral("title: T\ndata:\n  talks:\n    - name: Two\n    # the first\n    - name: One # kept\n"
                       "      room: A\n    - {name: Three}\n"));
    QCOMPARE(QApplication::focusWidget(), card(harness, "data.talks.1")->editor());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(harness.yaml(), QString::fromLatin1(kYaml));
  }

  void firstAndLast_stayWhereTheyAre() {
    Harness harness(kYaml);
    harness.open();
    card(harness, "data.talks.0")->editor()->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up, Qt::AltModifier);
    card(harness, "data.talks.2")->editor()->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down, Qt::AltModifier);
    QVERIFY(harness.takeLog().isEmpty());
  }

  void drag_movesToWhereTheLineIs() {
    Harness harness(kYaml);
    harness.open();
    Card* third = card(harness, "data.talks.2");
    const QPoint start(third->width() / 2, 10);
    const QPoint target = third->mapFromGlobal(card(harness, "data.talks.0")->mapToGlobal(QPoint(0, -2)));
    QTest::mousePress(third, Qt::LeftButton, {}, start);
    QTest::mouseMove(third, target + QPoint(0, 40));
    QTest::mouseMove(third, QPoint(start.x(), target.y()));
    const auto* mark = harness.form.findChild<QWidget*>(QStringLiteral("dropMark"));
    QTRY_VERIFY(mark->isVisible());
    QTest::mouseRelease(third, Qt::LeftButton, {}, QPoint(start.x(), target.y()));
    QVERIFY(!mark->isVisible());
    QVERIFY2(harness.yaml().indexOf(QLatin1String("Three")) < harness.yaml().indexOf(QLatin1String("One")),
             qPrintable(harness.yaml()));
  }

  void droppedIndex_countsWithoutTheOneThatIsDragged_data() {
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("y");
    QTest::addColumn<int>("to");
    QTest::newRow("to the top") << 2 << -5 << 0;
    QTest::newRow("above itself") << 1 << 95 << 1;
    QTest::newRow("below itself") << 1 << 150 << 1;
    QTest::newRow("to the end") << 0 << 500 << 2;
    QTest::newRow("down by one") << 0 << 150 << 1;
    QTest::newRow("up by one") << 2 << 50 << 1;
  }
  void droppedIndex_countsWithoutTheOneThatIsDragged() {
    QFETCH(int, from);
    QFETCH(int, y);
    QFETCH(int, to);
    QCOMPARE(droppedIndex({0, 100, 200}, static_cast<std::size_t>(from), y), static_cast<std::size_t>(to));
  }

  void click_folds() {
    Harness harness(kYaml);
    harness.open();
    QTest::mouseClick(card(harness, "data.talks.0"), Qt::LeftButton, {}, QPoint(200, 10));
    QVERIFY(harness.field("data.talks.0.name") == nullptr);
    QVERIFY(harness.field("data.talks.1.name") != nullptr);
    QTest::keyClick(card(harness, "data.talks.0")->editor(), Qt::Key_Right);
    QVERIFY(harness.field("data.talks.0.name") != nullptr);
    QVERIFY(harness.takeLog().isEmpty());
  }

  void deleteKey_removesTheObject() {
    Harness harness(kYaml);
    harness.open();
    card(harness, "data.talks.1")->editor()->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
    QVERIFY(!harness.yaml().contains(QLatin1String("Two")));
    QVERIFY(harness.yaml().contains(QLatin1String("One # kept")));
  }

  void addItem_beginsOneWithItsFirstField() {
    Harness harness("data:\n  talks:\n    - name: One\n");
    harness.open();
    auto* button = harness.form.findChild<QPushButton*>(QStringLiteral("addItem"));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(QApplication::focusWidget(), harness.field("data.talks.1.name")->editor());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Two"));
    QCOMPARE(harness.yaml(), QStringLiteral("data:\n  talks:\n    - name: One\n    - name: Two\n"));
  }

  void keysOfTheOthers_areOfferedInEach() {
    Harness harness(kYaml);
    harness.open();
    Field* room = harness.field("data.talks.1.room");
    QVERIFY(room != nullptr && room->state().offered);
    QTest::keyClicks(harness.enter("data.talks.1.room"), QStringLiteral("B"));
    QVERIFY2(harness.yaml().contains(QLatin1String("    - name: Two\n      room: B\n")),
             qPrintable(harness.yaml()));
  }
};

QTEST_MAIN(CardTest)
#include "card_test.moc"
