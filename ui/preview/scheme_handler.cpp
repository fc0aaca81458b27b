#include "ui/preview/scheme_handler.h"

#include <QBuffer>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QWebEngineUrlRequestJob>
#include <algorithm>

#include "app/export/sass.h"
#include "app/site/view.h"
#include "ui/base/text_bridge.h"
#include "ui/preview/file_refresh.h"

namespace postwright::ui {
namespace {

// Without the character set WebEngine reads the bytes as windows-1252.
constexpr const char* kHtml = "text/html; charset=utf-8";

void replyBytes(QWebEngineUrlRequestJob* job, const QByteArray& bytes, const QByteArray& type = kHtml) {
  auto* buffer = new QBuffer(job);
  buffer->setData(bytes);
  buffer->open(QIODevice::ReadOnly);
  job->reply(type, buffer);
}

exporting::SassInput sassInput(const site::SitePointer& site, const QString& file) {
  exporting::SassInput input{toUtf8(file), site->source(), site->source() + "/_sass", false};
  if (const auto view = site->view(site->includesDrafts())) {
    const site::AssetSettings settings = view->assetSettings();
    input.loadFolder = settings.sassFolder;
    input.compressed = settings.compressedSass;
  }
  return input;
}

} // namespace

SchemeHandler::SchemeHandler(QObject* parent) : QWebEngineUrlSchemeHandler(parent) {
  m_compiler.setMaxThreadCount(1);
}

SchemeHandler::~SchemeHandler() {
  m_compiler.waitForDone();
}

void SchemeHandler::setSite(const site::SitePointer& site, const SiteUrls& urls, const SiteFiles& files) {
  m_site = site;
  m_urls = urls;
  m_files = files;
  m_pagePath.reset();
  m_page.clear();
}

void SchemeHandler::updateSite(const site::SitePointer& site) {
  m_site = site;
  m_files = SiteFiles::ofSite(site);
}

void SchemeHandler::setPage(const QString& path, const QByteArray& html) {
  m_pagePath = path;
  m_page = html;
}

void SchemeHandler::requestStarted(QWebEngineUrlRequestJob* job) {
  const QByteArray method = job->requestMethod();
  if (method != "GET" && method != "HEAD") return job->fail(QWebEngineUrlRequestJob::RequestDenied);
  const std::optional<QString> path = m_urls.pathOf(job->requestUrl());
  if (!path) return job->fail(QWebEngineUrlRequestJob::UrlNotFound);
  if (path == m_pagePath) return replyBytes(job, m_page);
  if (replyDocument(job, *path) || replyFile(job, *path) || replyStyle(job, *path)) return;
  job->fail(QWebEngineUrlRequestJob::UrlNotFound);
}

bool SchemeHandler::replyDocument(QWebEngineUrlRequestJob* job, const QString& path) {
  const site::DocumentPointer document = m_site ? m_site->documentAtUrl(toUtf8(path)) : nullptr;
  if (!document || !m_provider) return false;
  m_provider(document->path, [waiting = QPointer(job)](const render::Page& page) {
    if (!waiting) return; // the page that asked is gone
    if (page.ok) {
      replyBytes(waiting, QByteArray::fromStdString(page.html));
    } else {
      waiting->fail(QWebEngineUrlRequestJob::RequestFailed);
    }
  });
  return true;
}

bool SchemeHandler::replyFile(QWebEngineUrlRequestJob* job, const QString& path) {
  const QString name = m_files.find(path);
  auto* file = new QFile(name, job);
  if (name.isEmpty() || !file->open(QIODevice::ReadOnly)) return false;
  noteServed(job->requestUrl(), name);
  job->reply(contentTypeOf(name), file);
  return true;
}

bool SchemeHandler::replyStyle(QWebEngineUrlRequestJob* job, const QString& path) {
  if (!m_site || !exporting::canCompileSass() || !path.endsWith(QLatin1String(".css"))) return false;
  const QString stem = path.chopped(4);
  QString file = m_files.find(stem + QLatin1String(".scss"));
  if (file.isEmpty()) file = m_files.find(stem + QLatin1String(".sass"));
  if (file.isEmpty()) return false;
  noteServed(job->requestUrl(), file);
  QDirIterator partials(toQString(sassInput(m_site, file).loadFolder), QDir::Files,
                        QDirIterator::Subdirectories);
  while (partials.hasNext())
    noteServed(job->requestUrl(), partials.next());
  m_compiler.start([this, site = m_site, file, waiting = QPointer(job)] {
    const Result<std::string> css = exporting::compileSass(sassInput(site, file));
    const QByteArray bytes = QByteArray::fromStdString(css.value_or(std::string()));
    QMetaObject::invokeMethod(this, [waiting, bytes] {
      if (waiting) replyBytes(waiting, bytes, contentTypeOf(QStringLiteral("x.css")));
    });
  });
  return true;
}

void SchemeHandler::noteServed(const QUrl& url, const QString& file) {
  const QDateTime time = QFileInfo(file).lastModified();
  m_newest[file] = time;
  if (!isRefreshed(url)) m_served[file] = time;
}

QStringList SchemeHandler::takeChangedFiles() {
  QStringList changed;
  for (auto file = m_newest.begin(); file != m_newest.end(); ++file) {
    const QDateTime time = QFileInfo(file.key()).lastModified();
    if (time == file.value()) continue;
    file.value() = time;
    changed << file.key();
  }
  return changed;
}

bool SchemeHandler::hasChangedFiles() const {
  return std::any_of(m_served.keyValueBegin(), m_served.keyValueEnd(), [](const auto& served) {
    return QFileInfo(served.first).lastModified() != served.second;
  });
}

} // namespace postwright::ui
