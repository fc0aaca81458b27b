#include "app/generators/cobalt/advice.h"

#include <algorithm>
#include <array>

#include "app/base/date_time.h"
#include "app/base/text.h"
#include "app/base/unicode.h"
#include "app/generators/cobalt/date_spelling.h"
#include "app/generators/cobalt/known_fields.h"
#include "app/yaml/scalar.h"

namespace postwright::generators::cobalt {
namespace {

using front_matter::Content;
using front_matter::EditOperation;
using front_matter::FieldAdvice;
using front_matter::Fix;
using front_matter::FrontMatterDocument;
using front_matter::Node;
using front_matter::NodeKind;
using front_matter::OperationKind;
using front_matter::Path;
using front_matter::Scalar;
using front_matter::ScalarType;
using front_matter::Step;

Fix fixOf(FixKind kind, EditOperation operation, const std::string& argument = {}) {
  return {kind, describe(kind, argument), {std::move(operation)}};
}

Fix writing(FixKind kind, const Path& path, const Scalar& value) {
  return fixOf(kind, {OperationKind::Set, path, value}, value.text);
}

bool isNull(const Node& node) {
  return node.kind == NodeKind::Scalar && node.type == ScalarType::Null;
}

/// What a word is meant to be that Cobalt does not take for true or false.
std::optional<std::string> meantBool(const std::string& text) {
  constexpr auto kTrue = std::to_array<std::string_view>({"yes", "on", "y", "true", "1"});
  constexpr auto kFalse = std::to_array<std::string_view>({"no", "off", "n", "false", "0"});
  const std::string word = lowerCase(trimmed(text));
  if (std::ranges::find(kTrue, word) != kTrue.end()) return "true";
  if (std::ranges::find(kFalse, word) != kFalse.end()) return "false";
  return std::nullopt;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names)
    text += (text.empty() ? "" : ", ") + name;
  return text;
}

class Adviser {
 public:
  Adviser(const FrontMatterDocument& post, const AdviceContext& context)
      : m_post(post), m_context(context), m_lines(post.file()) {}

  std::vector<FieldAdvice> advise() {
    if (m_post.problem()) {
      adviseOnSplit();
      return std::move(m_found);
    }
    const auto root = m_post.node({});
    if (!root || root->kind != NodeKind::Map) return std::move(m_found);
    adviseOnTwins({}, *root);
    for (const std::string& key : distinct(root->keys))
      adviseOnField(key, *root);
    std::ranges::stable_sort(m_found, {}, [](const FieldAdvice& advice) { return advice.where.begin; });
    return std::move(m_found);
  }

 private:
  using Check = void (Adviser::*)(const std::string& key, const Path& path, const Node& node);

  static std::vector<std::string> distinct(const std::vector<std::string>& keys) {
    std::vector<std::string> result;
    for (const std::string& key : keys) {
      if (std::ranges::find(result, key) == result.end()) result.push_back(key);
    }
    return result;
  }

  FieldAdvice& add(ErrorCode code, std::vector<std::string> arguments, const Path& path, Span where) {
    const LineColumn at = m_lines.at(where.begin);
    FieldAdvice& advice = m_found.emplace_back();
    advice.path = path;
    advice.where = where;
    advice.error = {code, {}, {{}, at.line, at.column}, std::move(arguments), {}};
    return advice;
  }

  /// Where a value stands, or its key when nothing is written.
  static Span placeOf(const Node& node) { return node.span.size() > 0 ? node.span : node.key; }

  void adviseOnSplit() {
    if (m_post.problem()->code != "split") return;
    FieldAdvice& advice = add(ErrorCode::EditSplit, {}, {}, m_post.problem()->where);
    advice.severity = Severity::Warning; // it is built, with the rest of the front matter as its text
    const EditOperation operation{OperationKind::Requote, {}};
    if (!m_post.apply(std::span(&operation, 1)).refusal) advice.fix = fixOf(FixKind::Requote, operation);
  }

  /// Keys that are written twice, at any depth.
  void adviseOnTwins(const Path& path, const Node& node) {
    for (const std::string& key : distinct(node.keys)) {
      Path below = path;
      below.emplace_back(key);
      if (std::ranges::count(node.keys, key) > 1) {
        addTwins(path, below, key);
      } else if (const auto child = m_post.node(below); child && !child->readOnly) {
        adviseOnTwins(below, *child);
      }
    }
    for (std::size_t i = 0; node.kind == NodeKind::List && i < node.size; ++i) {
      Path below = path;
      below.emplace_back(i);
      if (const auto child = m_post.node(below); child && !child->readOnly) adviseOnTwins(below, *child);
    }
  }

  static bool isInData(const Path& path) {
    return path.size() > 1 && path.front() == Step(std::string("data"));
  }

