// A small site in a folder of its own, for tests that load one.
#pragma once

#include <QTemporaryDir>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "app/generators/cobalt/load.h"

namespace postwright::testing {

class SiteFolder {
 public:
  using Files = std::map<std::string, std::string>; ///< path -> text

  explicit SiteFolder(const Files& files) {
    for (const auto& [path, text] : files)
      write(path, text);
  }

  std::string path() const { return m_folder.path().toStdString(); }

  void write(const std::string& file, const std::string& text) const {
    const std::filesystem::path target = std::filesystem::path(path()) / file;
    std::filesystem::create_directories(target.parent_path());
    std::ofstream(target, std::ios::binary) << text;
  }

  std::string read(const std::string& file) const {
    std::ostringstream bytes;
    bytes << std::ifstream(std::filesystem::path(path()) / file, std::ios::binary).rdbuf();
    return bytes.str();
  }

  /// Null when the site cannot be loaded.
  site::SitePointer load() const {
    auto site = generators::cobalt::load(path());
    return site ? *site : nullptr;
  }

 private:
  QTemporaryDir m_folder;
};

} // namespace postwright::testing
