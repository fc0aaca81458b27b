#include "app/front_matter/post_facts.h"

#include <variant>

#include "app/base/date_time.h"
#include "app/yaml/scalar.h"

namespace postwright::front_matter {
namespace {

using yaml::Event;
using yaml::EventKind;

constexpr std::size_t kLongestText = 120; // bytes; longer texts are no choice of anything, and no one line
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

class FactReader {
 public:
  explicit FactReader(const std::vector<Event>& events) : m_events(events) {}

  void readMap(std::size_t start, std::vector<PostFact>& fields) const {
    const std::size_t end = m_events[start].partner;
    std::uint32_t position = 0;
    for (std::size_t key = start + 1; key < end; ++position) {
      const std::size_t value = behind(key);
      if (m_events[key].kind == EventKind::Scalar) {
        PostFact& fact = fields.emplace_back();
        fact.key = m_events[key].text;
        fact.position = position;
        readValue(value, fact);
      }
      key = behind(value);
    }
  }

 private:
  std::size_t behind(std::size_t index) const {
    const Event& event = m_events[index];
    const bool isStart = event.kind == EventKind::MapStart || event.kind == EventKind::ListStart;
    return (isStart ? event.partner : index) + 1;
  }

  void readValue(std::size_t value, PostFact& fact) const {
    const Event& event = m_events[value];
    fact.shape = ValueShape::Other;
    if (event.kind == EventKind::MapStart) {
      fact.shape = event.partner == value + 1 ? ValueShape::EmptyObject : ValueShape::Object;
      fact.maps = 1;
      readMap(value, fact.fields);
    } else if (event.kind == EventKind::ListStart) {
      fact.shape = listShape(value);
      readItems(value, fact);
    } else if (event.kind == EventKind::Scalar) {
      readScalar(event, fact);
    }
  }

  static void readScalar(const Event& event, PostFact& fact) {
    const auto typed = yaml::typeScalar(event);
    if (typed && !event.hasLocalTag()) fact.shape = std::visit(ShapeOfTyped(), *typed);
    if (!isText(fact.shape)) return;
    fact.isLong = event.text.size() > kLongestText || event.text.find('\n') != std::string::npos;
    if (!fact.isLong) fact.texts.push_back(event.text);
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

  void readItems(std::size_t start, PostFact& fact) const {
    const std::size_t end = m_events[start].partner;
    for (std::size_t item = start + 1; item < end; item = behind(item)) {
      const Event& event = m_events[item];
      if (fact.shape == ValueShape::Objects) {
        ++fact.maps;
        readMap(item, fact.fields);
      } else if (fact.shape == ValueShape::Words && event.text.size() <= kLongestText) {
        fact.texts.push_back(event.text);
      }
    }
  }

  const std::vector<Event>& m_events;
};

} // namespace

PostFacts factsOf(const yaml::EventStream& stream) {
  PostFacts facts;
  const bool isMap = !stream.error && !stream.events.empty() && stream.events.size() <= kLimits.nodes &&
                     stream.events.front().kind == EventKind::MapStart;
  if (isMap) FactReader(stream.events).readMap(0, facts.fields);
  return facts;
}

PostFacts factsOf(std::string_view yaml) {
  return factsOf(yaml::readEvents(yaml, kLimits));
}

} // namespace postwright::front_matter
