#include "ui/form/form_banner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

#include "ui/base/theme.h"

namespace postwright::ui {

FormBanner::FormBanner(QWidget* parent) : QWidget(parent), m_text(new QLabel), m_link(new QPushButton) {
  setObjectName(QStringLiteral("formBanner"));
  setAttribute(Qt::WA_StyledBackground);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(metrics::kSpaceXl, 6, metrics::kSpaceL, 6);
  row->setSpacing(metrics::kSpaceS);
  m_text->setWordWrap(true);
  m_text->setTextFormat(Qt::PlainText);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_link->setProperty("link", true);
  m_link->setCursor(Qt::PointingHandCursor);
  row->addWidget(m_text, 1);
  row->addWidget(m_link);
  connect(m_link, &QPushButton::clicked, this, [this] { emit lineRequested(m_line); });
  hide();
}

void FormBanner::showProblem(const QString& message, int line) {
  m_line = line;
  m_link->setText(tr("Go to line %1").arg(line));
  m_link->setVisible(line > 0);
  showText(message, true);
}

void FormBanner::showReason(const QString& message) {
  m_link->hide();
  showText(message, false);
}

void FormBanner::showText(const QString& message, bool isProblem) {
  m_text->setText(message);
  setAccessibleName(message);
  setProperty("problem", isProblem);
  for (QWidget* part : {static_cast<QWidget*>(this), static_cast<QWidget*>(m_text)}) {
    part->style()->unpolish(part); // a property selector is read when the style is set
    part->style()->polish(part);
  }
  show();
}

} // namespace postwright::ui
