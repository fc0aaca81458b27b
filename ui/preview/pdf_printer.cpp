#include "ui/preview/pdf_printer.h"

#include <QWebEngineSettings>
#include <utility>

#include "ui/preview/page_scheme.h"

namespace postwright::ui {
namespace {

constexpr int kPatienceMs = 60'000;

} // namespace

PdfPrinter::PdfPrinter(PreviewProfile* profile, const QString& file, Done done, QObject* parent)
    : QObject(parent), m_page(new PreviewPage(profile, this)), m_file(file), m_done(std::move(done)) {
  setPageScheme(*m_page, PageScheme::Light); // as a browser prints
  m_patience.setSingleShot(true);
  connect(&m_patience, &QTimer::timeout, this, [this] { finish(false); });
  connect(m_page, &QWebEnginePage::renderProcessTerminated, this, [this] { finish(false); });
  connect(m_page, &QWebEnginePage::pdfPrintingFinished, this,
          [this](const QString& /*file*/, bool ok) { finish(ok); });
  connect(m_page, &QWebEnginePage::loadFinished, this, [this](bool ok) {
    if (ok) {
      m_page->printToPdf(m_file);
    } else {
      finish(false);
    }
  });
}

PdfPrinter::~PdfPrinter() {
  delete m_page;
}

void PdfPrinter::print(const QUrl& url, bool runsScripts) {
  m_page->settings()->setAttribute(QWebEngineSettings::JavascriptEnabled, runsScripts);
  m_patience.start(kPatienceMs);
  m_page->open(url);
}

void PdfPrinter::finish(bool ok) {
  if (!m_done) return;
  std::exchange(m_done, nullptr)(ok);
  deleteLater();
}

} // namespace postwright::ui
