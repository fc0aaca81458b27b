// Liquid, parsed and rendered with some data and includes: budgets and the stop token end what would not end,
// and the map leads from the output back into the template.
#include <map>

#include "app/liquid/template.h"
#include "tests/fuzz/deadline.h"
#include "tests/fuzz/property.h"

using namespace postwright;
using fuzz::require;

namespace {

/// Includes given as text, parsed once.
class Includes final : public liquid::Partials {
 public:
  explicit Includes(const std::map<std::string, std::string>& texts) {
    for (const auto& [name, text] : texts)
      m_templates.emplace(name, *liquid::parse(text, {name}));
  }

  Result<liquid::TemplatePointer> find(std::string_view name) const override {
    const auto found = m_templates.find(name);
    return found == m_templates.end() ? nullptr : found->second;
  }
  std::vector<std::string> names() const override { return {"again", "say"}; }

 private:
  std::map<std::string, liquid::TemplatePointer, std::less<>> m_templates;
};

Object makeGlobals() {
  const Array posts{Object{{"title", "Winter"}, {"likes", 3}, {"tag", "cold"}},
                    Object{{"title", "autumn"}, {"likes", 10}, {"tag", Value()}},
                    Object{{"title", "Frühling"}, {"likes", 2.5}}};
  return Object{{"title", "Hello"},
                {"nothing", Value()},
                {"yes", true},
                {"n", 7},
                {"half", 2.5},
                {"list", Array{3, 1, 2}},
                {"words", Array{"b", "A", "é", "a"}},
                {"posts", posts},
                {"page", Object{{"data", Object{{"hero", "sun.png"}}}, {"tags", Array{"x", "y"}}}},
                {"when", makeDateTime({2020, 1, 2}, 3 * 3600, 3600)},
                {"day", Date{2020, 1, 2}}};
}

void checkMap(const liquid::OutputMap& map, std::string_view output, std::string_view text) {
  std::size_t end = 0;
  for (const liquid::OutputRange& range : map.ranges) {
    require(range.begin >= end && range.end >= range.begin, "ranges ascend and do not overlap");
    require(range.end <= output.size(), "a range lies in the output");
    require(range.file < map.files.size(), "a range has a file");
    require(range.line >= 1 && range.column >= 1, "a range has a place");
    end = range.end;
    if (!range.verbatim || map.files[range.file] != "page") continue;
    const std::size_t length = range.end - range.begin;
    require(range.sourceOffset + length <= text.size() &&
                text.substr(range.sourceOffset, length) == output.substr(range.begin, length),
            "a verbatim range is the template's own text");
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Object globals = makeGlobals();
  static const Includes includes({{"again", "{% include 'again' %}{% include 'again' %}"},
                                  {"say", "{{ include.what }}{{ what }}{{ title }}"}});
  const std::string_view text = fuzz::textOf(data, size);
  const auto parsed = liquid::parse(text, {"page"});
  if (!parsed) {
    require(!parsed.error().detail.empty(), "an error keeps the generator's words");
    require(parsed.error().where.line >= 1, "a syntax error has a place");
    return 0;
  }
  const fuzz::Deadline deadline(std::chrono::milliseconds(500));
  liquid::OutputMap map;
  const auto output = liquid::render(**parsed, {.globals = &globals,
                                                .partials = &includes,
                                                .now = makeDateTime({2024, 2, 29}, 0, 0),
                                                .highlight = {},
                                                .stop = deadline.token(),
                                                .budget = {.outputBytes = std::size_t{1} << 20U},
                                                .map = &map});
  if (output) checkMap(map, *output, text);
  return 0;
}
