// One background thread that renders one page after the other.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

#include "ui/preview/preview_controller.h"

namespace postwright::ui {

class RenderWorker {
 public:
  struct Job {
    render::Request request;
    std::function<void(render::Request, render::Page)> deliver; ///< called on the render thread
  };

  explicit RenderWorker(RenderFunction render);
  /// Stops the job under way, drops the others, waits.
  ~RenderWorker();

  /// The page that is edited. It goes before every aside; the job under way is stopped and not delivered, but
  /// for a predecessor that is to finish.
  void setMain(Job job, bool stopsPredecessor);
  void addAside(Job job);
  /// Drops every job.
  void clear();

 private:
  struct Running {
    Job job;
    bool isMain = false;
    std::stop_source stop;
  };

  void loop(const std::stop_token& stop);
  std::optional<Running> take(const std::stop_token& stop);
  void finish(Running running, render::Page page);

  RenderFunction m_render;
  std::mutex m_mutex;
  std::condition_variable_any m_wake;
  std::optional<Job> m_main;
  std::deque<Job> m_asides;
  std::stop_source m_running{std::nostopstate};
  bool m_isMainRunning = false;
  bool m_dropRunning = false; ///< clear() came while a job was under way
  std::jthread m_thread;      ///< last: it uses the others
};

} // namespace postwright::ui
