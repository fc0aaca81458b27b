// Which texts a field accepts, and the scalar that is written for one.
#pragma once

#include <QString>
#include <QStringList>
#include <cstdint>

#include "app/front_matter/edit.h"

namespace postwright::ui {

enum class Rule : std::uint8_t {
  Any,
  WholeNumber, ///< 32 bits, as Cobalt's `weight`
  Number,
  DateTime, ///< `YYYY-MM-DD HH:MM:SS ±HHMM`
  DateOnly,
  Permalink,
  OneOf, ///< one of the choices
};

/// Why `text` breaks `rule`, as a sentence for people; empty when it does not.
QString complaint(Rule rule, const QString& text, const QStringList& choices = {});

/// What to write for `text`, which keeps `rule`.
front_matter::Scalar scalarFor(Rule rule, const QString& text);

/// What to write for `text` where nothing says what is wanted: true, 12 and dates are themselves, all else is
/// text.
front_matter::Scalar guessedScalar(const QString& text);

} // namespace postwright::ui
