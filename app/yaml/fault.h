// Why a typed reading of YAML stopped, in serde_yaml's words and with enough parts for better ones.
// The one rule: `message` and `serdeText` are data (Cobalt's own wording); sentences for people are made from
// the parts. Source: serde_yaml 0.9.34.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/error.h"
#include "app/yaml/events.h"
#include "app/yaml/scalar.h"

namespace postwright::yaml {

enum class FaultKind : std::uint8_t {
  Syntax,          ///< see Fault::syntax
  EndOfStream,     ///< a document without content where one is needed
  MoreDocuments,   ///< anything after the first document
  RecursionLimit,  ///< nested deeper than 128
  RepetitionLimit, ///< aliases repeat too much
  WrongType,       ///< `expected` says what is needed
  WrongValue,      ///< right type, value not possible
  UnknownField,    ///< `subject`, `choices`
  DuplicateField,  ///< `subject`
  UnknownVariant,  ///< `subject`, `choices`
  NoVariant,       ///< fits no alternative
  LocalTag,        ///< `!x` where data is read
  Custom,          ///< a reader's own `message`
};

struct Fault {
  FaultKind kind = FaultKind::Custom;
  std::string message;       ///< serde's words, without path and position
  std::optional<Mark> mark;  ///< as serde_yaml reports it
  std::string path;          ///< "data.x[0]"; "." is the root
  std::optional<Mark> place; ///< where a person should look
  std::string field;         ///< the struct field it happened in; may be empty
  std::string subject;       ///< the offending name or value
  std::string expected;      ///< serde's name of what is needed: "a boolean"
  std::vector<std::string> choices;
  std::optional<SyntaxError> syntax;
  std::vector<Fault> others; ///< further faults of the same document, in its order; these have no others
};

Fault syntaxFault(const SyntaxError& error);
Fault wrongType(std::string_view unexpected, std::string_view expected);
Fault wrongValue(std::string_view unexpected, std::string_view expected);
Fault unknownField(std::string_view name, const std::vector<std::string>& known);
Fault duplicateField(std::string_view name);
Fault unknownVariant(std::string_view name, const std::vector<std::string>& known);
Fault customFault(FaultKind kind, std::string message);

/// The whole message as serde_yaml prints it: path, message, " at line L column C".
std::string serdeText(const Fault& fault);

/// How serde names an unexpected value: "string \"x\"", "integer `3`", "unit value", …
std::string describeTyped(const Typed& value);
std::string describeText(std::string_view text); ///< of a string

/// The error for one fault of the YAML itself (Syntax … RepetitionLimit, LocalTag), placed in a file in which
/// `text` starts on 1-based line `firstLine`; other kinds get `otherwise` with the message as `%1`.
Error toError(const Fault& fault, std::string_view text, int firstLine, ErrorCode otherwise);

} // namespace postwright::yaml
