#include "ui/form/form_rows.h"

#include <QRegularExpression>
#include <algorithm>
#include <set>
#include <utility>

#include "ui/base/text_bridge.h"
#include "ui/form/known_fields.h"
#include "ui/form/words.h"

namespace postwright::ui {
namespace {

using front_matter::FrontMatterDocument;
using front_matter::Node;
using front_matter::NodeKind;
using front_matter::Path;
using front_matter::ScalarType;
using front_matter::Step;

constexpr int kMostRows = 300;      // beyond, building the widgets would be felt
constexpr int kMostItems = 200;     // chips
constexpr int kDeepest = 8;         // levels of nesting; the labels run out of room
constexpr qsizetype kLongText = 80; // characters that make a text an area
constexpr qsizetype kHalfText = 26; // characters that fit half a row
constexpr qsizetype kHalfChips = 18;
constexpr qsizetype kLongest = 20'000; // characters a field edits without delay

// Rows that stand for no node: the root is a map, so these paths lead nowhere.
const Path kMorePath{std::size_t{0}};
const Path kRestPath{std::size_t{1}};

QString escaped(QString label) {
  return label.replace(QLatin1Char('&'), QLatin1String("&&"));
}

bool isNull(const Node& node) {
  return node.kind == NodeKind::Scalar && node.type == ScalarType::Null;
}

bool needsLine(const QStringList& chips) {
  return chips.join(QLatin1String("    ")).size() > kHalfChips; // a chip's sides are as wide as four letters
}

Path child(const Path& parent, Step step) {
  Path path = parent;
  path.push_back(std::move(step));
  return path;
}

class Projector {
 public:
  Projector(const FrontMatterDocument& document, const FormContext& context)
      : m_document(document), m_context(context) {}

  std::vector<Row> rows() {
    addStandard();
    addData();
    addMore();
    return std::move(m_rows);
  }

 private:
  void addStandard();
  void addData();
  void addMore();
  void addKnown(const KnownField& field, const Path& path, const QString& label, int level);
  void addNode(const Path& path, const QString& label, int level);
  void addScalar(const Node& node, Row row);
  void addChildren(const Path& path, const Node& node, int level);
  void addUnreachable(const Path& path, const QString& label, int level);
  void addDraft();
  bool addIfWrongShape(const std::optional<Node>& node, const KnownField& field, Row row);
  void addFixed(Row row, const Node& node, const QString& reason);
  void add(Row row);
  bool isFull() const { return m_rows.size() >= kMostRows; }
  std::optional<QStringList> scalarItems(const Path& path, const Node& node) const;
  ScalarType itemType(const Path& path, const Node& node) const;
  std::vector<std::string> distinctKeys(const Node& map) const;
  void fillContext(Row& row) const;

