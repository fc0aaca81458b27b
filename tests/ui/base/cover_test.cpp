#include "ui/base/cover.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include "ui/base/theme.h"
#include "ui/form/form_search.h"

using namespace postwright::ui;
using namespace Qt::StringLiterals;

namespace {

/// Tells one drawing of the symbol from the next; without a desktop there is no icon theme to see colours by.
qint64 symbolIn(const QWidget& widget) {
  for (const QLabel* label : widget.findChildren<QLabel*>())
    if (!label->pixmap().isNull()) return label->pixmap().cacheKey();
  return 0;
}

} // namespace

class CoverTest : public QObject {
  Q_OBJECT

 private slots:
  static void init() { applyTheme(*qApp, Scheme::Light); }
  static void cleanup() { applyTheme(*qApp, Scheme::Light); }

  static void text_hasAButtonOnlyWithAnAction() {
    Cover cover;
    cover.show();
    cover.showText(u"document-edit"_s, u"Title"_s, u"Text"_s);
    const auto* button = cover.findChild<QPushButton*>();
    QVERIFY(!button->isVisible());
    cover.showText(u"document-edit"_s, u"Title"_s, u"Text"_s, u"Do"_s);
    QVERIFY(button->isVisible());
    QCOMPARE(button->text(), u"Do"_s);
    cover.showBlank();
    QVERIFY(!button->isVisible());
  }

  /// The window is built before it has its colours, and they can change at any time.
  static void symbols_followTheColours() {
    Cover cover;
    cover.showText(u"document-edit"_s, u"Title"_s, u"Text"_s);
    FormSearch search;
    cover.show();
    search.show();
    const qint64 light[] = {symbolIn(cover), symbolIn(search)};
    QVERIFY(light[0] != 0 && light[1] != 0);
    applyTheme(*qApp, Scheme::Dark);
    QVERIFY(symbolIn(cover) != light[0]);
    QVERIFY(symbolIn(search) != light[1]);
  }
};

QTEST_MAIN(CoverTest)
#include "cover_test.moc"
