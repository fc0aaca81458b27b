// Makes random edits of front matter and prints each as a line of JSON: the text before and after, and what
// was asked for. An independent reader judges them; see check_random_edits.py.
// usage: random_edits COUNT SEED FILE...   (files of YAML, or posts with front matter)
#include <array>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <random>

#include "app/front_matter/split.h"
#include "app/front_matter/yaml_editor.h"

namespace {

using nlohmann::json;
using namespace postwright;
using namespace postwright::front_matter;

const std::vector<std::string> kTexts{"x",
                                      "two words",
                                      "",
                                      "yes",
                                      "12",
                                      "~",
                                      "a: b",
                                      "#c",
                                      "- x",
                                      "see ---",
                                      "a\nb",
                                      "a\nb\n",
                                      "\na",
                                      "it's",
                                      "q\"q",
                                      "{{ x }}",
                                      "a?b",
                                      "é日本😀",
                                      "tab\t.",
                                      "a\n\n\n",
                                      "[a]",
                                      "!x &y *z",
                                      "back\\s",
                                      ":sym",
                                      "a\n---\nb",
                                      "a]}",
                                      "trailing ",
                                      "0x1F",
                                      "1_000",
                                      "12:30",
                                      "1e3",
                                      "2020-01-01",
                                      "null",
                                      "https://a.b/?c=d&e",
                                      "-",
                                      "? x",
                                      "%percent",
                                      "@at",
                                      "`tick",
                                      "| pipe",
                                      "> fold",
                                      "a  #b",
                                      "x: [1, {2: 3}]",
                                      "No",
                                      "  lead"};
const std::vector<Scalar> kLiterals{{ScalarType::Bool, "true"}, {ScalarType::Bool, "false"},
                                    {ScalarType::Int, "12"},    {ScalarType::Int, "-3"},
                                    {ScalarType::Float, "1.5"}, {ScalarType::Null, ""}};
const std::vector<std::string> kKeys{"new", "data", "title", "two words", "yes", "a: b", "é", "12", "#", "x"};

/// What a reader of YAML sees in the value: text is a string, all else what it spells.
json toJson(const Content& content) {
  if (content.kind == NodeKind::List) {
    json list = json::array();
    for (const Content& item : content.items)
      list.push_back(toJson(item));
    return {{"list", list}};
  }
  if (content.kind == NodeKind::Map) {
    json entries = json::array();
    for (std::size_t i = 0; i < content.items.size(); ++i)
      entries.push_back({content.keys[i], toJson(content.items[i])});
    return {{"map", entries}};
  }
  const bool isText = content.scalar.type == ScalarType::String;
  return {{isText ? "text" : "literal", content.scalar.text}};
}

json toJson(const Path& path) {
  json steps = json::array();
  for (const Step& step : path)
    std::visit([&](const auto& value) { steps.push_back(value); }, step);
  return steps;
}

std::string readWhole(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

struct Paths {
  std::vector<Path> all;
  std::vector<Path> lists; ///< and empty values
};

void collect(const YamlEditor& editor, const Path& path, Paths& paths) {
  const auto node = editor.node(path);
  if (!node || path.size() > 6) return;
  paths.all.push_back(path);
  const bool isNull = node->kind == NodeKind::Scalar && node->type == ScalarType::Null;
  if (node->kind == NodeKind::List || isNull) paths.lists.push_back(path);
  for (const std::string& key : node->keys) {
    Path below = path;
    below.emplace_back(key);
    collect(editor, below, paths);
  }
  for (std::size_t i = 0; node->kind == NodeKind::List && i < node->size; ++i) {
    Path below = path;
    below.emplace_back(i);
    collect(editor, below, paths);
  }
}

class RandomEdits {
 public:
  RandomEdits(std::vector<std::string> sources, unsigned seed)
      : m_sources(std::move(sources)), m_random(seed) {}

  json next() {
    const std::string& yaml = m_sources[pick(m_sources.size())];
    const YamlEditor editor(yaml);
    Paths paths;
    collect(editor, {}, paths);
    if (paths.all.empty()) paths.all.emplace_back();
    const EditOperation operation = randomOperation(paths);
    const EditResult result = editor.apply(operation);
    json line{{"kind", kNames[static_cast<std::size_t>(operation.kind)]},
              {"path", toJson(operation.path)},
              {"value", toJson(operation.value)},
              {"key", operation.key},
              {"index", operation.index},
              {"target", toJson(operation.target)},
              {"before", yaml}};
    if (result.refusal) {
      line["refusal"] = result.refusal->code;
    } else {
      line["after"] = applyEdits(yaml, result.edits);
    }
    return line;
  }

 private:
  static constexpr auto kNames = std::to_array<const char*>(
      {"set", "append", "insert item", "remove", "remove twin", "rename", "move", "move into"});

  std::size_t pick(std::size_t count) { return static_cast<std::size_t>(m_random() % count); }
  template <typename T>
  const T& oneOf(const std::vector<T>& list) {
    return list[pick(list.size())];
  }

  Content randomContent(int depth) {
    const std::size_t choice = pick(depth < 2 ? 8 : 5);
    if (choice < 4) return Scalar{ScalarType::String, oneOf(kTexts)};
    if (choice == 4) return oneOf(kLiterals);
    const std::size_t count = pick(4);
    Content content = choice == 7 ? Content::list({}) : Content::map({}, {});
    for (std::size_t i = 0; i < count; ++i) {
      if (choice != 7) content.keys.push_back(kKeys[(pick(3) + 3 * i) % kKeys.size()]);
      content.items.push_back(randomContent(depth + 1));
    }
    return content;
  }

  EditOperation randomOperation(const Paths& paths) {
    EditOperation operation;
    operation.kind = static_cast<OperationKind>(pick(kNames.size()));
    const bool wantsList =
        operation.kind == OperationKind::Append || operation.kind == OperationKind::InsertItem;
    const bool takesList = wantsList && !paths.lists.empty() && pick(5) > 0;
    operation.path = oneOf(takesList ? paths.lists : paths.all);
    const bool mayBeNew = operation.kind == OperationKind::Set || wantsList;
    if (pick(mayBeNew ? 4 : 40) == 0) operation.path.emplace_back(oneOf(kKeys));
    operation.value = randomContent(0);
    operation.key = oneOf(kKeys);
    operation.index = pick(4);
    operation.target = pick(2) == 0 ? Path{Step("data")} : oneOf(paths.all);
    return operation;
  }

  std::vector<std::string> m_sources;
  std::mt19937 m_random;
};

} // namespace

int main(int argumentCount, char** arguments) {
  if (argumentCount < 4) return 2;
  std::vector<std::string> sources;
  for (int i = 3; i < argumentCount; ++i) {
    const std::string text = readWhole(arguments[i]);
    const Split split = front_matter::split(text);
    sources.push_back(split.hasFrontMatter ? text.substr(split.frontBytes.begin, split.frontBytes.size())
                                           : text);
  }
  RandomEdits edits(std::move(sources), static_cast<unsigned>(std::stoul(arguments[2])));
  for (long i = std::stol(arguments[1]); i > 0; --i)
    std::cout << edits.next().dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
  return 0;
}
