#include "app/front_matter/learned_form.h"

#include <QTest>

using namespace postwright::front_matter;

class LearnedFormTest : public QObject {
  Q_OBJECT

 private slots:
  void nearestWord_findsWhatWasMeant_data();
  void nearestWord_findsWhatWasMeant();
  void find_followsKeysAndSkipsIndexes();
};

namespace {

const std::vector<LearnedWord> kWords = {{"rust", 41},  {"web assembly", 12}, {"release", 9},
                                         {"1.70", 8},   {"Rust", 2},          {"go", 30},
                                         {"résumé", 6}, {"tool", 5},          {"tools", 3}};

} // namespace

void LearnedFormTest::nearestWord_findsWhatWasMeant_data() {
  QTest::addColumn<QString>("word");
  QTest::addColumn<QString>("meant");
  QTest::newRow("letterCase") << "Rust" << "rust";
  QTest::newRow("newLetterCase") << "RUST" << "rust";
  QTest::newRow("hyphenForBlank") << "web-assembly" << "web assembly";
  QTest::newRow("noBlank") << "WebAssembly" << "web assembly";
  QTest::newRow("swapped") << "rleease" << "release";
  QTest::newRow("missing") << "relese" << "release";
  QTest::newRow("other") << "relaase" << "release";
  QTest::newRow("added") << "releases" << "release";
  QTest::newRow("beyondAscii") << "résumè" << "résumé";
  QTest::newRow("itself") << "rust" << "";
  QTest::newRow("another") << "relief" << "";
  QTest::newRow("anotherNumber") << "1.71" << "";
  QTest::newRow("tooShort") << "gi" << "";
  QTest::newRow("bothInUse") << "tools" << "";
  QTest::newRow("empty") << "" << "";
}

void LearnedFormTest::nearestWord_findsWhatWasMeant() {
  QFETCH(QString, word);
  QFETCH(QString, meant);
  const LearnedWord* nearest = nearestWord(word.toStdString(), kWords);
  QCOMPARE(nearest == nullptr ? QString() : QString::fromStdString(nearest->text), meant);
}

void LearnedFormTest::find_followsKeysAndSkipsIndexes() {
  LearnedField caption;
  caption.path = {std::string("data"), std::string("photos"), std::string("caption")};
  LearnedField photos;
  photos.path = {std::string("data"), std::string("photos")};
  photos.fields = {caption};
  LearnedField data;
  data.path = {std::string("data")};
  data.fields = {photos};
  const LearnedForm form{1, {data}};
  const LearnedField* found =
      form.find({std::string("data"), std::string("photos"), std::size_t{3}, std::string("caption")});
  QVERIFY(found != nullptr);
  QCOMPARE(found->path, caption.path);
  QVERIFY(form.find({std::string("data"), std::string("photo")}) == nullptr);
  QVERIFY(form.find({}) == nullptr);
}

QTEST_APPLESS_MAIN(LearnedFormTest)
#include "learned_form_test.moc"
