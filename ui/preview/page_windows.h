// The windows beside the page: its inspector, and its print view (the PDF that printing makes). Each closes
// by itself and is there at most once.
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTemporaryDir>

class QWebEnginePage;
class QWebEngineProfile;
class QWebEngineView;
class QWidget;

namespace postwright::ui {

class PageWindows : public QObject {
  Q_OBJECT

 public:
  /// The windows come up beside the window of `parent`.
  explicit PageWindows(QWidget* parent);
  ~PageWindows() override;

  void showInspector(QWebEnginePage* page);
  /// An inspector that is open looks at this page from now on.
  void inspect(QWebEnginePage* page);
  /// Where to print a PDF for showPdf().
  QString pdfFile();
  void showPdf(const QString& file);

  QWebEngineView* inspector() const { return m_inspector; }
  QWebEngineView* printView() const { return m_printView; }

 private:
  QWebEngineView* makeView(const QString& title);

  QWidget* m_owner;
  QWebEngineProfile* m_profile;
  QPointer<QWebEngineView> m_inspector;
  QPointer<QWebEngineView> m_printView;
  QTemporaryDir m_folder;
  int m_prints = 0;
};

} // namespace postwright::ui
