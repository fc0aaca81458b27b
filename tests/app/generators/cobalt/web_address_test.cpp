#include "app/generators/cobalt/web_address.h"

#include <QTest>

using postwright::generators::cobalt::normalAddress;

// The addresses that Cobalt 0.20.4 wrote into sitemaps for these; refused ones made it crash.
class WebAddressTest : public QObject {
  Q_OBJECT

 private slots:
  void normalAddress_asInASitemap_data() {
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArray>("normal");
    const auto row = [](const char* address, const char* normal) {
      QTest::addRow("%s", address) << QByteArray(address) << QByteArray(normal);
    };
    row("http://b//x", "http://b//x");
    row("HTTP://EX.org:80/A/x y/é/", "http://ex.org/A/x%20y/%C3%A9/");
    row("https://ex.org:443/a/../b/./c", "https://ex.org/b/c");
    row("https://ex.org:8443/p/%2e%2e/q", "https://ex.org:8443/q");
    row("https://user:pa ss@ex.org/a", "https://user:pa%20ss@ex.org/a");
    row("https://a@b@c/x", "https://a%40b@c/x");
    row("https://u:@h/x", "https://u@h/x");
    row("https://@h/x", "https://h/x");
    row("https://ex.org/a?b/c", "https://ex.org/a?b/c");
    row("https://ex.org/a?q=1&r= 2#f g", "https://ex.org/a?q=1&r=%202#f%20g");
    row("https://ex.org/a'b\"c<d>`{}|^~", "https://ex.org/a'b%22c%3Cd%3E%60%7B%7D|^~");
    row("https://bücher.example/a", "https://xn--bcher-kva.example/a");
    row("https://Ünï.example/a", "https://xn--n-nga1b.example/a");
    row("https://ex.org/a%zz", "https://ex.org/a%zz");
    row("ftp://ex.org:21/a", "ftp://ex.org/a");
    row("https:ex.org/a", "https://ex.org/a");
    row("https:\\\\ex.org/a", "https://ex.org/a");
    row("https://EX%41.org/a", "https://exa.org/a");
    row("https://ex.org/..", "https://ex.org/");
    row("https://ex.org/a/..", "https://ex.org/");
    row("https://ex.org/a/%2E", "https://ex.org/a/");
    row("https://ex.org:/a", "https://ex.org/a");
    row("https://ex.org/\tx/a", "https://ex.org/x/a");
    row("http://[::1]:80/a", "http://[::1]/a");
    row("https:///a", "https://a/");
    row("ex.org/a", "");
    row("//ex.org/a", "");
    row("https://ex .org/a", "");
    row("https://ex.org:99999/a", "");
  }
  void normalAddress_asInASitemap() {
    QFETCH(QByteArray, address);
    QTEST(QByteArray::fromStdString(normalAddress(address.toStdString()).value_or("")), "normal");
  }
};

QTEST_APPLESS_MAIN(WebAddressTest)
#include "web_address_test.moc"
