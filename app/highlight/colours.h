// Spans of coloured code, by syntect where it is built in. The one rule: a call returns within its budget,
// whatever the code or the grammar; a regular expression that runs wild is left behind on its own thread.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/base/result.h"

namespace postwright::highlight {

/// The grammars of one site. Safe to use from several threads.
class Colours {
 public:
  static constexpr std::size_t kLargestCode = 512 << 10;
  static constexpr std::chrono::milliseconds kBudget{1500};

  /// True when syntect is built in; without it `spans` never has a result.
  static bool areBuiltIn();

  /// `syntaxesFolder`: absolute, may be empty or absent on disk. Its files are checked now, all grammars are
  /// loaded at first use. Errors: SyntaxFileInvalid.
  static Result<std::unique_ptr<Colours>> create(const std::string& syntaxesFolder);
  ~Colours();

  /// Nothing when `code` is too large or takes too long. An unknown `language` means plain text.
  std::optional<std::string> spans(std::string_view code, std::string_view language,
                                   std::string_view theme) const;

 private:
  struct Shared;
  explicit Colours(std::shared_ptr<Shared> shared);

  std::shared_ptr<Shared> m_shared; ///< a thread left behind keeps it alive
};

} // namespace postwright::highlight
