// Front matter that is made to cost its reader time, as large as the form takes it (256 KiB), each with a
// name. Source: section 4 of the edit design, and what YAML readers were brought down with.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/front_matter/edit.h"

namespace postwright::test {

inline constexpr std::size_t kMostYaml = std::size_t{256}
                                         << 10U; ///< bytes of front matter that the form edits

inline std::string filled(std::string_view part, std::size_t bytes) {
  std::string text;
  while (text.size() + part.size() <= bytes)
    text += part;
  return text;
}

inline std::string numbered(const char* before, const char* after, std::size_t bytes) {
  std::string text;
  for (int i = 0; text.size() + 40 < bytes; ++i)
    text += before + std::to_string(i) + after;
  return text;
}

struct HostileInput {
  const char* name;
  std::string yaml;
};

inline std::vector<HostileInput> hostileInputs() {
  constexpr std::size_t kBytes = kMostYaml - 24; // beside the keys around it
  return {
      {"open brackets", "a: " + filled("[", kBytes)},
      {"closed brackets", "a: " + filled("[", kBytes / 2) + filled("]", kBytes / 2)},
      {"open braces", "a: " + filled("{b: ", kBytes)},
      {"dashes", "a:\n" + filled("- ", kBytes - 3)},
      {"question marks", filled("? ", kBytes)},
      {"490 levels", "a: " + filled("[", 490) + filled("]", 490)},
      {"90 levels of lists in flow",
       "a: " + filled("[", 90) + filled("]", 90) + "\n" + filled("b", 1000) + ": 1\n"},
      {"deep and wide", "a: " + filled("[", 98) + filled("x,", kBytes - 200) + filled("]", 98)},
      {"billion laughs",
       "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
       "c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]\n"
       "e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]\nf: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]\n"},
      {"an anchor in itself", "a: &a [*a]\n"},
      {"aliases", "a: &a 1\nb:\n" + filled("- *a\n", kBytes - 16)},
      {"many keys", numbered("k", ": 1\n", kBytes)},
      {"as many nodes as are read", numbered("k", ": 1\n", 52'000)},
      {"one key again and again", filled("a: 1\n", kBytes)},
      {"many items", "a: [" + filled("x, ", kBytes - 8) + "]"},
      {"many anchors", numbered("k", ": &x 1\n", kBytes)},
      {"comments", filled("# comment\n", kBytes)},
      {"blank lines", "a: 1\n" + filled("\n", kBytes - 5)},
      {"one long text", "a: " + filled("x", kBytes - 4)},
      {"one long text of words", "a: " + filled("word ", kBytes - 4)},
      {"one long quoted text", "a: '" + filled("'' ", kBytes - 8) + "'"},
      {"escapes", "a: \"" + filled("\\n", kBytes - 8) + "\""},
      {"open quote", "a: \"" + filled("x ", kBytes - 8)},
      {"block text", "a: |\n" + filled("  line\n", kBytes - 8)},
      {"fences at line ends", filled("x: ---\n", kBytes)},
      {"hyphens", filled("-", kBytes)},
      {"no UTF-8", filled("\xC3", kBytes)},
      {"control characters", filled("\x01", kBytes)},
      {"documents", filled("--- \n", kBytes)},
  };
}

/// A post whose front matter is the input, with a key of its own before it.
inline std::string hostilePost(const HostileInput& input) {
  return "---\nfirst: 1\n" + input.yaml + "\n---\nBody\n";
}

/// Every kind of change to a key beside all that, and one to the value itself.
inline std::vector<std::pair<const char*, front_matter::EditOperation>> hostileChanges() {
  using front_matter::OperationKind;
  const front_matter::Path first{std::string("first")};
  const front_matter::Scalar value{front_matter::ScalarType::String, "other"};
  return {
      {"set", {OperationKind::Set, first, value}},
      {"insert", {OperationKind::Set, {std::string("new")}, value}},
      {"remove", {OperationKind::Remove, first}},
      {"rename", {OperationKind::Rename, first, {}, "second"}},
      {"replace", {OperationKind::Set, {std::string("a")}, value}},
      {"move", {OperationKind::Move, first, {}, {}, 1}},
  };
}

} // namespace postwright::test
