#include "ui/form/key_order.h"

#include <QStringList>
#include <QTest>

using namespace postwright::ui;
using postwright::front_matter::LearnedField;

class KeyOrderTest : public QObject {
  Q_OBJECT

  static LearnedField field(const char* key, std::size_t posts, bool isRead = false) {
    LearnedField field;
    field.path = {std::string("data"), std::string(key)};
    field.posts = posts;
    field.isRead = isRead;
    return field;
  }
  /// Written keys plainly, offered ones with `+`, then the seldom ones after a bar.
  static QString told(const OrderedKeys& order) {
    QStringList words;
    for (const OrderedKeys::Entry& entry : order.shown)
      words << (entry.isWritten ? QString() : QStringLiteral("+")) + QString::fromStdString(entry.key);
    QString text = words.join(QLatin1Char(' '));
    for (const std::string& key : order.seldom)
      text += QStringLiteral(" |") + QString::fromStdString(key);
    return text;
  }

 private slots:
  void nothingLearnt_keepsTheTextsOrder() {
    QCOMPARE(told(orderKeys({"b", "a"}, {}, 0)), QStringLiteral("b a"));
  }
  void learntKeys_standInTheSitesOrder() {
    QCOMPARE(told(orderKeys({"c", "a"}, {field("a", 9), field("b", 8), field("c", 9)}, 10)),
             QStringLiteral("a +b c"));
  }
  void unknownKeys_followTheirNeighbour() {
    const std::vector<LearnedField> learned = {field("a", 9), field("c", 9)};
    QCOMPARE(told(orderKeys({"c", "x", "y", "a"}, learned, 10)), QStringLiteral("a c x y"));
    QCOMPARE(told(orderKeys({"first", "a", "c"}, learned, 10)), QStringLiteral("first a c"));
  }
  void keyThatTemplatesRead_isOffered() {
    QCOMPARE(told(orderKeys({}, {field("hero", 0, true), field("odd", 2)}, 10)),
             QStringLiteral("+hero |odd"));
  }
  void rareKeyThatIsRead_isSeldom() {
    LearnedField rare = field("rare", 1, true);
    rare.isRare = true;
    QCOMPARE(told(orderKeys({}, {rare}, 100)), QStringLiteral(" |rare"));
  }
  void requiredKey_isOffered() {
    LearnedField wanted = field("wanted", 0);
    wanted.required = true;
    QCOMPARE(told(orderKeys({}, {wanted}, 10)), QStringLiteral("+wanted"));
  }
  void manyOffers_doNotBuryWhatIsWritten() {
    std::vector<LearnedField> learned;
    for (int i = 0; i < 30; ++i)
      learned.push_back(field(("k" + std::to_string(i)).c_str(), 0, true));
    const OrderedKeys order = orderKeys({"k29"}, learned, 10);
    QCOMPARE(order.shown.size(), std::size_t{9});
    QCOMPARE(order.seldom.size(), std::size_t{21});
    QVERIFY(order.shown.back().isWritten);
  }
};

QTEST_GUILESS_MAIN(KeyOrderTest)
#include "key_order_test.moc"
