#include "ui/form/url_field.h"

#include <QDesktopServices>
#include <QToolButton>
#include <QUrl>
#include <algorithm>

#include "ui/form/field_box.h"
#include "ui/form/field_button.h"
#include "ui/form/line_edit.h"

namespace postwright::ui {
namespace {

constexpr const char* kSchemes[] = {"https://", "http://", "mailto:"};

} // namespace

bool looksLikeUrl(const QString& text) {
  const bool hasScheme = std::ranges::any_of(kSchemes, [&text](const char* scheme) {
    return text.startsWith(QLatin1String(scheme), Qt::CaseInsensitive);
  });
  return hasScheme && !text.contains(QLatin1Char(' ')) && !text.contains(QLatin1Char('\n'));
}

bool isCompleteUrl(const QString& text) {
  const QUrl url(text, QUrl::StrictMode);
  if (!looksLikeUrl(text) || !url.isValid()) return false;
  if (url.scheme() == QLatin1String("mailto")) return url.path().indexOf(QLatin1Char('@')) > 0;
  return !url.host().isEmpty();
}

UrlField::UrlField(const Row& row, QWidget* parent)
    : TextField(row, parent),
      m_open(makeFieldButton(QStringLiteral("document-open-remote"), tr("Open in the browser"))) {
  m_open->setFocusPolicy(Qt::TabFocus);
  box()->add(m_open);
  adopt(m_open);
  connect(line(), &QLineEdit::textChanged, this, &UrlField::updateButton);
  connect(m_open, &QToolButton::clicked, this, &UrlField::open);
  updateButton();
}

void UrlField::updateButton() {
  m_open->setEnabled(isCompleteUrl(line()->text()));
}

void UrlField::open() {
  QDesktopServices::openUrl(QUrl(line()->text(), QUrl::StrictMode));
}

} // namespace postwright::ui
