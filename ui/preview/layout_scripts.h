// The part of a page that cannot change under it: the scripts that stand outside the post's own text.
#pragma once

#include <QByteArray>

#include "app/render/page.h"

namespace postwright::ui {

/// The `<script>` elements of `page` outside the bytes that came from the body of `document`, one after the
/// other. Empty when it is not known where the body is.
QByteArray layoutScripts(const render::Page& page, const std::string& document);

} // namespace postwright::ui
