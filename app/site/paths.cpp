#include "app/site/paths.h"

#include <algorithm>

namespace postwright::site {

std::vector<std::string_view> pathParts(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    if (!part.empty() && part != ".") parts.push_back(part);
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
  }
  return parts;
}

std::string_view fileName(std::string_view path) {
  const auto parts = pathParts(path);
  if (parts.empty() || parts.back() == "..") return {};
  return parts.back();
}

std::string_view parentPath(std::string_view path) {
  const auto parts = pathParts(path);
  if (parts.size() < 2) return {};
  const std::string_view last = parts[parts.size() - 2];
  return path.substr(0, static_cast<std::size_t>(last.data() + last.size() - path.data()));
}

std::optional<std::string_view> extension(std::string_view path) {
  const std::string_view name = fileName(path);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return std::nullopt;
  return name.substr(dot + 1);
}

std::string_view stem(std::string_view path) {
  const std::string_view name = fileName(path);
  const auto ending = extension(path);
  return ending ? name.substr(0, name.size() - ending->size() - 1) : name;
}

bool startsWith(std::string_view path, std::string_view folder) {
  const auto parts = pathParts(path);
  const auto wanted = pathParts(folder);
  return wanted.size() <= parts.size() && std::equal(wanted.begin(), wanted.end(), parts.begin());
}

std::string_view below(std::string_view path, std::string_view folder) {
  const auto parts = pathParts(path);
  const std::size_t skipped = pathParts(folder).size();
  if (skipped >= parts.size()) return {};
  return path.substr(static_cast<std::size_t>(parts[skipped].data() - path.data()));
}

std::string joined(std::string_view a, std::string_view b) {
  std::string path(a);
  if (!path.empty() && !b.empty() && path.back() != '/') path += '/';
  return path.append(b);
}

std::string normalised(std::string_view path) {
  std::vector<std::string_view> kept;
  for (const std::string_view part : pathParts(path)) {
    if (part == ".." && !kept.empty() && kept.back() != "..") {
      kept.pop_back();
    } else {
      kept.push_back(part);
    }
  }
  std::string text;
  for (const std::string_view part : kept)
    text = joined(text, part);
  return text;
}

bool walkedBefore(std::string_view a, std::string_view b) {
  // As comparing part by part: a separator sorts before every byte that a name can hold.
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), [](char left, char right) {
    const auto rank = [](char c) { return c == '/' ? 0 : static_cast<int>(static_cast<unsigned char>(c)); };
    return rank(left) < rank(right);
  });
}

} // namespace postwright::site
