#include "ui/exporter.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QPointer>
#include <QProgressDialog>
#include <array>
#include <stop_token>

#include "ui/base/text_bridge.h"
#include "ui/preview/preview_pane.h"

namespace postwright::ui {
namespace {

struct Kind {
  const char* suffix;
  const char* filter;
};

const Kind& kindOf(ExportKind kind) {
  static constexpr std::array<Kind, 5> kKinds = {
      Kind{"html", QT_TRANSLATE_NOOP("postwright::ui::Exporter", "HTML page (*.html)")},
      Kind{"html", QT_TRANSLATE_NOOP("postwright::ui::Exporter", "HTML page (*.html)")},
      Kind{"pdf", QT_TRANSLATE_NOOP("postwright::ui::Exporter", "PDF (*.pdf)")},
      Kind{"md", QT_TRANSLATE_NOOP("postwright::ui::Exporter", "Markdown (*.md)")},
      Kind{"md", QT_TRANSLATE_NOOP("postwright::ui::Exporter", "Markdown (*.md)")}};
  return kKinds[static_cast<std::size_t>(kind)];
}

} // namespace

/// One inlining in the background, with its dialog; deletes itself when it is over.
class InliningJob : public QObject {
 public:
  using Done = std::function<void(const Result<exporting::SelfContained>&)>;

  InliningJob(const site::SitePointer& site, const render::Page& page, QWidget* window, Done done)
      : QObject(window),
        m_dialog(new QProgressDialog(Exporter::tr("Putting the page into one file…"), Exporter::tr("Cancel"),
                                     0, 0, window)) {
    m_dialog->setMinimumDuration(400);
    connect(m_dialog, &QProgressDialog::canceled, this, [this] { m_stop.request_stop(); });
    const auto progress = [this](std::size_t finished, std::size_t total) {
      QMetaObject::invokeMethod(this, [this, finished, total] {
        m_dialog->setMaximum(static_cast<int>(total));
        m_dialog->setValue(static_cast<int>(finished));
      });
    };
    m_thread = std::jthread([this, site, page, progress, done = std::move(done)] {
      auto result = exporting::selfContained(*site, page, progress, m_stop.get_token());
      QMetaObject::invokeMethod(this, [this, result, done] {
        m_dialog->deleteLater();
        done(result);
        deleteLater();
      });
    });
  }
  ~InliningJob() override { m_stop.request_stop(); }

 private:
  QProgressDialog* m_dialog;
  std::stop_source m_stop;
  std::jthread m_thread;
};

Exporter::Exporter(Workspace& workspace, PreviewPane& preview, QWidget* window)
    : QObject(window), m_workspace(workspace), m_preview(preview), m_window(window) {}

QString Exporter::suggestedFile(ExportKind kind) const {
  const PostBuffer& buffer = *m_workspace.current();
  const site::DocumentPointer document = m_workspace.documentOf(buffer);
  const QString name =
      document ? toQString(document->fields.slug) : QFileInfo(buffer.file()).completeBaseName();
  const QString suffix = QLatin1Char('.') + QLatin1String(kindOf(kind).suffix);
  return QDir::home().filePath((name.isEmpty() ? QStringLiteral("post") : name) + suffix);
}

void Exporter::exportCurrent(ExportKind kind) {
  if (m_workspace.current() == nullptr) return;
  const QString file =
      QFileDialog::getSaveFileName(m_window, tr("Export"), suggestedFile(kind), tr(kindOf(kind).filter));
  if (!file.isEmpty()) exportTo(kind, file);
}

void Exporter::exportTo(ExportKind kind, const QString& file) {
  const PostBuffer& buffer = *m_workspace.current();
  switch (kind) {
    case ExportKind::Markdown:
      return writeText(file, buffer.bytes());
    case ExportKind::Body:
      return writeText(file, exporting::markdownSource(buffer.bytes(), false));
    case ExportKind::Html:
    case ExportKind::SelfContained:
      return writePage(kind, file);
    case ExportKind::Pdf:
      break;
  }
  m_preview.printToPdf(file, [this, guard = QPointer(this), file](bool written) {
    if (guard.isNull()) return;
    written ? emit exported(file) : emit failed(tr("The PDF cannot be written to %1").arg(file));
  });
}

void Exporter::writeText(const QString& file, const std::string& text) {
  const Result<Fingerprint> written = writeFile(toUtf8(file), text);
  written ? emit exported(file) : emit failed(toQString(describe(written.error())));
}

void Exporter::writePage(ExportKind kind, const QString& file) {
  const render::Request request = m_workspace.requestFor(*m_workspace.current(), currentDateTime());
  const render::Page page = request.site ? render::renderPage(request)
                                         : render::renderLoneFile(request.path, request.text, request.now);
  if (!page.ok) {
    emit failed(page.diagnostics.empty() ? QString() : toQString(describe(page.diagnostics.front().error)));
  } else if (kind == ExportKind::SelfContained && request.site) {
    writeSelfContained(file, page);
  } else {
    writeText(file, page.html);
  }
}

void Exporter::writeSelfContained(const QString& file, const render::Page& page) {
  new InliningJob(m_workspace.site().current(), page, m_window,
                  [this, file](const Result<exporting::SelfContained>& result) {
                    if (result) {
                      writeText(file, result->html);
                    } else if (result.error().code != ErrorCode::Cancelled) {
                      emit failed(toQString(describe(result.error())));
                    }
                  });
}

} // namespace postwright::ui
