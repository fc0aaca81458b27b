#include "tests/conformance/site_check.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/base/text.h"
#include "app/export/export.h"
#include "app/generators/cobalt/load.h"
#include "app/site/paths.h"
#include "app/site/view.h"
#include "tests/conformance/blame.h"

namespace postwright::conformance {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

std::map<std::string, std::string> readTree(const std::string& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file())
      files[fs::relative(entry.path(), folder).generic_string()] = read(entry.path());
  }
  return files;
}

/// The value of an option such as `-c other.yml`.
std::string argumentAfter(const std::vector<std::string>& args, std::string_view option) {
  const auto found = std::ranges::find(args, option);
  return found == args.end() || found + 1 == args.end() ? std::string() : *(found + 1);
}

std::optional<bool> draftsOf(const std::vector<std::string>& args) {
  if (std::ranges::find(args, "--drafts") != args.end()) return true;
  if (std::ranges::find(args, "--no-drafts") != args.end()) return false;
  return std::nullopt;
}

Result<Diagnostics> build(const SiteExpectation& expectation, const std::string& output,
                          site::AssetSettings& assets) {
  generators::cobalt::LoadOptions options;
  options.takesAnyFolder = true;
  options.isBuiltElsewhere = true;
  const std::string config = argumentAfter(expectation.args, "-c");
  if (!config.empty()) options.configFile = site::joined(expectation.folder, config);
  const auto site = generators::cobalt::load(expectation.folder, options);
  if (!site) return failure(site.error());
  assets = (*site)->view(false)->assetSettings();
  const auto now = parseDateTime(expectation.now);
  auto built = exporting::buildSite(*site, output, {draftsOf(expectation.args), now.value_or(DateTime())});
  if (!built) return built;
  const auto error = std::ranges::find(*built, Severity::Error, &Diagnostic::severity);
  return error == built->end() ? built : failure(error->error);
}

/// Minified files and compiled Sass are outside what must match.
bool isOutOfScope(const SiteExpectation& expectation, const std::string& path, bool minifies) {
  const auto ending = site::extension(path).value_or("");
  if (minifies && (ending == "html" || ending == "css" || ending == "js")) return true;
  if (ending != "css") return false;
  const fs::path sheet = fs::path(expectation.folder) / path;
  return fs::exists(fs::path(sheet).replace_extension("scss")) ||
         fs::exists(fs::path(sheet).replace_extension("sass"));
}

class TreeComparison {
 public:
  TreeComparison(const SiteExpectation& expectation, bool minifies)
      : m_expectation(expectation), m_minifies(minifies) {}

  SiteOutcome run(const std::map<std::string, std::string>& actual) {
    for (const auto& [path, bytes] : m_expectation.files)
      compare(path, bytes, actual);
    for (const auto& [path, bytes] : actual) {
      const bool expected = m_expectation.files.contains(path) || m_expectation.copied.contains(path);
      if (!expected) fail(path, "was not written by the generator");
    }
    for (const std::string& path : m_expectation.copied) {
      if (actual.contains(path) || !fs::exists(fs::path(m_expectation.folder) / path)) continue;
      fail(path, "was not copied");
    }
    return std::move(m_outcome);
  }

 private:
  void fail(const std::string& path, std::string why) {
    m_outcome.failures.emplace_back(m_expectation.name + "/" + path, std::move(why));
  }

  void compare(const std::string& path, const std::string& bytes,
               const std::map<std::string, std::string>& actual) {
    const auto found = actual.find(path);
    if (found == actual.end()) return fail(path, "was not written");
    if (m_expectation.unstable.contains(path) || isOutOfScope(m_expectation, path, m_minifies)) {
      ++m_outcome.leftOut;
    } else if (found->second == bytes) {
      m_outcome.passed.push_back(m_expectation.name + "/" + path);
    } else {
      fail(path, firstDifference(bytes, found->second));
    }
  }

  const SiteExpectation& m_expectation;
  bool m_minifies;
  SiteOutcome m_outcome;
};

SiteOutcome checkError(const SiteExpectation& expectation, const Result<Diagnostics>& result) {
  SiteOutcome outcome;
  const std::string name = expectation.name + ": error";
  const std::string why = result ? "the build went through; expected " + *expectation.error
                                 : blameDifference(*expectation.error, result.error());
  if (why.empty()) {
    outcome.passed.push_back(name);
  } else {
    outcome.failures.emplace_back(name, why);
  }
  return outcome;
}

} // namespace

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (fs::temp_directory_path() / "postwright-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) std::abort();
  m_path = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(m_path, ignored);
}

std::string firstDifference(const std::string& expected, const std::string& actual) {
  const auto mismatch = std::ranges::mismatch(expected, actual);
  const auto offset = static_cast<std::size_t>(mismatch.in1 - expected.begin());
  const int line = static_cast<int>(std::count(expected.begin(), mismatch.in1, '\n')) + 1;
  const std::size_t start = offset > 60 ? offset - 60 : 0;
  const auto excerpt = [&](const std::string& text) {
    return start < text.size() ? text.substr(start, 160) : std::string("(end)");
  };
  return "line " + std::to_string(line) + "\n--- expected\n" + excerpt(expected) + "\n--- got\n" +
         excerpt(actual) + "\n---";
}

SiteOutcome checkSite(const SiteExpectation& expectation) {
  const TemporaryFolder output;
  site::AssetSettings assets;
  const Result<Diagnostics> result = build(expectation, output.path(), assets);
  if (expectation.error) return checkError(expectation, result);
  if (!result) {
    SiteOutcome outcome;
    std::string what = toString(Diagnostic{Severity::Error, result.error()}) + "\n" + result.error().detail;
    outcome.failures.emplace_back(expectation.name, std::move(what));
    return outcome;
  }
  return TreeComparison(expectation, assets.minifiesSomething).run(readTree(output.path()));
}

} // namespace postwright::conformance
