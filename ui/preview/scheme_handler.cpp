#include "ui/preview/scheme_handler.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QWebEngineUrlRequestJob>
#include <algorithm>

#include "ui/base/text_bridge.h"

namespace postwright::ui {
namespace {

// Without the character set WebEngine reads the bytes as windows-1252.
constexpr const char* kHtml = "text/html; charset=utf-8";

void replyBytes(QWebEngineUrlRequestJob* job, const QByteArray& bytes) {
  auto* buffer = new QBuffer(job);
  buffer->setData(bytes);
  buffer->open(QIODevice::ReadOnly);
  job->reply(kHtml, buffer);
}

} // namespace

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
  if (!replyDocument(job, *path)) replyFile(job, *path);
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

void SchemeHandler::replyFile(QWebEngineUrlRequestJob* job, const QString& path) {
  const QString name = m_files.find(path);
  auto* file = new QFile(name, job);
  if (name.isEmpty() || !file->open(QIODevice::ReadOnly)) {
    return job->fail(QWebEngineUrlRequestJob::UrlNotFound);
  }
  m_served[name] = QFileInfo(name).lastModified();
  job->reply(contentTypeOf(name), file);
}

bool SchemeHandler::hasChangedFiles() const {
  return std::any_of(m_served.keyValueBegin(), m_served.keyValueEnd(), [](const auto& served) {
    return QFileInfo(served.first).lastModified() != served.second;
  });
}

} // namespace postwright::ui
