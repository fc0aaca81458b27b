#include "app/front_matter/edit.h"

#include <algorithm>

#include "app/front_matter/change.h"
#include "app/front_matter/refusal.h"
#include "app/front_matter/split.h"
#include "app/front_matter/yaml_editor.h"
#include "app/yaml/outline.h"

namespace postwright::front_matter {
namespace {

/// `---` with nothing but blanks behind it.
bool startsWithFence(std::string_view file) {
  if (!file.starts_with("---")) return false;
  const std::size_t behind = file.find_first_not_of(" \t", 3);
  return behind == std::string_view::npos || file[behind] == '\n' || file[behind] == '\r';
}

bool startsLine(std::string_view text, std::size_t position) {
  return position == 0 || text[position - 1] == '\n' || text[position - 1] == '\r';
}

/// Why Cobalt and a person would not agree on where the front matter is, if so.
std::optional<Refusal> splitProblem(const Split& split, std::string_view file) {
  if (file.starts_with(kByteOrderMark)) return refusal("bom", {}, {0, kByteOrderMark.size()});
  if (!split.hasFences && startsWithFence(file)) return refusal("fence", {}, {0, 3});
  const bool cutsInside = split.hasFences && !startsLine(file, split.frontBytes.end);
  if (!cutsInside) return std::nullopt;
  return refusal("split", {}, {split.frontBytes.end, split.contentBytes.begin});
}

/// The break of the file's first line, else LF.
std::string firstBreak(std::string_view file) {
  const std::size_t end = file.find_first_of("\r\n");
  if (end == std::string_view::npos) return "\n";
  return std::string(file.substr(end, file.substr(end, 2) == "\r\n" ? 2 : 1));
}

/// The blank lines on top of a body: a divider above them makes them its own.
std::string_view withoutBlankLines(std::string_view body) {
  const std::size_t text = body.find_first_not_of(" \t\n");
  if (text == std::string_view::npos) return {};
  const std::size_t line = body.substr(0, text).rfind('\n');
  return line == std::string_view::npos ? body : body.substr(line + 1);
}

/// Whether both say the same: blank lines that stood between the fences may stand below what was written.
bool readsAlike(std::string_view left, std::string_view right, Dialect dialect) {
  if (left == right) return true;
  const yaml::Tree leftTree = yaml::readTree(left);
  const yaml::Tree rightTree = yaml::readTree(right);
  return !treeProblem(leftTree, left) && !treeProblem(rightTree, right) &&
         saysTheSame(yaml::outlineOf(leftTree), yaml::outlineOf(rightTree), dialect);
}

/// One edit that makes `before` into `after`; none when they are equal. A CRLF is never cut.
std::vector<TextEdit> differenceOf(std::string_view before, std::string_view after) {
  if (before == after) return {};
  const std::size_t shorter = std::min(before.size(), after.size());
  std::size_t head = 0;
  while (head < shorter && before[head] == after[head])
    ++head;
  while (head > 0 && !startsLine(before, head))
    --head;
  std::size_t tail = 0;
  while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
    ++tail;
  const std::string_view changed = after.substr(head, after.size() - tail - head);
  return {{head, before.size() - tail - head, std::string(changed)}};
}

} // namespace

struct FrontMatterDocument::Data {
  std::string file;
  Dialect dialect;
  Split split;
  YamlEditor editor;
  std::optional<Refusal> problem;

  Data(std::string newFile, Dialect newDialect)
      : file(std::move(newFile)),
        dialect(newDialect),
        split(front_matter::split(file)),
        editor(yamlText(), dialect, firstBreak(file)) {
    problem = splitProblem(split, file);
    const std::optional<Refusal>& unreadable = editor.problem();
    if (!problem && unreadable) problem = inFile(*unreadable);
  }

  std::string yamlText() const { return file.substr(split.frontBytes.begin, split.frontBytes.size()); }

  Refusal inFile(Refusal refusal) const {
    refusal.where.begin += split.frontBytes.begin;
    refusal.where.end += split.frontBytes.begin;
    return refusal;
  }

  Node inFile(Node node) const {
    const std::size_t offset = split.frontBytes.begin;
    node.span = {node.span.begin + offset, node.span.end + offset};
    node.key = {node.key.begin + offset, node.key.end + offset};
    if (node.readOnly) node.readOnly = inFile(*std::move(node.readOnly));
    return node;
  }

  /// The editor's answer in the file's bytes, once Cobalt's splitter was seen to cut the new file alike.
  EditResult inFile(EditResult result) const {
    if (result.refusal) return {{}, inFile(*std::move(result.refusal))};
    if (result.edits.empty()) return result;
    const std::string yaml = applyEdits(editor.text(), result.edits);
    for (TextEdit& edit : result.edits)
      edit.offset += split.frontBytes.begin;
    if (!split.hasFrontMatter && !split.hasFences) addFences(result);
    const std::string edited = applyEdits(file, result.edits);
    const Split after = front_matter::split(edited);
    const bool sameFront = readsAlike(after.front, normaliseLineEnds(yaml), dialect);
    const bool sameBody = split.hasFences || split.hasFrontMatter
                              ? after.content == split.content
                              : withoutBlankLines(after.content) == withoutBlankLines(split.content);
    if (sameFront && sameBody && !splitProblem(after, edited)) return result;
    return {{}, refusal("verify", {}, split.frontBytes)};
  }

