#include "ui/form/site_notice.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "ui/base/text_bridge.h"
#include "ui/base/theme.h"

namespace postwright::ui {

SiteNotice::SiteNotice(QWidget* parent) : QWidget(parent), m_text(new QLabel), m_fix(new QPushButton) {
  setObjectName(QStringLiteral("siteNotice"));
  setAttribute(Qt::WA_StyledBackground);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(metrics::kSpaceXl, metrics::kSpaceXs, metrics::kSpaceL, metrics::kSpaceXs);
  row->setSpacing(metrics::kSpaceS);
  m_text->setWordWrap(true);
  m_text->setTextFormat(Qt::PlainText);
  m_fix->setProperty("link", true);
  m_fix->setCursor(Qt::PointingHandCursor);
  row->addWidget(m_text, 1);
  row->addWidget(m_fix);
  connect(m_fix, &QPushButton::clicked, this, [this] {
    const std::vector<front_matter::EditOperation> fix = m_operations; // it will show another reason, or none
    emit operated(fix);
  });
  hide();
}

void SiteNotice::show(const std::vector<front_matter::Reason>& reasons) {
  setVisible(!reasons.empty());
  if (reasons.empty()) return;
  QStringList sentences;
  for (const front_matter::Reason& reason : reasons)
    sentences << toQString(describe(reason.error));
  m_text->setText(tr("Not on the site: %1").arg(sentences.first()));
  setToolTip(sentences.size() > 1 ? sentences.join(QLatin1Char('\n')) : QString());
  setAccessibleName(tr("Not on the site: %1").arg(sentences.join(QLatin1String("; "))));
  const auto& fix = reasons.front().fix;
  m_operations = fix ? fix->operations : std::vector<front_matter::EditOperation>();
  m_fix->setText(fix ? toQString(fix->title) : QString());
  m_fix->setVisible(fix.has_value());
}

void SiteNotice::setLocked(bool locked) {
  m_fix->setEnabled(!locked);
}

QString SiteNotice::text() const {
  return isHidden() ? QString() : m_text->text();
}

} // namespace postwright::ui
