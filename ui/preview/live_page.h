// Keeps the page equal to the newest content: the first through a load, what follows by patching the live
// document, and by one reload that keeps the scroll position where a patch would not tell the truth.
// One update is under way at a time; of those that wait only the newest counts.
#pragma once

#include <QHash>
#include <QObject>
#include <QPointF>
#include <QTimer>
#include <QUrl>
#include <QVariant>
#include <functional>
#include <memory>
#include <optional>

#include "ui/preview/page_bridge.h"
#include "ui/preview/page_text.h"
#include "ui/preview/preview_page.h"
#include "ui/preview/script_watchdog.h"

namespace postwright::ui {

/// A page as it is to be shown.
struct LiveContent {
  QString path;             ///< as in SiteUrls
  QByteArray html;          ///< UTF-8
  QByteArray layoutScripts; ///< a change here needs a reload
  PageText text;            ///< the same html, with its anchors
  QString document;         ///< path relative to the source folder
  std::shared_ptr<const render::SourceMap> map;
};

class LivePage : public QObject {
  Q_OBJECT

 public:
  explicit LivePage(PreviewProfile* profile, QObject* parent = nullptr);
  ~LivePage() override;

  /// The page now; another one after pageReplaced().
  PreviewPage* page() const { return m_page; }

  /// Shows `content` as soon as what is under way is done; replaces content that still waits.
  void show(LiveContent content);
  /// The content in the page, or on its way there.
  const LiveContent& shown() const { return m_shown; }
  /// The page was loaded at a fragment of its URL, where it stands.
  bool isAtFragment() const { return m_isAtFragment; }
  /// What our script in the page reports.
  PageBridge* bridge() const { return m_bridge; }
  /// Runs `call` in our scripts' own world.
  void run(const QString& call, const std::function<void(const QVariant&)>& done = {});
  /// Loads the newest content anew, scripts allowed again.
  void reload();
  /// Scrolls to the element of this id in the page shown; "" is its top.
  void goToFragment(const QString& fragment);
  /// The page at `path` begins at this fragment when it is loaded next.
  void setNextFragment(const QString& path, const QString& fragment);
  /// Empties the page and forgets all scroll positions, as for another site.
  void clear();
  bool runsScripts() const { return m_runsScripts; }
  ScriptWatchdog* watchdog() const { return m_watchdog; }

 signals:
  void contentChanged(); ///< other content is in the page
  void loaded();         ///< a new document is there; what the page asks for from now on belongs to it
  void appeared();       ///< something of the document loaded last is on the screen
  void painted();        ///< the newest content is on the screen
  void scriptsStopped(); ///< a script never ended: its process was ended, the page is loaded without scripts
  void crashed();        ///< the page's process ended by itself; nothing is shown until reload() or show()
  void pageReplaced(postwright::ui::PreviewPage* page); ///< the view must show this one from now on
  void linkActivated(const QUrl& url);
  void messageShown(const QString& text);

 private:
  enum class State { Empty, Loading, Patching, Ready };

  void makePage();
  void replacePage();
  void setRunsScripts(bool runs);
  void advance();
  bool needsLoad(const LiveContent& content) const;
  void load(LiveContent content);
  void installStart(bool atFragment);
  void rememberScroll();
  void patch(LiveContent content);
  void sendPatch(const PageDelta& delta, const std::optional<PagePart>& part);
  void onPatched(int serial, const PageDelta& delta, const QString& result);
  void onReady(int load);
  void onPainted(int serial);
  void onLoadFinished();
  void onPairedKnown(int paired);
  void onUnpaired();
  void onHung();
  void onTerminated();
  void updateWatchdog();

  PreviewProfile* m_profile;
  PreviewPage* m_page = nullptr;
  PageBridge* m_bridge;
  ScriptWatchdog* m_watchdog;
  State m_state = State::Empty;
  LiveContent m_shown;                 ///< in the page, or on its way there
  std::optional<QString> m_loadedPath; ///< of the document in the page
  std::optional<LiveContent> m_next;
  int m_load = 0;       ///< number of the last load
  int m_serial = 0;     ///< number of the last content sent
  int m_loadSerial = 0; ///< of the content that was loaded last
  bool m_runsScripts = true;
  bool m_isAtFragment = false;
  bool m_killed = false;
  QTimer m_loadLate;                ///< a load that a later one broke off may never end, and says nothing
  int m_retriedLoad = 0;            ///< number of the load that took the place of one without our script
  QUrl m_nextPlace;                 ///< path and fragment of setNextFragment()
  qsizetype m_heaviest = 0;         ///< bytes of the largest page that the process may still be busy with
  QHash<QString, QPointF> m_scroll; ///< of documents shown before, by path
};

} // namespace postwright::ui
