#include "ui/form/form_banner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

#include "ui/base/theme.h"

namespace postwright::ui {

FormBanner::FormBanner(QWidget* parent)
    : QWidget(parent), m_text(new QLabel), m_link(new QPushButton), m_fix(new QPushButton) {
  setObjectName(QStringLiteral("formBanner"));
  m_link->setObjectName(QStringLiteral("goToLine"));
  setAttribute(Qt::WA_StyledBackground);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(metrics::kSpaceXl, 6, metrics::kSpaceL, 6);
  row->setSpacing(metrics::kSpaceS);
  m_text->setWordWrap(true);
  m_text->setTextFormat(Qt::PlainText);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  row->addWidget(m_text, 1);
  for (QPushButton* button : {m_fix, m_link}) {
    button->setProperty("link", true);
    button->setCursor(Qt::PointingHandCursor);
    row->addWidget(button);
  }
  connect(m_fix, &QPushButton::clicked, this, &FormBanner::fixRequested);
  connect(m_link, &QPushButton::clicked, this, [this] { emit lineRequested(m_line); });
  hide();
}

void FormBanner::showProblem(const QString& message, int line, const QString& fix) {
  m_fix->setText(fix);
  m_fix->setVisible(!fix.isEmpty());
  m_line = line;
  m_link->setText(tr("Go to line %1").arg(line));
  m_link->setVisible(line > 0);
  showText(message, true);
}

void FormBanner::showReason(const QString& message) {
  m_link->hide();
  m_fix->hide();
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
