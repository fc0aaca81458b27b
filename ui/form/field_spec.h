// What is known of a field beside its value: the generator's own rule for it, and what was learnt from the
// site, as one. Plain values, valid as long as the context they were made from.
#pragma once

#include <QString>

#include "ui/form/form_rows.h"
#include "ui/form/known_fields.h"

namespace postwright::ui {

struct FieldSpec {
  const KnownField* known = nullptr;                   ///< the generator's
  const front_matter::LearnedField* learned = nullptr; ///< the site's
};

FieldSpec specOf(const front_matter::Path& path, const FormContext& context);

/// The name shown for `key`: what the site calls the field, else the key; ampersands doubled.
QString labelOf(const FieldSpec& spec, const std::string& key);

/// The kind of field for a scalar that was read; `node` is a scalar.
FieldKind kindForScalar(const front_matter::Node& node, const FieldSpec& spec, const std::string& key);
/// The kind of field where there is no value.
FieldKind kindForNothing(const FieldSpec& spec);

/// Choices, placeholder, rule and help, as far as they come from the spec.
void describeField(const FieldSpec& spec, const FormContext& context, FieldState& state);

/// What the site's own rules (required, pattern, least and most) have against the value.
FieldRemark remarkOf(const FieldSpec& spec, const FieldState& state);

/// Whether a text names an image by its ending (png jpg jpeg gif svg webp avif), as a site path or URL.
bool looksLikeImage(const QString& text);

} // namespace postwright::ui
