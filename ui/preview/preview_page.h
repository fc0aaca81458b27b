// The page itself, as little trusted as any page of the web: it shows what it is ordered to show and goes
// nowhere by itself. It opens no windows, dialogs, prompts or files; whoever shows it hears what it asks for.
// Refused unasked is access to the user's files: a page of Qt 6.4 may ask for it only with a file that was
// chosen in its picker or dropped on it, and neither can be here. And so is a certificate of the user's:
// Qt 6.4 crashes when one is chosen later than in the signal.
#pragma once

#include <QElapsedTimer>
#include <QUrl>
#include <QWebEnginePage>

#include "ui/preview/preview_profile.h"

namespace postwright::ui {

class PreviewPage : public QWebEnginePage {
  Q_OBJECT

 public:
  explicit PreviewPage(PreviewProfile* profile, QObject* parent = nullptr);

  /// Loads `url`; of the main frame's navigations only this one and openAgain() are let through. Files that
  /// other pages had are not read again.
  void open(const QUrl& url);
  /// Loads the page that is there anew, with all its files.
  void openAgain();
  /// What open() or openAgain() asked for has not begun.
  bool isOpening() const { return m_opening; }
  /// Where a link of the page leads on the web; without the site's address there its path.
  QUrl addressOf(const QUrl& link) const;
  /// The user pressed a button or a key in the page: a navigation that follows at once is a clicked link.
  void noteUserInput() { m_sinceInput.start(); }

 signals:
  void linkActivated(const QUrl& url); ///< by the user, whether it would open here or in another window
  void opened(); ///< open() or openAgain() was called: another document comes, and only then
  void windowRequested(const QUrl& url);  ///< by a script; no window comes of it
  void messageShown(const QString& text); ///< the page called alert(), confirm() or prompt()

 protected:
  bool acceptNavigationRequest(const QUrl& url, NavigationType type, bool isMainFrame) override;
  void javaScriptAlert(const QUrl& origin, const QString& text) override;
  bool javaScriptConfirm(const QUrl& origin, const QString& text) override;
  bool javaScriptPrompt(const QUrl& origin, const QString& text, const QString& value,
                        QString* result) override;
  void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString& text, int line,
                                const QString& source) override;
  QStringList chooseFiles(FileSelectionMode mode, const QStringList& old, const QStringList& types) override;

 private:
  bool acceptFrame(const QUrl& url);

  PreviewProfile* m_profile;
  QUrl m_ordered;
  QUrl m_hovered; ///< link below the mouse or with the keyboard's focus
  bool m_reloadOrdered = false;
  bool m_opening = false;
  QElapsedTimer m_sinceInput;
};

} // namespace postwright::ui
