// What a page may have only when the user says so: another window, a download, a permission, room to keep
// data, the links of a kind. One bar asks one question at a time; what is asked again is the same question,
// and too many of them are refused unasked.
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QString>
#include <QUrl>
#include <QWebEnginePage>
#include <functional>
#include <utility>

class QWebEngineDownloadRequest;
class QWebEngineQuotaRequest;
class QWebEngineRegisterProtocolHandlerRequest;

namespace postwright::ui {

class MessageBar;
class PreviewPage;
class PreviewProfile;

class PageQuestions : public QObject {
  Q_OBJECT

 public:
  /// Asks in `bar`; both outlive this.
  PageQuestions(PreviewProfile* profile, MessageBar* bar, QObject* parent);

  /// Hears what this page asks for from now on, and refuses what is still open.
  void setPage(PreviewPage* page);
  /// Refuses what is still open; the next document may ask for everything once more.
  void clear();

 signals:
  void windowAllowed(const QUrl& url); ///< the page may have this opened outside of itself

 private:
  using Permission = std::pair<QUrl, QWebEnginePage::Feature>; ///< of an origin

  struct Question {
    QString text;
    QString note;
    QString accept; ///< the words for yes and for no
    QString refuse;
    std::function<void(bool accepted)> answer;

    QString key() const { return text + QLatin1Char('\n') + note; }
  };

  void ask(Question question);
  void answer(bool accepted);
  void refuseAll();
  void showFirst();
  void onWindow(const QUrl& url);
  void onPermission(const QUrl& origin, QWebEnginePage::Feature feature);
  void onQuota(QWebEngineQuotaRequest request);
  void onLinkKind(QWebEngineRegisterProtocolHandlerRequest request);
  void onDownload(QWebEngineDownloadRequest* download);
  QString foreignHost(const QUrl& origin) const;
  void chooseFile(const QUrl& url, const QString& name);
  void save(QWebEngineDownloadRequest* download, const QString& file);

  PreviewProfile* m_profile;
  MessageBar* m_bar;
  QPointer<PreviewPage> m_page;
  QList<Question> m_open;         ///< the first is the one in the bar
  QSet<QString> m_refused;        ///< by this document's user; not asked again
  bool m_refusesAll = false;      ///< the bar was closed
  int m_windows = 0;              ///< that this document asked for
  QList<Permission> m_denied;     ///< to this document
  QSet<Permission> m_granted;     ///< as long as the program runs
  QHash<QUrl, QString> m_allowed; ///< downloads that begin anew, with the file to write
};

} // namespace postwright::ui
