// Builds one site and compares the tree it wrote with the tree that the real generator wrote.
// The one rule: every file of the expected tree with its bytes, and no other file.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tests/conformance/suite.h"

namespace postwright::conformance {

/// What the real generator did with a site.
struct SiteExpectation {
  std::string name;                         ///< of the case, the front part of every file's name
  std::string folder;                       ///< of the configuration
  std::vector<std::string> args;            ///< of `cobalt build`
  std::string now;                          ///< the clock it saw
  std::map<std::string, std::string> files; ///< path -> bytes
  std::set<std::string> copied;             ///< written, bytes not recorded
  std::set<std::string> unstable;           ///< bytes differ between two runs of the generator
  std::optional<std::string> error;         ///< what it said when it failed
};

/// What one site comes to.
struct SiteOutcome {
  std::vector<std::string> passed;                           ///< names of files (or the error)
  std::vector<std::pair<std::string, std::string>> failures; ///< name and what differs
  int leftOut = 0; ///< unstable files, minified files and compiled style sheets
};

SiteOutcome checkSite(const SiteExpectation& expectation);

/// The first line at which two texts differ, both sides, cut to a readable length.
std::string firstDifference(const std::string& expected, const std::string& actual);

/// A folder that is removed with this object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::string& path() const { return m_path; }

 private:
  std::string m_path;
};

} // namespace postwright::conformance
