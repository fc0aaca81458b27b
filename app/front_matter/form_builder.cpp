#include "app/front_matter/form_builder.h"

#include <algorithm>
#include <limits>

namespace postwright::front_matter {
namespace {

constexpr double kBehindAll = std::numeric_limits<double>::max();

using Keys = std::span<const std::string>;

Path pathOf(Keys keys) {
  return {keys.begin(), keys.end()};
}

double medianOf(const std::vector<std::size_t>& positions, std::size_t count) {
  std::size_t passed = 0;
  for (std::size_t i = 0; i < positions.size(); ++i) {
    passed += positions[i];
    if (2 * passed >= count) return static_cast<double>(i);
  }
  return kBehindAll;
}

/// Texts that nobody would use again are not offered: those that stand in one post only.
bool offersSingleValues(LearnedKind kind) {
  return kind != LearnedKind::Text && kind != LearnedKind::LongText && kind != LearnedKind::Slug &&
         kind != LearnedKind::Permalink && kind != LearnedKind::DateTime && kind != LearnedKind::Date;
}

std::vector<LearnedWord> wordsOf(const SeenField& field, LearnedKind kind) {
  std::vector<LearnedWord> words;
  const std::size_t least = offersSingleValues(kind) ? 1 : 2;
  for (const auto& [text, count] : field.words) {
    if (count >= least) words.push_back({text, count});
  }
  const std::size_t kept = std::min(words.size(), kMostWords);
  const auto before = [](const LearnedWord& a, const LearnedWord& b) {
    return a.count != b.count ? a.count > b.count : a.text < b.text;
  };
  std::ranges::partial_sort(words, words.begin() + static_cast<std::ptrdiff_t>(kept), before);
  words.resize(kept);
  return words;
}

class Builder {
 public:
  Builder(const SeenField& posts, const Surroundings& around)
      : m_posts(posts), m_around(around), m_near{posts.maps, around.isFile, around.isPost} {}

  LearnedForm build() {
    LearnedForm form;
    form.posts = m_posts.maps;
    addSeen(m_posts, {}, form.fields);
    for (const FieldRead& read : m_around.reads)
      addRead(read, form.fields);
    for (std::size_t i = 0; i < m_around.rules.size(); ++i)
      addRule(m_around.rules[i], i, form.fields);
    addLayouts(form.fields);
    sort(form.fields);
    return form;
  }

 private:
  void addSeen(const SeenField& map, const std::vector<std::string>& keys,
               std::vector<LearnedField>& fields) {
    for (const auto& [key, seen] : map.fields) {
      if (seen->count == 0) continue;
      std::vector<std::string> path = keys;
      path.push_back(key);
      LearnedField& field = fields.emplace_back();
      field.path = pathOf(path);
      field.posts = seen->count;
      const KnownField* known = knownAt(field.path);
      field.kind = known != nullptr ? known->kind : kindOf(*seen, m_near);
      if (known == nullptr) field.seen = seenKinds(*seen);
      field.words = wordsOf(*seen, field.kind);
      if (known != nullptr) offer(known->choices, field.words);
      field.position = medianOf(seen->positions, seen->count);
      field.isRare = seen->count * 10 < map.maps;
      addSeen(*seen, path, field.fields);
    }
  }

  const KnownField* knownAt(const Path& path) const {
    const auto found = std::ranges::find(m_around.known, path, &KnownField::path);
    return found == m_around.known.end() ? nullptr : &*found;
  }

  static void offer(const std::vector<std::string>& choices, std::vector<LearnedWord>& words) {
    for (const std::string& choice : choices) {
      if (std::ranges::find(words, choice, &LearnedWord::text) == words.end()) words.push_back({choice, 0});
    }
  }

