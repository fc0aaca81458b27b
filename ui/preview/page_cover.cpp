#include "ui/preview/page_cover.h"

#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/base/icons.h"
#include "ui/base/theme.h"

namespace postwright::ui {
namespace {

constexpr int kIconSize = 32;

} // namespace

PageCover::PageCover(QWidget* parent)
    : QFrame(parent),
      m_icon(new QLabel(this)),
      m_title(new QLabel(this)),
      m_text(new QLabel(this)),
      m_action(new QPushButton(this)) {
  setObjectName(QStringLiteral("previewCover"));
  m_title->setObjectName(QStringLiteral("coverTitle"));
  m_text->setProperty("dim", true);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(metrics::kSpaceXl, metrics::kSpaceXl, metrics::kSpaceXl, metrics::kSpaceXl);
  layout->setSpacing(metrics::kSpaceS);
  layout->addStretch(2);
  layout->addWidget(m_icon, 0, Qt::AlignHCenter);
  for (QLabel* label : {m_title, m_text}) {
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignHCenter);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(label);
  }
  layout->addSpacing(metrics::kSpaceXs);
  layout->addWidget(m_action, 0, Qt::AlignHCenter);
  layout->addStretch(3);
  connect(m_action, &QPushButton::clicked, this, &PageCover::actionTriggered);
  showBlank();
}

void PageCover::showBlank() {
  setContent({}, {}, false);
}

void PageCover::showText(const QString& title, const QString& text) {
  setContent(title, text, false);
}

void PageCover::showError(const QString& title, const QString& text, const QString& action) {
  setContent(title, text, true);
  m_action->setText(action);
  m_action->setVisible(!action.isEmpty());
}

void PageCover::setContent(const QString& title, const QString& text, bool isError) {
  const QIcon symbol = isError ? icon(QStringLiteral("dialog-error-symbolic"), Role::Bad)
                               : icon(QStringLiteral("document-preview"), Role::Faint);
  m_icon->setPixmap(symbol.pixmap(kIconSize, kIconSize));
  m_icon->setVisible(!title.isEmpty());
  m_title->setText(title);
  m_title->setProperty("bad", isError);
  m_title->style()->unpolish(m_title);
  m_title->style()->polish(m_title);
  m_text->setText(text);
  m_action->hide();
}

} // namespace postwright::ui
