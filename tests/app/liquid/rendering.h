// Renders a template for a test: what comes out, or why nothing does.
#pragma once

#include <QByteArray>
#include <QTest>
#include <map>
#include <string>

#include "app/liquid/template.h"

namespace postwright::liquid {

/// Includes given as text.
class TextPartials : public Partials {
 public:
  explicit TextPartials(std::map<std::string, std::string> texts) : m_texts(std::move(texts)) {}

  Result<TemplatePointer> find(std::string_view name) const override {
    const auto found = m_texts.find(std::string(name));
    if (found == m_texts.end()) return nullptr;
    return parse(found->second, {"_includes/" + found->first});
  }
  std::vector<std::string> names() const override {
    std::vector<std::string> names;
    for (const auto& [name, text] : m_texts)
      names.push_back(name);
    return names;
  }

 private:
  std::map<std::string, std::string> m_texts;
};

inline Result<std::string> tryRender(std::string_view text, RenderInput input = {}) {
  const auto parsed = parse(text, {"page.md"});
  if (!parsed) return tl::unexpected(parsed.error());
  return render(**parsed, input);
}

/// The output, or the first line of Cobalt's message.
inline QByteArray rendered(const QByteArray& text, const Object& globals = {},
                           const Partials* partials = nullptr) {
  RenderInput input;
  input.globals = &globals;
  input.partials = partials;
  const auto output = tryRender(text.toStdString(), input);
  if (output) return QByteArray::fromStdString(*output);
  const std::string& detail = output.error().detail;
  return QByteArray::fromStdString(detail.substr(0, detail.find('\n')));
}

/// Rows of `name, template, output` for a data-driven test.
struct RenderRow {
  const char* name;
  const char* text;
  const char* output;
};

inline void addRows(std::initializer_list<RenderRow> rows) {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("output");
  for (const RenderRow& row : rows)
    QTest::newRow(row.name) << QByteArray(row.text) << QByteArray(row.output);
}

/// Some data for the rows to use.
inline Object sampleGlobals() {
  const Array posts{Object{{"title", "Winter"}, {"likes", 3}, {"tag", "cold"}},
                    Object{{"title", "autumn"}, {"likes", 10}, {"tag", Value()}},
                    Object{{"title", "Spring"}, {"likes", 3}}};
  return Object{{"title", "Hello World"},
                {"nothing", Value()},
                {"yes", true},
                {"no", false},
                {"seven", 7},
                {"half", 2.5},
                {"digits", "12"},
                {"list", Array{3, 1, 2}},
                {"words", Array{"b", "A", "c", "a"}},
                {"none", Array{}},
                {"posts", posts},
                {"page", Object{{"data", Object{{"hero", "sun.png"}}}, {"tags", Array{"x", "y"}}}},
                {"when", makeDateTime({2020, 1, 2}, 3 * 3600 + 4 * 60 + 5, 3600, 50'000'000)},
                {"day", postwright::Date{2020, 1, 2}}};
}

} // namespace postwright::liquid
