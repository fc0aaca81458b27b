// HTML within Markdown: tags, comments, and elements whose content is no Markdown.
#pragma once

#include "ui/editor/line_scanner.h"

namespace postwright::ui {

/// Reads the HTML construct whose `<` stands at `at`; returns where it ends in this line, or `at` when the
/// sign is plain text. `mode` becomes what stays open behind the line.
qsizetype scanTag(QStringView line, qsizetype at, HtmlMode& mode, LineStyles& styles);

/// Goes on with an HTML construct that an earlier line opened, from `from`; returns where Markdown starts
/// again and sets `mode` to what is still open there.
qsizetype scanHtml(QStringView line, qsizetype from, HtmlMode& mode, LineStyles& styles);

} // namespace postwright::ui
