// What comes back at the next start: last site and post, carets, sizes, recent sites, choices. Kept in
// QSettings.
#pragma once

#include <QByteArray>
#include <QSet>
#include <QSettings>
#include <QString>
#include <QStringList>

#include "ui/base/theme.h"
#include "ui/preview/page_tools.h"

namespace postwright::ui {

/// Where one was in a file.
struct RememberedPlace {
  int caret = 0;
  int anchor = 0;
  int firstBlock = 0;
};

class SessionState {
 public:
  static constexpr double kFontSize = 11.0; ///< points, where nothing else was chosen

  SessionState() = default;

  QByteArray geometry() const { return bytes("window/geometry"); }
  void setGeometry(const QByteArray& value) { set("window/geometry", value); }
  QByteArray splitter(const QString& name) const { return bytes(QStringLiteral("window/splitter-") + name); }
  void setSplitter(const QString& name, const QByteArray& state) {
    set(QStringLiteral("window/splitter-") + name, state);
  }
  double fontSize() const;
  void setFontSize(double points) { set("editor/fontSize", points); }
  Scheme scheme() const;
  void setScheme(Scheme scheme) { set("window/scheme", static_cast<int>(scheme)); }
  bool scrollsTogether() const;
  void setScrollsTogether(bool together) { set("view/scrollTogether", together); }
  int sortOrder() const;
  void setSortOrder(int order) { set("posts/sort", order); }

  PageLook pageLook() const;
  void setPageLook(const PageLook& look);
  bool showsProblems() const { return m_settings.value(QStringLiteral("problems/shown"), false).toBool(); }
  void setShowsProblems(bool shown) { set("problems/shown", shown); }
  /// Numbers of the kinds of warnings that are switched off.
  QSet<int> warningsOff() const;
  void setWarningsOff(const QSet<int>& kinds);

  /// Newest first, at most ten, only folders that are still there.
  QStringList recentSites() const;
  void addRecentSite(const QString& folder);
  void removeRecentSite(const QString& folder);
  QString lastSite() const { return text("last/site"); }
  void setLastSite(const QString& folder) { set("last/site", folder); }

  QString lastPost(const QString& site) const { return text(siteKey(site, "post")); }
  void setLastPost(const QString& site, const QString& file) { set(siteKey(site, "post"), file); }
  bool networkAllowed(const QString& site) const;
  void setNetworkAllowed(const QString& site, bool allowed) { set(siteKey(site, "network"), allowed); }

  /// Headings of the form that are not as they are at first.
  QStringList toggledGroups(const QString& site) const;
  void setToggledGroups(const QString& site, const QStringList& names) {
    set(siteKey(site, "groups"), names);
  }

  RememberedPlace place(const QString& file) const;
  void setPlace(const QString& file, const RememberedPlace& place);

 private:
  static QString siteKey(const QString& site, const char* name);
  QByteArray bytes(const QString& key) const { return m_settings.value(key).toByteArray(); }
  QByteArray bytes(const char* key) const { return bytes(QString::fromLatin1(key)); }
  QString text(const QString& key) const { return m_settings.value(key).toString(); }
  QString text(const char* key) const { return text(QString::fromLatin1(key)); }
  void set(const QString& key, const QVariant& value) { m_settings.setValue(key, value); }
  void set(const char* key, const QVariant& value) { set(QString::fromLatin1(key), value); }

  QSettings m_settings;
};

} // namespace postwright::ui
