// Text on its way in and out of the editor: plain, with \n between lines, no character changed.
#pragma once

#include <QString>
#include <QTextCursor>

class QMimeData;

namespace postwright::ui {

/// The text of `data` with every line end as \n.
QString plainText(const QMimeData& data);

/// The selected text as it is written, no-break spaces included, with \n between lines.
QString selectedText(const QTextCursor& cursor);

/// `text` is one web address and nothing else.
bool isWebAddress(const QString& text);

struct DroppedFiles {
  QStringList images;
  QStringList others;
};
/// The paths of the files in `data`.
DroppedFiles droppedFiles(const QMimeData& data);

} // namespace postwright::ui
