#include "ui/written_data.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace postwright::ui {
namespace {

/// The line that gives `key` a value in YAML, JSON or TOML, after it was given one `skipped` times.
int lineOfKey(const QString& file, const QString& key, int skipped) {
  QFile data(file);
  if (!data.open(QIODevice::ReadOnly)) return 1;
  const QRegularExpression names(
      QStringLiteral("(^|[\\s{,\\[-])[\"']?%1[\"']?\\s*[:=\\]]").arg(QRegularExpression::escape(key)));
  for (int line = 1; !data.atEnd(); ++line) {
    if (names.match(QString::fromUtf8(data.readLine())).hasMatch() && skipped-- == 0) return line;
  }
  return 1;
}

} // namespace

std::optional<DataPlace> findData(const QString& source, const QStringList& keys) {
  const QDir root(source);
  QString folder = QStringLiteral("_data");
  for (qsizetype i = 0; i < keys.size(); ++i) {
    const QString stem = folder + u'/' + keys[i];
    for (const char* type : {".yml", ".yaml", ".json", ".toml"}) {
      const QString file = stem + QLatin1String(type);
      if (!root.exists(file)) continue;
      bool isItem = false;
      const int item = keys.value(i + 1).toInt(&isItem); // of a list: its items have the same keys
      const QString key = keys.value(isItem ? i + 2 : i + 1);
      return DataPlace{file, key.isEmpty() ? 1 : lineOfKey(root.filePath(file), key, isItem ? item : 0)};
    }
    folder = stem;
  }
  return std::nullopt;
}

} // namespace postwright::ui
