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

/// Makes an export's text in the background, with a dialog; deletes itself when it is over.
class ExportJob : public QObject {
 public:
  using Make = std::function<Result<std::string>(const exporting::Progress&, const std::stop_token&)>;
  using Done = std::function<void(const Result<std::string>&)>;

  ExportJob(Make make, Done done, QWidget* window)
      : QObject(window),
        m_dialog(
            new QProgressDialog(Exporter::tr("Exporting the page…"), Exporter::tr("Cancel"), 0, 0, window)) {
    m_dialog->setMinimumDuration(400);
    connect(m_dialog, &QProgressDialog::canceled, this, [this] { m_stop.request_stop(); });
    const auto progress = [this](std::size_t finished, std::size_t total) {
      QMetaObject::invokeMethod(this, [this, finished, total] {
        m_dialog->setMaximum(static_cast<int>(total));
        m_dialog->setValue(static_cast<int>(finished));
      });
    };
    m_thread = std::jthread([this, progress, make = std::move(make), done = std::move(done)] {
      auto result = make(progress, m_stop.get_token());
      QMetaObject::invokeMethod(this, [this, result, done] {
        m_dialog->deleteLater();
        done(result);
        deleteLater();
      });
    });
  }
  ~ExportJob() override { m_stop.request_stop(); }

 private:
  QProgressDialog* m_dialog;
  std::stop_source m_stop;
  std::jthread m_thread;
};

namespace {

/// The page of `request` as the export's text. Errors: the page's first, and those of `selfContained`.
Result<std::string> exportedPage(const render::Request& request, ExportKind kind,
                                 const exporting::Progress& progress, const std::stop_token& stop) {
  render::Page page =
      request.site ? render::renderPage(request, stop) : render::renderLoneFile(request, stop);
  if (!page.ok) return failure(std::move(page.diagnostics.front().error));
  if (kind != ExportKind::SelfContained || !request.site) return std::move(page.html);
  Result<exporting::SelfContained> single = exporting::selfContained(*request.site, page, progress, stop);
  if (!single) return failure(std::move(single.error()));
  return std::move(single->html);
}

} // namespace

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
  render::Request request = m_workspace.requestFor(*m_workspace.current(), currentDateTime());
  request.lateColours = render::LateColours::Await;
  auto make = [request, kind](const exporting::Progress& progress, const std::stop_token& stop) {
    return exportedPage(request, kind, progress, stop);
  };
  auto done = [this, file](const Result<std::string>& text) {
    if (text) {
      writeText(file, *text);
    } else if (text.error().code != ErrorCode::Cancelled) {
      emit failed(toQString(describe(text.error())));
    }
  };
  new ExportJob(std::move(make), std::move(done), m_window);
}

} // namespace postwright::ui
