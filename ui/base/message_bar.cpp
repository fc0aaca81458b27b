#include "ui/base/message_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "ui/base/icons.h"
#include "ui/base/theme.h"

namespace postwright::ui {
namespace {

struct Look {
  MessageBar::Kind kind;
  const char* name; ///< in the style sheet
  const char* icon;
  Role role;
};

constexpr std::array kLooks = {
    Look{MessageBar::Kind::Info, "info", "documentinfo", Role::Accent},
    Look{MessageBar::Kind::Warning, "warning", "dialog-warning-symbolic", Role::Draft},
    Look{MessageBar::Kind::Error, "error", "dialog-error-symbolic", Role::Bad},
};

constexpr int kLineHeight = 36;
constexpr int kTextLines = 3;
constexpr int kShortestNote = 120; ///< of a note that is cut; less of it says nothing
constexpr int kDetailLines = 8;    ///< shown at once; the rest scrolls

const Look& lookOf(MessageBar::Kind kind) {
  return *std::find_if(kLooks.begin(), kLooks.end(), [&](const Look& look) { return look.kind == kind; });
}

void restyle(QWidget* widget, const QString& kind) {
  widget->setProperty("message", kind);
  widget->style()->unpolish(widget);
  widget->style()->polish(widget);
}

} // namespace

MessageBar::MessageBar(QWidget* parent) : QFrame(parent) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  m_line = makeLine();
  layout->addWidget(m_line);
  m_details = new QPlainTextEdit(this);
  m_details->setReadOnly(true);
  m_details->setFrameShape(QFrame::NoFrame);
  m_details->setLineWrapMode(QPlainTextEdit::NoWrap);
  m_details->setTabChangesFocus(true);
  m_details->setAccessibleName(tr("Details"));
  m_details->setObjectName(QStringLiteral("messageDetails"));
  m_details->hide();
  layout->addWidget(m_details);
  setKind(Kind::Info);
  hide();
}

QWidget* MessageBar::makeLine() {
  auto* line = new QWidget(this);
  line->setFixedHeight(kLineHeight);
  auto* layout = new QHBoxLayout(line);
  layout->setContentsMargins(metrics::kSpaceM, 0, metrics::kSpaceXs, 0);
  layout->setSpacing(metrics::kSpaceS);
  addLabels(line);
  layout->addWidget(m_rest, 1);
  addButtons(line);
  return line;
}

void MessageBar::addLabels(QWidget* line) {
  m_icon = new QLabel(line);
  m_icon->setFixedSize(metrics::kIcon, metrics::kIcon);
  m_textLabel = new QLabel(line);
  m_rest = new QWidget(line);
  auto* rest = new QHBoxLayout(m_rest);
  rest->setContentsMargins(0, 0, 0, 0);
  rest->setSpacing(metrics::kSpaceS);
  m_noteLabel = new QLabel(m_rest);
  QFont bold = m_textLabel->font();
  bold.setWeight(QFont::DemiBold);
  m_textLabel->setFont(bold);
  for (QLabel* label : {m_icon, m_textLabel, m_noteLabel}) {
    label->setTextFormat(Qt::PlainText);
    label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    if (label != m_icon) label->setMinimumWidth(1); // the text is cut instead of keeping the window wide
    label->parentWidget()->layout()->addWidget(label);
  }
  rest->addStretch(1);
}

void MessageBar::addButtons(QWidget* line) {
  m_detailsButton = new QPushButton(tr("Details"), m_rest);
  m_actionButton = new QPushButton(m_rest);
  m_otherButton = new QPushButton(m_rest);
  for (QPushButton* button : {m_detailsButton, m_actionButton, m_otherButton}) {
    button->setProperty("link", true);
    button->setCursor(Qt::PointingHandCursor);
    button->setFocusPolicy(Qt::TabFocus);
    button->hide();
    m_rest->layout()->addWidget(button);
  }
  m_closeButton = new QToolButton(line);
  m_closeButton->setIcon(icon(QStringLiteral("dialog-close")));
  m_closeButton->setToolTip(tr("Close this message"));
  m_closeButton->setAccessibleName(tr("Close this message"));
  m_closeButton->setFocusPolicy(Qt::TabFocus);
  line->layout()->addWidget(m_closeButton);
  connect(m_detailsButton, &QPushButton::clicked, this, &MessageBar::toggleDetails);
  connect(m_actionButton, &QPushButton::clicked, this, &MessageBar::actionTriggered);
  connect(m_otherButton, &QPushButton::clicked, this, &MessageBar::otherActionTriggered);
  connect(m_closeButton, &QToolButton::clicked, this, [this] {
    hide();
    emit closed();
  });
}

void MessageBar::setKind(Kind kind) {
  m_kind = kind;
  updateIcon();
  for (QWidget* part : std::initializer_list<QWidget*>{this, m_textLabel, m_noteLabel, m_details})
    restyle(part, QLatin1String(lookOf(kind).name));
}

void MessageBar::updateIcon() {
  const Look& look = lookOf(m_kind);
  m_icon->setPixmap(icon(QLatin1String(look.icon), look.role).pixmap(metrics::kIcon, metrics::kIcon));
}