  /// The field with this key, made where it is missing.
  LearnedField& fieldAt(Keys keys, std::vector<LearnedField>& fields) {
    const auto found = std::ranges::find_if(fields, [&](const LearnedField& field) {
      return std::get<std::string>(field.path.back()) == keys.back();
    });
    if (found != fields.end()) return *found;
    LearnedField& field = fields.emplace_back();
    field.path = pathOf(keys);
    field.position = kBehindAll;
    const KnownField* known = knownAt(field.path);
    if (known == nullptr) return field;
    field.kind = known->kind;
    offer(known->choices, field.words);
    return field;
  }

  /// A single value that has something below it is a map after all, unless posts say otherwise.
  static void makeObject(LearnedField& field) {
    if (field.posts == 0 && field.kind == LearnedKind::Text) field.kind = LearnedKind::Object;
  }

  /// The words that Liquid takes of any list or text are no keys, unless a post has such a key.
  bool isWordOfLiquid(Keys keys, std::size_t depth, const std::vector<LearnedField>& fields) const {
    const std::string& key = keys[depth];
    if (depth == 0 || (key != "size" && key != "first" && key != "last")) return false;
    return std::ranges::none_of(
        fields, [&](const LearnedField& field) { return std::get<std::string>(field.path.back()) == key; });
  }

  void addRead(const FieldRead& read, std::vector<LearnedField>& fields) {
    const Keys keys(read.keys);
    std::vector<LearnedField>* level = &fields;
    LearnedField* field = nullptr;
    for (std::size_t depth = 0; depth < keys.size(); ++depth) {
      if (isWordOfLiquid(keys, depth, *level)) break;
      if (field != nullptr) makeObject(*field);
      field = &fieldAt(keys.first(depth + 1), *level);
      field->isRead = true;
      level = &field->fields;
    }
    if (field == nullptr) return;
    if (std::ranges::find(field->readAt, read.place) == field->readAt.end())
      field->readAt.push_back(read.place);
  }

  void addRule(const FieldRule& rule, std::size_t index, std::vector<LearnedField>& fields) {
    const Keys keys(rule.keys);
    std::vector<LearnedField>* level = &fields;
    LearnedField* field = nullptr;
    const double place = static_cast<double>(index) - static_cast<double>(m_around.rules.size());
    for (std::size_t depth = 0; depth < keys.size(); ++depth) {
      if (field != nullptr) makeObject(*field);
      field = &fieldAt(keys.first(depth + 1), *level);
      field->position = std::min(field->position, place);
      level = &field->fields;
    }
    if (field == nullptr) return;
    if (rule.kind) field->kind = *rule.kind;
    if (!rule.kind && !rule.choices.empty() && field->kind == LearnedKind::Text)
      field->kind = LearnedKind::Choice;
    field->label = rule.label;
    field->help = rule.help;
    field->required = rule.required;
    field->pattern = rule.pattern;
    field->minimum = rule.minimum;
    field->maximum = rule.maximum;
    field->isCustom = true;
    field->isRare = false;
    offer(rule.choices, field->words);
  }

  void addLayouts(std::vector<LearnedField>& fields) {
    for (LearnedField& field : fields) {
      if (field.kind == LearnedKind::Layout) offer(m_around.layouts, field.words);
      addLayouts(field.fields);
    }
  }

  static void sort(std::vector<LearnedField>& fields) {
    std::ranges::sort(fields, [](const LearnedField& a, const LearnedField& b) {
      return a.position != b.position ? a.position < b.position : a.path < b.path;
    });
    for (LearnedField& field : fields) {
      std::ranges::sort(field.readAt, [](const ReadPlace& a, const ReadPlace& b) {
        return std::pair(std::string_view(a.file), a.line) < std::pair(std::string_view(b.file), b.line);
      });
      sort(field.fields);
    }
  }

  const SeenField& m_posts;
  const Surroundings& m_around;
  Neighbourhood m_near;
};

} // namespace

LearnedForm buildForm(const SeenField& posts, const Surroundings& around) {
  return Builder(posts, around).build();
}

} // namespace postwright::front_matter
