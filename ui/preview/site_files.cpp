#include "ui/preview/site_files.h"

#include <QFileInfo>
#include <QMimeDatabase>
#include <algorithm>
#include <array>

#include "app/base/file.h"
#include "ui/base/text_bridge.h"

namespace postwright::ui {
namespace {

struct ContentType {
  const char* suffix;
  const char* type;
};

// What pages are made of, so that the MIME database (30 ms at its first question) is not needed for it.
constexpr std::array kContentTypes = {
    ContentType{"css", "text/css; charset=utf-8"},
    ContentType{"js", "text/javascript; charset=utf-8"},
    ContentType{"mjs", "text/javascript; charset=utf-8"},
    ContentType{"json", "application/json; charset=utf-8"},
    ContentType{"webmanifest", "application/manifest+json; charset=utf-8"},
    ContentType{"html", "text/html; charset=utf-8"},
    ContentType{"htm", "text/html; charset=utf-8"},
    ContentType{"xml", "application/xml; charset=utf-8"},
    ContentType{"txt", "text/plain; charset=utf-8"},
    ContentType{"vtt", "text/vtt; charset=utf-8"},
    ContentType{"png", "image/png"},
    ContentType{"jpg", "image/jpeg"},
    ContentType{"jpeg", "image/jpeg"},
    ContentType{"gif", "image/gif"},
    ContentType{"webp", "image/webp"},
    ContentType{"avif", "image/avif"},
    ContentType{"svg", "image/svg+xml"},
    ContentType{"ico", "image/x-icon"},
    ContentType{"woff", "font/woff"},
    ContentType{"woff2", "font/woff2"},
    ContentType{"ttf", "font/ttf"},
    ContentType{"otf", "font/otf"},
    ContentType{"mp4", "video/mp4"},
    ContentType{"webm", "video/webm"},
    ContentType{"mp3", "audio/mpeg"},
    ContentType{"ogg", "audio/ogg"},
    ContentType{"wav", "audio/wav"},
    ContentType{"pdf", "application/pdf"},
    ContentType{"wasm", "application/wasm"},
};

bool isHiddenName(const QString& name) {
  return name.startsWith(QLatin1Char('.')) || name.startsWith(QLatin1Char('_'));
}

/// What a text may show, but no script can read: a lone file's folder may hold anything.
bool isShowable(const QString& path) {
  const QByteArray type = contentTypeOf(path);
  constexpr std::array kKinds = {"image/", "video/", "audio/", "font/", "text/css"};
  return std::any_of(kKinds.begin(), kKinds.end(), [&](const char* kind) { return type.startsWith(kind); });
}

} // namespace

SiteFiles SiteFiles::ofSite(const site::SitePointer& site) {
  SiteFiles files;
  files.m_site = site;
  files.m_root = toQString(site->source());
  files.m_postsFolder = toQString(site->postsFolder());
  return files;
}

SiteFiles SiteFiles::ofFolder(const QString& folder) {
  SiteFiles files;
  files.m_root = folder;
  return files;
}

QString SiteFiles::find(const QString& path) const {
  if (m_root.isEmpty() || path.isEmpty() || path.contains(QChar(u'\0')) || !isPublished(path)) return {};
  if (m_site ? m_site->document(toUtf8(path)) != nullptr : !isShowable(path)) return {};
  const Result<std::string> resolved = resolveInside(toUtf8(m_root), toUtf8(path));
  if (!resolved) return {};
  const QString file = toQString(*resolved);
  // The generator copies no links, so a link shows nothing, wherever it leads.
  if (file != QFileInfo(m_root).canonicalFilePath() + QLatin1Char('/') + path) return {};
  return QFileInfo(file).isFile() ? file : QString();
}

bool SiteFiles::isPublished(const QString& path) const {
  const QString posts = m_postsFolder + QLatin1Char('/');
  const QString rest = !m_postsFolder.isEmpty() && path.startsWith(posts) ? path.mid(posts.size()) : path;
  const QStringList names = rest.split(QLatin1Char('/'));
  return std::none_of(names.begin(), names.end(), isHiddenName);
}

QByteArray contentTypeOf(const QString& fileName) {
  const QByteArray suffix = QFileInfo(fileName).suffix().toLower().toUtf8();
  for (const ContentType& known : kContentTypes) {
    if (suffix == known.suffix) return known.type;
  }
  return QMimeDatabase().mimeTypeForFile(fileName, QMimeDatabase::MatchExtension).name().toUtf8();
}

} // namespace postwright::ui
