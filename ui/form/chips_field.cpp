#include "ui/form/chips_field.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/base/text_bridge.h"
#include "ui/base/theme.h"
#include "ui/form/chip.h"
#include "ui/form/field_box.h"
#include "ui/form/flow_layout.h"
#include "ui/form/line_edit.h"
#include "ui/form/suggestions.h"

namespace postwright::ui {
namespace {

constexpr int kRoomToType = 44;
constexpr int kRoomAtRest = 1;

} // namespace

ChipsField::ChipsField(const Row& row, QWidget* parent)
    : Field(row, parent),
      m_box(new FieldBox),
      m_area(new QWidget),
      m_flow(new FlowLayout(m_area)),
      m_line(new LineEdit(m_area)),
      m_suggestions(new Suggestions(m_line)) {
  buildBox();
  connect(m_line, &QLineEdit::textEdited, this, &ChipsField::onEdited);
  connect(m_line, &LineEdit::keyPressed, this, &ChipsField::onKey);
  connect(m_line, &LineEdit::undoRequested, this, &Field::undoRequested);
  connect(m_line, &LineEdit::redoRequested, this, &Field::redoRequested);
  connect(m_suggestions, &Suggestions::picked, this, [this](const QString& value) { add(value); });
}

void ChipsField::buildBox() {
  m_flow->setSpacing(metrics::kSpaceXs);
  m_flow->insertWidget(0, m_line);
  m_flow->setLeastLast(kRoomAtRest);
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  m_area->setSizePolicy(policy);
  m_box->add(m_area, 1);
  m_box->setEditor(m_line);
  m_line->installEventFilter(m_box);
  column()->addWidget(m_box);
  adopt(m_line);
}

QString ChipsField::unsaid() const {
  return m_line->text().trimmed();
}

void ChipsField::retype(const QString& text) {
  m_line->replaceText(text);
}

void ChipsField::apply(const FieldState& before, bool isFirst) {
  if (isFirst) {
    m_pending.clear();
    m_line->replaceText(QString());
  }
  if (isFirst || before.items != state().items || before.posts != state().posts) showItems();
  const bool isTold = state().offered || state().absence != Absence::Missing;
  const QString nothing = isTold ? state().placeholder : tr("Add…");
  m_line->setPlaceholderText(state().items.isEmpty() ? nothing : QString());
  offerValues();
}

void ChipsField::offerValues() {
  m_suggestions->setValues(state().choices, state().details, state().items);
}

void ChipsField::showItem(Chip& chip, const QString& item) {
  if (chip.text() != item) chip.setText(item);
}

void ChipsField::showItems() {
  const auto count = static_cast<std::size_t>(state().items.size());
  while (m_chips.size() > count) {
    Chip* chip = m_chips.back();
    m_chips.pop_back();
    if (chip->hasFocus()) m_line->setFocus(Qt::OtherFocusReason);
    m_flow->removeWidget(chip);
    chip->hide();
    chip->deleteLater(); // it may be the one that asked
  }
  for (std::size_t i = 0; i < count; ++i) {
    const QString& item = state().items[static_cast<qsizetype>(i)];
    if (i == m_chips.size()) m_chips.push_back(makeChip(i));
    showItem(*m_chips[i], item);
  }
  if (!m_pending.isEmpty() && state().items.contains(m_pending)) {
    m_pending.clear();
    m_line->replaceText(QString());
  }
}

Chip* ChipsField::makeChip(std::size_t index) {
  auto* chip = new Chip(state().items[static_cast<qsizetype>(index)], m_area);
  chip->setLocked(isLocked());
  chip->installEventFilter(m_box);
  chip->installEventFilter(this);
  m_flow->insertWidget(static_cast<int>(index), chip);
  chip->show();
  connect(chip, &Chip::removeRequested, this, [this, index] { removeAt(index); });
  connect(chip, &Chip::stepRequested, this, [this, index](int by) { step(index, by); });
  connect(chip, &Chip::moveRequested, this, [this, index](int by) { move(index, by); });
  connect(chip, &Chip::activated, this, [this, index] { activate(index); });
  return chip;
}

void ChipsField::applyLock(bool locked) {
  m_line->setReadOnly(locked);
  m_box->setLocked(locked);
  for (Chip* chip : m_chips)
    chip->setLocked(locked);
}

void ChipsField::mark(bool invalid) {
  m_box->setInvalid(invalid);
}

void ChipsField::showOffered(bool offered) {
  m_box->setOffered(offered);
}

void ChipsField::onEdited(const QString& text) {
  m_pending.clear();
  clearRefusal();
  setComplaint(QString());
  const bool isList =
      text.contains(QLatin1Char('\n')) || (splitsAtCommas() && text.contains(QLatin1Char(',')));
  if (!isList) {
    m_suggestions->offer(text.trimmed(), m_box);
    return;
  }
  QString rest = text; // a pasted list
  const QStringList words = rest.replace(QLatin1Char('\n'), QLatin1Char(',')).split(QLatin1Char(','));
  for (const QString& word : words.mid(0, words.size() - 1))
    add(word);
  if (!isInvalid()) m_line->replaceText(words.last().trimmed());
}

void ChipsField::onKey(QKeyEvent* event) {
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  const bool atStart = m_line->cursorPosition() == 0 && !m_line->hasSelectedText();
  if (isEnter && !m_suggestions->hasSelection() && !m_line->text().trimmed().isEmpty()) {
    event->accept();
    add(m_line->text());
  } else if (event->key() == Qt::Key_Down && !m_suggestions->isOpen()) {
    event->accept();
    m_suggestions->offer(m_line->text().trimmed(), m_box);
  } else if (event->key() == Qt::Key_Escape && !m_suggestions->isOpen() && !m_line->text().isEmpty()) {
    event->accept();
    m_line->replaceText(QString());
    clearRefusal();
    setComplaint(QString());
  } else if (event->key() == Qt::Key_Backspace && m_line->text().isEmpty() && !m_chips.empty()) {
    event->accept();
    if (!event->isAutoRepeat()) removeAt(m_chips.size() - 1); // held down it stops at the first chip
  } else if (event->key() == Qt::Key_Left && atStart && !m_chips.empty()) {
    event->accept();
    m_chips.back()->setFocus(Qt::OtherFocusReason);
  }
}

QString ChipsField::valueFor(const QString& typed, bool /*isSure*/) const {
  return typed;
}

void ChipsField::add(const QString& typed, bool isSure) {
  const QString word = valueFor(typed.trimmed(), isSure);
  m_suggestions->hide();
  if (word.isEmpty() && !isSure) m_line->replaceText(QString());
  if (word.isEmpty() || isLocked()) return;
  if (state().items.contains(word)) {
    m_line->replaceText(QString());
    return;
  }
  const QString reason = complaint(state().rule, word, state().choices);
  setComplaint(reason);
  if (!reason.isEmpty()) return;
  m_pending = word;
  m_line->replaceText(word);
  const front_matter::Scalar guess = guessedScalar(word);
  const bool isNumber = state().type != front_matter::ScalarType::String && guess.type == state().type;
  emit itemAppended(path(),
                    isNumber ? guess : front_matter::Scalar{front_matter::ScalarType::String, toUtf8(word)});
}

void ChipsField::removeAt(std::size_t index) {
  if (isLocked() || index >= m_chips.size()) return;
  clearRefusal();
  front_matter::Path item = path();
  item.emplace_back(index);
  emit removed(item);
}

void ChipsField::step(std::size_t from, int by) {
  const auto target = static_cast<std::ptrdiff_t>(from) + by;
  if (target < 0) return;
  if (target >= static_cast<std::ptrdiff_t>(m_chips.size())) {
    m_line->setFocus(Qt::OtherFocusReason);
  } else {
    m_chips[static_cast<std::size_t>(target)]->setFocus(Qt::OtherFocusReason);
  }
}

void ChipsField::move(std::size_t from, int by) {
  const auto target = static_cast<std::ptrdiff_t>(from) + by;
  if (isLocked() || target < 0 || target >= static_cast<std::ptrdiff_t>(m_chips.size())) return;
  front_matter::Path item = path();
  item.emplace_back(from);
  const auto index = static_cast<std::size_t>(target);
  emit operated({{front_matter::OperationKind::Move, item, {}, {}, index}});
  if (index < m_chips.size()) m_chips[index]->setFocus(Qt::OtherFocusReason); // the chip that was moved
}

bool ChipsField::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_line && event->type() == QEvent::FocusIn) giveRoom(true);
  if (watched == m_line && event->type() == QEvent::FocusOut) {
    leave(static_cast<QFocusEvent*>(event)->reason());
    giveRoom(!m_line->text().isEmpty());
  }
  return Field::eventFilter(watched, event);
}

// A word left behind in the line would look added; leaving the field adds it.
void ChipsField::leave(Qt::FocusReason reason) {
  const bool leaves = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
                      reason == Qt::MouseFocusReason || reason == Qt::ShortcutFocusReason;
  if (leaves && !isInvalid()) add(m_line->text(), false);
}

// At rest the line needs no room of its own: chips that fill their row are followed by no empty one.
void ChipsField::giveRoom(bool typing) {
  m_flow->setLeastLast(typing ? kRoomToType : kRoomAtRest);
  m_flow->invalidate();
  m_area->updateGeometry();
}

} // namespace postwright::ui
