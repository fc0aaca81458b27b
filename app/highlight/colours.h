// Spans of coloured code, by syntect where it is built in. The one rule: a call returns within its budget,
// whatever the code or the grammar; a regular expression that runs wild is left behind on its own thread.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/base/result.h"

namespace postwright::highlight {

/// What came of colouring a block within its budget.
struct Colouring {
  enum class Attempt {
    Done, ///< for good
    Busy, ///< not begun: no thread is free
    Late, ///< begun, and left to itself
  };

  Attempt attempt{};
  std::optional<std::string> spans; ///< when done; nothing: the code is too large, or takes far too long
};

/// Hears what a block that was late came to after all.
using LateSpans = std::function<void(std::optional<std::string>)>;

/// The grammars of one site. Safe to use from several threads.
class Colours {
 public:
  static constexpr std::size_t kLargestCode = 512 << 10;
  static constexpr std::chrono::milliseconds kBudget{1500};   ///< as long as a page waits for one block
  static constexpr std::chrono::milliseconds kLongest{10000}; ///< a block that takes longer has no colours

  /// True when syntect is built in; without it `spans` never has a result.
  static bool areBuiltIn();

  /// `syntaxesFolder`: absolute, may be empty or absent on disk. Its files are checked now, all grammars are
  /// loaded at first use. Errors: SyntaxFileInvalid.
  static Result<std::unique_ptr<Colours>> create(const std::string& syntaxesFolder,
                                                 std::chrono::milliseconds budget = kBudget);
  ~Colours();

  /// An unknown `language` means plain text. Loading the grammars, the first time, is no part of the budget.
  /// `late` is called at most once, on a thread of its own and only after a late attempt, even when this is
  /// gone by then.
  Colouring spans(std::string_view code, std::string_view language, std::string_view theme,
                  LateSpans late) const;

 private:
  struct Shared;
  Colours(std::shared_ptr<Shared> shared, std::chrono::milliseconds budget);

  std::shared_ptr<Shared> m_shared; ///< a thread left behind keeps it alive
  std::chrono::milliseconds m_budget;
};

} // namespace postwright::highlight
