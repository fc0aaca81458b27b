#include "ui/document/file_name.h"

#include <QDir>
#include <QFileInfo>

namespace postwright::ui {

QString canonicalName(const QString& file) {
  const QString name = QDir::cleanPath(QFileInfo(file).absoluteFilePath());
  QString folder = QFileInfo(name).path();
  while (!QFileInfo::exists(folder) && folder != QFileInfo(folder).path())
    folder = QFileInfo(folder).path();
  return QDir(QFileInfo(folder).canonicalFilePath()).filePath(QDir(folder).relativeFilePath(name));
}

} // namespace postwright::ui
