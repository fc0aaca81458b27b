#include <QTest>
#include <random>

#include "app/front_matter/edit.h"
#include "app/front_matter/split.h"
#include "app/yaml/value_reader.h"

using namespace postwright;
using namespace postwright::front_matter;

namespace {

/// Front matter as people write it, and as they should not.
const std::vector<std::string>& fixtures() {
  static const std::vector<std::string> texts{
      "title: A walk by the sea\nlayout: post.liquid # ours\n\n# dates\npublished_date: 2021-05-06 07:08:09 "
      "+0200\n"
      "is_draft: false\ntags: [sea, 'long walks']\n",
      "title: 'It''s here'\ndata: {\n  author: 'Ann',\n  links: [\"a\", b],\n}\nweight: 0x10\n",
      "title: \"Two\\nlines\"\nexcerpt: |\n  First.\n\n  Second.\n\ncategories:\n- one\n-   two # c\n- "
      "three\n",
      "data:\n    a:\n        b: [1, 2.5, ~, sure]\n        c: {d: e, f: }\n    # note\n    g: >-\n      "
      "folded\n      text\n",
      "l:\n  - name: x\n    url: http://a.b/c?d=e\n  - name: w\n  -\n    name: z\n",
      "a: &anchor old\nb: &list\n  - 1\nc: !!str word\n\"quoted key\": v\né: [日本, \"😀\"]\n",
      "a: plain over\n  two lines\nb: \"double over\n  two\"\nc: {x: 1,\n    y: 2}\n",
      "empty:\nnull_word: ~\nlist:\n-\n- x\nmap: {a: , b: }\n",
      "{\"title\": \"JSON\", \"tags\": [\"a\",\"b\"], \"data\": {\"n\": 1}}\n",
      "m: {}\nl: []\nw: [ ]\nx: { a: 1 }\nk: |+\n  kept\n\n\nz: 1\n"};
  return texts;
}

const std::vector<std::string>& values() {
  static const std::vector<std::string> texts{
      "x",       "two words", "",       "yes",       "12",        "~",          "a: b", "#c",
      "- x",     "see ---",   "a\nb",   "a\nb\n",    "\na",       "it's",       "q\"q", "{{ x }}",
      "a?b",     "é日本😀",   "\u2028", "tab\t.",    "a\n\n\n",   "2020-01-01", "[a]",  "!x &y *z",
      "back\\s", "\x07",      ":sym",   "a\n---\nb", "trailing ", "a]}"};
  return texts;
}

std::vector<std::string> files() {
  std::vector<std::string> result;
  for (const std::string& yaml : fixtures()) {
    const std::string file = "---\n" + yaml + "---\n\nThe body --- stays.\n";
    result.push_back(file);
    std::string windows;
    for (const char c : file)
      windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    result.push_back(windows);
  }
  return result;
}

/// Every path of the document; scalars only when asked.
void collect(const FrontMatterDocument& document, const Path& path, bool scalarsOnly,
             std::vector<Path>& paths) {
  const auto node = document.node(path);
  if (!node) return;
  if (!scalarsOnly || node->kind == NodeKind::Scalar) paths.push_back(path);
  for (const std::string& key : node->keys) {
    Path below = path;
    below.emplace_back(key);
    collect(document, below, scalarsOnly, paths);
  }
  for (std::size_t i = 0; node->kind == NodeKind::List && i < node->size; ++i) {
    Path below = path;
    below.emplace_back(i);
    collect(document, below, scalarsOnly, paths);
  }
}

std::vector<Path> pathsOf(const FrontMatterDocument& document, bool scalarsOnly) {
  std::vector<Path> paths;
  collect(document, {}, scalarsOnly, paths);
  return paths;
}

Value read(const std::string& file) {
  const auto value = yaml::readValue(split(file).front, yaml::Dates::KeepText);
  if (!value) return Value("unreadable: " + value.error().detail);
  return value->isNil() ? Value(Object()) : *value;
}

enum class Operation : std::uint8_t { Set, Append, Remove };

/// The change made on values, without any text: what the edit must amount to. Nothing when it has no meaning.
std::optional<Value> changed(const Value& value, std::span<const Step> path, Operation operation,
                             const std::string& text) {
  if (path.empty()) {
    if (operation == Operation::Set) return Value(text);
    Array items = value.isArray() ? value.asArray() : Array();
    if (!value.isArray() && !value.isNil()) return std::nullopt;
    items.emplace_back(text);
    return Value(std::move(items));
  }
  const bool isLast = path.size() == 1;
  if (const auto* index = std::get_if<std::size_t>(&path.front())) {
    Array items = value.asArray();
    if (isLast && operation == Operation::Remove) {
      items.erase(items.begin() + static_cast<std::ptrdiff_t>(*index));
      return Value(std::move(items));
    }
    auto item = changed(items[*index], path.subspan(1), operation, text);
    if (!item) return item;
    items[*index] = *item;
    return Value(std::move(items));
  }
  Object entries = value.isObject() ? value.asObject() : Object();
  const std::string& key = std::get<std::string>(path.front());
  if (isLast && operation == Operation::Remove) {
    entries.remove(key);
    return Value(std::move(entries));
  }
  const Value* old = entries.find(key);
  auto entry = changed(old == nullptr ? Value() : *old, path.subspan(1), operation, text);
  if (!entry) return entry;
  entries.set(key, *entry);
  return Value(std::move(entries));
}

EditResult run(const FrontMatterDocument& document, Operation operation, const Path& path,
               const std::string& text) {
  const Scalar scalar{ScalarType::String, text};
  switch (operation) {
    case Operation::Set:
      return document.set(path, scalar);
    case Operation::Append:
      return document.append(path, scalar);
    default:
      return document.remove(path);
  }
}

} // namespace

