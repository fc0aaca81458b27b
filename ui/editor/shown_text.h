// Finds in Markdown what a page shows: the line and column of the text that became the given shown text.
#pragma once

#include <QString>

class QTextDocument;

namespace postwright::ui {

struct TextPlace {
  int line = 1;   ///< 1-based
  int column = 1; ///< 1-based, in code points

  bool operator==(const TextPlace&) const = default;
};

/// The place behind `before`, which a page shows of the block that starts on `firstLine`. Markup is passed
/// over; text that was changed on its way (by Liquid, say) leads near to it.
TextPlace placeBehind(const QTextDocument& document, int firstLine, const QString& before);

} // namespace postwright::ui
