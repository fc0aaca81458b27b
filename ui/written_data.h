// Where a value of a site's data folder was written.
#pragma once

#include <QStringList>
#include <optional>

namespace postwright::ui {

struct DataPlace {
  QString file; ///< relative to the source folder
  int line = 1; ///< 1-based; of the line that names the value's key, for that item where it is in a list
};

/// The file of `site.data.KEYS` below `source`; nothing when there is none.
std::optional<DataPlace> findData(const QString& source, const QStringList& keys);

} // namespace postwright::ui
