#include "app/export/output_folder.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "app/site/paths.h"

namespace postwright::exporting {
namespace {

namespace fs = std::filesystem;

Error writeError(const std::string& path, const std::string& reason) {
  return Error{ErrorCode::FileWriteFailed, reason, {path}, {reason}, {}};
}

/// True when a part of `path` begins as the names do that a site never publishes.
bool isHidden(std::string_view path) {
  return std::ranges::any_of(site::pathParts(path), [](std::string_view part) {
    return part.front() == '_' || part.front() == '.';
  });
}

} // namespace

Result<OutputFolder> OutputFolder::open(const site::Site& site, const std::string& folder) {
  std::error_code error;
  const std::string target = fs::weakly_canonical(fs::absolute(folder, error), error).string();
  if (error) return failure(writeError(folder, error.message()));
  const std::string source = fs::weakly_canonical(site.source(), error).string();
  if (site::startsWith(target, source) && !isHidden(site::below(target, source)))
    return failure(ErrorCode::DestinationInSource, {folder});
  fs::create_directories(target, error);
  if (!fs::is_directory(target)) return failure(writeError(folder, error.message()));
  OutputFolder output;
  output.m_folder = target;
  return output;
}

Result<std::string> OutputFolder::place(const std::string& path, const std::string& from) {
  const std::string clean = site::normalised(path);
  if (clean.empty() || clean == ".." || clean.starts_with("../")) {
    return failure(ErrorCode::OutputOutsideDestination, {path}, {}, {from});
  }
  const auto [known, isNew] = m_written.emplace(clean, from);
  if (!isNew) {
    m_warnings.push_back(
        {Severity::Warning, {ErrorCode::OutputOverwritten, {}, {from}, {clean, known->second}, {}}});
    known->second = from;
  }
  std::string target = site::joined(m_folder, clean);
  const fs::path parent = fs::path(target).parent_path();
  std::error_code error;
  if (!site::startsWith(fs::weakly_canonical(parent, error).string(), m_folder)) { // a link may lead out
    return failure(ErrorCode::OutputOutsideDestination, {path}, {}, {from});
  }
  fs::create_directories(parent, error);
  if (error) return failure(writeError(target, error.message()));
  if (fs::is_symlink(target)) fs::remove(target, error); // what it leads to is not ours
  return target;
}

Result<void> OutputFolder::write(const std::string& path, std::string_view bytes, const std::string& from) {
  const Result<std::string> target = place(path, from);
  if (!target) return failure(target.error());
  std::ofstream stream(*target, std::ios::binary | std::ios::trunc);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  if (!stream) return failure(writeError(*target, std::generic_category().message(errno)));
  return {};
}

Result<void> OutputFolder::copy(const std::string& path, const std::string& source, const std::string& from) {
  const Result<std::string> target = place(path, from);
  if (!target) return failure(target.error());
  std::error_code error;
  fs::copy_file(source, *target, fs::copy_options::overwrite_existing, error);
  if (!error) return {};
  if (!fs::exists(source)) return failure(ErrorCode::FileVanished, {}, error.message(), {from});
  return failure(writeError(*target, error.message()));
}

} // namespace postwright::exporting
