// Where elements of a page's text end, for text so regular that reading it leaves a parser exactly as it was:
// every element closed by its own end tag, nothing inside that a parser would move, imply or read as text.
// The one rule: when in doubt, no. Source: HTML Living Standard 13.2.6, "in body".
#pragma once

#include <QStringView>

namespace postwright::ui {

/// The end of the elements that stand side by side from `from` on, white space between them, as soon as it is
/// `reach` or more; behind a `>`. -1 when one of them is not regular or they end before.
qsizetype endOfElements(QStringView text, qsizetype from, qsizetype reach);

} // namespace postwright::ui
