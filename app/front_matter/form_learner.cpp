#include "app/front_matter/form_learner.h"

#include <algorithm>

namespace postwright::front_matter {
namespace {

constexpr std::size_t kPositions = 64;

/// Counts the facts of posts in, or out.
class Counter {
 public:
  explicit Counter(bool adds) : m_adds(adds) {}

  void countMap(SeenField& map, const std::vector<PostFact>& fields) const {
    for (const PostFact& fact : fields)
      countField(fieldOf(map, fact.key), fact);
  }

  void change(std::size_t& count, std::size_t by = 1) const {
    count = m_adds ? count + by : count - std::min(count, by);
  }

 private:
  static SeenField& fieldOf(SeenField& map, const std::string& key) {
    for (auto& [name, field] : map.fields) {
      if (name == key) return *field;
    }
    return *map.fields.emplace_back(key, std::make_unique<SeenField>()).second;
  }

  void countField(SeenField& field, const PostFact& fact) const {
    const std::size_t position = std::min<std::size_t>(fact.position, kPositions - 1);
    if (field.positions.size() <= position) field.positions.resize(position + 1);
    change(field.positions[position]);
    change(field.count);
    change(field.maps, fact.maps);
    change(field.shapes[static_cast<std::size_t>(fact.shape)]);
    if (fact.isLong) change(field.longTexts);
    for (std::size_t i = 0; field.keepsWords && i < fact.texts.size(); ++i)
      countWord(field.words, fact.texts[i], m_adds);
    countMap(field, fact.fields);
  }

  bool m_adds;
};

} // namespace

const SeenField* SeenField::find(std::string_view key) const {
  for (const auto& [name, field] : fields) {
    if (name == key) return field.get();
  }
  return nullptr;
}

void countWord(WordCounts& words, std::string_view word, bool adds) {
  const auto found = words.find(word);
  if (adds && found == words.end()) {
    words.emplace(word, 1);
  } else if (adds) {
    ++found->second;
  } else if (found != words.end() && --found->second == 0) {
    words.erase(found);
  }
}

FormLearner::FormLearner(const std::vector<std::string>& withoutWords)
    : m_root(std::make_unique<SeenField>()) {
  for (const std::string& key : withoutWords)
    m_root->fields.emplace_back(key, std::make_unique<SeenField>()).second->keepsWords = false;
}
FormLearner::~FormLearner() = default;
FormLearner::FormLearner(FormLearner&&) noexcept = default;
FormLearner& FormLearner::operator=(FormLearner&&) noexcept = default;

void FormLearner::learn(const PostFacts& post, bool adds) {
  const Counter counter(adds);
  counter.change(m_root->maps);
  counter.countMap(*m_root, post.fields);
}

} // namespace postwright::front_matter
