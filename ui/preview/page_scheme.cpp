#include "ui/preview/page_scheme.h"

#include <QFile>
#include <QWebEnginePage>
#include <QWebEngineProfile>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>

namespace postwright::ui {
namespace {

const QString kName = QStringLiteral("postwright-scheme");

QString callFor(PageScheme scheme) {
  const char* value = scheme == PageScheme::Light ? "light" : scheme == PageScheme::Dark ? "dark" : "";
  return QStringLiteral("postwrightScheme('%1')").arg(QLatin1String(value));
}

QString source() {
  QFile file(QStringLiteral(":/preview/scheme.js"));
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

void setPageScheme(QWebEngineProfile& profile, PageScheme scheme) {
  for (const QWebEngineScript& old : profile.scripts()->find(kName))
    profile.scripts()->remove(old);
  QWebEngineScript script;
  script.setName(kName);
  script.setInjectionPoint(QWebEngineScript::DocumentCreation);
  script.setWorldId(QWebEngineScript::ApplicationWorld);
  script.setRunsOnSubFrames(true);
  script.setSourceCode(source() + callFor(scheme) + QLatin1Char(';'));
  profile.scripts()->insert(script);
}

void setPageScheme(QWebEnginePage& page, PageScheme scheme) {
  QWebEngineScript script;
  script.setInjectionPoint(QWebEngineScript::DocumentReady); // behind the profile's
  script.setWorldId(QWebEngineScript::ApplicationWorld);
  script.setRunsOnSubFrames(true);
  script.setSourceCode(callFor(scheme));
  page.scripts().insert(script);
}

void showPageScheme(QWebEnginePage& page, PageScheme scheme) {
  page.runJavaScript(callFor(scheme), QWebEngineScript::ApplicationWorld);
}

} // namespace postwright::ui
