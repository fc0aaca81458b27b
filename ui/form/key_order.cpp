#include "ui/form/key_order.h"

#include <algorithm>

namespace postwright::ui {
namespace {

using front_matter::LearnedField;
using Entry = OrderedKeys::Entry;

constexpr std::size_t kMostOffered = 8; // more would bury what is written

std::string keyOf(const LearnedField& field) {
  const auto* key = field.path.empty() ? nullptr : std::get_if<std::string>(&field.path.back());
  return key != nullptr ? *key : std::string();
}

bool isOffered(const LearnedField& field, std::size_t posts) {
  if (field.required || field.isCustom) return true;
  if (field.isRead) return !field.isRare || field.posts == 0;
  return field.posts > 0 && field.posts * 2 >= posts;
}

} // namespace

OrderedKeys orderKeys(const std::vector<std::string>& written, const std::vector<LearnedField>& learned,
                      std::size_t posts) {
  OrderedKeys order;
  std::size_t offered = 0;
  for (const LearnedField& field : learned) {
    const std::string key = keyOf(field);
    if (std::ranges::find(written, key) != written.end()) {
      order.shown.push_back({key, true});
    } else if (isOffered(field, posts) && offered < kMostOffered) {
      order.shown.push_back({key, false});
      ++offered;
    } else {
      order.seldom.push_back(key);
    }
  }
  auto after = order.shown.begin(); // where an unknown key goes that nothing known comes before
  for (const std::string& key : written) {
    const auto known = std::ranges::find(order.shown, key, &Entry::key);
    after = known == order.shown.end() ? order.shown.insert(after, {key, true}) + 1 : known + 1;
  }
  return order;
}

} // namespace postwright::ui
