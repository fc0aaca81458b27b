#include "ui/preview/render_worker.h"

#include <utility>

namespace postwright::ui {

RenderWorker::RenderWorker(RenderFunction render)
    : m_render(std::move(render)), m_thread([this](const std::stop_token& stop) { loop(stop); }) {}

RenderWorker::~RenderWorker() {
  m_thread.request_stop();
  clear();
}

void RenderWorker::setMain(Job job, bool stopsPredecessor) {
  const std::lock_guard lock(m_mutex);
  m_main = std::move(job);
  if (stopsPredecessor || !m_isMainRunning) m_running.request_stop();
  m_wake.notify_one();
}

void RenderWorker::addAside(Job job) {
  const std::lock_guard lock(m_mutex);
  m_asides.push_back(std::move(job));
  m_wake.notify_one();
}

void RenderWorker::clear() {
  const std::lock_guard lock(m_mutex);
  m_main.reset();
  m_asides.clear();
  m_dropRunning = true;
  m_running.request_stop();
}

void RenderWorker::loop(const std::stop_token& stop) {
  while (std::optional<Running> running = take(stop)) {
    render::Page page = m_render(running->job.request, running->stop.get_token());
    finish(std::move(*running), std::move(page));
  }
}

std::optional<RenderWorker::Running> RenderWorker::take(const std::stop_token& stop) {
  std::unique_lock lock(m_mutex);
  if (!m_wake.wait(lock, stop, [this] { return m_main.has_value() || !m_asides.empty(); })) return {};
  if (stop.stop_requested()) return {};
  Running running;
  running.isMain = m_main.has_value();
  if (running.isMain) {
    running.job = *std::exchange(m_main, std::nullopt);
  } else {
    running.job = std::move(m_asides.front());
    m_asides.pop_front();
  }
  m_dropRunning = false;
  m_isMainRunning = running.isMain;
  m_running = running.stop;
  return running;
}

void RenderWorker::finish(Running running, render::Page page) {
  const std::lock_guard lock(m_mutex);
  m_running = std::stop_source(std::nostopstate);
  if (!running.stop.stop_requested())
    return running.job.deliver(std::move(running.job.request), std::move(page));
  // An aside only made room for the page that is edited.
  if (!running.isMain && !m_dropRunning) m_asides.push_front(std::move(running.job));
}

} // namespace postwright::ui
