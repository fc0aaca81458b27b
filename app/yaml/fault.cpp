#include "app/yaml/fault.h"

#include <array>
#include <charconv>
#include <cmath>

#include "app/base/text.h"

namespace postwright::yaml {
namespace {

/// Rust's `{}` of a float with serde's decimal point: shortest digits, never an exponent.
std::string floatText(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
  std::array<char, 64> buffer{};
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(value),
                                    std::chars_format::scientific);
  const std::string_view scientific(buffer.data(), static_cast<std::size_t>(result.ptr - buffer.data()));
  const std::size_t mark = scientific.find('e');
  std::string digits(1, scientific.front());
  if (mark > 2) digits += scientific.substr(2, mark - 2);
  int exponent = 0;
  const std::size_t sign = scientific[mark + 1] == '+' ? mark + 2 : mark + 1;
  std::from_chars(scientific.data() + sign, scientific.data() + scientific.size(), exponent);
  const int point = exponent + 1;
  std::string text = std::signbit(value) ? "-" : "";
  if (point <= 0) return text + "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  const auto whole = static_cast<std::size_t>(point);
  if (digits.size() <= whole) return text + digits + std::string(whole - digits.size(), '0') + ".0";
  return text + digits.substr(0, whole) + "." + digits.substr(whole);
}

bool isInvisible(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0xAD || (c >= 0x300 && c <= 0x36F) ||
         (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) ||
         c == 0x3000 || (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF ||
         (c >= 0xFFF0 && c <= 0xFFFB);
}

std::string hexadecimal(char32_t c) {
  std::array<char, 16> buffer{};
  const auto result =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), static_cast<std::uint32_t>(c), 16);
  return {buffer.data(), result.ptr};
}

/// Rust's `{:?}` of a string.
std::string debugText(std::string_view text) {
  std::string quoted = "\"";
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = nextCodePoint(text, i);
    switch (c) {
      case U'"':
        quoted += "\\\"";
        break;
      case U'\\':
        quoted += "\\\\";
        break;
      case U'\n':
        quoted += "\\n";
        break;
      case U'\r':
        quoted += "\\r";
        break;
      case U'\t':
        quoted += "\\t";
        break;
      case U'\0':
        quoted += "\\0";
        break;
      default:
        if (isInvisible(c)) {
          quoted += "\\u{" + hexadecimal(c) + "}";
        } else {
          appendUtf8(quoted, c);
        }
    }
  }
  return quoted + '"';
}

struct TypedName {
  std::string operator()(std::monostate) const { return "unit value"; }
  std::string operator()(bool value) const { return value ? "boolean `true`" : "boolean `false`"; }
  std::string operator()(std::int64_t value) const { return "integer `" + std::to_string(value) + "`"; }
  std::string operator()(std::uint64_t value) const { return "integer `" + std::to_string(value) + "`"; }
  std::string operator()(const HugeInteger& value) const {
    return "integer `" + value.text + "` as " + (value.isSigned ? "i128" : "u128");
  }
  std::string operator()(double value) const { return "floating point `" + floatText(value) + "`"; }
  std::string operator()(const std::string& value) const { return "string " + debugText(value); }
};

std::string oneOf(const std::vector<std::string>& names) {
  const std::string_view separator = names.size() == 2 ? " or " : ", ";
  std::string text = names.size() > 2 ? "one of " : "";
  for (const std::string& name : names) {
    if (&name != &names.front()) text += separator;
    text.append(1, '`').append(name).append(1, '`');
  }
  return text;
}

std::string atMark(const Mark& mark) {
  if (mark.line == 0 && mark.column == 0) return {};
  return " at line " + std::to_string(mark.line + 1) + " column " + std::to_string(mark.column + 1);
}

std::string syntaxText(const SyntaxError& error) {
  std::string text = error.problem;
  // Cobalt's copy of libyaml spells this word right.
  if (const std::size_t slip = text.find("hexdecimal"); slip != std::string::npos)
    text.insert(slip + 3, 1, 'a');
  text += atMark(error.where);
  const bool atStart = error.where.line == 0 && error.where.column == 0;
  if (atStart && error.byteOffset != 0) text += " at position " + std::to_string(error.byteOffset);
  if (error.context.empty()) return text;
  text += ", " + error.context;
  const bool sameLine = error.contextWhere.line == error.where.line;
  if (!sameLine || error.contextWhere.column != error.where.column) text += atMark(error.contextWhere);
  return text;
}

/// libyaml's problems that have a plainer sentence; an empty `context` fits any.
struct KnownProblem {
  std::string_view problem;
  std::string_view context;
  ErrorCode code;
  bool atContext; ///< the beginning of the thing is the better place
};
constexpr auto kKnownProblems = std::to_array<KnownProblem>({
    {"found a tab character that violates indentation", "", ErrorCode::YamlTab, false},
    {"found a tab character where an indentation space is expected", "", ErrorCode::YamlTab, false},
    {"found unexpected end of stream", "while scanning a quoted scalar", ErrorCode::YamlQuoteOpen, true},
    {"found unexpected document indicator", "while scanning a quoted scalar", ErrorCode::YamlQuoteOpen, true},
    {"mapping values are not allowed in this context", "", ErrorCode::YamlColonInValue, false},
    {"did not find expected ',' or ']'", "", ErrorCode::YamlBracketOpen, true},
    {"did not find expected ',' or '}'", "", ErrorCode::YamlBracketOpen, true},
    {"did not find expected key", "", ErrorCode::YamlIndentation, false},
    {"did not find expected '-' indicator", "", ErrorCode::YamlIndentation, false},
    {"could not find expected ':'", "", ErrorCode::YamlColonMissing, true},
    {"block sequence entries are not allowed in this context", "", ErrorCode::YamlListHere, false},
});

