#include "ui/form/colour_field.h"

#include <QColorDialog>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

#include "ui/base/theme.h"
#include "ui/form/colour_text.h"
#include "ui/form/field_box.h"
#include "ui/form/field_button.h"
#include "ui/form/line_edit.h"

namespace postwright::ui {
namespace {

constexpr int kSide = 16;

/// A rounded square of the colour; crossed out where the text is none.
QPixmap swatch(const std::optional<QColor>& colour, qreal ratio) {
  QPixmap picture(QSize(kSide, kSide) * ratio);
  picture.setDevicePixelRatio(ratio);
  picture.fill(Qt::transparent);
  QPainter painter(&picture);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(color(Role::Line), 1));
  painter.setBrush(colour.value_or(color(Role::Window)));
  painter.drawRoundedRect(QRectF(0.5, 0.5, kSide - 1, kSide - 1), 4, 4);
  if (!colour) painter.drawLine(QPointF(3, kSide - 3), QPointF(kSide - 3, 3));
  return picture;
}

} // namespace

ColourField::ColourField(const Row& row, QWidget* parent)
    : TextField(row, parent), m_swatch(makeFieldButton(QString(), tr("Choose a colour"))) {
  m_swatch->setFocusPolicy(Qt::TabFocus);
  m_swatch->setIconSize({kSide, kSide});
  box()->add(m_swatch);
  box()->row()->insertWidget(0, m_swatch);
  adopt(m_swatch);
  connect(line(), &QLineEdit::textChanged, this, &ColourField::showSwatch);
  connect(m_swatch, &QToolButton::clicked, this, &ColourField::pick);
  showSwatch();
}

void ColourField::applyLock(bool locked) {
  TextField::applyLock(locked);
  m_swatch->setEnabled(!locked);
}

void ColourField::showSwatch() {
  m_swatch->setIcon(QIcon(swatch(parseColour(line()->text()), devicePixelRatioF())));
}

void ColourField::take(const QColor& colour) {
  if (colour.isValid()) enter(colourText(colour, state().text));
}

void ColourField::pick() {
  const QColor start = parseColour(line()->text()).value_or(QColor(Qt::white));
  take(QColorDialog::getColor(start, this, tr("Choose a colour"), QColorDialog::ShowAlphaChannel));
}

} // namespace postwright::ui
