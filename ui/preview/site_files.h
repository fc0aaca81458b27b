// The files a page may read: those the generator copies beside it, nothing else.
// The one rule: no `..`, link, hidden name or document's source ever leads to a file here.
#pragma once

#include <QByteArray>
#include <QString>

#include "app/site/site.h"

namespace postwright::ui {

class SiteFiles {
 public:
  /// No files.
  SiteFiles() = default;
  /// The assets of a site: what lies below its source folder, hidden and `_` names left out as the generator
  /// does (the posts folder itself may have such a name), documents left out because they are rendered.
  static SiteFiles ofSite(const site::SitePointer& site);
  /// Images, sounds, films, fonts and styles beside a file that belongs to no site.
  static SiteFiles ofFolder(const QString& folder);

  /// The absolute file for `path` (relative, decoded); empty when there is none that may be read.
  QString find(const QString& path) const;

 private:
  bool isPublished(const QString& path) const;

  site::SitePointer m_site;
  QString m_root;
  QString m_postsFolder;
};

/// The content type a web server would send for this file name.
QByteArray contentTypeOf(const QString& fileName);

} // namespace postwright::ui
