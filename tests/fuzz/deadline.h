// Asks a run to stop when it takes too long, as the editor does with a newer keystroke.
// The one rule: a run that goes on after being asked is a fault, which libFuzzer's own -timeout finds.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace postwright::fuzz {

class Deadline {
 public:
  explicit Deadline(std::chrono::milliseconds time) : m_thread([this, time] { wait(time); }) {}
  Deadline(const Deadline&) = delete;
  Deadline& operator=(const Deadline&) = delete;
  ~Deadline() {
    {
      const std::lock_guard lock(m_mutex);
      m_isDone = true;
    }
    m_done.notify_one();
    m_thread.join();
  }

  std::stop_token token() const { return m_stop.get_token(); }

 private:
  void wait(std::chrono::milliseconds time) {
    std::unique_lock lock(m_mutex);
    if (!m_done.wait_for(lock, time, [this] { return m_isDone; })) m_stop.request_stop();
  }

  std::stop_source m_stop;
  std::mutex m_mutex;
  std::condition_variable m_done;
  bool m_isDone = false;
  std::thread m_thread;
};

} // namespace postwright::fuzz
