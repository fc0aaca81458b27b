// One name for one file, however it was reached.
#pragma once

#include <QString>

namespace postwright::ui {

/// The absolute name with every link among its folders resolved; the file itself may be a link that must stay
/// one. Folders that are gone keep their names below the nearest one that is there.
QString canonicalName(const QString& file);

} // namespace postwright::ui