class EditPropertiesTest : public QObject {
  Q_OBJECT

 private slots:
  void settingTheSameValue_changesNoByte() {
    for (const std::string& file : files()) {
      const FrontMatterDocument document(file);
      QVERIFY2(!document.problem(), file.c_str());
      for (const Path& path : pathsOf(document, true)) {
        const auto node = document.node(path);
        const EditResult result = document.set(path, {node->type, node->text});
        QVERIFY2(!result.refusal && result.edits.empty(), file.c_str());
      }
    }
  }

  void settingAnotherValueAndBack_restoresTheValue() {
    for (const std::string& file : files()) {
      const FrontMatterDocument document(file);
      for (const Path& path : pathsOf(document, true)) {
        const auto node = document.node(path);
        if (node->readOnly) continue;
        const EditResult there = document.set(path, {ScalarType::String, "other words"});
        QVERIFY2(!there.refusal, file.c_str());
        const std::string between = applyEdits(file, there.edits);
        const EditResult back = FrontMatterDocument(between).set(path, {node->type, node->text});
        QVERIFY2(!back.refusal, between.c_str());
        const std::string after = applyEdits(between, back.edits);
        QVERIFY2(read(after) == read(file), after.c_str());
        const bool isOneLine =
            node->type == ScalarType::String && node->text.find('\n') == std::string::npos &&
            file.substr(node->span.begin, node->span.size()).find('\n') == std::string::npos;
        if (isOneLine) QCOMPARE(QByteArray::fromStdString(after), QByteArray::fromStdString(file));
      }
    }
  }

  void randomEdits_doWhatTheyShouldOrNothing() {
    std::mt19937 random(20240720); // NOLINT(bugprone-random-generator-seed): the same run every time
    const auto pick = [&](std::size_t count) { return static_cast<std::size_t>(random() % count); };
    const std::vector<std::string> sources = files();
    int applied = 0;
    for (int turn = 0; turn < 4000; ++turn) {
      const std::string& file = sources[pick(sources.size())];
      const FrontMatterDocument document(file);
      const std::vector<Path> paths = pathsOf(document, false);
      const auto operation = static_cast<Operation>(pick(3));
      Path path = paths[pick(paths.size())];
      if (operation != Operation::Remove && pick(5) == 0) path.emplace_back(std::string("new key"));
      const std::string& text = values()[pick(values().size())];
      const EditResult result = run(document, operation, path, text);
      if (result.refusal) {
        QVERIFY2(result.refusal->code != "verify", (file + result.refusal->code).c_str());
        continue;
      }
      const std::string after = applyEdits(file, result.edits);
      const auto expected = changed(read(file), path, operation, text);
      QVERIFY2(expected && read(after) == *expected, (file + "\n->\n" + after).c_str());
      QVERIFY2(after.ends_with(file.substr(file.find("The body"))), after.c_str());
      ++applied;
    }
    QVERIFY(applied > 1500);
  }
};

QTEST_APPLESS_MAIN(EditPropertiesTest)
#include "edit_properties_test.moc"
