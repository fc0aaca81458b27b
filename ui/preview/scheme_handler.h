// Answers the requests of the preview's scheme: the page shown, the site's other documents rendered when they
// are asked for, the site's files, and CSS that the generator compiles from SCSS.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QStringList>
#include <QThreadPool>
#include <QWebEngineUrlSchemeHandler>
#include <functional>
#include <optional>

#include "app/render/page.h"
#include "ui/preview/site_files.h"
#include "ui/preview/site_urls.h"

namespace postwright::ui {

/// Takes a page when it is rendered; may be called later, and from the GUI thread only.
using PageReply = std::function<void(const render::Page&)>;
/// Renders the document at a path (relative to the source folder).
using PageProvider = std::function<void(const std::string& document, const PageReply& reply)>;

class SchemeHandler : public QWebEngineUrlSchemeHandler {
  Q_OBJECT

 public:
  explicit SchemeHandler(QObject* parent = nullptr);
  /// Waits for a style sheet that is being compiled.
  ~SchemeHandler() override;

  /// Serves this site, or with none the files of `files`; forgets the page.
  void setSite(const site::SitePointer& site, const SiteUrls& urls, const SiteFiles& files);
  /// The same site with other texts in it.
  void updateSite(const site::SitePointer& site);
  /// The bytes at `path` (as in SiteUrls) from now on.
  void setPage(const QString& path, const QByteArray& html);
  void setPageProvider(PageProvider provider) { m_provider = std::move(provider); }
  /// Whether a file that was served is another one now; a page that has it would show it as it was.
  bool hasChangedFiles() const;
  /// No page has a file any more.
  void forgetFiles() {
    m_served.clear();
    m_newest.clear();
  }
  /// The files of the page that are others than when it got or was told of them last, as absolute paths.
  QStringList takeChangedFiles();
  const SiteUrls& urls() const { return m_urls; }
  const SiteFiles& files() const { return m_files; }

  void requestStarted(QWebEngineUrlRequestJob* job) override;

 private:
  bool replyDocument(QWebEngineUrlRequestJob* job, const QString& path);
  bool replyFile(QWebEngineUrlRequestJob* job, const QString& path);
  bool replyStyle(QWebEngineUrlRequestJob* job, const QString& path);

  site::SitePointer m_site;
  SiteUrls m_urls;
  SiteFiles m_files;
  std::optional<QString> m_pagePath;
  QByteArray m_page;
  void noteServed(const QUrl& url, const QString& file);

  QHash<QString, QDateTime> m_served; ///< files at their own URL, with the time of their last change then
  QHash<QString, QDateTime> m_newest; ///< the same, URLs of refreshScript() included
  PageProvider m_provider;
  QThreadPool m_compiler; ///< one thread: SCSS can take long, and a page waits for it anyway
};

} // namespace postwright::ui
