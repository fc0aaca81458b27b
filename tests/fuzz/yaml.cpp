// Reading YAML: every span lies in the text, both as values and as a tree; aliases and nesting end in an
// error.
#include "app/yaml/outline.h"
#include "app/yaml/tree.h"
#include "app/yaml/value_reader.h"
#include "tests/fuzz/property.h"

using namespace postwright;
using fuzz::require;

namespace {

void checkTree(std::string_view text) {
  const yaml::Tree tree = yaml::readTree(text);
  for (const yaml::TreeNode& node : tree.nodes) {
    require(node.start <= node.propertiesEnd, "a node's properties have a start before their end");
    require(node.span.begin <= node.span.end && node.span.end <= text.size(), "a node lies in the text");
    require(node.kind != yaml::TreeKind::Map || node.children.size() % 2 == 0, "a key has a value");
    for (const std::size_t child : node.children)
      require(child < tree.nodes.size() && &tree.nodes[child] > &node, "children stand behind their parent");
  }
  if (!tree.error && !tree.empty()) yaml::outlineOf(tree);
}

void checkValue(std::string_view text, yaml::Dates dates) {
  const auto value = yaml::readValue(text, dates);
  if (value) return;
  require(!value.error().detail.empty(), "an error keeps the generator's words");
  require(value.error().where.line >= 0 && value.error().where.column >= 0, "an error has a place");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::textOf(data, size);
  checkTree(text);
  checkValue(text, yaml::Dates::Convert);
  checkValue(text, yaml::Dates::KeepText);
  yaml::readOutlineAgain(text);
  return 0;
}
