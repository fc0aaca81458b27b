#include "ui/problems/page_checker.h"

#include <utility>

namespace postwright::ui {
namespace {

constexpr int kQuietMs = 300;

} // namespace

PageChecker::PageChecker(QObject* parent) : QObject(parent) {
  m_pool.setMaxThreadCount(1);
  m_quiet.setSingleShot(true);
  m_quiet.setInterval(kQuietMs);
  connect(&m_quiet, &QTimer::timeout, this, &PageChecker::start);
}

PageChecker::~PageChecker() {
  cancel();
  m_pool.waitForDone();
}

void PageChecker::check(render::Request request, const render::Page& page) {
  cancel();
  m_next = std::make_shared<const Job>(Job{std::move(request), page});
  m_quiet.start();
}

void PageChecker::cancel() {
  m_quiet.stop();
  m_next.reset();
  m_running.request_stop();
}

void PageChecker::start() {
  m_running = std::stop_source();
  const auto job = std::exchange(m_next, nullptr);
  m_pool.start([this, job, stop = m_running.get_token()] {
    Diagnostics warnings = checks::checkPage(job->request, job->page, stop);
    QMetaObject::invokeMethod(this, [this, stop, warnings = std::move(warnings)] {
      if (!stop.stop_requested()) emit checked(warnings);
    });
  });
}

} // namespace postwright::ui
