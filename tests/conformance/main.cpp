// conformance PATH… [--failed] [--gaps FOLDER]: runs folders of recorded answers of the real generator.
#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/conformance/code_colours_suite.h"
#include "tests/conformance/edits_suite.h"
#include "tests/conformance/front_matter_suite.h"
#include "tests/conformance/known_gaps.h"
#include "tests/conformance/liquid_suite.h"
#include "tests/conformance/markdown_suite.h"
#include "tests/conformance/site_cases_suite.h"
#include "tests/conformance/sites_suite.h"
#include "tests/conformance/slugs_suite.h"

namespace {

namespace fs = std::filesystem;
using namespace postwright::conformance;

struct Suite {
  std::string_view file;
  SuiteResult (*run)(const std::string& jsonFile);
};

constexpr auto kSuites = std::to_array<Suite>({
    {"liquid.json", runLiquidSuite},
    {"dates.json", runLiquidSuite},
    {"slugs.json", runSlugsSuite},
    {"markdown.json", runMarkdownSuite},
    {"code-colours.json", runCodeColoursSuite},
    {"front-matter.json", runFrontMatterSuite},
    {"front-matter-edits.json", runEditsSuite},
    {"site-cases.json", runSiteCasesSuite},
});

struct Options {
  std::vector<std::string> paths;
  std::string gaps = POSTWRIGHT_KNOWN_GAPS;
  bool showFailed = false;
};

class Run {
 public:
  explicit Run(const Options& options)
      : m_options(options), m_siteGaps(KnownGaps::read(options.gaps, "sites")) {}

  /// 0 when nothing failed that is not listed, 1 otherwise, 2 when there was nothing to run.
  int all() {
    for (const std::string& path : m_options.paths)
      visit(path);
    reportClosedSiteGaps();
    if (m_found == 0) std::fprintf(stderr, "conformance: nothing to run in the given folders\n");
    return m_found == 0 ? 2 : m_failed ? 1 : 0;
  }

 private:
  void visit(const fs::path& path) {
    if (isRecordedSite(path.string())) return runSite(path);
    if (!fs::is_directory(path)) return runFile(path);
    std::vector<fs::path> entries;
    for (const auto& entry : fs::directory_iterator(path))
      entries.push_back(entry.path());
    std::ranges::sort(entries);
    for (const fs::path& entry : entries) {
      if (fs::is_directory(entry) ? hasSites(entry) : true) visit(entry);
    }
  }

  static bool hasSites(const fs::path& folder) {
    if (isRecordedSite(folder.string())) return true;
    return std::ranges::any_of(fs::directory_iterator(folder), [](const fs::directory_entry& entry) {
      return entry.is_directory() && isRecordedSite(entry.path().string());
    });
  }

  void runFile(const fs::path& path) {
    const std::string name = path.filename().string();
    const auto* suite = std::ranges::find(kSuites, name, &Suite::file);
    if (suite == kSuites.end()) return;
    const KnownGaps gaps = KnownGaps::read(m_options.gaps, path.stem().string());
    report(name, judge(suite->run(path.string()), gaps), 0);
  }

  void runSite(const fs::path& path) {
    const std::string parent = path.parent_path().filename().string();
    const std::string folder = path.filename().string();
    const std::string name = parent == "cobalt-tests" ? parent + "/" + folder : folder;
    const SitesResult result = runRecordedSite(path.string(), name);
    for (const std::string& failed : result.suite.failedNames)
      m_failedFiles.insert(failed);
    m_sites.insert(name);
    Judgement judgement = judge(result.suite, m_siteGaps);
    judgement.closed.clear();
    report(name, judgement, result.leftOut);
  }

  /// A gap of a site that was run and whose file is right, or does not exist.
  void reportClosedSiteGaps() {
    for (const auto& [gap, reason] : m_siteGaps.reasons()) {
      const bool wasRun = std::ranges::any_of(
          m_sites, [&](const std::string& name) { return gap == name || gap.starts_with(name + "/"); });
      if (!wasRun || m_failedFiles.contains(gap)) continue;
      std::printf("  listed as a gap, but it passes: %s\n", gap.c_str());
      m_failed = true;
    }
  }

  void report(const std::string& name, const Judgement& judgement, int leftOut) {
    ++m_found;
    std::printf("%s: %d passed, %zu failed, %d known gaps", name.c_str(), judgement.passed,
                judgement.failures.size(), judgement.gaps);
    if (leftOut > 0) std::printf(", %d left out", leftOut);
    std::printf("\n");
    for (std::size_t i = 0; m_options.showFailed && i < judgement.failures.size(); ++i)
      std::printf("  FAILED %s\n%s\n", judgement.failures[i].c_str(), judgement.details[i].c_str());
    for (const std::string& gap : judgement.closed)
      std::printf("  listed as a gap, but it passes: %s\n", gap.c_str());
    m_failed = m_failed || !judgement.failures.empty() || !judgement.closed.empty();
    std::fflush(stdout);
  }

  const Options& m_options;
  KnownGaps m_siteGaps;
  std::set<std::string> m_sites;
  std::set<std::string> m_failedFiles;
  int m_found = 0;
  bool m_failed = false;
};

} // namespace

int main(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--failed") {
      options.showFailed = true;
    } else if (argument == "--gaps" && i + 1 < argc) {
      options.gaps = argv[++i];
    } else {
      options.paths.push_back(argument);
    }
  }
  if (options.paths.empty()) {
    std::fprintf(stderr, "usage: conformance PATH... [--failed] [--gaps FOLDER]\n");
    return 2;
  }
  return Run(options).all();
}
