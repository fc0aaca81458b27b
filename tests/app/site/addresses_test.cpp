#include "app/site/addresses.h"

#include <QTest>

using postwright::site::Addresses;

class AddressesTest : public QObject {
  Q_OBJECT

 private slots:
  void path_data() {
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("path"); ///< "-": elsewhere
    QTest::newRow("relative") << "c.html" << "posts/c.html";
    QTest::newRow("up") << "../img/a%20b.png?x#y" << "img/a b.png";
    QTest::newRow("out") << "../../x" << "../x";
    QTest::newRow("root") << "/x/" << "x";
    QTest::newRow("root, below the base") << "/blog/x" << "x";
    QTest::newRow("own") << "https://e.org/blog/x" << "x";
    QTest::newRow("own, the site itself") << "https://e.org/blog" << "";
    QTest::newRow("another with the same start") << "https://e.org/blogs" << "-";
    QTest::newRow("web") << "http://other.org/x" << "-";
    QTest::newRow("host") << "//other.org/x" << "-";
    QTest::newRow("mail") << "mailto:a@b.c" << "-";
    QTest::newRow("colon later") << "x/a:b" << "posts/x/a:b";
  }
  void path() {
    QFETCH(QString, url);
    const auto path = Addresses("https://e.org/blog").pathOf(url.toStdString(), "posts/a.html");
    QTEST(path ? QString::fromStdString(*path) : QStringLiteral("-"), "path");
  }
};

QTEST_APPLESS_MAIN(AddressesTest)
#include "addresses_test.moc"
