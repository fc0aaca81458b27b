// The names that a template can see while it is rendered, and what belongs to one isolated render.
// The one rule: innermost first: loops and includes, then assigned names, then what was given from outside,
// then counters. Source: the stack frames of liquid-core 0.26.9.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "app/base/value.h"
#include "app/liquid/expression.h"
#include "app/liquid/loop_state.h"

namespace postwright::liquid {

/// What a name stands for: a value, or the state of a running loop; neither when there is no such name.
struct Place {
  const Value* value = nullptr;
  const LoopState* loop = nullptr;
  bool isArgument = false; ///< given to a `render`, where a missing key hides the whole name

  explicit operator bool() const { return value != nullptr || loop != nullptr; }
};

/// Names to values, found by the hash that a Name carries.
class NameTable {
 public:
  const Value* find(const Name& name) const {
    if (m_values.empty()) return nullptr;
    const auto found = m_values.find(name);
    return found == m_values.end() ? nullptr : &found->second;
  }
  void set(const Name& name, Value value);
  void addNames(std::vector<std::string>& names) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(const Name& name) const { return name.hash; }
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  struct Equal {
    using is_transparent = void;
    bool operator()(const std::string& a, const std::string& b) const { return a == b; }
    bool operator()(const Name& a, const std::string& b) const { return a.text == b; }
    bool operator()(const std::string& a, const Name& b) const { return a == b.text; }
  };

  std::unordered_map<std::string, Value, Hash, Equal> m_values;
};

/// Some names above those below it, for as long as a block runs.
class Frame {
 public:
  Frame() = default;
  Frame(const Frame&) = delete;
  Frame& operator=(const Frame&) = delete;
  virtual ~Frame() = default;

  virtual Place find(const Name& name) const = 0;
  /// What a name that find() knows stands for, as a path of names that were given from outside: "page.tags.0"
  /// of a loop's variable. Empty where that is not known, or nobody asked for it beforehand.
  virtual std::string origin(const Name& name) const = 0;
  virtual void addNames(std::vector<std::string>& names) const = 0;

  const Frame* below = nullptr;
};

/// The two names of a loop: its variable, which wins, and `forloop` or `tablerow`.
class LoopFrame : public Frame {
 public:
  LoopFrame(const Name& variable, LoopState& state) : m_variable(variable), m_state(state) {}

  /// `position`: 0-based, in the list that is gone through.
  void setItem(const Value* item, std::size_t position = 0) {
    m_item = item;
    m_position = position;
  }
  /// The origin of that list.
  void setOrigin(std::string list) { m_list = std::move(list); }
  Place find(const Name& name) const override;
  std::string origin(const Name& name) const override;
  void addNames(std::vector<std::string>& names) const override;

 private:
  const Name& m_variable;
  LoopState& m_state;
  const Value* m_item = nullptr;
  std::size_t m_position = 0;
  std::string m_list;
};

using NamedValues = std::vector<std::pair<const Name*, Value>>;

/// Names with values; of two equal names the later one counts.
class NamesFrame : public Frame {
 public:
  explicit NamesFrame(NamedValues values) : m_values(std::move(values)) {}

  /// Of the values, in their order.
  void setOrigins(std::vector<std::string> origins) { m_origins = std::move(origins); }
  Place find(const Name& name) const override;
  std::string origin(const Name& name) const override;
  void addNames(std::vector<std::string>& names) const override;

 private:
  NamedValues m_values;
  std::vector<std::string> m_origins;
};

enum class Interrupt : std::uint8_t { None, Break, Continue };

/// One isolated render: the page itself, or one `render` tag.
class Scope {
 public:
  /// The page: sees `globals` (may be null) and the counters.
  Scope(const Object* globals, const NameTable& counters) : m_globals(globals), m_counters(&counters) {}
  /// A `render`: sees its arguments only, those of `arguments` and of the frames below it.
  explicit Scope(const Frame& arguments) : m_arguments(&arguments) {}

  Place find(const Name& name) const;
  /// As Frame::origin(); nothing for a name that was given from outside, or that there is not.
  std::optional<std::string> origin(const Name& name) const;
  std::vector<std::string> names() const; ///< all that can be seen, for suggestions

  void push(Frame& frame) {
    frame.below = m_top;
    m_top = &frame;
  }
  void pop() { m_top = m_top->below; }

  NameTable assigned;
  std::unordered_map<std::string, std::string> assignedFrom; ///< origins of what was assigned
  Interrupt interrupt = Interrupt::None;
  std::unordered_map<std::string, std::size_t> cycles; ///< the next turn of each group
  std::optional<std::string> lastChanged;              ///< the newest body of an ifchanged

 private:
  const Frame* m_top = nullptr;
  const Object* m_globals = nullptr;
  const NameTable* m_counters = nullptr;
  const Frame* m_arguments = nullptr;
};

/// Keeps a frame pushed for as long as it lives.
class PushedFrame {
 public:
  PushedFrame(Scope& scope, Frame& frame) : m_scope(scope) { scope.push(frame); }
  PushedFrame(const PushedFrame&) = delete;
  PushedFrame& operator=(const PushedFrame&) = delete;
  ~PushedFrame() { m_scope.pop(); }

 private:
  Scope& m_scope;
};

} // namespace postwright::liquid
