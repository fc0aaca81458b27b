#include "app/highlight/colours.h"

#include <atomic>
#include <cstdint>
#include <future>
#include <mutex>
#include <system_error>
#include <thread>

#ifdef POSTWRIGHT_HAS_SYNTECT
#include "app/highlight/syntect/syntect.h"
#endif

namespace postwright::highlight {

#ifdef POSTWRIGHT_HAS_SYNTECT

namespace {

PostwrightText borrowed(std::string_view text) {
  return {text.data(), text.size()};
}

std::optional<std::string> taken(PostwrightText text) {
  if (text.data == nullptr) return std::nullopt;
  std::string copy(text.data, text.length);
  postwright_text_free(text);
  return copy;
}

constexpr int kMostLeftBehind = 2; // typing beside hostile code must not fill the machine with threads

} // namespace

struct Colours::Shared {
  explicit Shared(std::string folderPath) : folder(std::move(folderPath)) {}
  Shared(const Shared&) = delete;
  Shared& operator=(const Shared&) = delete;
  ~Shared() { postwright_syntaxes_free(syntaxes); }

  void load(std::string_view language) {
    std::call_once(loaded, [this] { syntaxes = postwright_syntaxes_load(borrowed(folder)); });
    if (syntaxes != nullptr) postwright_syntaxes_prepare(syntaxes, borrowed(language));
  }

  /// Expects them loaded.
  std::optional<std::string> colour(std::string_view code, std::string_view language,
                                    std::string_view theme) const {
    if (syntaxes == nullptr) return std::nullopt;
    return taken(postwright_syntaxes_colour(syntaxes, borrowed(code), borrowed(language), borrowed(theme),
                                            static_cast<std::uint32_t>(kLongest.count())));
  }

  const std::string folder;
  std::once_flag loaded;
  PostwrightSyntaxes* syntaxes = nullptr;
  std::atomic<int> leftBehind = 0;
};

namespace {

/// One block on its own thread. Whoever comes second, the thread or the one who waits, knows of the other.
class Job {
 public:
  Job(std::string_view code, std::string_view language, std::string_view theme, LateSpans late)
      : m_code(code), m_language(language), m_theme(theme), m_late(std::move(late)) {}

  template <typename Shared>
  void run(Shared& shared) {
    auto html = shared.colour(m_code, m_language, m_theme);
    if (m_isOver.exchange(true)) {
      --shared.leftBehind;
      m_late(std::move(html));
    } else {
      m_outcome.set_value(std::move(html));
    }
  }

  template <typename Shared>
  Colouring wait(Shared& shared, std::chrono::milliseconds budget) {
    auto outcome = m_outcome.get_future();
    if (outcome.wait_for(budget) != std::future_status::ready) {
      ++shared.leftBehind;
      if (!m_isOver.exchange(true)) return {Colouring::Attempt::Late, {}};
      --shared.leftBehind;
    }
    return {Colouring::Attempt::Done, outcome.get()};
  }

 private:
  const std::string m_code, m_language, m_theme;
  const LateSpans m_late;
  std::promise<std::optional<std::string>> m_outcome;
  std::atomic<bool> m_isOver = false;
};

} // namespace

bool Colours::areBuiltIn() {
  return true;
}

Result<std::unique_ptr<Colours>> Colours::create(const std::string& syntaxesFolder,
                                                 std::chrono::milliseconds budget) {
  if (!syntaxesFolder.empty()) {
    if (const auto complaint = taken(postwright_syntaxes_blame(borrowed(syntaxesFolder)))) {
      const std::size_t newline = complaint->find('\n');
      const std::string file = complaint->substr(0, newline);
      return failure(ErrorCode::SyntaxFileInvalid, {file, complaint->substr(newline + 1)}, {}, {file, 0, 0});
    }
  }
  return std::unique_ptr<Colours>(new Colours(std::make_shared<Shared>(syntaxesFolder), budget));
}

Colouring Colours::spans(std::string_view code, std::string_view language, std::string_view theme,
                         LateSpans late) const {
  if (code.size() > kLargestCode) return {Colouring::Attempt::Done, {}};
  if (m_shared->leftBehind >= kMostLeftBehind) return {Colouring::Attempt::Busy, {}};
  m_shared->load(language);
  const auto job = std::make_shared<Job>(code, language, theme, std::move(late));
  try {
    std::thread([job, shared = m_shared] { job->run(*shared); }).detach();
  } catch (const std::system_error&) { // no more threads
    return {Colouring::Attempt::Busy, {}};
  }
  return job->wait(*m_shared, m_budget);
}

#else

struct Colours::Shared {};

bool Colours::areBuiltIn() {
  return false;
}

Result<std::unique_ptr<Colours>> Colours::create(const std::string& /*syntaxesFolder*/,
                                                 std::chrono::milliseconds budget) {
  return std::unique_ptr<Colours>(new Colours(nullptr, budget));
}

Colouring Colours::spans(std::string_view /*code*/, std::string_view /*language*/, std::string_view /*theme*/,
                         LateSpans /*late*/) const {
  return {Colouring::Attempt::Done, {}};
}

#endif

Colours::Colours(std::shared_ptr<Shared> shared, std::chrono::milliseconds budget)
    : m_shared(std::move(shared)), m_budget(budget) {}
Colours::~Colours() = default;

} // namespace postwright::highlight
