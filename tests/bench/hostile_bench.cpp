// hostile_bench [RUNS]: front matter that is made to cost its reader time, opened and edited: each kind of
// change on a reading of its own, in this thread's own time. Per input: opening, then the slowest kind of
// change; the worst of all runs and its share of the 50 ms that it may take.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "bench_clock.h"
#include "tests/app/front_matter/hostile_inputs.h"
#include "tests/cpu_timer.h"

using namespace postwright;
using front_matter::FrontMatterDocument;

namespace {

constexpr int kRuns = 9;
constexpr double kMostMs = 50;

double msOf(const test::CpuTimer& timer) {
  return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

struct Times {
  const char* change = "";
  std::vector<double> open;
  std::vector<double> edit;
};

Times timesOf(const std::string& post, const std::pair<const char*, front_matter::EditOperation>& change,
              int runs) {
  Times times{change.first, {}, {}};
  for (int i = 0; i < runs; ++i) {
    test::CpuTimer timer;
    const FrontMatterDocument document(post);
    times.open.push_back(msOf(timer));
    timer.start();
    static_cast<void>(document.apply(std::span(&change.second, 1)));
    times.edit.push_back(msOf(timer));
  }
  return times;
}

} // namespace

int main(int argc, char** argv) {
  const int runs = argc > 1 ? std::max(1, std::atoi(argv[1])) : kRuns;
  for (const test::HostileInput& input : test::hostileInputs()) {
    const std::string post = test::hostilePost(input);
    std::vector<double> open;
    Times slowest;
    for (const auto& change : test::hostileChanges()) {
      Times times = timesOf(post, change, runs);
      open.insert(open.end(), times.open.begin(), times.open.end());
      if (slowest.edit.empty() || median(times.edit) > median(slowest.edit)) slowest = std::move(times);
    }
    const double worst = std::max(percentile(open, 1), percentile(slowest.edit, 1));
    std::printf("%s: opened %.1f ms, %s %.1f ms, worst %.1f ms, %.0f %%\n", input.name, median(open),
                slowest.change, median(slowest.edit), worst, worst / kMostMs * 100);
  }
}
