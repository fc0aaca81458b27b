#include "app/site/ignore_rules.h"

#include "app/base/text.h"

namespace postwright::site {
namespace {

/// Without the blanks at its end, unless the last one is escaped.
std::string_view withoutTrailingBlanks(std::string_view line) {
  if (line.ends_with("\\ ")) return line;
  const std::size_t last = line.find_last_not_of(" \t\r\n\v\f");
  return last == std::string_view::npos ? std::string_view() : line.substr(0, last + 1);
}

bool takePrefix(std::string_view& line, char prefix) {
  const bool found = line.starts_with(prefix);
  if (found) line.remove_prefix(1);
  return found;
}

/// The glob against a whole path: a line without a slash holds in every folder, `x/**` not for `x` itself.
std::string globOf(std::string_view line, bool isAbsolute) {
  std::string glob(line);
  const bool anywhere = !isAbsolute && line.find('/') == std::string_view::npos;
  if (anywhere && glob != "**") glob.insert(0, "**/");
  if (glob.ends_with("/**")) glob += "/*";
  return glob;
}

} // namespace

Result<void> IgnoreRules::add(std::string_view line) {
  if (line.starts_with('#')) return {};
  line = withoutTrailingBlanks(line);
  if (line.empty()) return {};
  const std::string_view original = line;
  Rule rule;
  bool isAbsolute = false;
  if (line.starts_with("\\!") || line.starts_with("\\#")) {
    line.remove_prefix(1);
  } else {
    rule.includes = takePrefix(line, '!');
    isAbsolute = takePrefix(line, '/');
  }
  rule.foldersOnly = line.ends_with('/');
  if (rule.foldersOnly) line.remove_suffix(line.ends_with("\\/") ? 2 : 1);
  Result<Glob> glob = Glob::parse(globOf(line, isAbsolute));
  if (!glob) {
    const std::string reason =
        "error parsing glob '" + std::string(original) + "': " + std::move(glob.error().detail);
    return failure(ErrorCode::ConfigInvalid, {reason}, reason);
  }
  rule.line = original;
  rule.glob = std::move(*glob);
  m_rules.push_back(std::move(rule));
  return {};
}

const std::string& IgnoreRules::lineAgainst(std::string_view path, bool isFolder) const {
  static const std::string none;
  for (auto rule = m_rules.rbegin(); rule != m_rules.rend(); ++rule) {
    if (rule->foldersOnly && !isFolder) continue;
    if (rule->glob.matches(path)) return rule->includes ? none : rule->line;
  }
  return none;
}

} // namespace postwright::site
