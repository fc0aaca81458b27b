// One intended change of a document as data, applied to an outline: what the text must say after an edit.
// The one rule: this knows nothing of the text, so that it can judge what an edit of the text did.
// Source: the edit design's verification.
#pragma once

#include "app/front_matter/edit_types.h"
#include "app/yaml/outline.h"

namespace postwright::front_matter {

/// Applies the change; false when a path does not exist and cannot be made.
bool applyChange(yaml::Outline& root, const EditOperation& change);

/// Whether both say the same: kinds, tags, anchors, decoded texts and the types they have under the dialect.
bool saysTheSame(const yaml::Outline& a, const yaml::Outline& b, Dialect dialect);

} // namespace postwright::front_matter
