#include "ui/form/form_rows.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "app/front_matter/raw_edit.h"
#include "ui/base/text_bridge.h"
#include "ui/form/key_order.h"
#include "ui/form/remarks.h"
#include "ui/form/row_maker.h"
#include "ui/form/words.h"

namespace postwright::ui {
namespace {

using front_matter::FrontMatterDocument;
using front_matter::LearnedField;
using front_matter::Node;
using front_matter::NodeKind;
using front_matter::Path;
using front_matter::Step;

constexpr std::size_t kMostRows = 300; // beyond, building the widgets would be felt
constexpr int kDeepest = 8;            // levels of nesting; the labels run out of room

// Rows that stand for no node: the root is a map, so these paths lead nowhere.
const Path kOtherPath{std::size_t{0}};
const Path kRestPath{std::size_t{1}};
const Path kOfferedPath{std::size_t{2}};

struct Named {
  const char* name;
  const char* label;
};

constexpr std::array kStandard = {
    Named{"title", QT_TRANSLATE_NOOP("FrontMatterForm", "T&itle")},
    Named{"description", QT_TRANSLATE_NOOP("FrontMatterForm", "Descriptio&n")},
    Named{"published_date", QT_TRANSLATE_NOOP("FrontMatterForm", "&Date")},
    Named{"layout", QT_TRANSLATE_NOOP("FrontMatterForm", "La&yout")},
    Named{"slug", QT_TRANSLATE_NOOP("FrontMatterForm", "S&lug")},
    Named{"tags", QT_TRANSLATE_NOOP("FrontMatterForm", "&Tags")},
    Named{"is_draft", QT_TRANSLATE_NOOP("FrontMatterForm", "D&raft")},
    Named{"categories", QT_TRANSLATE_NOOP("FrontMatterForm", "&Categories")},
};

constexpr std::size_t kLeads = 2; // title and description stand above the others, whatever a site says

/// What Cobalt knows beside them; offered under "More" where the text has none.
constexpr std::array kSeldom = {"permalink", "excerpt", "weight", "format", "templated"};

bool isStandard(std::string_view key) {
  return key == "data" ||
         std::ranges::any_of(kStandard, [key](const Named& field) { return key == field.name; });
}

/// Those that the site's own rules name change places among themselves, to stand as the rules do.
std::vector<Named> standardFields(const FormContext& context) {
  std::vector<Named> fields(kStandard.begin(), kStandard.end());
  if (!context.site) return fields;
  std::vector<Named> named;
  for (const LearnedField& learned : context.site->learned().fields) {
    const auto isLearned = [&](const Named& field) {
      return learned.path.back() == Step(std::string(field.name));
    };
    const auto* const found = std::find_if(kStandard.begin() + kLeads, kStandard.end(), isLearned);
    if (learned.isCustom && found != kStandard.end()) named.push_back(*found);
  }
  auto next = named.cbegin();
  for (Named& field : fields) {
    const bool isNamed = std::ranges::any_of(
        named, [&](const Named& other) { return std::string_view(other.name) == field.name; });
    if (isNamed) field = *next++;
  }
  return fields;
}

Path child(const Path& parent, Step step) {
  Path path = parent;
  path.push_back(std::move(step));
  return path;
}

std::vector<std::string> distinctKeys(const Node& map) {
  std::vector<std::string> keys;
  std::set<std::string_view> seen;
  for (const std::string& key : map.keys) {
    if (seen.insert(key).second) keys.push_back(key);
  }
  return keys;
}

class Projector {
 public:
  Projector(const FrontMatterDocument& document, const FormContext& context)
      : m_document(document), m_context(context), m_maker(document, context) {}

  std::vector<Row> rows() {
    addStandard();
    addData();
    addOther();
    addSeldom();
    addRemarks(m_rows, m_context);
    return std::move(m_rows);
  }

 private:
  void addStandard();
  void addData();
  void addOther();
  void addSeldom();
  void addTree(Row row);
  void addMap(const Path& path, const std::vector<std::string>& written, int level);
  void addCards(const Path& list, std::size_t size, int level);
  void addItems(const Path& list, std::size_t size, int level);
  void addOffered(const Path& path, int level);
  void addHeading(const Path& path, const QString& label);
  void add(Row row);
  bool isFull() const { return m_rows.size() >= kMostRows; }
  const std::vector<LearnedField>& learnedBelow(const Path& path) const;
  std::vector<std::string> keysOfSiblings(const Path& object) const;

