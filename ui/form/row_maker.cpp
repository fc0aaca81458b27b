#include "ui/form/row_maker.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <utility>

#include "app/front_matter/raw_edit.h"
#include "ui/base/text_bridge.h"
#include "ui/form/field_help.h"
#include "ui/form/url_field.h"
#include "ui/form/words.h"

namespace postwright::ui {
namespace {

using front_matter::Node;
using front_matter::NodeKind;
using front_matter::Path;
using front_matter::ScalarType;

constexpr std::size_t kMostItems = 200; // chips
constexpr qsizetype kHalfText = 26;     // characters that fit half a row
constexpr qsizetype kHalfChips = 18;
constexpr qsizetype kLongest = 20'000;   // characters a field edits without delay
constexpr std::size_t kShownBytes = 200; // of a value that is only shown

bool isNull(const Node& node) {
  return node.kind == NodeKind::Scalar && node.type == ScalarType::Null && !node.quoted;
}

bool needsLine(const QStringList& chips) {
  return chips.join(QLatin1String("    ")).size() > kHalfChips; // a chip's sides are as wide as four letters
}

Path child(const Path& parent, std::size_t index) {
  Path path = parent;
  path.emplace_back(index);
  return path;
}

std::string keyOf(const Path& path) {
  const auto* key = std::get_if<std::string>(&path.back());
  return key != nullptr ? *key : std::string();
}

bool isTopLevel(const Path& path, std::string_view name) {
  return path.size() == 1 && keyOf(path) == name;
}

bool isAlwaysWide(FieldKind kind) {
  static constexpr std::array kWide = {FieldKind::LongText, FieldKind::Title, FieldKind::Description,
                                       FieldKind::Raw,      FieldKind::Group, FieldKind::Relations};
  return std::ranges::find(kWide, kind) != kWide.end();
}

FieldRemark error(const QString& text) {
  return {Severity::Error, text, {}, {}};
}

} // namespace

QString shapeComplaint(const KnownField& field, const Node& node) {
  const bool wantsList = field.kind == FieldKind::Chips;
  const bool wantsMap = field.kind == FieldKind::Group;
  const NodeKind wanted = wantsList ? NodeKind::List : (wantsMap ? NodeKind::Map : NodeKind::Scalar);
  if (isNull(node) || node.kind == wanted || node.kind == NodeKind::Alias) return {};
  if (wantsMap) return Words::tr("Cobalt wants names and values here");
  if (!wantsList) return Words::tr("Cobalt wants one text here");
  const QString item =
      node.kind == NodeKind::Scalar ? toQString(node.text.substr(0, 40)) : QStringLiteral("…");
  return Words::tr("Cobalt wants a list, such as [%1]").arg(item);
}

Row RowMaker::make(const Path& path, int level) const {
  return m_document.node(path) ? written(path, level) : missing(path, level);
}

Row RowMaker::begun(const Path& path, const FieldSpec& spec, int level) const {
  Row row;
  row.path = path;
  row.level = level;
  const auto* index = std::get_if<std::size_t>(&path.back());
  row.label = index != nullptr ? QString::number(*index + 1) : labelOf(spec, keyOf(path));
  return row;
}

Row RowMaker::missing(const Path& path, int level) const {
  const FieldSpec spec = specOf(path, m_context);
  Row row = begun(path, spec, level);
  row.removable = false;
  row.kind = kindForNothing(spec);
  row.state.absence = Absence::Missing;
  if (row.kind == FieldKind::Draft) return draft(std::move(row));
  finish(row, spec);
  return row;
}

Row RowMaker::written(const Path& path, int level) const {
  const FieldSpec spec = specOf(path, m_context);
  Row row = begun(path, spec, level);
  const std::optional<Node> node = m_document.node(path);
  const bool isTwin = node && node->readOnly && node->readOnly->code == "duplicate-key";
  if (!node || isTwin) return twins(std::move(row));
  if (spec.known != nullptr) {
    if (const QString complaint = shapeComplaint(*spec.known, *node); !complaint.isEmpty()) {
      row.state.remark = error(complaint);
      return raw(std::move(row), *node);
    }
  }
  if (node->kind == NodeKind::Alias || node->readOnly) return raw(std::move(row), *node);
  if (node->kind == NodeKind::List) return list(std::move(row), *node, spec);
  if (node->kind == NodeKind::Scalar) return scalar(std::move(row), *node, spec);
  row.kind = FieldKind::Group;
  row.state.present = true;
  row.state.count = node->size;
  if (node->size == 0) row.state.absence = Absence::Empty;
  finish(row, spec);
  return row;
}

Row RowMaker::twins(Row row) const {
  Path map = row.path;
  map.pop_back();
  const std::vector<Node> values = m_document.twins(map, keyOf(row.path));
  if (values.size() < 2) return fixed(std::move(row), {}, Words::tr("It is changed in the text"));
  row.kind = FieldKind::Twins;
  row.wide = true;
  row.removable = false;
  row.state.present = true;
  const bool isOwn = !map.empty() && map.front() == front_matter::Step(std::string("data"));
  const QString which = isOwn ? Words::tr("Written %1 times; the last one counts")
                              : Words::tr("Written %1 times, which stops Cobalt; one can be kept");
  row.state.hint = which.arg(values.size());
  for (const Node& value : values) {
    const std::string_view yaml =
        std::string_view(m_document.file()).substr(value.span.begin, value.span.size());
    row.state.items << toQString(yaml.substr(0, kShownBytes)).simplified();
    row.state.details << (isOwn && &value == &values.back() ? Words::tr("counts now") : QString());
  }
  return row;
}

Row RowMaker::draft(Row row) const {
  FieldState& state = row.state;
  row.kind = FieldKind::Draft;
  state.on = m_context.isDraft;
  if (m_context.inDraftsFolder) {
    state.hint = Words::tr("In the drafts folder: stays unpublished until it is moved");
  } else if (m_context.draftFromDefaults && !state.present) {
    state.hint = Words::tr("From the site's defaults");
  }
  return row;
}

Row RowMaker::scalar(Row row, const Node& node, const FieldSpec& spec) const {
  FieldState& state = row.state;
  state.present = !isNull(node);
  state.type = state.present ? node.type : ScalarType::String;
  state.text = state.present ? toQString(node.text) : QString();
  if (state.text.size() > kLongest)
    return fixed(std::move(row), node, Words::tr("Too long for a field; it is changed in the text"));
  state.absence = !state.present ? Absence::Null : (state.text.isEmpty() ? Absence::Empty : Absence::None);
  state.on = state.text.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
  row.kind = spec.known != nullptr ? spec.known->kind : kindForScalar(node, spec, keyOf(row.path));
  const bool wantsBool = row.kind == FieldKind::Switch || row.kind == FieldKind::Draft;
  if (wantsBool && state.present && state.type != ScalarType::Bool)
    state.remark = error(Words::tr("Cobalt stops at “%1”: only true or false").arg(state.text));
  if (row.kind == FieldKind::Draft) return draft(std::move(row));
  finish(row, spec);
  const bool isDay = complaint(Rule::DateOnly, state.text).isEmpty();
  if (row.kind == FieldKind::Number && state.rule == Rule::Any) state.rule = Rule::Number;
  if (row.kind == FieldKind::Date && spec.known == nullptr) state.rule = Rule::DateTime;
  if (state.type == ScalarType::Date && isDay && spec.known == nullptr) state.rule = Rule::DateOnly;
  const bool isLong = state.text.size() > 80 || state.text.contains(QLatin1Char('\n'));
  if (row.kind == FieldKind::Text && isLong && state.rule == Rule::Any) row.kind = FieldKind::LongText;
  row.wide = isAlwaysWide(row.kind) || state.text.size() > kHalfText;
  return row;
}

Row RowMaker::list(Row row, const Node& node, const FieldSpec& spec) const {
  row.state.present = true;
  row.state.isList = true;
  row.state.count = node.size;
  if (node.size == 0) row.state.absence = Absence::Empty;
  const auto items = words(row.path, node);
  const bool isKnown = spec.known != nullptr;
  if (!items && isKnown) {
    row.state.remark = error(Words::tr("Cobalt wants a list of words"));
    return raw(std::move(row), node);
  }
  if (node.size > kMostItems) return raw(std::move(row), node);
  const FieldKind wanted = kindForNothing(spec);
  const bool wantsObjects = items && items->isEmpty() && wanted == FieldKind::Group;
  row.kind = !items || wantsObjects ? FieldKind::Group : FieldKind::Chips;
  if (row.kind == FieldKind::Chips) {
    if (wanted == FieldKind::Relations) row.kind = wanted;
    row.state.items = *items;
    if (!isKnown) row.state.type = itemType(row.path, node);
  }
  finish(row, spec);
  row.wide = isAlwaysWide(row.kind) || needsLine(row.state.items);
  return row;
}

Row RowMaker::raw(Row row, const Node& node) const {
  const std::string text = front_matter::rawText(m_document, row.path);
  row.kind = FieldKind::Raw;
  row.wide = true;
  row.state.present = true;
  row.state.text = toQString(text);
  if (node.readOnly) row.state.hint = toQString(node.readOnly->message);
  if (node.kind == NodeKind::Alias)
    row.state.hint = Words::tr("A reference to &%1").arg(toQString(node.text));
  if (row.state.text.size() <= kLongest) return row;
  return fixed(std::move(row), node, Words::tr("Too long for a field; it is changed in the text"));
}

Row RowMaker::fixed(Row row, const Node& node, const QString& reason) const {
  row.kind = FieldKind::Fixed;
  FieldState& state = row.state;
  state.text = toQString(node.text.substr(0, kShownBytes)).simplified();
  if (node.kind == NodeKind::List) state.text = Words::tr("Items: %1").arg(node.size);
  if (node.kind == NodeKind::Map) state.text = Words::tr("Fields: %1").arg(node.size);
  state.present = true;
  state.hint = reason;
  row.wide = state.text.size() > kHalfText;
  return row;
}

void RowMaker::finish(Row& row, const FieldSpec& spec) const {
  FieldState& state = row.state;
  describeField(spec, m_context, state);
  fillPlaceholder(row, spec);
  fillAddress(row);
  fillLayout(row);
  if (m_context.site) state.imageRoot = m_context.site->imageRoot();
  if (row.kind == FieldKind::Url && state.present && !isCompleteUrl(state.text) && !state.text.isEmpty())
    state.remark = {
        Severity::Warning, Words::tr("Not a whole address, such as https://example.org/"), {}, {}};
  if (const FieldRemark remark = remarkOf(spec, state); state.remark.text.isEmpty()) state.remark = remark;
  row.wide = isAlwaysWide(row.kind);
}

void RowMaker::fillPlaceholder(Row& row, const FieldSpec& spec) const {
  static constexpr std::array<std::pair<const char*, QString FormContext::*>, 4> kDerived = {{
      {"title", &FormContext::derivedTitle},
      {"slug", &FormContext::derivedSlug},
      {"published_date", &FormContext::derivedDate},
      {"layout", &FormContext::derivedLayout},
  }};
  FieldState& state = row.state;
  if (state.absence == Absence::None) return;
  if (state.absence == Absence::Empty) {
    state.placeholder = Words::tr("empty");
  } else if (state.absence == Absence::Null) {
    state.placeholder = Words::tr("null");
  } else {
    state.placeholder = spec.learned != nullptr ? firstPlace(*spec.learned) : QString();
    for (const auto& [name, member] : kDerived)
      if (isTopLevel(row.path, name)) state.placeholder = m_context.*member;
    const bool isNamed = spec.learned != nullptr && !spec.learned->label.empty();
    const QString own = isNamed ? toQString(spec.learned->label) : QString();
    if (isTopLevel(row.path, "description")) state.placeholder = isNamed ? own : Words::tr("Description");
    if (isTopLevel(row.path, "title") && state.placeholder.isEmpty())
      state.placeholder = isNamed ? own : Words::tr("Title");
    if (state.placeholder.isEmpty()) state.placeholder = Words::tr("not set");
  }
}

// Where the page will be is said once: by the permalink where the text has one, else by the slug.
void RowMaker::fillAddress(Row& row) const {
  const bool isPermalink = isTopLevel(row.path, "permalink");
  const bool hasPermalink = m_document.node({std::string("permalink")}).has_value();
  if (!isPermalink && !(isTopLevel(row.path, "slug") && !hasPermalink)) return;
  if (isPermalink && !hasPermalink) return;
  row.state.hint = m_context.url;
  if (!m_context.urlTwin.isEmpty())
    row.state.remark = {Severity::Error,
                        Words::tr("%1 has the same URL, %2: one page replaces the other")
                            .arg(m_context.urlTwin, m_context.url),
                        {},
                        {}};
}

void RowMaker::fillLayout(Row& row) const {
  if (!isTopLevel(row.path, "layout") || !m_context.site) return;
  FieldState& state = row.state;
  state.choices = m_context.site->layouts();
  state.details.clear();
  if (state.present && !state.choices.contains(state.text))
    state.remark = error(Words::tr("The site has no layout of this name"));
}

std::optional<QStringList> RowMaker::words(const Path& list, const Node& node) const {
  if (node.size > kMostItems) return std::nullopt;
  QStringList items;
  for (std::size_t i = 0; i < node.size; ++i) {
    const std::optional<Node> item = m_document.node(child(list, i));
    const bool isWord = item && item->kind == NodeKind::Scalar && !item->readOnly;
    if (!isWord || item->text.find('\n') != std::string::npos) return std::nullopt;
    items.append(toQString(item->text));
  }
  return items;
}

/// The type of a list of numbers, to add another one as a number; String for any other list.
ScalarType RowMaker::itemType(const Path& list, const Node& node) const {
  std::optional<ScalarType> common;
  for (std::size_t i = 0; i < node.size; ++i) {
    const std::optional<Node> item = m_document.node(child(list, i));
    const bool isNumber = item && (item->type == ScalarType::Int || item->type == ScalarType::Float);
    if (!isNumber || item->type != common.value_or(item->type)) return ScalarType::String;
    common = item->type;
  }
  return common.value_or(ScalarType::String);
}

bool RowMaker::isObjectList(const Path& list, const Node& node) const {
  if (node.kind != NodeKind::List || node.size == 0) return false;
  for (std::size_t i = 0; i < node.size; ++i) {
    const std::optional<Node> item = m_document.node(child(list, i));
    if (!item || item->kind != NodeKind::Map) return false;
  }
  return true;
}

QString RowMaker::summaryOf(const Path& object) const {
  static constexpr std::array kTelling = {"title", "name", "label", "caption", "text"};
  const std::optional<Node> node = m_document.node(object);
  if (!node || node->kind != NodeKind::Map) return {};
  std::vector<std::string> keys(kTelling.begin(), kTelling.end());
  keys.insert(keys.end(), node->keys.begin(), node->keys.end());
  for (const std::string& key : keys) {
    Path path = object;
    path.emplace_back(key);
    const std::optional<Node> value = m_document.node(path);
    const bool isText = value && value->kind == NodeKind::Scalar && !isNull(*value) && !value->text.empty();
    if (isText) return toQString(value->text).left(200).simplified().left(60);
  }
  return {};
}

} // namespace postwright::ui
