// A calendar below a date field, with 'now'.
#pragma once

#include <QFrame>

#include "app/base/date_time.h"

class QCalendarWidget;

namespace postwright::ui {

class DatePopup : public QFrame {
  Q_OBJECT

 public:
  explicit DatePopup(QWidget* parent);

  /// Shows the month of `date` below `anchor`, with that day selected.
  void open(const Date& date, const QWidget* anchor);

 signals:
  void dayPicked(const Date& date);
  void nowPicked();

 private:
  void dressCalendar();

  QCalendarWidget* m_calendar;
};

} // namespace postwright::ui
