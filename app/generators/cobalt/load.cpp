#include "app/generators/cobalt/load.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <thread>

#include "app/base/file.h"
#include "app/base/text.h"
#include "app/generators/cobalt/output_index.h"
#include "app/generators/cobalt/read.h"
#include "app/generators/cobalt/snapshot.h"
#include "app/site/paths.h"
#include "app/site/walk.h"

namespace postwright::generators::cobalt {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kConfigName = "_cobalt.yml";

/// A file of the source folder and the builds that see it.
struct SeenFile {
  std::string path;
  std::array<bool, 2> isSeen{};
};

Error cancelled() {
  return Error{ErrorCode::Cancelled, {}, {}, {}, {}};
}

Result<Config> configAt(const std::string& file) {
  const std::string name = fs::path(file).filename().string();
  Result<FileContent> content = readFile(file);
  if (!content) {
    Error error = std::move(content.error());
    error.context = {"Failed to read config"};
    return failure(std::move(error));
  }
  if (const auto bad = firstInvalidUtf8(content->bytes)) {
    return failure(ErrorCode::FileNotUtf8, {std::to_string(*bad)}, "stream did not contain valid UTF-8",
                   {name});
  }
  Result<Config> config = readConfig(content->bytes, name);
  if (!config) {
    config.error().context = {"Failed to parse config"};
  } else if (config->templateExtensions.empty()) {
    const std::string detail = "`template_extensions` should not be empty.";
    return failure(ErrorCode::ConfigInvalid, {detail}, detail, {name});
  }
  return config;
}

Result<std::shared_ptr<Base>> baseOf(const std::string& folder, const LoadOptions& options) {
  auto base = std::make_shared<Base>();
  std::error_code error;
  Settings& settings = base->settings;
  const fs::path root = fs::canonical(folder, error);
  if (error || !fs::is_directory(root, error)) return failure(ErrorCode::NoSite, {folder}, error.message());
  settings.root = root.string();
  const std::string usual = (root / kConfigName).string();
  if (!options.configFile.empty()) {
    settings.configFile = fs::absolute(options.configFile, error).lexically_normal().string();
  } else if (fs::exists(usual, error)) {
    settings.configFile = usual;
  }
  Result<Config> config = settings.configFile.empty() ? Config{} : configAt(settings.configFile);
  if (!config) return failure(std::move(config.error()));
  if (options.isBuiltElsewhere) config->destination.clear();
  applyConfig(settings, std::move(*config));
  return base;
}

/// The files of both kinds of build in path order.
Result<std::vector<SeenFile>> findFiles(const Settings& settings, const std::stop_token& stop) {
  std::vector<site::IgnoreRules> lists;
  for (const bool drafts : {false, true}) {
    Result<site::IgnoreRules> rules = ignoreRules(settings.config, drafts);
    if (!rules) return failure(std::move(rules.error()));
    lists.push_back(std::move(*rules));
  }
  std::vector<SeenFile> files;
  for (site::WalkedFile& file : site::walkFor(settings.source, lists, stop))
    files.push_back({std::move(file.path), {file.isSeen[0], file.isSeen[1]}});
  return files;
}

bool isDocument(const Config& config, const SeenFile& file) {
  return roleOf(config, file.path, false) != Role::Asset;
}

/// Reads on two threads: this one, which reports, and one more.
std::vector<SourceDocument> readDocuments(const Settings& settings, const std::vector<SeenFile>& files,
                                          const site::LoadProgress& progress, const std::stop_token& stop) {
  std::vector<SourceDocument> documents(files.size());
  std::atomic<std::size_t> next = 0;
  std::atomic<std::size_t> done = 0;
  const auto work = [&](bool reports) {
    for (std::size_t i = next++; i < files.size() && !stop.stop_requested(); i = next++) {
      documents[i] = readSourceFile(settings, files[i].path, files[i].isSeen);
      const std::size_t count = ++done;
      if (reports && progress) progress(count, files.size());
    }
  };
  {
    const std::jthread second([&] { work(false); });
    work(true);
  }
  if (progress) progress(files.size(), files.size());
  return documents;
}

Result<void> readFiles(Base& base, const site::LoadProgress& progress, const std::stop_token& stop) {
  Result<std::vector<SeenFile>> files = findFiles(base.settings, stop);
  if (!files) return failure(std::move(files.error()));
  std::vector<SeenFile> documents;
  for (SeenFile& file : *files) {
    if (isDocument(base.settings.config, file)) {
      documents.push_back(std::move(file));
      continue;
    }
    for (const std::size_t i : {0U, 1U}) {
      if (file.isSeen[i]) base.lineups[i].assets.push_back(file.path);
    }
  }
  base.documents = readDocuments(base.settings, documents, progress, stop);
  if (stop.stop_requested()) return failure(cancelled());
  for (const bool drafts : {false, true})
    lineUp(base, drafts);
  return {};
}

PartsPointer partsOf(const std::shared_ptr<Base>& base) {
  auto parts = std::make_shared<Parts>();
  const Settings& settings = base->settings;
  parts->layouts = site::TemplateFolder::read(settings.source, "_layouts", base->problems);
  parts->includes = site::TemplateFolder::read(settings.source, "_includes", base->problems);
  parts->data = readSiteData(settings);
  parts->highlighter = highlighterOf(settings);
  parts->memo = std::make_shared<EntryMemo>();
  parts->base = base;
  parts->outputs = std::make_shared<OutputIndex>(base);
  return parts;
}

} // namespace

Result<site::SitePointer> load(const std::string& folder, const LoadOptions& options,
                               const site::LoadProgress& progress, const std::stop_token& stop) {
  Result<std::shared_ptr<Base>> base = baseOf(folder, options);
  if (!base) return failure(std::move(base.error()));
  Result<void> read = readFiles(**base, progress, stop);
  if (!read) return failure(std::move(read.error()));
  const bool isSite =
      options.takesAnyFolder || !(*base)->settings.configFile.empty() || !(*base)->documents.empty();
  if (!isSite) return failure(ErrorCode::NoSite, {folder});
  return std::make_shared<Snapshot>(partsOf(*base));
}

bool looksLikeSite(const std::string& folder) {
  std::error_code error;
  return fs::is_regular_file(fs::path(folder) / kConfigName, error);
}

std::string siteFolderOf(const std::string& path) {
  std::error_code error;
  fs::path folder = fs::absolute(path, error).lexically_normal();
  if (error) return {};
  for (;; folder = folder.parent_path()) {
    if (looksLikeSite(folder.string())) return folder.string();
    if (folder == folder.parent_path()) return {};
  }
}

} // namespace postwright::generators::cobalt