void MessageBar::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) updateIcon(); // its colour is the theme's
}

void MessageBar::showMessage(Kind kind, const QString& text, const QString& note) {
  setKind(kind);
  m_text = text;
  m_note = note;
  setAccessibleName(note.isEmpty() ? text : text + QLatin1Char(' ') + note);
  show();
  arrange();
}

void MessageBar::setAction(const QString& text, const QString& toolTip) {
  m_actionButton->setText(text);
  m_actionButton->setToolTip(toolTip);
  m_actionButton->setVisible(!text.isEmpty());
  arrange();
}

void MessageBar::setOtherAction(const QString& text) {
  m_otherButton->setText(text);
  m_otherButton->setVisible(!text.isEmpty());
  arrange();
}

void MessageBar::setDetails(const QString& details) {
  if (m_details->toPlainText() != details) m_details->setPlainText(details);
  m_detailsButton->setVisible(!details.isEmpty());
  if (details.isEmpty()) m_details->hide();
  const int lines = std::min(m_details->blockCount(), kDetailLines);
  m_details->setFixedHeight(lines * m_details->fontMetrics().lineSpacing() + 2 * metrics::kSpaceS);
  arrange();
}

void MessageBar::setClosable(bool closable) {
  m_closeButton->setVisible(closable);
}

void MessageBar::setCloseToolTip(const QString& text) {
  m_closeButton->setToolTip(text);
  m_closeButton->setAccessibleName(text);
}

void MessageBar::toggleDetails() {
  m_details->setVisible(m_details->isHidden());
}

void MessageBar::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  arrange();
}

int MessageBar::buttonsWidth() const {
  int width = 0;
  for (const QWidget* button : {m_detailsButton, m_actionButton, m_otherButton})
    if (!button->isHidden()) width += button->sizeHint().width() + metrics::kSpaceS;
  return width;
}

void MessageBar::setStacked(bool stacked) {
  if (stacked == m_isStacked) return;
  m_isStacked = stacked;
  const int indent = stacked ? metrics::kSpaceM + metrics::kIcon + metrics::kSpaceS : 0;
  const int below = stacked ? metrics::kSpaceS : 0;
  m_rest->layout()->setContentsMargins(indent, 0, stacked ? metrics::kSpaceM : 0, below);
  auto* line = static_cast<QHBoxLayout*>(m_line->layout());
  if (stacked) {
    static_cast<QVBoxLayout*>(layout())->insertWidget(1, m_rest);
  } else {
    line->insertWidget(line->indexOf(m_textLabel) + 1, m_rest, 1);
  }
  m_textLabel->setSizePolicy(stacked ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Preferred);
  m_textLabel->setWordWrap(stacked);
}

/// What the line has room for besides the icon and the close button: the text, and the rest behind or below
/// it.
void MessageBar::arrange() {
  int room = width() - metrics::kSpaceM - metrics::kIcon - 2 * metrics::kSpaceS - metrics::kSpaceXs;
  if (!m_closeButton->isHidden()) room -= m_closeButton->sizeHint().width() + metrics::kSpaceS;
  const int wanted = m_textLabel->fontMetrics().horizontalAdvance(m_text);
  const int buttons = buttonsWidth();
  const int behind = room - buttons - wanted - metrics::kSpaceS;
  const int below = width() - 2 * metrics::kSpaceM - metrics::kIcon - metrics::kSpaceS - buttons;
  const int noteWanted = m_noteLabel->fontMetrics().horizontalAdvance(m_note);
  const bool isNoteWholeBelowOnly = noteWanted > behind && noteWanted <= below;
  setStacked(wanted > room - buttons || isNoteWholeBelowOnly);
  wrap(std::max(room, 1));
  const int noteRoom = m_isStacked ? below : behind;
  const QString note = m_noteLabel->fontMetrics().elidedText(m_note, Qt::ElideMiddle, std::max(noteRoom, 0));
  m_noteLabel->setText(note == m_note || noteRoom >= kShortestNote ? note : QString());
  m_rest->setVisible(buttons > 0 || !m_noteLabel->text().isEmpty());
  const bool isCut = m_textLabel->text() != m_text || m_noteLabel->text() != m_note;
  setToolTip(isCut ? accessibleName() : QString());
}

/// The text as it stands, or stacked in as many lines as it needs and may have.
void MessageBar::wrap(int width) {
  const QFontMetrics font = m_textLabel->fontMetrics();
  const int most = kTextLines * font.lineSpacing();
  const auto heightOf = [&](const QString& text) {
    return font.boundingRect(QRect(0, 0, width, 0), Qt::TextWordWrap, text).height();
  };
  QString text = m_text;
  for (int room = kTextLines * width; m_isStacked && heightOf(text) > most && room > width; room -= width / 4)
    text = font.elidedText(m_text, Qt::ElideRight, room);
  m_textLabel->setText(text);
  const int height = m_isStacked ? std::min(heightOf(text), most) : 0;
  m_line->setFixedHeight(std::max(kLineHeight, height + 2 * metrics::kSpaceS));
}

} // namespace postwright::ui
