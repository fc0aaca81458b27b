// Why parsing or rendering stopped, while it is still being told: Cobalt's message with the places it went
// through, and what a person is told instead.
// The one rule: text() is Cobalt's message, byte for byte. Source: the Error of liquid-core 0.26.9.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "app/base/error.h"

namespace postwright::liquid {

class Template;

class Failure {
 public:
  explicit Failure(std::string message) : m_message(std::move(message)) {}
  /// Takes up an Error that parse() gave for an include.
  explicit Failure(const Error& error);

  /// Adds `key=value` to the newest place.
  Failure& context(std::string key, std::string value);
  /// Adds a place the failure went through, outwards.
  Failure& trace(std::string place);
  /// What a person is told; without it, Cobalt's first line.
  Failure& meaning(ErrorCode code, std::vector<std::string> arguments);
  /// Adds one more argument to what a person is told.
  Failure& argument(std::string argument);
  /// What a person is told, and where, as `other` has it.
  Failure& takeMeaning(const Failure& other);
  /// Says where it is, unless that is known already: byte `offset` of the text of `file`. For an include that
  /// could not be parsed, this is where it was asked for.
  Failure& at(const Template& file, std::size_t offset);
  /// Adds the place of an include that it went through.
  Failure& includedAt(const Template& file, std::size_t offset);

  /// Marks what may only follow from an earlier failure, when one goes on after that for diagnosis.
  Failure& asConsequence();
  bool isConsequence() const { return m_isConsequence; }
  /// Marks what ends a diagnosis too: a limit, or the wish to stop.
  Failure& asFinal();
  bool isFinal() const { return m_isFinal; }

  /// Cobalt's whole message, ending with a newline.
  std::string text() const;
  Error toError(ErrorCode fallback) const;

 private:
  struct Place {
    std::string name;
    std::vector<std::pair<std::string, std::string>> context;
  };

  std::string m_message;
  std::vector<Place> m_places{1};
  ErrorCode m_code = ErrorCode::LiquidRender;
  bool m_hasMeaning = false;
  bool m_hasPlace = false;
  bool m_lacksInclude = false; ///< came from an include whose tag is not in the chain yet
  bool m_isConsequence = false;
  bool m_isFinal = false;
  std::vector<std::string> m_arguments;
  SourcePosition m_where;
  std::vector<SourcePosition> m_chain;
  std::vector<Error> m_others; ///< of the include that could not be parsed
};

using FailurePointer = std::unique_ptr<Failure>;

/// A value, or why there is none.
template <typename T>
using Outcome = tl::expected<T, FailurePointer>;

/// The failing side of an Outcome.
inline tl::unexpected<FailurePointer> failed(FailurePointer failure) {
  return tl::unexpected<FailurePointer>(std::move(failure));
}
inline FailurePointer makeFailure(std::string message) {
  return std::make_unique<Failure>(std::move(message));
}

} // namespace postwright::liquid
