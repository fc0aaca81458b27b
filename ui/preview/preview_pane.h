// The right side of the window: the live page of the document being edited, a slim bar above it, and bars for
// what is the matter. The last good page stays while there is a problem.
//
// How a window uses it: setSite() whenever there is a new Site; setDocument() when another document is
// chosen; showStale() when rendering begins; then showPage() with each result, or showProblem(). Text of
// other documents (links in frames) is asked for through setPageProvider().
#pragma once

#include <QPointer>
#include <QUrl>
#include <QWidget>
#include <cstdint>
#include <functional>
#include <optional>

#include "app/base/diagnostic.h"
#include "app/render/page.h"
#include "app/site/site.h"
#include "ui/preview/blocked_requests.h"
#include "ui/preview/scheme_handler.h"
#include "ui/preview/shown_history.h"

class QAction;
class QTimer;

namespace postwright::ui {

class LivePage;
class MessageBar;
class Cover;
class PagePlaces;
class PageFrame;
class PageQuestions;
class PageTools;
class PageWindows;
class PreviewBar;
class PreviewProfile;
class PreviewView;

enum class PreviewState : std::uint8_t {
  Fresh,     ///< the page is what the text says
  Rendering, ///< it is about to be
  Error,     ///< the last good page is shown, or none
  Empty,     ///< nothing is chosen
};

class PreviewPane : public QWidget {
  Q_OBJECT

 public:
  explicit PreviewPane(QWidget* parent = nullptr);
  ~PreviewPane() override;

  /// The site the pages belong to. Cheap when only its texts are others; another site (or none: nothing is
  /// shown) starts afresh, without network.
  void setSite(const site::SitePointer& site);
  /// A file that belongs to no site; the images beside it are shown. `file` is absolute.
  void setLoneFile(const QString& file);
  /// What is shown from now on belongs to this document (path relative to the source folder); empty: nothing
  /// is chosen. The page shown stays until the first one of the new document.
  void setDocument(const QString& path);
  /// Renders the other documents of the site that a page asks for (in a frame).
  void setPageProvider(PageProvider provider);

  /// Shows a page that was rendered; one that is not `ok` shows its first error.
  void showPage(const render::Page& page);
  /// Shows a page that a newer one will follow; with an error in it, nothing changes.
  void showOnTheWay(const render::Page& page);
  /// A new page is being rendered.
  void showStale();
  /// Says what is wrong, above the last good page.
  void showProblem(const Diagnostic& problem);
  void clearProblem();

  /// Loads the page anew, with what changed on disk beside it.
  void reload();
  /// Shows style sheets and images that changed on disk, in place where that can be; else as reload().
  void refreshFiles();
  void setNetworkAllowed(bool allowed);
  bool isNetworkAllowed() const;
  PreviewState state() const { return m_state; }
  /// Which place of the page is which line of the text.
  PagePlaces& places() const { return *m_places; }
  /// The document's URL as a browser shows it, "/blog/x/"; empty when there is no page.
  QString shownUrl() const;

  /// Writes the page shown to a PDF file; `done` is called once, with false when there is no page.
  void printToPdf(const QString& file, const std::function<void(bool)>& done);
  /// Runs `script` in the page as one of its own and hands over its value.
  void evaluate(const QString& script, const std::function<void(const QVariant&)>& done);

  // For the window's menus; they work while the pane has the focus.
  QAction* backAction() const;
  QAction* forwardAction() const;
  QAction* reloadAction() const;
  QAction* browserAction() const;
  /// Widths, zoom, light and dark, and what else can be done with the page.
  PageTools* tools() const { return m_tools; }

 signals:
  void documentRequested(const QString& urlPath); ///< a link, or back and forward; without fragment
  void externalLinkActivated(const QUrl& url);
  void positionRequested(const QString& file, int line, int column);
  void networkAllowedChanged(bool allowed); ///< by the user
  void openInBrowserRequested();
  void stateChanged(postwright::ui::PreviewState state);
  void painted(); ///< the newest page is on the screen

 private:
  void build();
  void buildBars();
  void connectBar();
  void connectLivePage();
  void connectMessages();
  void connectTools();
  void applyLook();
  void copyHtml();
  void setRoot(const site::SitePointer& site, const QString& folder);
  void clearView();
  void forgetPage();
  void put(const render::Page& page);
  void setState(PreviewState state);
  void updateCover();
  void updateHistory();
  void onPainted();
  void onAppeared();
  void onLink(const QUrl& url);
  void openPath(const QString& path, const QUrl& url);
  void onBlocked(const QUrl& url);
  void showBlocked();
  void showWords(const QString& text);
  void showScriptMessage(const QString& text, const QString& note, const QString& action);
  void allowNetwork(bool allowed);
  void goToProblem();

  site::SitePointer m_site;
  QString m_document;
  QString m_path; ///< of the page shown, as in SiteUrls
  bool m_hasPage = false;
  bool m_isOnTheWay = false; ///< the page shown is that of an earlier text
  bool m_appeared = false;   ///< something of the document is on the screen
  PreviewState m_state = PreviewState::Empty;
  std::optional<Diagnostic> m_problem;
  int m_refreshes = 0;
  BlockedRequests m_blocked;
  ShownHistory m_history;
  PreviewProfile* m_profile;
  LivePage* m_live;
  PageTools* m_tools;
  PageWindows* m_windows = nullptr;
  PageFrame* m_frame = nullptr;
  QByteArray m_html; ///< of the page shown
  PagePlaces* m_places;
  PreviewBar* m_bar = nullptr;
  MessageBar* m_problemBar = nullptr;
  MessageBar* m_blockedBar = nullptr;
  MessageBar* m_scriptBar = nullptr;
  MessageBar* m_questionBar = nullptr;
  PageQuestions* m_questions = nullptr;
  PreviewView* m_view = nullptr;
  Cover* m_cover = nullptr;
  QTimer* m_blockedTimer = nullptr;
};

} // namespace postwright::ui
