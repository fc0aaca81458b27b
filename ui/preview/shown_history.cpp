#include "ui/preview/shown_history.h"

#include <utility>

namespace postwright::ui {

void ShownHistory::visit(const QString& document) {
  const int wanted = std::exchange(m_wanted, -1);
  if (isAt(m_current, document)) return;
  if (isAt(wanted, document)) {
    m_current = wanted;
    return;
  }
  m_entries.resize(static_cast<std::size_t>(m_current + 1));
  m_entries.push_back({document, {}});
  ++m_current;
}

void ShownHistory::setUrl(const QString& url) {
  if (m_current >= 0) m_entries[static_cast<std::size_t>(m_current)].url = url;
}

void ShownHistory::clear() {
  *this = {};
}

QString ShownHistory::back() {
  m_wanted = m_current - 1;
  return m_entries[static_cast<std::size_t>(m_wanted)].url;
}

QString ShownHistory::forward() {
  m_wanted = m_current + 1;
  return m_entries[static_cast<std::size_t>(m_wanted)].url;
}

bool ShownHistory::isAt(int index, const QString& document) const {
  return index >= 0 && index < static_cast<int>(m_entries.size()) &&
         m_entries[static_cast<std::size_t>(index)].document == document;
}

} // namespace postwright::ui
