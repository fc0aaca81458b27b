// A shown PreviewPane over a site in a temporary folder, and short ways to ask it.
#pragma once

#include <QEventLoop>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <memory>

#include "fake_site.h"
#include "ui/base/text_bridge.h"
#include "ui/preview/live_page.h"
#include "ui/preview/preview_pane.h"
#include "ui/preview/scheme.h"

inline postwright::render::Page okPage(const QString& html, const char* url = "blog/one/") {
  postwright::render::Page page;
  page.ok = true;
  page.html = html.toStdString();
  page.url = url;
  return page;
}

/// The same with a source map in which every block of `html` was written on a line of posts/one.md: the first
/// on line 10, each next one two lines on. What is outside of the blocks is the layout's.
inline postwright::render::Page mappedPage(const QString& html, const char* url = "blog/one/") {
  postwright::render::Page page = okPage(html, url);
  page.sourceMap.files = {"posts/one.md", "_layouts/post.liquid"};
  static const QRegularExpression start(
      QStringLiteral("<(p|h2|h3|ul|ol|li|pre|blockquote|table|div|hr)\\b(?![^>]*layout)"));
  int line = 8;
  std::size_t end = 0;
  auto matches = start.globalMatch(QString::fromLatin1(html.toUtf8()));
  while (matches.hasNext()) {
    const auto begin = static_cast<std::size_t>(matches.next().capturedStart());
    if (begin > end) page.sourceMap.ranges.push_back({end, begin, 1, 1, 1, {}});
    end = begin + 1;
    page.sourceMap.ranges.push_back({begin, end, 0, line += 2, 1, {}});
  }
  return page;
}

class PaneFixture {
 public:
  PaneFixture() : m_site(std::make_shared<FakeSite>(m_folder.path())) {
    m_site->addDocument("posts/one.md", "blog/one/");
    m_site->addDocument("posts/two.md", "blog/two/");
    m_pane.resize(600, 400);
    m_pane.show();
  }

  postwright::ui::PreviewPane& pane() { return m_pane; }
  FakeSite& site() { return *m_site; }
  QString folder() const { return m_folder.path(); }

  void open(const QString& document = QStringLiteral("posts/one.md")) {
    m_pane.setSite(m_site);
    m_pane.setDocument(document);
  }

  /// Shows the page and waits until it is on the screen.
  bool show(const QString& html, const char* url = "blog/one/") { return show(okPage(html, url)); }
  bool show(const postwright::render::Page& page) {
    QSignalSpy painted(&m_pane, &postwright::ui::PreviewPane::painted);
    m_pane.showPage(page);
    return painted.wait(10'000);
  }

  /// The value of `script`, run in the world of our own scripts.
  QVariant ours(const QString& script) {
    QVariant value;
    QEventLoop loop;
    QTimer::singleShot(5'000, &loop, &QEventLoop::quit);
    m_pane.findChild<postwright::ui::LivePage*>()->run(script, [&](const QVariant& result) {
      value = result;
      loop.quit();
    });
    loop.exec();
    return value;
  }

  /// The value of `script`, run as one of the page's own.
  QVariant js(const QString& script) {
    QVariant value;
    QEventLoop loop;
    QTimer::singleShot(5'000, &loop, &QEventLoop::quit);
    m_pane.evaluate(script, [&](const QVariant& result) {
      value = result;
      loop.quit();
    });
    loop.exec();
    return value;
  }

  QString text(const QString& selector) {
    return js(QStringLiteral("document.querySelector('%1')?.textContent").arg(selector)).toString();
  }

 private:
  QTemporaryDir m_folder;
  std::shared_ptr<FakeSite> m_site;
  postwright::ui::PreviewPane m_pane;
};

inline void initPaneTest() {
  postwright::ui::registerScheme();
  postwright::ui::prepareWebEngineEnvironment();
}
