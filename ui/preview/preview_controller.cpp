#include "ui/preview/preview_controller.h"

#include <QMetaObject>
#include <QTimer>
#include <utility>

#include "ui/preview/render_worker.h"

namespace postwright::ui {
namespace {

constexpr int kMostStopped = 2; ///< in a row, before one is let finish
constexpr int kRenewalPauseMs = 400;
constexpr int kMostRenewals = 30; ///< colours come in 10 s or never

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
  m_renewals = 0;
  schedule(std::move(request));
  return ++m_revision;
}

void PreviewController::schedule(render::Request request) {
  m_next = std::move(request);
  if (!std::exchange(m_scheduled, true)) QTimer::singleShot(0, this, &PreviewController::begin);
}

void PreviewController::begin() {
  m_scheduled = false;
  if (!m_next) return;
  const quint64 revision = m_revision;
  auto hand = [this, revision](render::Request request, render::Page page) {
    auto onGuiThread = [this, revision, result = Result{std::move(request), std::move(page)}]() mutable {
      deliver(revision, std::move(result));
    };
    QMetaObject::invokeMethod(this, std::move(onGuiThread), Qt::QueuedConnection);
  };
  m_spares = m_undelivered > kMostStopped;
  ++m_undelivered;
  m_worker->setMain({*std::exchange(m_next, std::nullopt), std::move(hand)}, !m_spares);
  emit started();
}

void PreviewController::deliver(quint64 revision, Result result) {
  if (revision == m_revision) {
    m_undelivered = 0;
    if (result.page.awaitsColours) renewLater(revision, std::move(result.request));
    emit rendered(revision, result.page);
  } else if (revision > m_dropped && m_spares) {
    m_spares = false;
    m_undelivered = 1;
    emit overtaken(result.page);
  }
}

void PreviewController::renewLater(quint64 revision, render::Request request) {
  if (m_renewals == kMostRenewals) return;
  ++m_renewals;
  QTimer::singleShot(kRenewalPauseMs, this, [this, revision, request = std::move(request)]() mutable {
    if (revision == m_revision) schedule(std::move(request));
  });
}

void PreviewController::renderAside(render::Request request, std::function<void(const render::Page&)> done) {
  auto deliver = [this, done = std::move(done)](const render::Request& /*request*/, render::Page page) {
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
