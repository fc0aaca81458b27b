#include "app/front_matter/form_learner.h"

#include <algorithm>

#include "app/base/date_time.h"
#include "app/yaml/events.h"
#include "app/yaml/scalar.h"

namespace postwright::front_matter {
namespace {

using yaml::Event;
using yaml::EventKind;

constexpr std::size_t kLongestWord = 120; // bytes; longer texts are no choice of anything
constexpr std::size_t kLineLength = 120;  // characters that make a text a long one; bytes are near enough
constexpr std::size_t kPositions = 64;
constexpr yaml::Limits kLimits{std::size_t{256} << 10U, 100, 10'000};

struct ShapeOfTyped {
  ValueShape operator()(std::monostate) const { return ValueShape::Null; }
  ValueShape operator()(bool) const { return ValueShape::Bool; }
  ValueShape operator()(std::int64_t) const { return ValueShape::Number; }
  ValueShape operator()(std::uint64_t) const { return ValueShape::Number; }
  ValueShape operator()(const yaml::HugeInteger&) const { return ValueShape::Number; }
  ValueShape operator()(double) const { return ValueShape::Number; }
  ValueShape operator()(const std::string& text) const {
    if (text.empty()) return ValueShape::EmptyText;
    if (text.front() > '9') return ValueShape::Text; // no date begins like this
    if (parseDateTime(text)) return ValueShape::DateTime;
    return parseDate(text) ? ValueShape::Date : ValueShape::Text;
  }
};

bool isText(ValueShape shape) {
  return shape == ValueShape::Text || shape == ValueShape::Number || shape == ValueShape::Date ||
         shape == ValueShape::DateTime;
}

/// Walks one document and counts it in, or out.
class Counter {
 public:
  Counter(const std::vector<Event>& events, bool adds) : m_events(events), m_adds(adds) {}

  void countPost(SeenField& root) {
    const bool isMap = !m_events.empty() && m_events.front().kind == EventKind::MapStart;
    if (isMap) {
      countMap(root, 0);
    } else {
      change(root.maps);
    }
  }

 private:
  void change(std::size_t& count) const {
    count = m_adds ? count + 1 : count - std::min<std::size_t>(count, 1);
  }

  std::size_t behind(std::size_t index) const {
    const Event& event = m_events[index];
    const bool isStart = event.kind == EventKind::MapStart || event.kind == EventKind::ListStart;
    return (isStart ? event.partner : index) + 1;
  }

  void countMap(SeenField& map, std::size_t start) {
    change(map.maps);
    const std::size_t end = m_events[start].partner;
    std::size_t position = 0;
    for (std::size_t key = start + 1; key < end; ++position) {
      const std::size_t value = behind(key);
      if (m_events[key].kind == EventKind::Scalar)
        countField(fieldOf(map, m_events[key].text), value, position);
      key = behind(value);
    }
  }

  static SeenField& fieldOf(SeenField& map, const std::string& key) {
    for (auto& [name, field] : map.fields) {
      if (name == key) return *field;
    }
    return *map.fields.emplace_back(key, std::make_unique<SeenField>()).second;
  }

  void countField(SeenField& field, std::size_t value, std::size_t position) {
    position = std::min(position, kPositions - 1);
    if (field.positions.size() <= position) field.positions.resize(position + 1);
    change(field.count);
    change(field.positions[position]);
    const Event& event = m_events[value];
    ValueShape shape = ValueShape::Other;
    if (event.kind == EventKind::MapStart) {
      shape = event.partner == value + 1 ? ValueShape::EmptyObject : ValueShape::Object;
      countMap(field, value);
    } else if (event.kind == EventKind::ListStart) {
      shape = listShape(value);
      countItems(field, value, shape);
    } else if (event.kind == EventKind::Scalar) {
      shape = scalarShape(event);
      countScalar(field, event, shape);
    }
    change(field.shapes[static_cast<std::size_t>(shape)]);
  }

  static ValueShape scalarShape(const Event& event) {
    const auto typed = yaml::typeScalar(event);
    return typed && !event.hasLocalTag() ? std::visit(ShapeOfTyped(), *typed) : ValueShape::Other;
  }

  void countScalar(SeenField& field, const Event& event, ValueShape shape) {
    if (!isText(shape)) return;
    const bool isLong = event.text.size() > kLineLength || event.text.find('\n') != std::string::npos;
    if (isLong) change(field.longTexts);
    if (event.text.size() <= kLongestWord && !isLong) countWord(field.words, event.text);
  }

  void countWord(WordCounts& words, const std::string& word) const {
    if (m_adds) {
      ++words[word];
      return;
    }
    const auto found = words.find(word);
    if (found != words.end() && --found->second == 0) words.erase(found);
  }

  ValueShape listShape(std::size_t start) const {
    const std::size_t end = m_events[start].partner;
    if (end == start + 1) return ValueShape::EmptyList;
    bool hasScalar = false;
    bool hasMap = false;
    for (std::size_t item = start + 1; item < end; item = behind(item)) {
      const EventKind kind = m_events[item].kind;
      hasScalar = hasScalar || kind == EventKind::Scalar;
      hasMap = hasMap || kind == EventKind::MapStart;
      if (kind != EventKind::Scalar && kind != EventKind::MapStart) return ValueShape::Other;
    }
    if (hasScalar && hasMap) return ValueShape::Other;
    return hasMap ? ValueShape::Objects : ValueShape::Words;
  }

  void countItems(SeenField& field, std::size_t start, ValueShape shape) {
    const std::size_t end = m_events[start].partner;
    for (std::size_t item = start + 1; item < end; item = behind(item)) {
      const Event& event = m_events[item];
      if (shape == ValueShape::Objects) countMap(field, item);
      if (shape == ValueShape::Words && event.text.size() <= kLongestWord) countWord(field.words, event.text);
    }
  }

  const std::vector<Event>& m_events;
  bool m_adds;
};

} // namespace

const SeenField* SeenField::find(std::string_view key) const {
  for (const auto& [name, field] : fields) {
    if (name == key) return field.get();
  }
  return nullptr;
}

FormLearner::FormLearner() : m_root(std::make_unique<SeenField>()) {}
FormLearner::~FormLearner() = default;
FormLearner::FormLearner(FormLearner&&) noexcept = default;
FormLearner& FormLearner::operator=(FormLearner&&) noexcept = default;

void FormLearner::learn(std::string_view yaml, bool adds) {
  const yaml::EventStream stream = yaml::readEvents(yaml, kLimits);
  if (!stream.error) Counter(stream.events, adds).countPost(*m_root);
}

} // namespace postwright::front_matter
