#include "ui/draft_pill.h"

#include <QAction>
#include <QPainter>

#include "ui/base/theme.h"

namespace postwright::ui {
namespace {

constexpr int kTrackWidth = 30;
constexpr int kTrackHeight = 16;
constexpr int kKnob = 12;

} // namespace

DraftPill::DraftPill(QAction* action, QWidget* parent) : QAbstractButton(parent) {
  setCheckable(true);
  setCursor(Qt::PointingHandCursor);
  setFocusPolicy(Qt::TabFocus);
  setObjectName(QStringLiteral("draftPill"));
  connect(action, &QAction::changed, this, [this, action] { follow(*action); });
  connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
  follow(*action);
}

void DraftPill::follow(const QAction& action) {
  setChecked(action.isChecked());
  setEnabled(action.isEnabled());
  setToolTip(action.toolTip());
  setText(action.isChecked() ? tr("Draft") : tr("Published"));
  setAccessibleName(tr("Draft"));
  setAccessibleDescription(text());
  updateGeometry();
  update();
}

QSize DraftPill::sizeHint() const {
  QFont bold = font();
  bold.setWeight(QFont::DemiBold);
  const QFontMetrics wide(bold);
  const int word = std::max(wide.horizontalAdvance(tr("Draft")), wide.horizontalAdvance(tr("Published")));
  return {word + kTrackWidth + 3 * metrics::kSpaceM, metrics::kControlHeight};
}

void DraftPill::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Role ink = !isEnabled() ? Role::Faint : isChecked() ? Role::Draft : Role::Dim;
  const QRectF pill = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
  painter.setPen(hasFocus()                   ? QPen(color(Role::Accent))
                 : isChecked() && isEnabled() ? QPen(Qt::NoPen)
                                              : QPen(color(Role::Line)));
  painter.setBrush(isChecked() && isEnabled() ? color(Role::DraftTint) : color(Role::Field));
  painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
  QFont bold = font();
  bold.setWeight(QFont::DemiBold);
  painter.setFont(bold);
  painter.setPen(color(ink));
  const int trackLeft = width() - metrics::kSpaceM - kTrackWidth;
  painter.drawText(QRect(metrics::kSpaceM, 0, trackLeft - metrics::kSpaceM - metrics::kSpaceS, height()),
                   Qt::AlignVCenter | Qt::AlignRight, text());
  const QRectF track(trackLeft, (height() - kTrackHeight) / 2.0, kTrackWidth, kTrackHeight);
  painter.setPen(Qt::NoPen);
  painter.setBrush(color(isChecked() ? ink : Role::Faint));
  painter.drawRoundedRect(track, kTrackHeight / 2.0, kTrackHeight / 2.0);
  painter.setBrush(color(Role::Base));
  const double knobLeft = isChecked() ? track.right() - kKnob - 2 : track.left() + 2;
  painter.drawEllipse(QRectF(knobLeft, track.top() + 2, kKnob, kKnob));
}

} // namespace postwright::ui
