// A date with its offset, typed exactly as Cobalt reads it. The arrow keys step the part under the caret, a
// calendar and 'now' fill it in, and Enter takes what an inexact text was meant to be.
#pragma once

#include <QPointer>

#include "app/base/date_time.h"
#include "ui/form/text_field.h"

class QToolButton;

namespace postwright::ui {

class DatePopup;

class DateField : public TextField {
  Q_OBJECT

 public:
  DateField(const Row& row, QWidget* parent);

  /// With room for a whole date, as far as the form has it.
  QSize minimumSizeHint() const override;
  /// Puts this instant in, in the offset that the field has or would have.
  void enterNow(const DateTime& now);

 protected:
  void apply(const FieldState& before, bool isFirst) override;
  void applyLock(bool locked) override;
  QString complaintAbout(const QString& text) const override;
  void onLineKey(QKeyEvent* event) override;

 private:
  std::optional<DateTime> typedDate() const;
  int offsetSeconds() const;
  void openCalendar();
  void pick(const Date& date);
  void updateButtons();

  QToolButton* m_now;
  QToolButton* m_calendar;
  QPointer<DatePopup> m_popup;
};

} // namespace postwright::ui
