#include "ui/preview/preview_controller.h"

#include <QMetaObject>
#include <QTimer>
#include <utility>

#include "ui/preview/render_worker.h"

namespace postwright::ui {

PreviewController::PreviewController(QObject* parent, RenderFunction render)
    : QObject(parent), m_worker(std::make_unique<RenderWorker>(std::move(render))) {}

PreviewController::~PreviewController() = default;

quint64 PreviewController::request(render::Request request) {
  m_next = std::move(request);
  if (!std::exchange(m_scheduled, true)) QTimer::singleShot(0, this, &PreviewController::begin);
  return ++m_revision;
}

void PreviewController::begin() {
  m_scheduled = false;
  if (!m_next) return;
  const quint64 revision = m_revision;
  auto deliver = [this, revision](render::Page page) {
    auto onGuiThread = [this, revision, page = std::move(page)] {
      if (revision == m_revision) emit rendered(revision, page);
    };
    QMetaObject::invokeMethod(this, std::move(onGuiThread), Qt::QueuedConnection);
  };
  m_worker->setMain({*std::exchange(m_next, std::nullopt), std::move(deliver)});
  emit started();
}

void PreviewController::renderAside(render::Request request, std::function<void(const render::Page&)> done) {
  auto deliver = [this, done = std::move(done)](render::Page page) {
    QMetaObject::invokeMethod(this, [done, page = std::move(page)] { done(page); }, Qt::QueuedConnection);
  };
  m_worker->addAside({std::move(request), std::move(deliver)});
}

void PreviewController::cancel() {
  m_next.reset();
  ++m_revision;
  m_worker->clear();
}

} // namespace postwright::ui