  void addFences(EditResult& result) const {
    const std::string lineBreak = firstBreak(file);
    std::string& text = result.edits.front().replacement;
    text = "---" + lineBreak + text + "---" + lineBreak;
  }
};

FrontMatterDocument::FrontMatterDocument(std::string file, Dialect dialect)
    : m_data(std::make_unique<Data>(std::move(file), dialect)) {}
FrontMatterDocument::~FrontMatterDocument() = default;
FrontMatterDocument::FrontMatterDocument(FrontMatterDocument&&) noexcept = default;
FrontMatterDocument& FrontMatterDocument::operator=(FrontMatterDocument&&) noexcept = default;

const std::optional<Refusal>& FrontMatterDocument::problem() const {
  return m_data->problem;
}

const std::string& FrontMatterDocument::file() const {
  return m_data->file;
}

bool FrontMatterDocument::hasFrontMatter() const {
  return m_data->split.hasFrontMatter;
}

Span FrontMatterDocument::yaml() const {
  return m_data->split.frontBytes;
}

std::size_t FrontMatterDocument::bodyOffset() const {
  return m_data->split.contentBytes.begin;
}

std::optional<Node> FrontMatterDocument::node(const Path& path) const {
  std::optional<Node> node = m_data->editor.node(path);
  if (node) node = m_data->inFile(*std::move(node));
  return node;
}

std::vector<Node> FrontMatterDocument::twins(const Path& map, std::string_view key) const {
  std::vector<Node> nodes = m_data->editor.twins(map, key);
  for (Node& node : nodes)
    node = m_data->inFile(std::move(node));
  return nodes;
}

EditResult FrontMatterDocument::edited(const EditOperation& operation) const {
  if (operation.kind == OperationKind::Requote) return requoted();
  if (m_data->problem) return {{}, m_data->problem};
  return m_data->inFile(m_data->editor.apply(operation));
}

/// Cobalt cuts the file inside a text; the fence that was meant is the first line that is one.
EditResult FrontMatterDocument::requoted() const {
  const Split& split = m_data->split;
  const std::string& file = m_data->file;
  if (!m_data->problem || m_data->problem->code != "split") return {};
  std::size_t fence = split.contentBytes.begin;
  while (fence < file.size() && !startsWithFence(std::string_view(file).substr(fence))) {
    const std::size_t end = file.find('\n', fence);
    fence = end == std::string::npos ? file.size() : end + 1;
  }
  const std::size_t begin = split.frontBytes.begin;
  const YamlEditor editor(file.substr(begin, fence - begin), m_data->dialect, firstBreak(file));
  EditResult result = editor.requote(split.frontBytes.end - begin);
  if (result.refusal) return {{}, m_data->inFile(*std::move(result.refusal))};
  for (TextEdit& edit : result.edits)
    edit.offset += begin;
  const Split after = front_matter::split(applyEdits(file, result.edits));
  const bool cutsAtFence = startsWithFence(std::string_view(file).substr(fence)) &&
                           after.content == front_matter::split("---\n---" + file.substr(fence + 3)).content;
  return cutsAtFence ? result : EditResult{{}, refusal("verify", {}, split.frontBytes)};
}

EditResult FrontMatterDocument::set(const Path& path, const Content& value) const {
  return edited({OperationKind::Set, path, value});
}

EditResult FrontMatterDocument::insert(const Path& map, std::string_view key, const Content& value) const {
  if (m_data->problem) return {{}, m_data->problem};
  return m_data->inFile(m_data->editor.insert(map, key, value));
}

EditResult FrontMatterDocument::append(const Path& list, const Content& value) const {
  return edited({OperationKind::Append, list, value});
}

EditResult FrontMatterDocument::insertItem(const Path& list, std::size_t index, const Content& value) const {
  return edited({OperationKind::InsertItem, list, value, {}, index});
}

EditResult FrontMatterDocument::remove(const Path& path) const {
  return edited({OperationKind::Remove, path});
}

EditResult FrontMatterDocument::removeTwin(const Path& path, std::size_t index) const {
  return edited({OperationKind::RemoveTwin, path, {}, {}, index});
}

EditResult FrontMatterDocument::rename(const Path& path, std::string_view key) const {
  return edited({OperationKind::Rename, path, {}, std::string(key)});
}

EditResult FrontMatterDocument::move(const Path& path, std::size_t index) const {
  return edited({OperationKind::Move, path, {}, {}, index});
}

EditResult FrontMatterDocument::moveInto(const Path& path, const Path& target) const {
  return edited({OperationKind::MoveInto, path, {}, {}, 0, target});
}

EditResult FrontMatterDocument::apply(std::span<const EditOperation> operations) const {
  if (operations.size() == 1) return edited(operations.front());
  std::string changed = m_data->file;
  for (const EditOperation& operation : operations) {
    EditResult step = FrontMatterDocument(changed, m_data->dialect).edited(operation);
    if (step.refusal) return {{}, std::move(step.refusal)};
    changed = applyEdits(changed, step.edits);
  }
  return {differenceOf(m_data->file, changed), {}};
}

} // namespace postwright::front_matter
