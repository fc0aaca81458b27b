#include "ui/form/form_search.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

#include "ui/base/icons.h"
#include "ui/base/theme.h"
#include "ui/form/field_box.h"
#include "ui/form/line_edit.h"

namespace postwright::ui {

FormSearch::FormSearch(QWidget* parent) : QWidget(parent), m_glass(new QLabel), m_line(new LineEdit) {
  setObjectName(QStringLiteral("formSearch"));
  setAttribute(Qt::WA_StyledBackground);
  auto* row = new QHBoxLayout(this);
  constexpr int kInset = FieldBox::kRing + 1 + FieldBox::kPadding; // the glass stands on the margin
  row->setContentsMargins(metrics::kSpaceXl - kInset, metrics::kSpaceXs, metrics::kSpaceXl - kInset, 0);
  auto* box = new FieldBox(FieldBox::Frame::Quiet);
  drawGlass();
  box->row()->insertWidget(0, m_glass);
  box->add(m_line, 1);
  box->setEditor(m_line);
  row->addWidget(box);
  m_line->setPlaceholderText(tr("Find a field"));
  m_line->setAccessibleName(tr("Find a field"));
  m_line->setAccessibleDescription(tr("By its name or value; Escape shows all"));
  connect(m_line, &QLineEdit::textEdited, this, &FormSearch::searched);
  connect(m_line, &LineEdit::keyPressed, this, [this](QKeyEvent* event) {
    const bool goesOn =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Down;
    const bool ends = event->key() == Qt::Key_Escape && !m_line->text().isEmpty();
    if (!goesOn && !ends) return;
    event->accept();
    if (goesOn) return emit entered();
    clear();
    emit searched(QString());
  });
}

QString FormSearch::text() const {
  return m_line->text().trimmed();
}

void FormSearch::clear() {
  m_line->replaceText(QString());
}

void FormSearch::setFound(bool found) {
  const QString nothing = tr("No field has this in its name or value");
  m_line->setToolTip(found ? QString() : nothing);
  m_line->setAccessibleDescription(found ? tr("By its name or value; Escape shows all") : nothing);
}

void FormSearch::drawGlass() {
  constexpr int kSide = 14;
  m_glass->setPixmap(icon(QStringLiteral("search")).pixmap(kSide, kSide));
}

void FormSearch::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) drawGlass(); // its colour is the theme's
}

} // namespace postwright::ui
