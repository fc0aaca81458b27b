#include "app/render/layout.h"

#include "app/base/text.h"

namespace postwright::render {

Error during(Error error, std::string what) {
  error.context.insert(error.context.begin(), std::move(what));
  return error;
}

Result<liquid::TemplatePointer> layoutOf(const site::View& view, const site::DocumentPointer& document) {
  const auto& name = document->fields.layout;
  if (!name) return liquid::TemplatePointer();
  const std::string what = "Failed to render for " + document->outputPath;
  Result<liquid::TemplatePointer> layout = view.layout(*name);
  if (!layout) {
    return failure(during(during(std::move(layout.error()), "Failed to parse layout `" + *name + "`"), what));
  }
  if (*layout != nullptr) return layout;
  const std::vector<std::string> names = view.layoutNames();
  const auto nearest = didYouMean(*name, names);
  Error error{nearest ? ErrorCode::LayoutMissingNear : ErrorCode::LayoutMissing,
              "Layout " + *name + " does not exist (referenced in " + document->outputPath + ").",
              view.placeOf(document, "layout"),
              {*name, nearest.value_or("")},
              {}};
  return failure(during(std::move(error), what));
}

} // namespace postwright::render