  void addTwins(const Path& map, const Path& path, const std::string& key) {
    const std::vector<Node> twins = m_post.twins(map, key);
    for (std::size_t i = 1; i < twins.size(); ++i) {
      FieldAdvice& advice = add(ErrorCode::FieldTwice, {key}, path, twins[i].key);
      if (isInData(path)) advice.severity = Severity::Warning; // the last one wins there
      const bool isSame = twins[i].kind == NodeKind::Scalar && twins[0].kind == NodeKind::Scalar &&
                          twins[i].text == twins[0].text && twins[i].type == twins[0].type;
      if (isSame) advice.fix = fixOf(FixKind::RemoveTwin, {OperationKind::RemoveTwin, path, {}, {}, i});
    }
  }

  void adviseOnField(const std::string& key, const Node& root) {
    static constexpr auto kChecks = std::to_array<std::pair<std::string_view, Check>>({
        {"permalink", &Adviser::checkPermalink},
        {"slug", &Adviser::checkText},
        {"title", &Adviser::checkText},
        {"description", &Adviser::checkText},
        {"excerpt", &Adviser::checkText},
        {"categories", &Adviser::checkWords},
        {"tags", &Adviser::checkWords},
        {"excerpt_separator", &Adviser::checkText},
        {"published_date", &Adviser::checkDate},
        {"format", &Adviser::checkFormat},
        {"templated", &Adviser::checkBool},
        {"layout", &Adviser::checkLayout},
        {"is_draft", &Adviser::checkBool},
        {"weight", &Adviser::checkWeight},
        {"data", &Adviser::checkData},
    });
    const Path path{Step(key)};
    if (std::ranges::count(root.keys, key) > 1) return;
    const auto node = m_post.node(path);
    if (!isKnownField(key)) return adviseOnUnknown(key, path, node);
    if (!node || node->kind == NodeKind::Alias) return;
    const auto* check = std::ranges::find(kChecks, key, &std::pair<std::string_view, Check>::first);
    if (check != kChecks.end()) (this->*check->second)(key, path, *node);
  }

  void adviseOnUnknown(const std::string& key, const Path& path, const std::optional<Node>& node) {
    const Span where = node ? node->key : Span{m_post.yaml().begin, m_post.yaml().begin};
    const auto meant = didYouMean(key, knownFieldNames());
    FieldAdvice& advice = meant ? add(ErrorCode::FieldUnknownNear, {key, *meant}, path, where)
                                : add(ErrorCode::FieldUnknown, {key}, path, where);
    if (meant && !m_post.node({Step(*meant)})) {
      advice.fix = fixOf(FixKind::Rename, {OperationKind::Rename, path, {}, *meant}, *meant);
      return;
    }
    const EditOperation move{OperationKind::MoveInto, path, {}, {}, 0, {Step(std::string("data"))}};
    if (!m_post.apply(std::span(&move, 1)).refusal) advice.fix = fixOf(FixKind::MoveUnderData, move);
  }

  void checkText(const std::string& key, const Path& path, const Node& node) {
    if (node.kind != NodeKind::Scalar) add(ErrorCode::FieldNeedsText, {key}, path, placeOf(node));
  }

  void checkBool(const std::string& key, const Path& path, const Node& node) {
    if (isNull(node) || (node.kind == NodeKind::Scalar && node.type == ScalarType::Bool)) return;
    FieldAdvice& advice = add(ErrorCode::FieldNeedsBool, {key}, path, placeOf(node));
    const auto meant = node.kind == NodeKind::Scalar ? meantBool(node.text) : std::nullopt;
    if (meant) advice.fix = writing(FixKind::WriteValue, path, {ScalarType::Bool, *meant});
  }

  void checkWeight(const std::string& key, const Path& path, const Node& node) {
    const auto number = node.kind == NodeKind::Scalar ? yaml::parseSigned(trimmed(node.text)) : std::nullopt;
    const bool fits = number && *number >= INT32_MIN && *number <= INT32_MAX;
    if (isNull(node) || (fits && node.type == ScalarType::Int)) return;
    FieldAdvice& advice = add(ErrorCode::FieldNeedsInteger, {key}, path, placeOf(node));
    if (fits)
      advice.fix = writing(FixKind::WriteValue, path, {ScalarType::Int, std::string(trimmed(node.text))});
  }

  void checkDate(const std::string& key, const Path& path, const Node& node) {
    if (isNull(node)) return;
    const bool isScalar = node.kind == NodeKind::Scalar;
    if (isScalar && parseDateTime(node.text)) return;
    FieldAdvice& advice = add(ErrorCode::FieldNeedsDate, {key}, path, placeOf(node));
    const auto meant = isScalar ? spelledDate(node.text, m_context.offset) : std::nullopt;
    if (meant) advice.fix = writing(FixKind::AddTime, path, {ScalarType::Date, *meant});
  }

