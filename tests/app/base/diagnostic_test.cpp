#include "app/base/diagnostic.h"

#include <QTest>

using namespace postwright;

namespace {

Error unknownFilter(const std::string& name, int line) {
  return {ErrorCode::LiquidUnknownFilter, {}, {"a.md", line, 1}, {name}, {}};
}

} // namespace

class DiagnosticTest : public QObject {
  Q_OBJECT

 private slots:
  void addAll_putsTheOthersBehindTheFirst() {
    Error first = unknownFilter("a", 3);
    first.others = {unknownFilter("b", 1), unknownFilter("c", 2)};
    Diagnostics diagnostics;
    addAll(diagnostics, Severity::Error, first);
    QCOMPARE(diagnostics.size(), std::size_t{3});
    QCOMPARE(toString(diagnostics[0]), std::string("a.md:3:1: There is no filter 'a'"));
    QCOMPARE(toString(diagnostics[1]), std::string("a.md:1:1: There is no filter 'b'"));
    QVERIFY(diagnostics[0].error.others.empty());
  }

  void addAll_saysNothingTwice() {
    Error first = unknownFilter("a", 1);
    first.others = {unknownFilter("a", 1), unknownFilter("b", 1), unknownFilter("a", 2)};
    Diagnostics diagnostics;
    addAll(diagnostics, Severity::Error, unknownFilter("a", 1));
    addAll(diagnostics, Severity::Warning, first);
    QCOMPARE(diagnostics.size(), std::size_t{3});
  }
};

QTEST_APPLESS_MAIN(DiagnosticTest)
#include "diagnostic_test.moc"
