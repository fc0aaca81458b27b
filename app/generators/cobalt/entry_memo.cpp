#include "app/generators/cobalt/entry_memo.h"

#include <algorithm>

#include "app/base/text.h"

namespace postwright::generators::cobalt {
namespace {

constexpr std::size_t kMostKnown = 16; // as many as are edited at a time, with and without drafts

} // namespace

EntryPointer EntryMemo::find(std::string_view path, const front_matter::Split& split, Role role) {
  const std::lock_guard lock(m_mutex);
  const auto found = std::ranges::find_if(m_known, [&](const Known& known) {
    return known.role == role && known.frontLine == split.frontLine && known.path == path &&
           known.front == split.front;
  });
  if (found == m_known.end()) return nullptr;
  m_known.splice(m_known.begin(), m_known, found);
  return found->head;
}

void EntryMemo::keep(Known known) {
  const std::lock_guard lock(m_mutex);
  m_known.push_front(std::move(known));
  if (m_known.size() > kMostKnown) m_known.pop_back();
}

EntryPointer EntryMemo::read(const Settings& settings, std::string_view path, std::string_view text,
                             Role role) {
  if (firstInvalidUtf8(text)) return readEntry(settings, path, text, role);
  front_matter::Split split = front_matter::split(text);
  EntryPointer head = find(path, split, role);
  if (head == nullptr) {
    front_matter::Split bodiless = split;
    bodiless.content.clear();
    head = readEntry(settings, path, std::move(bodiless), role);
    keep({std::string(path), role, split.front, split.frontLine, head});
  }
  return std::make_shared<const Entry>(head, std::move(split));
}

} // namespace postwright::generators::cobalt