  void checkPermalink(const std::string& key, const Path& path, const Node& node) {
    if (node.kind != NodeKind::Scalar) return checkText(key, path, node);
    if (isNull(node) || node.text.starts_with('/') || node.text == "path") return;
    FieldAdvice& advice = add(ErrorCode::FieldPermalink, {key}, path, placeOf(node));
    if (!node.text.empty())
      advice.fix = writing(FixKind::AddSlash, path, {ScalarType::String, "/" + node.text});
  }

  void checkFormat(const std::string& key, const Path& path, const Node& node) {
    static const std::vector<std::string> kFormats{"Markdown", "Raw"};
    if (node.kind != NodeKind::Scalar) return checkText(key, path, node);
    if (isNull(node) || std::ranges::find(kFormats, node.text) != kFormats.end()) return;
    FieldAdvice& advice = add(ErrorCode::FieldChoice, {key, joined(kFormats)}, path, placeOf(node));
    proposeNearest(advice, node.text, kFormats);
  }

  void checkLayout(const std::string& key, const Path& path, const Node& node) {
    if (node.kind != NodeKind::Scalar) return checkText(key, path, node);
    const std::vector<std::string>& layouts = m_context.layouts;
    if (isNull(node) || layouts.empty() || std::ranges::find(layouts, node.text) != layouts.end()) return;
    FieldAdvice& advice = add(ErrorCode::LayoutMissing, {node.text}, path, placeOf(node));
    proposeNearest(advice, node.text, layouts);
  }

  /// The value with another spelling of its letters or a missing ending, else the nearest one.
  static void proposeNearest(FieldAdvice& advice, const std::string& text,
                             const std::vector<std::string>& choices) {
    const std::string word = lowerCase(text);
    const auto same = std::ranges::find_if(choices, [&](const std::string& choice) {
      const std::string other = lowerCase(choice);
      return other == word || other.starts_with(word + ".");
    });
    const auto meant = same != choices.end() ? std::optional(*same) : didYouMean(text, choices);
    if (meant) advice.fix = writing(FixKind::WriteValue, advice.path, {ScalarType::String, *meant});
  }

  void checkWords(const std::string& key, const Path& path, const Node& node) {
    if (isNull(node)) return;
    if (node.kind != NodeKind::List) {
      FieldAdvice& advice = add(ErrorCode::FieldNeedsList, {key}, path, placeOf(node));
      if (node.kind == NodeKind::Scalar) {
        advice.fix = fixOf(FixKind::MakeList, {OperationKind::Set, path, listOf(node.text)});
      }
      return;
    }
    for (std::size_t i = 0; i < node.size; ++i) {
      Path below = path;
      below.emplace_back(i);
      const auto item = m_post.node(below);
      if (!item || item->kind == NodeKind::Alias) continue;
      const bool isWord = item->kind == NodeKind::Scalar;
      const bool isBlank = isWord && trimmed(item->text, " \t\r\n\v\f").empty();
      if (isWord && !(key == "tags" && isBlank)) continue;
      const Span where = item->span.size() > 0 ? item->span : node.span;
      FieldAdvice& advice =
          add(isWord ? ErrorCode::EmptyTag : ErrorCode::FieldItemNeedsText, {key}, below, where);
      if (isWord) advice.fix = fixOf(FixKind::RemoveKey, {OperationKind::Remove, below});
    }
  }

  /// The words between commas, or the whole text.
  static Content listOf(std::string_view text) {
    std::vector<Content> words;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find(','), text.size());
      const std::string_view word = trimmed(text.substr(0, end));
      if (!word.empty()) words.emplace_back(Scalar{ScalarType::String, std::string(word)});
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return Content::list(std::move(words));
  }

  void checkData(const std::string& key, const Path& path, const Node& node) {
    const bool isEmptyValue = isNull(node) && node.span.size() == 0;
    if (node.kind == NodeKind::Map || isEmptyValue) return;
    FieldAdvice& advice = add(ErrorCode::FieldNeedsMap, {key}, path, placeOf(node));
    if (isNull(node)) advice.fix = fixOf(FixKind::RemoveKey, {OperationKind::Remove, path});
  }

  const FrontMatterDocument& m_post;
  const AdviceContext& m_context;
  LineIndex m_lines;
  std::vector<FieldAdvice> m_found;
};

} // namespace

std::vector<FieldAdvice> adviceOn(const FrontMatterDocument& post, const AdviceContext& context) {
  return Adviser(post, context).advise();
}

} // namespace postwright::generators::cobalt
