// The splitter and the edits of what it cut: the parts lie in the file, and an edit does what it says.
#include "app/front_matter/split.h"

#include "app/front_matter/edit.h"
#include "tests/fuzz/property.h"

using namespace postwright;
using fuzz::require;

namespace {

bool liesIn(const Span& span, std::string_view text) {
  return span.begin <= span.end && span.end <= text.size();
}

void checkSplit(std::string_view text) {
  const front_matter::Split parts = front_matter::split(text);
  require(liesIn(parts.frontBytes, text), "the front matter lies in the file");
  require(liesIn(parts.contentBytes, text), "the body lies in the file");
  require(parts.contentBytes.end == text.size(), "the body ends with the file");
  require(!parts.hasFrontMatter || parts.frontBytes.end <= parts.contentBytes.begin,
          "the front matter stands before the body");
  require(parts.frontLine >= 1 && parts.contentLine >= parts.frontLine, "lines count from one and ascend");
}

/// Setting a field either is refused or changes it, and then there is nothing left to set.
void checkEdit(const std::string& text, const front_matter::Path& path, const std::string& value) {
  const front_matter::Scalar scalar{front_matter::ScalarType::String, value};
  const front_matter::EditResult first = front_matter::FrontMatterDocument(text).set(path, scalar);
  if (first.refusal) return;
  const std::string edited = applyEdits(text, first.edits);
  const front_matter::FrontMatterDocument after(edited);
  const auto node = after.node(path);
  require(node && node->text == value, "an edit sets the field");
  const front_matter::EditResult again = after.set(path, scalar);
  require(!again.refusal && again.edits.empty(), "what was set is not set twice");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(fuzz::textOf(data, size));
  checkSplit(text);
  checkEdit(text, {"title"}, "A new one: 'yes'");
  checkEdit(text, {"data", "a"}, "two\nlines");
  return 0;
}
