// Cobalt's front-matter fields as the form shows them. Source: spec 2.3.
#pragma once

#include <QStringList>
#include <string_view>

#include "ui/form/form_rows.h"

namespace postwright::ui {

struct KnownField {
  std::string_view name; ///< dotted below a field: "pagination.order"
  FieldKind kind;
  Rule rule = Rule::Any;
  std::string_view choices = {}; ///< separated by blanks
};

/// Nothing for a name that Cobalt refuses, or that lies below `data`.
const KnownField* findKnownField(const front_matter::Path& path);

/// The top-level name that was probably meant by an unknown one; empty when none is near.
QString nearestKnownField(const std::string& name);

QStringList choicesOf(const KnownField& field);

} // namespace postwright::ui
