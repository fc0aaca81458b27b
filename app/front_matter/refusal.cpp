#include "app/front_matter/refusal.h"

#include <array>
#include <utility>

#include "app/base/error.h"
#include "app/yaml/fault.h"

namespace postwright::front_matter {
namespace {

constexpr auto kCodes = std::to_array<std::pair<std::string_view, ErrorCode>>({
    {"duplicate-key", ErrorCode::EditDuplicateKey},
    {"shared", ErrorCode::EditShared},
    {"anchor-in-use", ErrorCode::EditAnchorInUse},
    {"alias", ErrorCode::EditAlias},
    {"recursive-alias", ErrorCode::EditRecursiveAlias},
    {"undefined-alias", ErrorCode::YamlUnknownAnchor},
    {"tag", ErrorCode::EditTag},
    {"complex-key", ErrorCode::EditComplexKey},
    {"implicit", ErrorCode::EditImplicit},
    {"comment", ErrorCode::EditComment},
    {"layout", ErrorCode::EditLayout},
    {"not-scalar", ErrorCode::EditNotScalar},
    {"not-list", ErrorCode::EditNotList},
    {"not-map", ErrorCode::EditNotMap},
    {"exists", ErrorCode::EditExists},
    {"no-such-key", ErrorCode::EditNoSuchKey},
    {"bad-literal", ErrorCode::EditBadLiteral},
    {"multi-doc", ErrorCode::YamlMoreDocuments},
    {"too-large", ErrorCode::YamlTooLarge},
    {"too-deep", ErrorCode::YamlTooDeep},
    {"too-many-nodes", ErrorCode::YamlTooLarge},
    {"verify", ErrorCode::EditVerify},
    {"bom", ErrorCode::EditBom},
    {"fence", ErrorCode::EditFence},
    {"split", ErrorCode::EditSplit},
});

std::string_view codeOf(yaml::SyntaxErrorKind kind) {
  switch (kind) {
    case yaml::SyntaxErrorKind::UnknownAnchor:
      return "undefined-alias";
    case yaml::SyntaxErrorKind::TooDeep:
      return "too-deep";
    case yaml::SyntaxErrorKind::TooManyNodes:
      return "too-many-nodes";
    case yaml::SyntaxErrorKind::TooLarge:
      return "too-large";
    default:
      return "syntax";
  }
}

std::size_t offsetOf(std::string_view text, int line, int column) {
  std::size_t offset = LineIndex(text).lineStart(line);
  for (int i = 1; i < column && offset < text.size(); ++i)
    nextCodePoint(text, offset);
  return offset;
}

Refusal syntaxRefusal(const yaml::SyntaxError& error, std::string_view text) {
  const std::string_view code = codeOf(error.kind);
  const std::size_t byte = error.kind == yaml::SyntaxErrorKind::Reader ? error.byteOffset : error.where.byte;
  const Span where{std::min(byte, text.size()), std::min(byte, text.size())};
  if (code != "syntax") return refusal(code, {}, where);
  const Error described = yaml::toError(yaml::syntaxFault(error), text, 1, ErrorCode::YamlSyntax);
  const std::size_t told = offsetOf(text, described.where.line, described.where.column);
  return {std::string(code), describe(described), {told, told}}; // the sentence is about that place
}

} // namespace

Refusal refusal(std::string_view code, const std::vector<std::string>& arguments, Span where) {
  for (const auto& [known, error] : kCodes) {
    if (known == code) return {std::string(code), describe({error, {}, {}, arguments, {}}), where};
  }
  return {std::string(code), {}, where};
}

std::optional<Refusal> treeProblem(const yaml::Tree& tree, std::string_view text) {
  if (tree.error) return syntaxRefusal(*tree.error, text);
  if (tree.moreDocuments) return refusal("multi-doc", {}, {0, text.size()});
  if (tree.recursiveAlias) {
    const yaml::TreeNode& alias = tree.nodes[*tree.recursiveAlias];
    return refusal("recursive-alias", {alias.text}, alias.span);
  }
  if (tree.empty() || tree.root().kind == yaml::TreeKind::Map) return std::nullopt;
  return refusal("not-map", {std::string(text.substr(0, text.find_first_of("\r\n")))}, tree.root().span);
}

} // namespace postwright::front_matter
