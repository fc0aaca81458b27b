#include "app/site/template_folder.h"

#include <filesystem>
#include <mutex>
#include <optional>

#include "app/base/file.h"
#include "app/base/text.h"
#include "app/site/paths.h"
#include "app/site/walk.h"

namespace postwright::site {

struct TemplateFolder::Entry {
  std::string file;
  std::string text;
  std::once_flag once{};
  std::optional<Result<liquid::TemplatePointer>> parsed{};
};

namespace {

Result<std::string> readTemplate(const std::string& path) {
  Result<FileContent> content = readFile(path);
  if (!content) return failure(std::move(content.error()));
  if (const auto bad = firstInvalidUtf8(content->bytes)) {
    return failure(ErrorCode::FileNotUtf8, {std::to_string(*bad)});
  }
  return normaliseLineEnds(content->bytes);
}

} // namespace

std::shared_ptr<const TemplateFolder> TemplateFolder::read(const std::string& source,
                                                           const std::string& folder, Diagnostics& problems) {
  auto templates = std::make_shared<TemplateFolder>();
  templates->m_folder = folder;
  const auto warn = [&](Error error, const std::string& file) {
    error.where = SourcePosition{file};
    problems.push_back({Severity::Warning, std::move(error)});
  };
  const Result<std::string> inside = resolveInside(source, folder);
  if (!inside) {
    if (inside.error().code == ErrorCode::PathOutsideSite) warn(inside.error(), folder);
    return templates;
  }
  for (const std::string& name : walk(*inside, {})) {
    const std::string file = joined(folder, name);
    Result<std::string> text = readTemplate(joined(*inside, name));
    if (text) {
      templates->m_entries.emplace(name, std::make_shared<Entry>(file, std::move(*text)));
    } else {
      warn(std::move(text.error()), file);
    }
  }
  return templates;
}

std::shared_ptr<const TemplateFolder> TemplateFolder::withText(const std::string& name,
                                                               std::string_view text) const {
  auto changed = std::make_shared<TemplateFolder>();
  changed->m_folder = m_folder;
  changed->m_entries = m_entries;
  changed->m_entries.insert_or_assign(
      name, std::make_shared<Entry>(joined(m_folder, name), normaliseLineEnds(text)));
  return changed;
}

std::shared_ptr<const TemplateFolder> TemplateFolder::withFile(const std::string& source,
                                                               const std::string& name) const {
  const Result<std::string> inside = resolveInside(source, m_folder);
  const std::string file = inside ? joined(*inside, name) : std::string();
  std::error_code error;
  const bool isThere =
      inside && std::filesystem::is_regular_file(std::filesystem::symlink_status(file, error));
  Result<std::string> text =
      isThere ? readTemplate(file) : Result<std::string>(failure(ErrorCode::FileVanished));
  if (text) return withText(name, *text);
  auto changed = std::make_shared<TemplateFolder>();
  changed->m_folder = m_folder;
  changed->m_entries = m_entries;
  changed->m_entries.erase(name);
  return changed;
}

Result<liquid::TemplatePointer> TemplateFolder::find(std::string_view name) const {
  const auto found = m_entries.find(name);
  if (found == m_entries.end()) return liquid::TemplatePointer();
  Entry& entry = *found->second;
  std::call_once(entry.once, [&] { entry.parsed = liquid::parse(entry.text, {entry.file, 1}); });
  return *entry.parsed;
}

std::vector<std::string> TemplateFolder::names() const {
  std::vector<std::string> names;
  names.reserve(m_entries.size());
  for (const auto& [name, entry] : m_entries)
    names.push_back(name);
  return names;
}

std::vector<TemplateText> TemplateFolder::texts() const {
  std::vector<TemplateText> texts;
  texts.reserve(m_entries.size());
  for (const auto& [name, entry] : m_entries)
    texts.push_back({name, entry->file, entry->text});
  return texts;
}

} // namespace postwright::site
