// Time this thread was really computing: what other programs do meanwhile does not count, so that a bound on
// it catches a quadratic algorithm and never a busy machine.
#pragma once

#include <ctime>

namespace postwright::test {

class CpuTimer {
 public:
  void start() { m_start = now(); }
  long long nsecsElapsed() const { return now() - m_start; }
  long long elapsed() const { return nsecsElapsed() / 1'000'000; } ///< milliseconds

 private:
  static long long now() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
  }

  long long m_start = now();
};

} // namespace postwright::test