Error syntaxSentence(const SyntaxError& error, std::string_view text, Mark& place) {
  if (error.kind == SyntaxErrorKind::Reader) {
    place.byte = static_cast<std::uint32_t>(error.byteOffset);
    return {ErrorCode::YamlBadCharacter, {}, {}, {}, {}};
  }
  if (error.problem == "found character that cannot start any token") {
    std::size_t next = place.byte;
    std::string character;
    if (next < text.size()) appendUtf8(character, nextCodePoint(text, next));
    if (character == "\t") return {ErrorCode::YamlTab, {}, {}, {}, {}};
    return {ErrorCode::YamlCannotStart, {}, {}, {character}, {}};
  }
  for (const KnownProblem& known : kKnownProblems) {
    if (known.problem != error.problem) continue;
    if (!known.context.empty() && known.context != error.context) continue;
    if (known.atContext) place = error.contextWhere;
    return {known.code, {}, {}, {}, {}};
  }
  return {ErrorCode::YamlSyntax, {}, {}, {error.problem}, {}};
}

Error plainError(const Fault& fault, ErrorCode otherwise) {
  switch (fault.kind) {
    case FaultKind::MoreDocuments:
      return {ErrorCode::YamlMoreDocuments, {}, {}, {}, {}};
    case FaultKind::RecursionLimit:
      return {ErrorCode::YamlTooDeep, {}, {}, {}, {}};
    case FaultKind::RepetitionLimit:
      return {ErrorCode::YamlRepeats, {}, {}, {}, {}};
    case FaultKind::LocalTag:
      return {ErrorCode::YamlLocalTag, {}, {}, {fault.subject}, {}};
    default:
      return {otherwise, {}, {}, {fault.message}, {}};
  }
}

} // namespace

Fault customFault(FaultKind kind, std::string message) {
  Fault fault;
  fault.kind = kind;
  fault.message = std::move(message);
  return fault;
}

Fault syntaxFault(const SyntaxError& error) {
  Fault fault;
  switch (error.kind) {
    case SyntaxErrorKind::TooDeep:
      fault = customFault(FaultKind::RecursionLimit, "recursion limit exceeded");
      break;
    case SyntaxErrorKind::TooManyNodes:
    case SyntaxErrorKind::TooLarge:
      fault = customFault(FaultKind::RepetitionLimit, "repetition limit exceeded");
      break;
    case SyntaxErrorKind::UnknownAnchor:
      fault = customFault(FaultKind::Syntax, "unknown anchor");
      break;
    default:
      fault = customFault(FaultKind::Syntax, syntaxText(error));
      break;
  }
  fault.mark = error.where;
  fault.place = error.where;
  fault.syntax = error;
  return fault;
}

Fault wrongType(std::string_view unexpected, std::string_view expected) {
  Fault fault = customFault(FaultKind::WrongType, "invalid type: " + std::string(unexpected) + ", expected " +
                                                      std::string(expected));
  fault.subject = unexpected;
  fault.expected = expected;
  return fault;
}

Fault wrongValue(std::string_view unexpected, std::string_view expected) {
  Fault fault = wrongType(unexpected, expected);
  fault.kind = FaultKind::WrongValue;
  fault.message.replace(0, std::string_view("invalid type").size(), "invalid value");
  return fault;
}

Fault unknownField(std::string_view name, const std::vector<std::string>& known) {
  Fault fault = customFault(FaultKind::UnknownField,
                            "unknown field `" + std::string(name) + "`, expected " + oneOf(known));
  fault.subject = name;
  fault.choices = known;
  return fault;
}

Fault duplicateField(std::string_view name) {
  Fault fault = customFault(FaultKind::DuplicateField, "duplicate field `" + std::string(name) + "`");
  fault.subject = name;
  return fault;
}

Fault unknownVariant(std::string_view name, const std::vector<std::string>& known) {
  Fault fault = customFault(FaultKind::UnknownVariant,
                            "unknown variant `" + std::string(name) + "`, expected " + oneOf(known));
  fault.subject = name;
  fault.choices = known;
  return fault;
}

std::string serdeText(const Fault& fault) {
  // libyaml's own message has its positions already.
  const bool complete = fault.syntax && (fault.syntax->kind == SyntaxErrorKind::Grammar ||
                                         fault.syntax->kind == SyntaxErrorKind::Reader);
  if (complete) return fault.message;
  const bool hasPath = !fault.path.empty() && fault.path != ".";
  return (hasPath ? fault.path + ": " : "") + fault.message + (fault.mark ? atMark(*fault.mark) : "");
}

std::string describeTyped(const Typed& value) {
  return std::visit(TypedName(), value);
}

std::string describeText(std::string_view text) {
  return "string " + debugText(text);
}

Error toError(const Fault& fault, std::string_view text, int firstLine, ErrorCode otherwise) {
  Mark place = fault.place.value_or(fault.mark.value_or(Mark{}));
  Error error = plainError(fault, otherwise);
  if (fault.syntax && fault.syntax->kind == SyntaxErrorKind::UnknownAnchor) {
    error.code = ErrorCode::YamlUnknownAnchor;
  } else if (fault.syntax && fault.kind == FaultKind::Syntax) {
    error = syntaxSentence(*fault.syntax, text, place);
  } else if (fault.syntax && fault.syntax->kind == SyntaxErrorKind::TooLarge) {
    error.code = ErrorCode::YamlTooLarge;
  }
  error.detail = serdeText(fault);
  if (fault.mark || fault.place) {
    const LineColumn at = LineIndex(text).at(place.byte);
    error.where = {{}, at.line + firstLine - 1, at.column};
  }
  return error;
}

} // namespace postwright::yaml