  const FrontMatterDocument& m_document;
  const FormContext& m_context;
  std::vector<Row> m_rows;
  QString m_inherited; ///< why everything below the node being added cannot be changed
};

void Projector::add(Row row) {
  if (row.state.readOnly.isEmpty()) row.state.readOnly = m_inherited;
  m_rows.push_back(std::move(row));
}

void Projector::addStandard() {
  static constexpr std::pair<const char*, const char*> kStandard[] = {
      {"title", QT_TRANSLATE_NOOP("FrontMatterForm", "Title")},
      {"description", QT_TRANSLATE_NOOP("FrontMatterForm", "Description")},
      {"published_date", QT_TRANSLATE_NOOP("FrontMatterForm", "&Date")},
      {"layout", QT_TRANSLATE_NOOP("FrontMatterForm", "La&yout")},
      {"slug", QT_TRANSLATE_NOOP("FrontMatterForm", "S&lug")},
      {"tags", QT_TRANSLATE_NOOP("FrontMatterForm", "&Tags")},
      {"is_draft", QT_TRANSLATE_NOOP("FrontMatterForm", "D&raft")},
      {"categories", QT_TRANSLATE_NOOP("FrontMatterForm", "&Categories")},
  };
  for (const auto& [name, label] : kStandard) {
    const Path path{std::string(name)};
    addKnown(*findKnownField(path), path, Words::tr(label), 0);
  }
}

void Projector::addData() {
  const Path path{std::string("data")};
  const std::optional<Node> node = m_document.node(path);
  Row group{FieldKind::Group, path, QStringLiteral("data"), 0, true, node.has_value(), {}};
  group.state.present = node.has_value();
  if (node && node->readOnly) group.state.readOnly = toQString(node->readOnly->message);
  const bool isMap = !node || isNull(*node) || node->kind == NodeKind::Map;
  if (!isMap) group.state.problem = Words::tr("Cobalt wants names and values here; change it in the text");
  const QString reason = group.state.readOnly;
  add(std::move(group));
  m_inherited = reason;
  if (node && node->kind == NodeKind::Map) addChildren(path, *node, 0);
  m_inherited.clear();
  if (!isMap || !reason.isEmpty()) return;
  Row adding{FieldKind::AddField, path, QString(), 0, true, false, {}};
  for (const std::string& key : node ? node->keys : std::vector<std::string>())
    adding.state.items.append(toQString(key));
  add(std::move(adding));
}

void Projector::addMore() {
  const std::optional<Node> root = m_document.node({});
  if (!root || root->kind != NodeKind::Map) return;
  static const std::set<std::string_view> kShown = {
      "title", "description", "published_date", "layout", "slug", "tags", "is_draft", "categories", "data"};
  bool hasHeading = false;
  for (const std::string& key : distinctKeys(*root)) {
    if (kShown.contains(key)) continue;
    if (!hasHeading) {
      add({FieldKind::Group, kMorePath, Words::tr("More"), 0, true, false, {}});
      hasHeading = true;
    }
    const Path path{key};
    const std::size_t first = m_rows.size();
    addNode(path, escaped(toQString(key)), 0);
    if (findKnownField(path) != nullptr || m_rows.size() == first) continue;
    const QString meant = nearestKnownField(key);
    m_rows[first].state.problem =
        meant.isEmpty() ? Words::tr("Cobalt stops at this unknown field; fields of your own go below “data”")
                        : Words::tr("Cobalt stops at this unknown field; did you mean “%1”?").arg(meant);
  }
}

void Projector::fillContext(Row& row) const {
  const auto* name = std::get_if<std::string>(&row.path.front());
  if (name == nullptr || row.path.size() != 1) return;
  FieldState& state = row.state;
  if (*name == "title") state.placeholder = m_context.derivedTitle;
  if (*name == "slug") state.placeholder = m_context.derivedSlug;
  if (*name == "published_date") state.placeholder = m_context.derivedDate;
  if (*name == "tags") state.choices = m_context.knownTags;
  if (*name == "categories") state.choices = m_context.knownCategories;
  if (*name == "title" && state.placeholder.isEmpty()) state.placeholder = Words::tr("Title");
  if (*name == "description") state.placeholder = Words::tr("Description");
  if (*name != "layout") return;
  state.placeholder = m_context.derivedLayout;
  state.choices = m_context.layouts;
  const bool isUnknown = state.present && !m_context.layouts.contains(state.text);
  if (isUnknown && m_context.hasSite) state.problem = Words::tr("The site has no layout of this name");
}

bool Projector::addIfWrongShape(const std::optional<Node>& node, const KnownField& field, Row row) {
  if (!node || isNull(*node)) return false;
  const bool wantsList = field.kind == FieldKind::Chips;
  const bool wantsMap = field.kind == FieldKind::Group;
  const NodeKind wanted = wantsList ? NodeKind::List : (wantsMap ? NodeKind::Map : NodeKind::Scalar);
  if (node->kind == wanted) return false;
  if (node->kind != NodeKind::Alias) {
    row.state.problem = Words::tr("Cobalt wants one text here; change it in the text");
    if (wantsMap) row.state.problem = Words::tr("Cobalt wants names and values here; change it in the text");
    const QString list =
        node->kind == NodeKind::Scalar ? toQString(node->text.substr(0, 40)) : QStringLiteral("…");
    if (wantsList)
      row.state.problem = Words::tr("Cobalt wants a list, such as [%1]; change it in the text").arg(list);
  }
  addFixed(std::move(row), *node, {});
  return true;
}

void Projector::addDraft() {
  const Path path{std::string("is_draft")};
  const std::optional<Node> node = m_document.node(path);
  Row row{FieldKind::Draft, path, Words::tr("D&raft"), 0, false, node.has_value(), {}};
  FieldState& state = row.state;
  state.present = node && !isNull(*node);
  state.on = m_context.isDraft;
  if (node && node->readOnly) state.readOnly = toQString(node->readOnly->message);
  if (m_context.inDraftsFolder) {
    state.hint = Words::tr("In the drafts folder: stays unpublished until it is moved");
  } else if (m_context.draftFromDefaults && !state.present) {
    state.hint = Words::tr("From the site's defaults");
  }
  if (state.present && (node->kind != NodeKind::Scalar || node->type != ScalarType::Bool)) {
    state.problem = Words::tr("Cobalt stops at “%1”: only true or false").arg(toQString(node->text));
  }
  add(std::move(row));
}

void Projector::addKnown(const KnownField& field, const Path& path, const QString& label, int level) {
  if (field.kind == FieldKind::Draft) return addDraft();
  const std::optional<Node> node = m_document.node(path);
  Row row{field.kind, path, label, level, false, node.has_value(), {}};
  FieldState& state = row.state;
  state.rule = field.rule;
  state.choices = choicesOf(field);
  if (addIfWrongShape(node, field, row)) return;
  state.present = node && !isNull(*node);
  if (node && node->readOnly) state.readOnly = toQString(node->readOnly->message);
  if (field.kind == FieldKind::Chips && state.present) {
    const auto items = scalarItems(path, *node);
    if (!items) {
      state.problem = Words::tr("Cobalt wants a list of words; change it in the text");
      return addFixed(row, *node, {});
    }
    state.items = *items;
    row.wide = needsLine(*items);
  } else if (state.present) {
    state.type = node->type;
    state.text = toQString(node->text);
    state.on = state.text.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
  }
  if (field.kind == FieldKind::Switch && state.present && state.type != ScalarType::Bool) {
    state.problem = Words::tr("Cobalt stops at “%1”: only true or false").arg(state.text);
  }
  const bool isLong = state.text.size() > kLongText || state.text.contains(QLatin1Char('\n'));
  if (field.kind == FieldKind::Text && isLong && field.rule == Rule::Any) row.kind = FieldKind::LongText;
  row.wide = row.wide || row.kind == FieldKind::LongText || row.kind == FieldKind::Title ||
             row.kind == FieldKind::Description || (level == 0 && state.text.size() > kHalfText);
  if (state.text.size() > kLongest)
    return addFixed(row, *node, Words::tr("Too long for a field; change it in the text"));
  fillContext(row);
  add(std::move(row));
}

void Projector::addFixed(Row row, const Node& node, const QString& reason) {
  row.kind = FieldKind::Fixed;
  FieldState& state = row.state;
  state.text = toQString(node.text.substr(0, 200)).simplified();
  if (node.kind == NodeKind::List) state.text = Words::tr("Items: %1").arg(node.size);
  if (node.kind == NodeKind::Map) state.text = Words::tr("Fields: %1").arg(node.size);
  if (node.kind == NodeKind::Alias) state.text.prepend(QLatin1Char('*'));
  state.present = true;
  if (state.readOnly.isEmpty()) state.readOnly = reason.isEmpty() ? m_inherited : reason;
  if (node.kind == NodeKind::Alias)
    state.readOnly = Words::tr("A reference to &%1").arg(toQString(node.text));
  if (state.readOnly.isEmpty()) state.readOnly = Words::tr("Change it in the text");
  row.wide = row.wide || state.text.size() > kHalfText;
  add(std::move(row));
}

void Projector::addScalar(const Node& node, Row row) {
  FieldState& state = row.state;
  state.present = node.quoted || node.type != ScalarType::Null;
  state.type = node.type;
  if (state.present) state.text = toQString(node.text);
  if (!state.present) state.placeholder = Words::tr("no value");
  state.imageRoot = m_context.imageRoot;
  row.wide = state.text.size() > kHalfText;
  if (state.text.size() > kLongest)
    return addFixed(std::move(row), node, Words::tr("Too long for a field; change it in the text"));
  if (node.quoted || node.type == ScalarType::String || node.type == ScalarType::Null) {
    const bool isLong = state.text.size() > kLongText || state.text.contains(QLatin1Char('\n'));
    if (isLong) row.kind = FieldKind::LongText;
    if (looksLikeImage(state.text)) row.kind = FieldKind::Image;
  } else if (node.type == ScalarType::Bool) {
    row.kind = FieldKind::Switch;
    state.on = state.text.startsWith(QLatin1Char('t'), Qt::CaseInsensitive);
  } else if (node.type == ScalarType::Date) {
    const bool isDay = complaint(Rule::DateOnly, state.text).isEmpty();
    state.rule = isDay ? Rule::DateOnly : Rule::DateTime;
    row.kind = isDay ? FieldKind::Text : FieldKind::Date;
  } else {
    state.rule = Rule::Number;
  }
  add(std::move(row));
}

void Projector::addNode(const Path& path, const QString& label, int level) {
  if (isFull()) return;
  const std::optional<Node> node = m_document.node(path);
  if (!node) return addUnreachable(path, label, level);
  const KnownField* known = findKnownField(path);
  if (known != nullptr && known->kind != FieldKind::Group) return addKnown(*known, path, label, level);
  Row row{FieldKind::Text, path, label, level, false, true, {}};
  if (known != nullptr && addIfWrongShape(node, *known, row)) return;
  if (node->readOnly) row.state.readOnly = toQString(node->readOnly->message);
  if (node->kind == NodeKind::Alias) return addFixed(std::move(row), *node, {});
  if (node->kind == NodeKind::Scalar) return addScalar(*node, std::move(row));
  if (level >= kDeepest)
    return addFixed(std::move(row), *node,
                    Words::tr("Nested too deeply for the form; change it in the text"));
  if (!row.state.readOnly.isEmpty()) return addFixed(std::move(row), *node, {});
  const auto items = node->kind == NodeKind::List ? scalarItems(path, *node) : std::nullopt;
  row.state.present = true;
  if (items) {
    row.kind = FieldKind::Chips;
    row.state.items = *items;
    row.state.type = itemType(path, *node);
    row.wide = needsLine(*items);
    return add(std::move(row));
  }
  row.kind = FieldKind::Group;
  row.wide = true;
  row.level = path.size() == 1 ? 0 : level + 1;
  const int inner = row.level;
  const QString outer = std::exchange(m_inherited, m_inherited.isEmpty() ? row.state.readOnly : m_inherited);
  add(std::move(row));
  addChildren(path, *node, inner);
  m_inherited = outer;
}

// The document gives no value for a name written twice, nor below one that is shared.
void Projector::addUnreachable(const Path& path, const QString& label, int level) {
  Row row{FieldKind::Fixed, path, label, level, false, true, {}};
  row.state.present = true;
  row.state.text = QStringLiteral("…");
  row.state.readOnly = m_inherited.isEmpty() ? Words::tr("Change it in the text") : m_inherited;
  add(std::move(row));
}

void Projector::addChildren(const Path& path, const Node& node, int level) {
  if (node.kind == NodeKind::Map) {
    for (const std::string& key : distinctKeys(node))
      addNode(child(path, key), escaped(toQString(key)), level);
  } else {
    for (std::size_t i = 0; i < node.size; ++i)
      addNode(child(path, i), QString::number(i + 1), level);
  }
  const bool hasNote = !m_rows.empty() && m_rows.back().path == kRestPath;
  if (!isFull() || hasNote) return;
  Row rest{FieldKind::Fixed, kRestPath, QStringLiteral("…"), 0, true, false, {}};
  rest.state.readOnly = Words::tr("There are more fields than the form shows. Change them in the text.");
  add(std::move(rest));
}

std::optional<QStringList> Projector::scalarItems(const Path& path, const Node& node) const {
  if (node.kind != NodeKind::List || node.size > kMostItems) return std::nullopt;
  QStringList items;
  for (std::size_t i = 0; i < node.size; ++i) {
    const std::optional<Node> item = m_document.node(child(path, i));
    if (!item || item->kind != NodeKind::Scalar || item->text.find('\n') != std::string::npos)
      return std::nullopt;
    items.append(toQString(item->text));
  }
  return items;
}

/// The type of a list of numbers, to add another one as a number; String for any other list.
ScalarType Projector::itemType(const Path& path, const Node& node) const {
  std::optional<ScalarType> common;
  for (std::size_t i = 0; i < node.size; ++i) {
    const std::optional<Node> item = m_document.node(child(path, i));
    const bool isNumber = item && (item->type == ScalarType::Int || item->type == ScalarType::Float);
    if (!isNumber || item->type != common.value_or(item->type)) return ScalarType::String;
    common = item->type;
  }
  return common.value_or(ScalarType::String);
}

std::vector<std::string> Projector::distinctKeys(const Node& map) const {
  std::vector<std::string> keys;
  std::set<std::string_view> seen;
  for (const std::string& key : map.keys) {
    if (seen.insert(key).second) keys.push_back(key);
  }
  return keys;
}

} // namespace

std::vector<Row> projectRows(const FrontMatterDocument& document, const FormContext& context) {
  return Projector(document, context).rows();
}

bool looksLikeImage(const QString& text) {
  static const QRegularExpression image(
      QStringLiteral(R"(^[^\s"'<>{}]+\.(png|jpe?g|gif|svg|webp|avif)([?#]\S*)?$)"),
      QRegularExpression::CaseInsensitiveOption);
  return image.match(text).hasMatch();
}

} // namespace postwright::ui
