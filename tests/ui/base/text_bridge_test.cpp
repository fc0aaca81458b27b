#include "ui/base/text_bridge.h"

#include <QTest>

using namespace postwright::ui;

class TextBridgeTest : public QObject {
  Q_OBJECT

 private slots:
  void offsets_goBothWays_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<int>("units");
    QTest::newRow("ascii") << QByteArray("abc") << 2 << 2;
    QTest::newRow("two bytes") << QByteArray("éa") << 2 << 1;
    QTest::newRow("three bytes") << QByteArray("日本x") << 6 << 2;
    QTest::newRow("surrogate pair") << QByteArray("a🦄b") << 5 << 3;
    QTest::newRow("end") << QByteArray("é") << 2 << 1;
  }
  void offsets_goBothWays() {
    QFETCH(QByteArray, text);
    QFETCH(int, bytes);
    QFETCH(int, units);
    const std::string utf8 = text.toStdString();
    QCOMPARE(static_cast<int>(utf16Length(utf8, static_cast<std::size_t>(bytes))), units);
    QCOMPARE(static_cast<int>(byteOffset(utf8, units)), bytes);
  }

  void byteOffset_insideASurrogatePair_isItsStart() { QCOMPARE(byteOffset("a🦄", 2), std::size_t{1}); }
};

QTEST_APPLESS_MAIN(TextBridgeTest)
#include "text_bridge_test.moc"
