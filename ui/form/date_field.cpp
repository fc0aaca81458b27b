#include "ui/form/date_field.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QToolButton>
#include <algorithm>

#include "ui/base/text_bridge.h"
#include "ui/form/date_popup.h"
#include "ui/form/date_text.h"
#include "ui/form/field_box.h"
#include "ui/form/field_button.h"
#include "ui/form/line_edit.h"

namespace postwright::ui {

DateField::DateField(const Row& row, QWidget* parent)
    : TextField(row, parent),
      m_now(makeFieldButton(QStringLiteral("clock"), tr("Now (Ctrl+;)"))),
      m_calendar(makeFieldButton(QStringLiteral("view-calendar"), tr("Choose the day (Alt+Down)"))) {
  box()->add(m_now);
  box()->add(m_calendar);
  connect(m_now, &QToolButton::clicked, this, [this] { enterNow(currentDateTime()); });
  connect(m_calendar, &QToolButton::clicked, this, &DateField::openCalendar);
  connect(line(), &QLineEdit::textChanged, this, &DateField::updateButtons);
}

QSize DateField::minimumSizeHint() const {
  constexpr int kAroundText = 6; // a line's own margins and its caret
  const QString widest = QStringLiteral("0000-00-00 00:00:00 +0000");
  const int wanted = line()->fontMetrics().horizontalAdvance(widest) + kAroundText;
  const QSize hint = TextField::minimumSizeHint();
  return {hint.width() + std::max(0, wanted - line()->minimumSizeHint().width()), hint.height()};
}

// There is room for 'now' only where no date is shown; the calendar has it always.
void DateField::updateButtons() {
  m_now->setVisible(line()->text().isEmpty() && line()->placeholderText().isEmpty());
}

void DateField::apply(const FieldState& before, bool isFirst) {
  TextField::apply(before, isFirst);
  updateButtons();
  const auto date = parseDateTime(toUtf8(state().text));
  const QLocale locale;
  const QDateTime instant = QDateTime::fromSecsSinceEpoch(date ? date->utcSeconds : 0, Qt::OffsetFromUTC,
                                                          date ? date->offsetSeconds : 0);
  line()->setToolTip(date ? locale.toString(instant, QLocale::LongFormat) : QString());
}

void DateField::applyLock(bool locked) {
  TextField::applyLock(locked);
  m_now->setEnabled(!locked);
  m_calendar->setEnabled(!locked);
}

QString DateField::complaintAbout(const QString& text) const {
  const QString reason = TextField::complaintAbout(text);
  if (reason.isEmpty()) return {};
  const auto guess = guessDateTime(text, offsetSeconds());
  return guess ? tr("Not exact. Enter writes %1").arg(dateTimeText(*guess)) : reason;
}

void DateField::onLineKey(QKeyEvent* event) {
  const bool isStep = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (event->key() == Qt::Key_Down && event->modifiers().testFlag(Qt::AltModifier)) {
    event->accept();
    openCalendar();
  } else if (event->key() == Qt::Key_Semicolon && event->modifiers() == Qt::ControlModifier) {
    event->accept();
    enterNow(currentDateTime());
  } else if (isStep) {
    event->accept();
    const int caret = line()->cursorPosition();
    const auto moved = stepDateTime(line()->text(), caret, event->key() == Qt::Key_Up ? 1 : -1);
    if (moved) enter(*moved);
    if (moved) line()->setCursorPosition(caret);
  } else if (const auto guess =
                 isEnter && isInvalid() ? guessDateTime(line()->text(), offsetSeconds()) : std::nullopt) {
    event->accept();
    enter(dateTimeText(*guess));
  } else {
    TextField::onLineKey(event);
  }
}

std::optional<DateTime> DateField::typedDate() const {
  if (const auto typed = parseDateTime(toUtf8(line()->text()))) return typed;
  if (const auto written = parseDateTime(toUtf8(state().text))) return written;
  return parseDateTime(toUtf8(state().placeholder));
}

int DateField::offsetSeconds() const {
  const auto date = typedDate();
  return date ? date->offsetSeconds : QDateTime::currentDateTime().offsetFromUtc();
}

void DateField::enterNow(const DateTime& now) {
  DateTime shown = now;
  shown.nanoseconds = 0;
  shown.offsetSeconds = offsetSeconds();
  enter(dateTimeText(shown));
}

void DateField::openCalendar() {
  if (isLocked()) return;
  if (m_popup.isNull()) {
    m_popup = new DatePopup(this);
    connect(m_popup, &DatePopup::dayPicked, this, &DateField::pick);
    connect(m_popup, &DatePopup::nowPicked, this, [this] { enterNow(currentDateTime()); });
  }
  DateTime today = currentDateTime();
  today.offsetSeconds = offsetSeconds();
  m_popup->open(typedDate().value_or(today).date(), box());
}

void DateField::pick(const Date& date) {
  DateTime now = currentDateTime();
  now.offsetSeconds = offsetSeconds();
  const DateTime time = typedDate().value_or(now);
  enter(dateTimeText(makeDateTime(date, time.secondOfDay(), time.offsetSeconds)));
  line()->setFocus(Qt::OtherFocusReason);
}

} // namespace postwright::ui
