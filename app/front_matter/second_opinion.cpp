#include "app/front_matter/second_opinion.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "app/front_matter/change.h"
#include "app/yaml/outline.h"

namespace postwright::front_matter {
namespace {

/// More would take it longer than a person's key may; an entry of that size is no field's.
constexpr yaml::Limits kBefore{std::size_t{24} << 10U, 100, 10'000};
constexpr yaml::Limits kAfter{std::size_t{256} << 10U, 100, 10'000};

/// A text that a person wrote is read as a whole.
constexpr std::size_t kWhole = std::size_t{16} << 10U;

/// Stands before the entries, so that they are a map's even when the edit takes the last one away.
constexpr std::string_view kEntryBefore = "an entry before: 0\n";

/// Whether the operation means the same without the other entries of the map at the top.
bool isLocal(const EditOperation& change) {
  static constexpr std::array kLocal = {OperationKind::Set, OperationKind::Append, OperationKind::InsertItem,
                                        OperationKind::Remove, OperationKind::Rename};
  return !change.path.empty() && std::ranges::find(kLocal, change.kind) != kLocal.end();
}

bool isNamedElsewhere(const yaml::TreeNode& node) {
  return node.kind == yaml::TreeKind::Alias || !node.anchor.empty();
}

/// Where the entries of the map at the top begin, each on a line of its own; empty when they do not, or when
/// one may speak of another.
std::vector<std::size_t> entryStarts(const yaml::Tree& tree) {
  if (tree.empty() || tree.root().kind != yaml::TreeKind::Map || tree.root().isFlow()) return {};
  if (std::ranges::any_of(tree.nodes, isNamedElsewhere)) return {};
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < tree.root().children.size(); i += 2) {
    const yaml::TreeNode& key = tree.nodes[tree.root().children[i]];
    if (key.column != 0) return {};
    starts.push_back(key.start);
  }
  return starts;
}

/// The entries that the edits touch; an empty span when they cannot be taken out of the text.
Span touchedEntries(const yaml::Tree& tree, std::string_view text, const Plan& plan) {
  if (!isLocal(plan.change)) return {};
  const std::vector<std::size_t> starts = entryStarts(tree);
  const TextEdit& last = plan.edits.back();
  const auto next = std::ranges::upper_bound(starts, plan.edits.front().offset);
  if (next == starts.begin()) return {};
  const auto behind = std::ranges::lower_bound(next, starts.end(), last.offset + last.length);
  return {*(next - 1), behind == starts.end() ? text.size() : *behind};
}

/// Nothing when it cannot read the old text, or only slowly.
std::optional<bool> opinion(std::string_view before, std::string_view after, const EditOperation& change,
                            Dialect dialect) {
  auto expected = yaml::readOutlineAgain(before, kBefore);
  if (!expected) return std::nullopt;
  const auto found = yaml::readOutlineAgain(after, kAfter);
  return found && applyChange(*expected, change) && saysTheSame(*found, *expected, dialect);
}

} // namespace

bool agreesAgain(const yaml::Tree& tree, std::string_view text, const Plan& plan, std::string_view changed,
                 Dialect dialect) {
  if (text.size() <= kWhole) {
    if (const auto whole = opinion(text, changed, plan.change, dialect)) return *whole;
  }
  const Span touched = touchedEntries(tree, text, plan);
  if (touched.size() == 0) return opinion(text, changed, plan.change, dialect).value_or(true);
  const std::size_t behind = text.size() - touched.end;
  const std::string_view inside = changed.substr(touched.begin, changed.size() - behind - touched.begin);
  const std::string before = std::string(kEntryBefore).append(text.substr(touched.begin, touched.size()));
  const std::string after = std::string(kEntryBefore).append(inside);
  return opinion(before, after, plan.change, dialect).value_or(true);
}

} // namespace postwright::front_matter
