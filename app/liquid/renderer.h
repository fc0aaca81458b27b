// One run of a template: its output, its names, its limits, and why it failed.
// The one rule: what returns false or null has left a failure here, to be taken once.
// Source: the runtime of liquid-core 0.26.9.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "app/liquid/expression.h"
#include "app/liquid/failure.h"
#include "app/liquid/node.h"
#include "app/liquid/output_recorder.h"
#include "app/liquid/problems.h"
#include "app/liquid/scope.h"
#include "app/liquid/template.h"

namespace postwright::liquid {

class Renderer {
 public:
  /// With `problems` it notes all failures there and goes on; the output is then good for nothing.
  Renderer(const Template& page, const RenderInput& input, Problems* problems = nullptr);

  /// Renders the whole page. Errors as render() of template.h says.
  Result<std::string> run();

  // -- output
  bool write(std::string_view text) {
    m_output += text;
    return m_output.size() <= m_input.budget.outputBytes || failTooLarge();
  }
  bool print(const Value& value);
  std::size_t outputSize() const { return m_output.size(); }
  /// Takes back what was written after `size` bytes were there.
  std::string takeOutput(std::size_t size);
  std::string_view outputSince(std::size_t size) const { return std::string_view(m_output).substr(size); }
  OutputRecorder& recorder() { return m_recorder; }

  // -- values
  /// The value, which stays valid while nothing is assigned; `scratch` holds it when it is made here.
  const Value* evaluate(const Expression& expression, Value& scratch);
  const Value* evaluate(const FilterChain& chain, Value& scratch);
  /// Null without a failure when it is missing.
  const Value* tryEvaluate(const Expression& expression, Value& scratch);

  /// Where the value of `expression` was given from outside, as Frame::origin() says, or its path as it is
  /// written; empty for what has none, and when nothing is recorded.
  std::string originOf(const Expression& expression) const;

  // -- names
  Scope& scope() { return *m_scope; }
  /// Runs in `scope` until restored with the scope that it returns.
  Scope& enterScope(Scope& scope);
  /// The counters of increment and decrement, shared by all scopes.
  NameTable& counters() { return m_counters; }

  // -- running
  /// Renders one after the other, until a break or continue.
  bool render(const Nodes& nodes);
  /// Counts a turn of a loop; fails when there are too many or the render is to stop.
  bool countTurn();
  /// For a loop that cannot end within the budget; always false.
  bool failLoopBudget();
  /// The include `name`, or null with a failure.
  const Template* findPartial(std::string_view name);
  /// Renders a partial that the tag at `offset` asked for.
  bool renderPartial(const Template& partial, std::size_t offset);

  /// Tells whoever listens that a condition found nothing under `variable`, at byte `offset` of this file.
  void noteMissing(const Variable& variable, std::size_t offset);

  // -- surroundings
  const DateTime& now() const { return m_input.now; }
  std::size_t outputLimit() const { return m_input.budget.outputBytes; }
  const std::stop_token& stopToken() const { return m_input.stop; }
  const HighlightCode& highlighter() const { return m_input.highlight; }

  // -- failing
  /// Keeps the failure; always false.
  bool fail(FailurePointer failure);
  bool fail(std::string message) { return fail(makeFailure(std::move(message))); }
  Failure& failure() { return *m_failure; }
  FailurePointer takeFailure() { return std::move(m_failure); }
  void dropFailure() { m_failure.reset(); }

 private:
  struct IncludeSite {
    const Template* file;
    std::size_t offset;
  };
  enum class Missing : std::uint8_t { IsFailure, IsNothing, IsNoted };

  const Value* find(const Variable& variable, Value& scratch, Missing missing);
  const Value* walk(const Variable& variable, const std::vector<Key>& dynamicKeys, Value& scratch,
                    Missing missing);
  bool evaluateKeys(const Variable& variable, std::vector<Key>& keys, Missing missing);
  bool failUnknownVariable(const std::string& name);
  bool failUnknownIndex(const std::string& path, const Key& key, const Place& parent);
  void noteUnknownIndex(const std::string& path, const Key& key, const Place& parent);
  bool failUnknownPartial(std::string_view name);
  bool failTooLarge();
  bool failLimit(ErrorCode code, std::uint64_t limit);
  bool goesOnBehind(const Node& node);

  const RenderInput& m_input;
  const Template* m_file; ///< whose nodes are being rendered
  std::string m_output;
  NameTable m_counters;
  Scope m_page;
  Scope* m_scope;
  OutputRecorder m_recorder;
  std::unordered_map<std::string, TemplatePointer> m_partials; ///< those used so far; keeps them alive
  std::uint64_t m_turns = 0;
  std::vector<IncludeSite> m_includes;         ///< those that are being rendered, outermost first
  int m_depth = 0;                             ///< of nested lists of nodes, over all includes
  std::optional<MissingVariable> m_missing;    ///< what the last look-up that notes it did not find
  std::unordered_set<const Variable*> m_noted; ///< as missing
  FailurePointer m_failure;
  Problems* m_problems;
  bool m_missesNames = false; ///< something failed that may have set names
};

} // namespace postwright::liquid
