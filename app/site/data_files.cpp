#include "app/site/data_files.h"

#include <algorithm>
#include <array>
#include <optional>

#include "app/base/file.h"
#include "app/base/text.h"
#include "app/site/ignore_rules.h"
#include "app/site/paths.h"
#include "app/site/walk.h"
#include "app/yaml/value_reader.h"

namespace postwright::site {
namespace {

/// `cause` as the reason why the data `file` cannot be used; without words of our own, in Cobalt's.
Error dataError(Error cause, const std::string& file, std::string context) {
  if (cause.code == ErrorCode::DataFileInvalid && cause.arguments.empty()) cause.arguments = {cause.detail};
  cause.where.file = file;
  cause.context = {std::move(context)};
  return cause;
}

Result<Value> readYaml(std::string_view text) {
  return yaml::readValue(text);
}

struct Reader {
  std::string_view ending;
  Result<Value> (*read)(std::string_view);
};

const auto kReaders = std::to_array<Reader>({
    {"yml", readYaml},
    {"yaml", readYaml},
    {"json", readJson},
    {"toml", readToml},
});

/// A tree that can still grow; values are immutable once they are stored.
struct Tree {
  std::string name; ///< below its parent
  std::optional<Value> leaf = {};
  std::vector<Tree> children = {};

  Tree* find(std::string_view key) {
    for (Tree& child : children)
      if (child.name == key) return &child;
    return nullptr;
  }

  Value value() const {
    if (leaf) return *leaf;
    Object object;
    for (const Tree& child : children)
      object.set(child.name, child.value());
    return {std::move(object)};
  }
};

/// Objects are opened, so that files can add keys to them.
Tree treeOf(std::string name, const Value& value) {
  if (!value.isObject()) return {std::move(name), value};
  Tree tree{std::move(name)};
  for (const auto& [key, child] : value.asObject())
    tree.children.push_back(treeOf(key, child));
  return tree;
}

Result<void> insert(Tree& root, const std::string& path, const Value& value) {
  Tree* place = &root;
  for (const std::string_view part : pathParts(parentPath(path))) {
    Tree* child = place->find(part);
    if (child == nullptr) {
      child = &place->children.emplace_back(Tree{std::string(part)});
    }
    if (child->leaf) {
      const std::string folder(parentPath(path));
      return failure(ErrorCode::DataFileInvalid, {},
                     "Aborting: Duplicate in data tree. Would overwrite " + folder + " ");
    }
    place = child;
  }
  if (place->find(stem(path)) != nullptr) {
    return failure(ErrorCode::DataFileInvalid, {},
                   "The data from " + path + " can't be loaded: the key already exists");
  }
  place->children.push_back(treeOf(std::string(stem(path)), value));
  return {};
}

const Reader* readerOf(std::string_view ending) {
  const auto* found = std::ranges::find(kReaders, ending, &Reader::ending);
  return found == kReaders.end() ? nullptr : found;
}

Result<Value> readDataFile(const std::string& folder, const std::string& path, const std::string& shown) {
  const std::string_view ending = extension(path).value_or("");
  const Reader* reader = readerOf(ending);
  if (reader == nullptr) {
    return failure(ErrorCode::DataFileInvalid, {},
                   "Failed to load of data `" + joined(shown, path) + "`: unknown file type '\"" +
                       std::string(ending) +
                       "\"'.\nSupported data files extensions are: yml, yaml, json and toml.");
  }
  Result<FileContent> content = readFile(joined(folder, path));
  if (!content) return failure(std::move(content.error()));
  if (const auto bad = firstInvalidUtf8(content->bytes)) {
    return failure(ErrorCode::FileNotUtf8, {std::to_string(*bad)}, "stream did not contain valid UTF-8");
  }
  return reader->read(content->bytes);
}

Result<void> addFile(Tree& tree, const std::string& folder, const std::string& path, const std::string& file,
                     const std::string& shown) {
  Result<Value> value = readDataFile(folder, path, shown);
  if (!value) {
    return failure(
        dataError(std::move(value.error()), file, "Loading data from `" + joined(shown, path) + "` failed"));
  }
  Result<void> inserted = insert(tree, path, *value);
  if (!inserted) {
    return failure(dataError(std::move(inserted.error()), file, "Merging data into `" + path + "` failed"));
  }
  return {};
}

} // namespace

Value withDates(std::string text) {
  if (const auto dateTime = parseDateTime(text)) return *dateTime;
  if (const auto date = parseDate(text)) return *date;
  return {std::move(text)};
}

Result<Object> readDataFiles(const std::string& source, const std::string& folder, const std::string& shown,
                             Object seed) {
  const Result<std::string> inside = resolveInside(source, folder);
  if (!inside) {
    if (inside.error().code == ErrorCode::PathOutsideSite) return failure(inside.error());
    return seed;
  }
  IgnoreRules rules;
  for (const char* line : {".*", "_*"}) {
    if (Result<void> added = rules.add(line); !added) return failure(std::move(added.error()));
  }
  Tree tree = treeOf({}, Value(std::move(seed)));
  std::optional<Error> problem;
  for (const std::string& path : walk(*inside, rules)) {
    Result<void> added = addFile(tree, *inside, path, joined(folder, path), shown);
    if (added) continue;
    if (problem) {
      problem->others.push_back(std::move(added.error()));
    } else {
      problem = std::move(added.error());
    }
  }
  if (problem) return failure(*std::move(problem));
  return tree.value().asObject();
}

} // namespace postwright::site
