// Looks for what a build passes over in silence, off the GUI thread and off the typing path: when a page has
// stayed the newest for a moment. A newer page stops the check under way.
#pragma once

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <memory>
#include <stop_token>

#include "app/checks/checks.h"

namespace postwright::ui {

class PageChecker : public QObject {
  Q_OBJECT

 public:
  explicit PageChecker(QObject* parent = nullptr);
  /// Stops what is under way and waits for it.
  ~PageChecker() override;

  /// Checks `page`, which was rendered from `request`, unless a newer one comes.
  void check(render::Request request, const render::Page& page);
  /// Delivers nothing of what was asked for until now.
  void cancel();

 signals:
  void checked(const postwright::Diagnostics& warnings);

 private:
  struct Job {
    render::Request request;
    render::Page page;
  };

  void start();

  QTimer m_quiet;
  std::shared_ptr<const Job> m_next;
  std::stop_source m_running;
  QThreadPool m_pool;
};

} // namespace postwright::ui