  const FrontMatterDocument& m_document;
  const FormContext& m_context;
  RowMaker m_maker;
  std::vector<Row> m_rows;
  std::vector<Path> m_seldom;
  QString m_group; ///< the heading that rows are being added under
};

void Projector::add(Row row) {
  row.group = m_group;
  m_rows.push_back(std::move(row));
}

void Projector::addHeading(const Path& path, const QString& label) {
  m_group.clear();
  Row heading;
  heading.kind = FieldKind::Group;
  heading.path = path;
  heading.label = label;
  heading.wide = true;
  heading.removable = false;
  add(std::move(heading));
  m_group = groupName(path);
}

void Projector::addStandard() {
  for (const Named& field : standardFields(m_context)) {
    Row row = m_maker.make({std::string(field.name)}, 0);
    const LearnedField* learned = m_context.site ? m_context.site->learned().find(row.path) : nullptr;
    if (learned == nullptr || learned->label.empty()) row.label = Words::tr(field.label);
    row.wide = row.wide || (row.state.text.size() > 26 && row.kind != FieldKind::Date);
    add(std::move(row));
  }
}

void Projector::addData() {
  const Path path{std::string("data")};
  const std::optional<Node> node = m_document.node(path);
  const bool isNull = node && node->kind == NodeKind::Scalar && node->type == front_matter::ScalarType::Null;
  const bool isMap = !node || node->kind == NodeKind::Map || isNull;
  if (!isMap || (node && node->readOnly)) return add(m_maker.written(path, 0));
  addHeading(path, QStringLiteral("data"));
  Row& heading = m_rows.back();
  heading.removable = node.has_value();
  heading.state.present = node.has_value();
  if (node && node->size == 0) {
    heading.state.absence = isNull ? Absence::Null : Absence::Empty;
    heading.state.placeholder = isNull ? Words::tr("null") : Words::tr("empty");
  }
  const auto keys = node ? distinctKeys(*node) : std::vector<std::string>();
  addMap(path, keys, 0);
  Row adding;
  adding.kind = FieldKind::AddField;
  adding.path = path;
  adding.wide = true;
  adding.removable = false;
  for (const std::string& key : keys)
    adding.state.items.append(toQString(key));
  for (const LearnedField& field : learnedBelow(path)) {
    if (std::ranges::find(keys, std::get<std::string>(field.path.back())) == keys.end())
      adding.state.choices.append(toQString(std::get<std::string>(field.path.back())));
  }
  add(std::move(adding));
}

void Projector::addOther() {
  const std::optional<Node> root = m_document.node({});
  if (!root || root->kind != NodeKind::Map) return;
  bool hasHeading = false;
  for (const std::string& key : distinctKeys(*root)) {
    if (isStandard(key)) continue;
    if (!std::exchange(hasHeading, true)) addHeading(kOtherPath, Words::tr("Other"));
    const Path path{key};
    const std::size_t first = m_rows.size();
    if (!isFull()) addTree(m_maker.written(path, 0));
    if (findKnownField(path) != nullptr || m_rows.size() == first) continue;
    const QString meant = nearestKnownField(key);
    m_rows[first].state.remark = {
        Severity::Error,
        meant.isEmpty() ? Words::tr("Cobalt stops at this unknown field; fields of your own go below “data”")
                        : Words::tr("Cobalt stops at this unknown field; did you mean “%1”?").arg(meant),
        {},
        {}};
  }
}

void Projector::addSeldom() {
  for (const char* name : kSeldom) {
    if (!m_document.node({std::string(name)})) m_seldom.push_back({std::string(name)});
  }
  const std::optional<Node> root = m_document.node({});
  if (m_seldom.empty() || (root && root->kind != NodeKind::Map)) return;
  addHeading(kOfferedPath, Words::tr("More"));
  Row& heading = m_rows.back();
  heading.isFoldedAtFirst = true;
  heading.state.count = m_seldom.size();
  heading.state.help = Words::tr("Fields this post does not have");
  for (const Path& path : m_seldom)
    addOffered(path, 0);
}

const std::vector<LearnedField>& Projector::learnedBelow(const Path& path) const {
  static const std::vector<LearnedField> none;
  const LearnedField* field = m_context.site ? m_context.site->learned().find(path) : nullptr;
  return field == nullptr ? none : field->fields;
}

/// Adds a row, and below a heading what it heads.
void Projector::addTree(Row row) {
  const Path path = row.path;
  const std::optional<Node> node = m_document.node(path);
  const bool isHeading = row.kind == FieldKind::Group;
  if (isHeading && row.level >= kDeepest) {
    row.kind = FieldKind::Raw;
    row.state.text = toQString(front_matter::rawText(m_document, path));
  }
  if (row.kind != FieldKind::Group || !node) return add(std::move(row));
  row.level = path.size() == 1 ? 0 : row.level + 1;
  const int inner = row.level;
  const QString outer = m_group;
  const bool isList = node->kind == NodeKind::List;
  const bool hasCards = isList && (node->size == 0 || m_maker.isObjectList(path, *node));
  add(std::move(row));
  m_group = groupName(path);
  if (hasCards) {
    addCards(path, node->size, inner);
  } else if (isList) {
    addItems(path, node->size, inner);
  } else {
    addMap(path, distinctKeys(*node), inner);
  }
  m_group = outer;
  const bool hasNote = !m_rows.empty() && m_rows.back().path == kRestPath;
  if (!isFull() || hasNote) return;
  Row rest;
  rest.kind = FieldKind::Fixed;
  rest.path = kRestPath;
  rest.label = QStringLiteral("…");
  rest.wide = true;
  rest.removable = false;
  rest.state.hint = Words::tr("There are more fields than the form shows. They are changed in the text.");
  add(std::move(rest));
}

void Projector::addMap(const Path& path, const std::vector<std::string>& written, int level) {
  const std::size_t posts = m_context.site ? m_context.site->learned().posts : 0;
  const OrderedKeys order = orderKeys(written, learnedBelow(path), posts);
  for (const OrderedKeys::Entry& entry : order.shown) {
    if (isFull()) break;
    if (entry.isWritten) {
      addTree(m_maker.written(child(path, entry.key), level));
    } else {
      addOffered(child(path, entry.key), level);
    }
  }
  for (const std::string& key : order.seldom)
    m_seldom.push_back(child(path, key));
}

/// A field that the text does not have, and what is below it where it is a heading.
void Projector::addOffered(const Path& path, int level) {
  Row row = m_maker.missing(path, level);
  row.state.offered = true;
  if (row.kind != FieldKind::Group) return add(std::move(row));
  row.level = path.size() == 1 ? 0 : level + 1;
  row.isFoldedAtFirst = true;
  const int inner = row.level;
  const LearnedField* learned = m_context.site ? m_context.site->learned().find(path) : nullptr;
  const bool isList = learned != nullptr && learned->kind == front_matter::LearnedKind::ObjectList;
  const QString outer = m_group;
  add(std::move(row));
  m_group = groupName(path);
  if (isList) {
    addCards(path, 0, inner);
  } else if (learned != nullptr && inner < kDeepest) {
    for (const LearnedField& field : learned->fields)
      addOffered(child(path, field.path.back()), inner);
  }
  m_group = outer;
}

std::vector<std::string> Projector::keysOfSiblings(const Path& list) const {
  std::vector<std::string> keys;
  const std::optional<Node> node = m_document.node(list);
  for (std::size_t i = 0; node && i < node->size; ++i) {
    const std::optional<Node> item = m_document.node(child(list, i));
    for (const std::string& key : item ? item->keys : std::vector<std::string>()) {
      if (std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
    }
  }
  for (const LearnedField& field : learnedBelow(list)) {
    const std::string key = std::get<std::string>(field.path.back());
    if (std::ranges::find(keys, key) == keys.end() && !field.isRare) keys.push_back(key);
  }
  return keys;
}

/// The objects of a list, each with a heading of its own, and a way to add one.
void Projector::addCards(const Path& list, std::size_t size, int level) {
  const std::vector<std::string> keys = keysOfSiblings(list);
  const QString outer = m_group;
  for (std::size_t i = 0; i < size && !isFull(); ++i) {
    const Path path = child(list, i);
    const std::optional<Node> node = m_document.node(path);
    Row card;
    card.kind = FieldKind::Card;
    card.path = path;
    card.label = QString::number(i + 1);
    card.level = level;
    card.wide = true;
    card.state.present = true;
    card.state.text = m_maker.summaryOf(path);
    card.state.index = i;
    card.state.count = size;
    add(std::move(card));
    m_group = groupName(path);
    const std::vector<std::string> written = node ? distinctKeys(*node) : std::vector<std::string>();
    for (const std::string& key : written)
      if (!isFull()) addTree(m_maker.written(child(path, key), level + 1));
    for (const std::string& key : keys)
      if (std::ranges::find(written, key) == written.end() && !isFull())
        addOffered(child(path, key), level + 1);
    m_group = outer;
  }
  Row adding;
  adding.kind = FieldKind::AddItem;
  adding.path = list;
  adding.level = level;
  adding.wide = true;
  adding.removable = false;
  adding.state.count = size;
  for (const std::string& key : keys)
    adding.state.items.append(toQString(key));
  add(std::move(adding));
}

void Projector::addItems(const Path& list, std::size_t size, int level) {
  for (std::size_t i = 0; i < size && !isFull(); ++i)
    addTree(m_maker.written(child(list, i), level));
}

} // namespace

std::vector<Row> projectRows(const FrontMatterDocument& document, const FormContext& context) {
  return Projector(document, context).rows();
}

QString groupName(const Path& path) {
  QStringList steps;
  for (const Step& step : path) {
    const auto* key = std::get_if<std::string>(&step);
    steps << (key != nullptr ? toQString(*key) : QString::number(std::get<std::size_t>(step)));
  }
  return steps.join(QLatin1Char('.'));
}

const Path& offeredPath() {
  return kOfferedPath;
}

} // namespace postwright::ui
