#include "app/cli/command_line.h"

#include <QCommandLineParser>
#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <set>
#include <sstream>
#include <string>

#include "app/checks/checks.h"
#include "app/cli/usage.h"
#include "app/export/export.h"
#include "app/generators/cobalt/load.h"
#include "app/render/page.h"

namespace postwright::cli {
namespace {

namespace fs = std::filesystem;

constexpr int kDone = 0;
constexpr int kProblems = 1;
constexpr int kBadUsage = 2;

struct Arguments {
  std::string target;
  std::string output;
  std::string config;
  std::string kind;
  bool drafts = false;
  bool warnings = false;
  DateTime now;
};

int complain(const std::string& text) {
  std::cerr << "postwright: " << text << '\n';
  return kProblems;
}

/// What the generator itself says, below our own sentence.
void quoteGenerator(const Error& error) {
  for (const std::string& line : error.context)
    std::cerr << "  " << line << '\n';
  std::istringstream detail(error.detail);
  for (std::string line; std::getline(detail, line);)
    std::cerr << "  " << line << '\n';
}

int complain(const Error& error) {
  const std::string where = toString(error.where);
  complain(where.empty() ? describe(error) : where + ": " + describe(error));
  quoteGenerator(error);
  for (const Error& other : error.others)
    complain(toString(other.where) + ": " + describe(other));
  return kProblems;
}

int misuse(const std::string& text) {
  std::cerr << "postwright: " << text << "\nTry 'postwright --help'.\n";
  return kBadUsage;
}

bool isSameFile(const std::string& a, const std::string& b) {
  std::error_code ignored;
  return fs::equivalent(a, b, ignored);
}

/// Writes to the file, or to stdout when there is none.
int deliver(const std::string& bytes, const Arguments& arguments) {
  if (arguments.output.empty()) {
    std::cout << bytes << std::flush;
    return kDone;
  }
  if (isSameFile(arguments.target, arguments.output))
    return misuse("the output would overwrite its own source");
  const Result<Fingerprint> written = writeFile(arguments.output, bytes);
  return written ? kDone : complain(written.error());
}

/// The configuration named on the command line, as seen from here or from the site's folder.
fs::path configPath(const std::string& folder, const std::string& config) {
  const fs::path below = fs::path(folder) / config;
  return fs::absolute(fs::exists(config) || !fs::exists(below) ? fs::path(config) : below);
}

/// The generator takes any folder it is told to build; a file's site must be one.
enum class Folder : std::uint8_t { ToBuild, Site };

Result<site::SitePointer> loadSite(const std::string& folder, const Arguments& arguments, Folder kind) {
  generators::cobalt::LoadOptions options;
  options.takesAnyFolder = true;
  options.isBuiltElsewhere = kind == Folder::ToBuild;
  if (!arguments.config.empty()) {
    const fs::path config = configPath(folder, arguments.config);
    options.configFile = config.string();
    return generators::cobalt::load(config.parent_path().string(), options);
  }
  if (kind == Folder::Site && !generators::cobalt::looksLikeSite(folder)) {
    return failure(ErrorCode::NoSite, {folder});
  }
  return generators::cobalt::load(folder, options);
}

/// A file with the page it makes, in its site when it lies in one.
struct Rendered {
  site::SitePointer site; ///< null outside a site
  std::string text;
  render::Page page;
};

void report(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics)
    std::cerr << toString(diagnostic) << '\n';
}

Result<Rendered> renderFile(const Arguments& arguments) {
  Result<FileContent> content = readFile(arguments.target);
  if (!content) return failure(content.error());
  Rendered rendered{nullptr, std::move(content->bytes), {}};
  const std::string file = fs::absolute(arguments.target).lexically_normal().string();
  const std::string folder = arguments.config.empty() ? generators::cobalt::siteFolderOf(file)
                                                      : fs::path(arguments.config).parent_path().string();
  if (folder.empty() && arguments.config.empty()) {
    rendered.page = render::renderLoneFile({nullptr, fs::path(file).filename().string(), rendered.text,
                                            arguments.now, render::Drafts::Auto, render::LateColours::Await});
    return rendered;
  }
  Result<site::SitePointer> site = loadSite(folder, arguments, Folder::Site);
  if (!site) return failure(site.error());
  rendered.site = *site;
  const std::string path =
      fs::weakly_canonical(file).lexically_relative(fs::weakly_canonical((*site)->source())).generic_string();
  rendered.page = render::renderPage(
      {*site, path, rendered.text, arguments.now, render::Drafts::Auto, render::LateColours::Await});
  return rendered;
}

int runRender(const Arguments& arguments) {
  const Result<Rendered> rendered = renderFile(arguments);
  if (!rendered) return complain(rendered.error());
  report(rendered->page.diagnostics);
  return rendered->page.ok ? deliver(rendered->page.html, arguments) : kProblems;
}

int exportSingle(const Rendered& rendered, const Arguments& arguments) {
  if (!rendered.site) return deliver(rendered.page.html, arguments);
  const Result<exporting::SelfContained> single = exporting::selfContained(*rendered.site, rendered.page);
  if (!single) return complain(single.error());
  report(single->warnings);
  return deliver(single->html, arguments);
}

int runExport(const Arguments& arguments) {
  if (arguments.output.empty()) return misuse("export needs -o OUT");
  if (arguments.kind == "markdown") {
    const Result<FileContent> content = readFile(arguments.target);
    return content ? deliver(exporting::markdownSource(content->bytes, true), arguments)
                   : complain(content.error());
  }
  if (arguments.kind != "html" && arguments.kind != "single")
    return misuse("export needs --as html, single or markdown");
  const Result<Rendered> rendered = renderFile(arguments);
  if (!rendered) return complain(rendered.error());
  report(rendered->page.diagnostics);
  if (!rendered->page.ok) return kProblems;
  return arguments.kind == "single" ? exportSingle(*rendered, arguments)
                                    : deliver(rendered->page.html, arguments);
}

int runBuild(const Arguments& arguments) {
  if (arguments.output.empty()) return misuse("build needs -o DIR");
  const Result<site::SitePointer> site = loadSite(arguments.target, arguments, Folder::ToBuild);
  if (!site) return complain(site.error());
  const std::string destination = fs::absolute(arguments.output).lexically_normal().string();
  exporting::BuildOptions options{std::nullopt, arguments.now};
  if (arguments.drafts) options.drafts = true;
  const Result<Diagnostics> built = exporting::buildSite(*site, destination, options);
  if (!built) return complain(built.error());
  report(*built);
  return std::ranges::count(*built, Severity::Error, &Diagnostic::severity) == 0 ? kDone : kProblems;
}

/// Prints the problems of one document; how many there were. A layout's warnings are printed once, whatever
/// the number of pages that have them.
std::size_t checkDocument(const site::SitePointer& site, const site::Document& document,
                          const Arguments& arguments, std::set<std::string>& warnings) {
  const Result<FileContent> content = readFile(site->source() + "/" + document.path);
  if (!content) {
    std::cout << toString(Diagnostic{Severity::Error, content.error()}) << '\n';
    return 1;
  }
  const render::Request request{site, document.path, content->bytes, arguments.now, render::Drafts::Auto};
  const render::Page page = render::renderPage(request);
  for (const Diagnostic& diagnostic : page.diagnostics)
    std::cout << toString(diagnostic) << '\n';
  if (arguments.warnings) {
    for (const Diagnostic& diagnostic : checks::checkPage(request, page)) {
      const std::string line = toString(diagnostic);
      if (warnings.insert(line).second) std::cout << line << '\n';
    }
  }
  return page.diagnostics.size(); // the site can be built in spite of warnings
}

int runCheck(const Arguments& arguments) {
  const Result<site::SitePointer> site = loadSite(arguments.target, arguments, Folder::Site);
  if (!site) return complain(site.error());
  const Diagnostics problems = (*site)->problems();
  for (const Diagnostic& diagnostic : problems)
    std::cout << toString(diagnostic) << '\n';
  std::size_t count = problems.size();
  std::set<std::string> warnings;
  for (const site::DocumentPointer& document : (*site)->documents())
    count += checkDocument(*site, *document, arguments, warnings);
  return count == 0 ? kDone : kProblems;
}

struct Command {
  std::string_view name;
  int (*run)(const Arguments&);
};

constexpr std::array kCommands = {Command{"render", runRender}, Command{"export", runExport},
                                  Command{"build", runBuild}, Command{"check", runCheck}};

int runParsed(const Command& command, const QStringList& words) {
  QCommandLineParser parser;
  const QCommandLineOption output({QStringLiteral("o"), QStringLiteral("output")}, {}, QStringLiteral("OUT"));
  const QCommandLineOption config(QStringLiteral("config"), {}, QStringLiteral("FILE"));
  const QCommandLineOption now(QStringLiteral("now"), {}, QStringLiteral("TIME"));
  const QCommandLineOption kind(QStringLiteral("as"), {}, QStringLiteral("KIND"));
  const QCommandLineOption drafts(QStringLiteral("drafts"));
  const QCommandLineOption warnings(QStringLiteral("warnings"));
  parser.addOptions({output, config, now});
  if (command.run == runExport) parser.addOption(kind);
  if (command.run == runBuild) parser.addOption(drafts);
  if (command.run == runCheck) parser.addOption(warnings);
  if (!parser.parse(words)) return misuse(parser.errorText().toStdString());
  if (parser.positionalArguments().size() != 1)
    return misuse(std::string(command.name) + " takes one file or folder");
  Arguments arguments;
  arguments.target = parser.positionalArguments().first().toStdString();
  arguments.output = parser.value(output).toStdString();
  arguments.config = parser.value(config).toStdString();
  arguments.drafts = command.run == runBuild && parser.isSet(drafts);
  arguments.warnings = command.run == runCheck && parser.isSet(warnings);
  if (command.run == runExport) arguments.kind = parser.value(kind).toStdString();
  const std::optional<DateTime> clock =
      parser.isSet(now) ? parseDateTime(parser.value(now).toStdString()) : currentDateTime();
  if (!clock) return misuse("--now needs 'YYYY-MM-DD HH:MM:SS +0000'");
  arguments.now = *clock;
  return command.run(arguments);
}

} // namespace

std::optional<int> runCommand(int argc, char** argv) {
  const std::string_view first = argc > 1 ? argv[1] : "";
  if (first == "--help" || first == "-h") {
    std::cout << kHelp;
    return kDone;
  }
  if (first == "--version" || first == "-v") {
    std::cout << "postwright " << POSTWRIGHT_VERSION << '\n';
    return kDone;
  }
  for (const Command& command : kCommands) {
    if (command.name != first) continue;
    QStringList words;
    for (int i = 1; i < argc; ++i)
      words << QString::fromLocal8Bit(argv[i]);
    return runParsed(command, words);
  }
  return std::nullopt;
}

} // namespace postwright::cli
