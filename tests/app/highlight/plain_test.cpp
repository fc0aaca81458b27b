#include "app/highlight/plain.h"

#include <QTest>

using namespace postwright::highlight;

class PlainTest : public QObject {
  Q_OBJECT

 private slots:
  void plainElement_namesTheLanguage() {
    QCOMPARE(plainElement("a\n", "x-y"), std::string("<pre><code class=\"language-x-y\">a\n</code></pre>\n"));
    QCOMPARE(plainElement("a\n", ""), std::string("<pre><code class=\"language-\">a\n</code></pre>\n"));
    QCOMPARE(plainElement("a\n", std::nullopt), std::string("<pre><code>a\n</code></pre>\n"));
  }

  void plainElement_escapesCodeButNotLanguage() {
    QCOMPARE(
        plainElement("<a b='c'>&\"", "<q>"),
        std::string("<pre><code class=\"language-<q>\">&lt;a b=&#39;c&#39;&gt;&amp;&quot;</code></pre>\n"));
  }

  void uncolouredElement_hasOneSpanPerLine() {
    QCOMPARE(uncolouredElement("a\n\nb", "x", *findTheme("InspiredGitHub")),
             std::string(
                 "<pre style=\"background-color:#ffffff;\">\n<code><span style=\"color:#323232;\">a\n</span>"
                 "<span style=\"color:#323232;\">\n</span><span style=\"color:#323232;\">b</span>"
                 "</code></pre>\n"));
  }

  void uncolouredElement_cssIsOneSpanAndNoNewline() {
    QCOMPARE(uncolouredElement("a<\nb\n", "x", *findTheme("css")),
             std::string("<pre class=\"language-x highlighter-syntect\"><code class=\"highlight\">"
                         "<span class=\"c-text c-plain\">a&lt;\nb\n</span></code></pre>"));
    QVERIFY(uncolouredElement("a", std::nullopt, *findTheme("css"))
                .starts_with("<pre class=\"highlighter-syntect\"><code"));
  }

  void findTheme_wantsTheExactName() {
    QVERIFY(findTheme("Solarized (dark)") != nullptr);
    QVERIFY(findTheme("solarized (dark)") == nullptr);
    QVERIFY(findTheme("") == nullptr);
  }
};

QTEST_APPLESS_MAIN(PlainTest)
#include "plain_test.moc"
