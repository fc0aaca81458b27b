#include "app/liquid/scope.h"

namespace postwright::liquid {
namespace {

bool sameName(const Name& a, const Name& b) {
  return a.hash == b.hash && a.text == b.text;
}

} // namespace

void NameTable::set(const Name& name, Value value) {
  const auto found = m_values.find(name);
  if (found == m_values.end()) {
    m_values.emplace(name.text, std::move(value));
  } else {
    found->second = std::move(value);
  }
}

void NameTable::addNames(std::vector<std::string>& names) const {
  for (const auto& [name, value] : m_values)
    names.push_back(name);
}

Place LoopFrame::find(const Name& name) const {
  if (sameName(name, m_variable)) return {m_item, nullptr};
  if (sameName(name, m_state.name())) return {nullptr, &m_state};
  return {};
}

std::string LoopFrame::origin(const Name& name) const {
  if (m_list.empty() || !sameName(name, m_variable)) return {};
  return m_list + "." + std::to_string(m_position);
}

void LoopFrame::addNames(std::vector<std::string>& names) const {
  names.push_back(m_variable.text);
  names.push_back(m_state.name().text);
}

Place NamesFrame::find(const Name& name) const {
  for (auto entry = m_values.rbegin(); entry != m_values.rend(); ++entry) {
    if (sameName(*entry->first, name)) return {&entry->second, nullptr};
  }
  return {};
}

std::string NamesFrame::origin(const Name& name) const {
  for (std::size_t i = m_origins.size(); i-- > 0;) {
    if (sameName(*m_values[i].first, name)) return m_origins[i];
  }
  return {};
}

void NamesFrame::addNames(std::vector<std::string>& names) const {
  for (const auto& [name, value] : m_values)
    names.push_back(name->text);
}

Place Scope::find(const Name& name) const {
  for (const Frame* frame = m_top; frame != nullptr; frame = frame->below) {
    if (const Place place = frame->find(name)) return place;
  }
  if (const Value* value = assigned.find(name)) return {value, nullptr};
  for (const Frame* frame = m_arguments; frame != nullptr; frame = frame->below) {
    Place place = frame->find(name);
    place.isArgument = true;
    if (place) return place;
  }
  if (m_counters == nullptr) return {};
  if (m_globals != nullptr) {
    if (const Value* value = m_globals->find(name.text)) return {value, nullptr};
  }
  return {m_counters->find(name), nullptr};
}

std::optional<std::string> Scope::origin(const Name& name) const {
  for (const Frame* frame = m_top; frame != nullptr; frame = frame->below) {
    if (frame->find(name)) return frame->origin(name);
  }
  if (assigned.find(name) != nullptr) {
    const auto from = assignedFrom.find(name.text);
    return from == assignedFrom.end() ? std::string() : from->second;
  }
  for (const Frame* frame = m_arguments; frame != nullptr; frame = frame->below) {
    if (frame->find(name)) return frame->origin(name);
  }
  return std::nullopt;
}

std::vector<std::string> Scope::names() const {
  std::vector<std::string> names;
  for (const Frame* frame = m_top; frame != nullptr; frame = frame->below)
    frame->addNames(names);
  assigned.addNames(names);
  for (const Frame* frame = m_arguments; frame != nullptr; frame = frame->below)
    frame->addNames(names);
  if (m_globals != nullptr) {
    for (const auto& [name, value] : *m_globals)
      names.push_back(name);
  }
  if (m_counters != nullptr) m_counters->addNames(names);
  return names;
}

} // namespace postwright::liquid
