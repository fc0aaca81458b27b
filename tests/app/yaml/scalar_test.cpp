#include "app/yaml/scalar.h"

#include <QTest>

using namespace postwright::yaml;

namespace {

/// "kind value", so that a table can hold every kind.
struct Described {
  std::string operator()(std::monostate) const { return "null"; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return "int " + std::to_string(value); }
  std::string operator()(std::uint64_t value) const { return "big " + std::to_string(value); }
  std::string operator()(const HugeInteger& value) const {
    return (value.isSigned ? "i128 " : "u128 ") + value.text;
  }
  std::string operator()(double value) const { return "float " + QByteArray::number(value).toStdString(); }
  std::string operator()(const std::string& value) const { return "text " + value; }
};

QString described(const Typed& typed) {
  return QString::fromStdString(std::visit(Described(), typed));
}

QString tagText(std::string_view tag) {
  return QString::fromUtf8(tag.data(), static_cast<qsizetype>(tag.size()));
}

} // namespace

class ScalarTest : public QObject {
  Q_OBJECT

 private slots:
  void typePlain_knowsOnlySerdesSpellings_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("typed");
    const std::pair<const char*, const char*> rows[] = {
        {"", "null"},
        {"~", "null"},
        {"NULL", "null"},
        {"nULL", "text nULL"},
        {"True", "true"},
        {"FALSE", "false"},
        {"tRue", "text tRue"},
        {"yes", "text yes"},
        {"0", "int 0"},
        {"-5", "int -5"},
        {"+3", "int 3"},
        {"++3", "text ++3"},
        {"-0", "int 0"},
        {"007", "text 007"},
        {"-01", "text -01"},
        {"0x1F", "int 31"},
        {"-0x1f", "int -31"},
        {"+0b101", "int 5"},
        {"0o17", "int 15"},
        {"0x", "text 0x"},
        {"0x+1", "text 0x+1"},
        {"1_000", "text 1_000"},
        {"9223372036854775807", "int 9223372036854775807"},
        {"9223372036854775808", "big 9223372036854775808"},
        {"-9223372036854775808", "int -9223372036854775808"},
        {"-9223372036854775809", "i128 -9223372036854775809"},
        {"18446744073709551616", "u128 18446744073709551616"},
        {"340282366920938463463374607431768211456", "float 3.40282e+38"},
        {"1.50", "float 1.5"},
        {".5", "float 0.5"},
        {"5.", "float 5"},
        {"-.5e1", "float -5"},
        {"1e3", "float 1000"},
        {"1e-999", "float 0"},
        {"1e999", "text 1e999"},
        {".", "text ."},
        {"e5", "text e5"},
        {"inf", "text inf"},
        {".inf", "float inf"},
        {"-.INF", "float -inf"},
        {"+.Inf", "float inf"},
        {".nan", "float nan"},
        {"-.nan", "text -.nan"},
        {"2020-01-01", "text 2020-01-01"},
        {"12:30", "text 12:30"},
    };
    for (const auto& [text, typed] : rows)
      QTest::newRow(*text == '\0' ? "empty" : text) << text << typed;
  }
  void typePlain_knowsOnlySerdesSpellings() {
    QFETCH(QString, text);
    QFETCH(QString, typed);
    QCOMPARE(described(typePlain(text.toStdString())), typed);
  }

  void typeScalar_followsStyleAndTag_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("style");
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("typed");
    const int plain = static_cast<int>(Style::Plain);
    const int quoted = static_cast<int>(Style::DoubleQuoted);
    QTest::newRow("quoted number is text") << "12" << quoted << "" << "text 12";
    QTest::newRow("tag int on quoted") << "3" << quoted << tagText(kIntTag) << "int 3";
    QTest::newRow("tag int on text") << "x" << plain << tagText(kIntTag) << "none";
    QTest::newRow("tag str on number") << "1" << plain << tagText(kStringTag) << "text 1";
    QTest::newRow("tag float takes a leading zero") << "007" << plain << tagText(kFloatTag) << "float 7";
    QTest::newRow("tag null needs the word") << "" << plain << tagText(kNullTag) << "none";
    QTest::newRow("tag bool") << "true" << quoted << tagText(kBoolTag) << "true";
    QTest::newRow("local tag counts for nothing") << "1" << plain << "!x" << "int 1";
    QTest::newRow("foreign tag makes text") << "1" << plain << "tag:yaml.org,2002:foo" << "text 1";
  }
  void typeScalar_followsStyleAndTag() {
    QFETCH(QString, text);
    QFETCH(int, style);
    QFETCH(QString, tag);
    QFETCH(QString, typed);
    Event event;
    event.kind = EventKind::Scalar;
    event.text = text.toStdString();
    event.style = static_cast<Style>(style);
    event.tag = tag.toStdString();
    const auto result = typeScalar(event);
    QCOMPARE(result ? described(*result) : QStringLiteral("none"), typed);
  }
};

QTEST_APPLESS_MAIN(ScalarTest)
#include "scalar_test.moc"
