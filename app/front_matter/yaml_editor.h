// Reads and edits one YAML text, without knowing of the file around it; offsets are those of the text.
// The one rule: an edit is only given when libyaml reads the new text as exactly the old one with the change,
// and yaml-cpp does not disagree. Source: the edit design of this folder.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/front_matter/edit_types.h"
#include "app/front_matter/planner.h"

namespace postwright::front_matter {

class YamlEditor {
 public:
  /// `fallbackBreak` ends new lines in a text that has none. A BOM at the start is left alone.
  explicit YamlEditor(std::string text, Dialect dialect = Dialect::Cobalt, std::string fallbackBreak = "\n");
  ~YamlEditor();
  YamlEditor(YamlEditor&&) noexcept;
  YamlEditor& operator=(YamlEditor&&) noexcept;

  /// Why nothing can be edited, or nothing.
  const std::optional<Refusal>& problem() const;
  const std::string& text() const;
  /// Nothing when there is no such node, or when the text has a problem.
  std::optional<Node> node(const Path& path) const;

  EditResult set(const Path& path, const Content& value, Missing missing = Missing::Make) const;
  EditResult set(const Path& path, const Scalar& value, Missing missing = Missing::Make) const;
  EditResult insert(const Path& map, std::string_view key, const Content& value,
                    Missing missing = Missing::Make) const;
  EditResult append(const Path& list, const Content& value, Missing missing = Missing::Make) const;
  EditResult insertItem(const Path& list, std::size_t index, const Content& value) const;
  EditResult remove(const Path& path) const;
  EditResult removeTwin(const Path& path, std::size_t index) const;
  EditResult rename(const Path& path, std::string_view key) const;
  EditResult move(const Path& path, std::size_t index) const;
  EditResult moveInto(const Path& path, const Path& target) const;
  /// The operation by its kind.
  EditResult apply(const EditOperation& operation) const;

 private:
  struct Data;
  EditResult checked(Plan plan) const;
  EditResult planned(const std::function<Plan(const Planner&)>& make) const;

  std::unique_ptr<Data> m_data;
};

} // namespace postwright::front_matter
