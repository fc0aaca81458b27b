#include "ui/form/date_popup.h"

#include <QCalendarWidget>
#include <QPushButton>
#include <QScreen>
#include <QTextCharFormat>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/base/icons.h"
#include "ui/base/theme.h"

namespace postwright::ui {

DatePopup::DatePopup(QWidget* parent) : QFrame(parent, Qt::Popup), m_calendar(new QCalendarWidget) {
  setObjectName(QStringLiteral("datePopup"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(metrics::kSpaceS, metrics::kSpaceS, metrics::kSpaceS, metrics::kSpaceS);
  column->setSpacing(metrics::kSpaceXs);
  auto* now = new QPushButton(tr("Now"));
  now->setToolTip(tr("This moment"));
  column->addWidget(m_calendar);
  column->addWidget(now, 0, Qt::AlignRight);
  const auto pick = [this](const QDate& day) {
    close();
    emit dayPicked(
        {day.year(), static_cast<std::uint8_t>(day.month()), static_cast<std::uint8_t>(day.day())});
  };
  connect(m_calendar, &QCalendarWidget::clicked, this, pick);
  connect(m_calendar, &QCalendarWidget::activated, this, pick);
  connect(now, &QPushButton::clicked, this, [this] {
    close();
    emit nowPicked();
  });
}

void DatePopup::dressCalendar() {
  m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
  m_calendar->setHorizontalHeaderFormat(QCalendarWidget::ShortDayNames);
  m_calendar->setFirstDayOfWeek(QLocale().firstDayOfWeek());
  QTextCharFormat plain;
  plain.setForeground(color(Role::Text)); // weekends are red otherwise, and the heading is tinted
  plain.setBackground(color(Role::Base));
  m_calendar->setHeaderTextFormat(plain);
  m_calendar->setWeekdayTextFormat(Qt::Saturday, plain);
  m_calendar->setWeekdayTextFormat(Qt::Sunday, plain);
  const std::pair<const char*, const char*> buttons[] = {{"qt_calendar_prevmonth", "go-previous"},
                                                         {"qt_calendar_nextmonth", "go-next"}};
  for (const auto& [name, iconName] : buttons) {
    auto* button = m_calendar->findChild<QToolButton*>(QLatin1String(name));
    if (button != nullptr) button->setIcon(icon(QLatin1String(iconName)));
  }
}

void DatePopup::open(const Date& date, const QWidget* anchor) {
  dressCalendar(); // the colours may have changed since
  m_calendar->setSelectedDate(QDate(date.year, date.month, date.day));
  adjustSize();
  const QRect screen = anchor->screen()->availableGeometry();
  QPoint corner = anchor->mapToGlobal(QPoint(2, anchor->height()));
  if (corner.y() + height() > screen.bottom()) corner.setY(anchor->mapToGlobal(QPoint()).y() - height());
  corner.setX(std::clamp(corner.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
  move(corner);
  show();
  m_calendar->setFocus(Qt::PopupFocusReason);
}

} // namespace postwright::ui
