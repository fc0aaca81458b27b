#include "ui/preview/preview_controller.h"

#include <QMetaObject>
#include <QTimer>
#include <utility>

#include "ui/preview/render_worker.h"

namespace postwright::ui {
namespace {

constexpr int kMostStopped = 2; ///< in a row, before one is let finish

std::string documentOf(const render::Request& request) {
  return request.site ? request.site->source() + '\n' + request.path : request.path;
}

} // namespace

PreviewController::PreviewController(QObject* parent, RenderFunction render)
    : QObject(parent), m_worker(std::make_unique<RenderWorker>(std::move(render))) {}

PreviewController::~PreviewController() = default;

quint64 PreviewController::request(render::Request request) {
  if (const std::string document = documentOf(request); document != m_document) {
    m_document = document;
    m_dropped = m_revision;
    m_undelivered = 0;
  }
  m_next = std::move(request);
  if (!std::exchange(m_scheduled, true)) QTimer::singleShot(0, this, &PreviewController::begin);
  return ++m_revision;
}

void PreviewController::begin() {
  m_scheduled = false;
  if (!m_next) return;
  const quint64 revision = m_revision;
  auto hand = [this, revision](render::Page page) {
    auto onGuiThread = [this, revision, page = std::move(page)] { deliver(revision, page); };
    QMetaObject::invokeMethod(this, std::move(onGuiThread), Qt::QueuedConnection);
  };
  m_spares = m_undelivered > kMostStopped;
  ++m_undelivered;
  m_worker->setMain({*std::exchange(m_next, std::nullopt), std::move(hand)}, !m_spares);
  emit started();
}

void PreviewController::deliver(quint64 revision, const render::Page& page) {
  if (revision == m_revision) {
    m_undelivered = 0;
    emit rendered(revision, page);
  } else if (revision > m_dropped && m_spares) {
    m_spares = false;
    m_undelivered = 1;
    emit overtaken(page);
  }
}

void PreviewController::renderAside(render::Request request, std::function<void(const render::Page&)> done) {
  auto deliver = [this, done = std::move(done)](render::Page page) {
    QMetaObject::invokeMethod(this, [done, page = std::move(page)] { done(page); }, Qt::QueuedConnection);
  };
  m_worker->addAside({std::move(request), std::move(deliver)});
}

void PreviewController::cancel() {
  m_next.reset();
  m_dropped = m_revision++;
  m_undelivered = 0;
  m_worker->clear();
}

} // namespace postwright::ui
