// The bundled sample site, opened as a copy so that playing with it never changes the original.
#pragma once

#include <QString>

#include "app/base/result.h"

namespace postwright::ui {

/// Where the sample is: beside the sources while developing, below the data folder when installed; empty:
/// nowhere.
QString sampleSiteSource();

/// Copies it into the user's data folder unless a copy is there; returns the copy. Errors: NoSite,
/// FileWriteFailed.
Result<QString> copySampleSite();

} // namespace postwright::ui
