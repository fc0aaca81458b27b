// Renders off the GUI thread, always what was asked for last: requests of one turn of the event loop count as
// one, a newer one stops the one under way, and only the newest result is delivered. A stream of requests for
// one document, faster than it renders, would never see a page so: after a few that were stopped in a row one
// is let finish and delivered on the way. A page that awaits code colours is rendered again until it has
// them.
#pragma once

#include <QObject>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

#include "app/render/page.h"

namespace postwright::ui {

/// Runs on the render thread; must return soon after a stop is requested.
using RenderFunction = std::function<render::Page(const render::Request&, std::stop_token)>;

/// The engine: a request without a site is a lone Markdown file, its `path` the file's name.
inline RenderFunction engine() {
  return [](const render::Request& request, const std::stop_token& stop) {
    if (request.site) return render::renderPage(request, stop);
    return render::renderLoneFile(request, stop);
  };
}

class RenderWorker;

class PreviewController : public QObject {
  Q_OBJECT

 public:
  explicit PreviewController(QObject* parent = nullptr, RenderFunction render = engine());
  /// Stops what is under way and waits for it.
  ~PreviewController() override;

  /// Renders `request` at the next turn of the event loop, unless a newer one comes first. Returns its
  /// revision, which ascends.
  quint64 request(render::Request request);
  /// Renders a page beside the one that is edited, such as one in an <iframe>: after it, in the order asked.
  void renderAside(render::Request request, std::function<void(const render::Page&)> done);
  /// Delivers nothing more of what was asked for until now.
  void cancel();

 signals:
  void started(); ///< rendering has begun; rendered() follows unless a newer request comes
  /// Comes again, with the same revision, when colours of code have come that were late.
  void rendered(quint64 revision, const postwright::render::Page& page);
  /// A page of an earlier request for the same document, which was let finish; a newer one is on its way.
  void overtaken(const postwright::render::Page& page);

 private:
  struct Result {
    render::Request request;
    render::Page page;
  };

  void schedule(render::Request request);
  void begin();
  void deliver(quint64 revision, Result result);
  void renewLater(quint64 revision, render::Request request);

  std::unique_ptr<RenderWorker> m_worker;
  std::optional<render::Request> m_next;
  std::string m_document; ///< of the newest request, with its site
  quint64 m_revision = 0;
  quint64 m_dropped = 0; ///< results up to this revision are nobody's
  int m_undelivered = 0; ///< renders begun since the last one that was delivered
  int m_renewals = 0;    ///< of the newest request, for late colours
  bool m_spares = false; ///< the one under way is let finish
  bool m_scheduled = false;
};

} // namespace postwright::ui
