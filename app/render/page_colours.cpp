#include "app/render/page_colours.h"

#include <chrono>
#include <thread>

#include "app/highlight/colours.h"

namespace postwright::render {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto kLongest = highlight::Colours::kLongest + 2s; ///< after that no colours come
constexpr auto kPause = 20ms;

} // namespace

highlight::CodeElement PageColours::format(std::string_view code, highlight::Language language) const {
  m_wereAsked = true;
  highlight::CodeElement element = m_highlighter->format(code, language);
  if (element.awaitsColours && m_late == LateColours::Await) element = await(code, language);
  if (element.awaitsColours) m_areAwaited = true;
  return element;
}

highlight::CodeElement PageColours::await(std::string_view code, highlight::Language language) const {
  const Clock::time_point end = Clock::now() + kLongest;
  highlight::CodeElement element;
  do {
    std::this_thread::sleep_for(kPause);
    element = m_highlighter->format(code, language);
  } while (element.awaitsColours && Clock::now() < end && !m_stop.stop_requested());
  return element;
}

} // namespace postwright::render
