#include "ui/session_state.h"

#include <QCryptographicHash>
#include <QFileInfo>

namespace postwright::ui {
namespace {

constexpr int kRecentSites = 10;
constexpr double kSmallestFont = 6.0;
constexpr double kLargestFont = 48.0;

/// A key part without the separators QSettings gives a meaning to.
QString hashed(const QString& path) {
  return QString::fromLatin1(
      QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha1).toHex().left(16));
}

QString placeKey(const QString& file) {
  return QStringLiteral("places/") + hashed(file);
}

} // namespace

QString SessionState::siteKey(const QString& site, const char* name) {
  return QStringLiteral("sites/%1/%2").arg(hashed(site), QLatin1String(name));
}

double SessionState::fontSize() const {
  return qBound(kSmallestFont, m_settings.value(QStringLiteral("editor/fontSize"), kFontSize).toDouble(),
                kLargestFont);
}

Scheme SessionState::scheme() const {
  const int value = m_settings.value(QStringLiteral("window/scheme"), 0).toInt();
  return value == 1 ? Scheme::Light : value == 2 ? Scheme::Dark : Scheme::System;
}

bool SessionState::scrollsTogether() const {
  return m_settings.value(QStringLiteral("view/scrollTogether"), true).toBool();
}

int SessionState::sortOrder() const {
  return m_settings.value(QStringLiteral("posts/sort"), 0).toInt();
}

PageLook SessionState::pageLook() const {
  const auto number = [this](const char* key, int otherwise) {
    return m_settings.value(QString::fromLatin1(key), otherwise).toInt();
  };
  const int scheme = number("page/scheme", 0);
  PageLook look{number("page/width", 0), number("page/zoom", 100), PageScheme::Automatic};
  if (scheme == 1) look.scheme = PageScheme::Light;
  if (scheme == 2) look.scheme = PageScheme::Dark;
  return look;
}

void SessionState::setPageLook(const PageLook& look) {
  set("page/width", look.width);
  set("page/zoom", look.zoom);
  set("page/scheme", static_cast<int>(look.scheme));
}

QSet<int> SessionState::warningsOff() const {
  QSet<int> kinds;
  for (const QVariant& kind : m_settings.value(QStringLiteral("problems/off")).toList())
    kinds.insert(kind.toInt());
  return kinds;
}

void SessionState::setWarningsOff(const QSet<int>& kinds) {
  QVariantList list;
  for (const int kind : kinds)
    list << kind;
  set("problems/off", list);
}

QStringList SessionState::recentSites() const {
  QStringList sites = m_settings.value(QStringLiteral("recent/sites")).toStringList();
  sites.removeIf([](const QString& folder) { return !QFileInfo(folder).isDir(); });
  return sites;
}

void SessionState::addRecentSite(const QString& folder) {
  QStringList sites = recentSites();
  sites.removeAll(folder);
  sites.prepend(folder);
  set("recent/sites", QStringList(sites.mid(0, kRecentSites)));
}

void SessionState::removeRecentSite(const QString& folder) {
  QStringList sites = recentSites();
  sites.removeAll(folder);
  set("recent/sites", sites);
}

bool SessionState::networkAllowed(const QString& site) const {
  return m_settings.value(siteKey(site, "network"), false).toBool();
}

QStringList SessionState::toggledGroups(const QString& site) const {
  return m_settings.value(siteKey(site, "groups")).toStringList();
}

RememberedPlace SessionState::place(const QString& file) const {
  const QVariantList numbers = m_settings.value(placeKey(file)).toList();
  if (numbers.size() != 3) return {0, 0, -1};
  return {numbers[0].toInt(), numbers[1].toInt(), numbers[2].toInt()};
}

void SessionState::setPlace(const QString& file, const RememberedPlace& place) {
  set(placeKey(file), QVariantList{place.caret, place.anchor, place.firstBlock});
}

} // namespace postwright::ui
