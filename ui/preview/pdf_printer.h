// Prints a page to PDF from a hidden copy of it, as a browser would: the page shown is not disturbed.
#pragma once

#include <QObject>
#include <QTimer>
#include <QUrl>
#include <functional>

#include "ui/preview/preview_page.h"

namespace postwright::ui {

class PdfPrinter : public QObject {
  Q_OBJECT

 public:
  using Done = std::function<void(bool)>;

  /// Loads `url` and writes it to `file`, then calls `done` once and deletes itself. It gives up when the
  /// page is not there after a minute.
  PdfPrinter(PreviewProfile* profile, const QString& file, Done done, QObject* parent = nullptr);
  ~PdfPrinter() override;

  void print(const QUrl& url, bool runsScripts);

 private:
  void finish(bool ok);

  PreviewPage* m_page;
  QString m_file;
  Done m_done;
  QTimer m_patience;
};

} // namespace postwright::ui
