// Which files are pictures, and where a site keeps its own.
#pragma once

#include <QString>
#include <string>

#include "app/base/result.h"

namespace postwright::ui {

/// By the suffix alone.
bool isPicture(const QString& file);

/// The folder below `root` (absolute) that holds most of the site's pictures, '/'-separated and relative to
/// it; "images" where there is none. Folders that the site does not publish (`_` and hidden names) do not
/// count.
QString pictureFolder(const QString& root);

/// Writes the picture into `folder` under `name`, or under `name-2`, … when another file has it: no file is
/// ever replaced. A file that holds these bytes already is taken instead. Returns the file name. Errors:
/// those of writing.
Result<QString> addPicture(const QString& folder, const QString& name, const std::string& bytes);

} // namespace postwright::ui
