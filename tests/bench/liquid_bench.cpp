// liquid_bench DIR: parsing and rendering the fixtures of DIR (index.liquid, data.json, includes/), each
// against ruby-liquid (Debian's) and liquidjs where those are installed, and plain text against memcpy.
// node finds a liquidjs from npm by NODE_PATH=<its node_modules>. Then parsing of 1 kB to 10 MB.
// One line per case, the ratio last; then geometric means (own-text, a copy, is left out of those).
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "app/liquid/template.h"
#include "tests/conformance/json_value.h"

namespace {

namespace fs = std::filesystem;
using namespace postwright;

struct Timing {
  double parse = 0; ///< µs
  double render = 0;
};

using Timings = std::map<std::string, Timing>;

struct Peer {
  std::string name;
  std::string probe;   ///< a shell command that succeeds when the peer is installed
  std::string command; ///< prints `name parse_us render_us` lines for the folder that is added
};

std::string readText(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

class FolderPartials : public liquid::Partials {
 public:
  explicit FolderPartials(const fs::path& folder) {
    if (!fs::is_directory(folder)) return;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (!entry.is_regular_file()) continue;
      const std::string name = fs::relative(entry.path(), folder).generic_string();
      m_partials.emplace(name, liquid::parse(readText(entry.path()), {name}));
    }
  }

  Result<liquid::TemplatePointer> find(std::string_view name) const override {
    const auto found = m_partials.find(std::string(name));
    if (found == m_partials.end()) return nullptr;
    return found->second;
  }
  std::vector<std::string> names() const override { return {}; }

 private:
  std::map<std::string, Result<liquid::TemplatePointer>> m_partials;
};

/// The median of repeated runs, in µs.
double timeOf(const std::function<void()>& run) {
  using Clock = std::chrono::steady_clock;
  std::vector<double> samples;
  const auto start = Clock::now();
  do {
    const auto before = Clock::now();
    run();
    samples.push_back(std::chrono::duration<double, std::micro>(Clock::now() - before).count());
  } while (Clock::now() - start < std::chrono::milliseconds(500) || samples.size() < 5);
  const auto middle = samples.begin() + static_cast<std::ptrdiff_t>(samples.size() / 2);
  std::nth_element(samples.begin(), middle, samples.end());
  return *middle;
}

/// Times one fixture; nothing when it cannot be rendered as expected.
std::unique_ptr<Timing> timeFixture(const fs::path& folder) {
  const std::string text = readText(folder / "index.liquid");
  const Object globals = conformance::toObject(nlohmann::ordered_json::parse(readText(folder / "data.json")));
  const FolderPartials partials(folder / "includes");
  liquid::RenderInput input;
  input.globals = &globals;
  input.partials = &partials;
  const auto parsed = liquid::parse(text);
  const auto output = parsed ? liquid::render(**parsed, input) : tl::unexpected(parsed.error());
  if (!output || *output != readText(folder / "expected.html")) {
    std::printf("%s: not what is expected%s\n", folder.filename().c_str(),
                output ? "" : (": " + output.error().detail).c_str());
    return nullptr;
  }
  auto timing = std::make_unique<Timing>();
  timing->parse = timeOf([&] { (void)liquid::parse(text); });
  timing->render = timeOf([&] { (void)liquid::render(**parsed, input); });
  return timing;
}

Timings timePeer(const Peer& peer, const std::string& folder) {
  Timings timings;
  if (std::system((peer.probe + " >/dev/null 2>&1").c_str()) != 0) {
    std::printf("%s is not installed: left out\n", peer.name.c_str());
    return timings;
  }
  FILE* pipe = popen((peer.command + " '" + folder + "'").c_str(), "r");
  char name[256];
  Timing timing;
  while (pipe != nullptr && std::fscanf(pipe, "%255s %lf %lf", name, &timing.parse, &timing.render) == 3)
    timings[name] = timing;
  if (pipe != nullptr) pclose(pipe);
  return timings;
}

void printRatio(const std::string& name, double ours, const std::string& peer, double theirs) {
  std::printf("%s: %.1f us, %s %.1f us, %s %.1fx\n", name.c_str(), ours, peer.c_str(), theirs, peer.c_str(),
              theirs / ours);
}

void printMean(const std::string& what, const std::string& peer, const std::vector<double>& ratios) {
  if (ratios.empty()) return;
  double logarithms = 0;
  for (const double ratio : ratios)
    logarithms += std::log(ratio);
  std::printf("%s, geometric mean: %s %.1fx\n", what.c_str(), peer.c_str(),
              std::exp(logarithms / static_cast<double>(ratios.size())));
}

void compare(const Timings& ours, const Peer& peer, const Timings& theirs) {
  std::vector<double> parseRatios;
  std::vector<double> renderRatios;
  for (const auto& [name, timing] : ours) {
    const auto other = theirs.find(name);
    if (other == theirs.end()) continue;
    printRatio(name, timing.render, peer.name, other->second.render);
    printRatio(name + " parse", timing.parse, peer.name, other->second.parse);
    if (name == "own-text") continue;
    renderRatios.push_back(other->second.render / timing.render);
    parseRatios.push_back(other->second.parse / timing.parse);
  }
  printMean("render", peer.name, renderRatios);
  printMean("parse", peer.name, parseRatios);
}

/// Plain text is a copy: a fresh one of its bytes is the floor.
void compareWithCopy(const fs::path& folder, const Timings& ours) {
  const auto text = ours.find("own-text");
  if (text == ours.end()) return;
  const std::string bytes = readText(folder / "own-text" / "expected.html");
  const double floor = timeOf([&] {
    const std::unique_ptr<char[]> copy(new char[bytes.size()]);
    std::memcpy(copy.get(), bytes.data(), bytes.size());
    asm volatile("" : : "r"(copy.get()) : "memory"); // keeps the copy
  });
  std::printf("own-text: %.1f us, memcpy %.1f us, over memcpy %.2fx\n", text->second.render, floor,
              text->second.render / floor);
}

/// Parsing `unit` over and over, 1 kB to 10 MB: the time of a byte at each size, and the slowest against the
/// one at 1 kB.
void compareSizesOf(const std::string& name, const std::string& unit) {
  std::vector<double> perByte;
  std::printf("parse %s:", name.c_str());
  for (const std::size_t size : {1'000U, 10'000U, 100'000U, 1'000'000U, 10'000'000U}) {
    std::string text;
    while (text.size() < size)
      text += unit;
    perByte.push_back(1000 * timeOf([&] { (void)liquid::parse(text); }) / static_cast<double>(text.size()));
    std::printf(" %zu kB %.2f ns a byte,", size / 1000, perByte.back());
  }
  std::printf(" slowest over 1 kB %.2fx\n", *std::ranges::max_element(perByte) / perByte.front());
}

/// Parsing must take time in proportion to the text, whatever the text is.
void compareSizes() {
  const std::vector<std::pair<std::string, std::string>> units = {
      {"mixed", "Some text {{ page.title | upcase }}\n{% if a %}x{% else %}y{% endif %} more text.\n"},
      {"text", "no liquid here at all, only words and lines\n"},
      {"open braces", "{{ "},
      {"blanks", "        "},
      {"quotes", "{{ 'a \"b "},
      {"cut tags", "   {%- if a | b: 'c"},
      {"braces", "{{{%{"},
      {"nested blocks", "{% if a %}"},
      {"brackets", "a[{{b["},
  };
  for (const auto& [name, unit] : units)
    compareSizesOf(name, unit);
}

} // namespace

int main(int count, char** arguments) {
  if (count != 2 || !fs::is_directory(arguments[1])) {
    std::fprintf(stderr, "usage: liquid_bench DIR\n");
    return 2;
  }
  const fs::path folder = arguments[1];
  Timings ours;
  bool allGood = true;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (!fs::exists(entry.path() / "index.liquid")) continue;
    const auto timing = timeFixture(entry.path());
    allGood = allGood && timing != nullptr;
    if (timing) ours[entry.path().filename().string()] = *timing;
  }
  const std::string scripts = std::string(POSTWRIGHT_SOURCE) + "/tests/bench/";
  const std::vector<Peer> peers = {
      {"ruby", "ruby -rliquid -e 1", "ruby " + scripts + "liquid_peer.rb"},
      {"liquidjs", "node -e \"require('liquidjs')\"", "node " + scripts + "liquid_peer.js"},
  };
  for (const Peer& peer : peers)
    compare(ours, peer, timePeer(peer, folder.string()));
  compareWithCopy(folder, ours);
  compareSizes();
  return allGood ? 0 : 1;
}
