#include "ui/sample_site.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <filesystem>

#include "ui/base/text_bridge.h"

namespace postwright::ui {

QString sampleSiteSource() {
  const QString program = QCoreApplication::applicationDirPath();
  for (const QString& place :
       {QStringLiteral("/../share/postwright/sample_site"), QStringLiteral("/../../resources/sample_site")}) {
    const QString folder = QDir::cleanPath(program + place);
    if (QFileInfo(folder).isDir()) return folder;
  }
  return {};
}

Result<QString> copySampleSite() {
  const QString source = sampleSiteSource();
  if (source.isEmpty()) return failure(ErrorCode::NoSite, {"sample_site"});
  const QString target =
      QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/sample_site");
  if (QFileInfo::exists(target + QStringLiteral("/_cobalt.yml"))) return target;
  QDir().mkpath(QFileInfo(target).path());
  std::error_code error;
  std::filesystem::copy(toUtf8(source), toUtf8(target), std::filesystem::copy_options::recursive, error);
  if (error) return failure(ErrorCode::FileWriteFailed, {error.message()});
  return target;
}

} // namespace postwright::ui
