#include "ui/editor/source_view.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/base/theme.h"
#include "ui/editor/find_bar.h"
#include "ui/editor/markdown_editor.h"

namespace postwright::ui {

SourceView::SourceView(QWidget* parent)
    : QWidget(parent),
      m_name(new QLabel(this)),
      m_text(new MarkdownEditor(this)),
      m_findBar(new FindBar(m_text, this)),
      m_document(makeDocument(this)) {
  m_name->setTextFormat(Qt::PlainText);
  m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* outside = new QPushButton(tr("Open &Externally"), this);
  outside->setObjectName(QStringLiteral("openExternally"));
  outside->setToolTip(tr("Open the file in the program that the desktop has for it"));
  auto* back = new QPushButton(tr("&Back to the Post"), this);
  back->setObjectName(QStringLiteral("backToPost"));
  back->setToolTip(tr("Back to the post (Esc)"));
  auto* bar = new QHBoxLayout;
  bar->setContentsMargins(metrics::kSpaceL, metrics::kSpaceS, metrics::kSpaceL, metrics::kSpaceS);
  bar->setSpacing(metrics::kSpaceS);
  bar->addWidget(m_name, 1);
  bar->addWidget(outside);
  bar->addWidget(back);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addLayout(bar);
  layout->addWidget(m_text, 1);
  layout->addWidget(m_findBar);
  setFocusProxy(m_text);
  connect(outside, &QPushButton::clicked, this, &SourceView::openExternallyRequested);
  connect(back, &QPushButton::clicked, this, &SourceView::backRequested);
}

SourceView::~SourceView() {
  m_text->show(nullptr); // the document goes first
}

void SourceView::showFile(const QString& name, const QString& text, int line, int column) {
  m_name->setText(tr("%1, line %2 (read only)").arg(name).arg(line));
  m_document->setPlainText(text);
  m_text->show(m_document);
  m_text->setReadOnlyReason(tr("This file is shown for reading; it belongs to the site, not to the post."));
  m_text->setAccessibleName(tr("Text of %1").arg(name));
  m_text->goTo(line, column);
}

void SourceView::keyPressEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_Escape) return QWidget::keyPressEvent(event);
  event->accept();
  if (m_findBar->isVisible()) return m_findBar->close();
  emit backRequested();
}

} // namespace postwright::ui
