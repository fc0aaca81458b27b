#include <array>

#include "app/base/text.h"
#include "app/liquid/parsed_template.h"
#include "app/liquid/renderer.h"

namespace postwright::liquid {
namespace {

constexpr std::size_t kMostNotes = 100; ///< of one render; more help nobody

bool isNameByte(char c) {
  return c == '_' || c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Whether `text` gives the variable `name` a value on some way through it.
bool mayAssign(std::string_view text, const std::string& name) {
  constexpr std::array<std::string_view, 4> kTags = {"assign", "capture", "increment", "decrement"};
  for (const std::string_view tag : kTags) {
    for (std::size_t at = text.find(tag); at != std::string_view::npos; at = text.find(tag, at + 1)) {
      const std::string_view rest = trimmed(text.substr(at + tag.size(), name.size() + 64));
      const bool isWhole = rest.size() <= name.size() || !isNameByte(rest[name.size()]);
      if (rest.starts_with(name) && isWhole) return true;
    }
  }
  return false;
}

} // namespace

void Renderer::noteMissing(const Variable& variable, std::size_t offset) {
  if (m_input.missing == nullptr || m_input.missing->size() >= kMostNotes) return;
  if (!m_noted.insert(&variable).second) return;
  Value scratch;
  find(variable, scratch, Missing::IsNoted);
  std::optional<MissingVariable> missing = std::exchange(m_missing, std::nullopt);
  if (!missing) return; // a key in brackets is missing itself
  if (missing->parent.empty() && mayAssign(m_file->text(), missing->name)) return;
  missing->where = m_file->positionAt(offset);
  for (auto site = m_includes.rbegin(); site != m_includes.rend(); ++site)
    missing->chain.push_back(site->file->positionAt(site->offset));
  m_input.missing->push_back(*std::move(missing));
}

} // namespace postwright::liquid
