#include "ui/form/growing_text.h"

#include <QMimeData>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextLayout>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "ui/form/caret.h"
#include "ui/form/undo_keys.h"

namespace postwright::ui {
namespace {

constexpr int kMargin = 2; // QLineEdit keeps as much beside its text
constexpr int kMostLines = 14;

} // namespace

GrowingText::GrowingText(Lines lines, QWidget* parent) : QPlainTextEdit(parent), m_lines(lines) {
  setProperty("bare", true);
  setFrameShape(QFrame::NoFrame);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setTabChangesFocus(true);
  setUndoRedoEnabled(false);
  setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  document()->setDocumentMargin(kMargin);
  viewport()->setAutoFillBackground(false);
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum); // Fixed would stop at one line
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  connect(document(), &QTextDocument::contentsChange, this, &GrowingText::onContentsChange);
}

QString GrowingText::text() const {
  QString text = document()->toRawText(); // toPlainText() turns U+00A0 into a space
  return text.replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
}

void GrowingText::replaceText(const QString& text) {
  const QString before = GrowingText::text();
  m_known = text;
  if (text == before) return;
  const Change change = changeBetween(before, text);
  QTextCursor cursor(document());
  cursor.setPosition(static_cast<int>(change.start));
  cursor.setPosition(static_cast<int>(change.start + change.removed), QTextCursor::KeepAnchor);
  cursor.insertText(text.mid(change.start, change.added));
}

void GrowingText::onContentsChange() {
  updateGeometry();
  updateScrolling();
  const QString now = text();
  if (now == m_known) return; // an input method's preedit changes nothing yet
  m_known = now;
  emit textEdited();
}

GrowingText::Extent GrowingText::extent(int width) const {
  const QString own = text();
  const QString shown = own.isEmpty() ? placeholderText() : own;
  const bool isKnown = m_measured.width == width && m_measured.text == shown && m_measured.font == font();
  if (!isKnown) m_measured = {shown, width, font(), measure(shown, width)};
  return m_measured.extent;
}

GrowingText::Extent GrowingText::measure(const QString& shown, int width) const {
  const int inner = std::max(1, width - 2 * kMargin);
  QTextOption option;
  option.setWrapMode(wordWrapMode());
  qreal height = 0;
  int lines = 0;
  for (const QString& paragraph : shown.split(QLatin1Char('\n'))) {
    QTextLayout layout(paragraph.isEmpty() ? QStringLiteral(" ") : paragraph, font());
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
      if (++lines > kMostLines) break;
      line.setLeadingIncluded(true);
      line.setLineWidth(inner);
      height += line.height();
    }
    layout.endLayout();
    if (lines > kMostLines) break;
  }
  return {static_cast<int>(std::ceil(height)) + 2 * kMargin, lines > kMostLines};
}

int GrowingText::heightForWidth(int width) const {
  const QMargins margins = contentsMargins();
  return extent(width - margins.left() - margins.right()).height + margins.top() + margins.bottom();
}

QSize GrowingText::sizeHint() const {
  return {fontMetrics().averageCharWidth() * 30, minimumSizeHint().height()};
}

QSize GrowingText::minimumSizeHint() const {
  return {fontMetrics().averageCharWidth() * 6,
          static_cast<int>(std::ceil(QFontMetricsF(font()).lineSpacing())) + 2 * kMargin};
}

bool GrowingText::event(QEvent* event) {
  switch (undoKey(event)) {
    case UndoKey::None:
      return QPlainTextEdit::event(event);
    case UndoKey::Claimed:
      return true;
    case UndoKey::Undo:
      emit undoRequested();
      return true;
    case UndoKey::Redo:
      emit redoRequested();
      return true;
  }
  return true;
}

void GrowingText::keyPressEvent(QKeyEvent* event) {
  event->ignore();
  emit keyPressed(event);
  if (event->isAccepted()) return;
  event->accept();
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (isEnter && m_lines == Lines::One) {
    focusNextChild();
    return;
  }
  QPlainTextEdit::keyPressEvent(event);
}

// Files dropped here are the window's.
bool GrowingText::canInsertFromMimeData(const QMimeData* source) const {
  return source->hasText() && !source->hasUrls();
}

void GrowingText::insertFromMimeData(const QMimeData* source) {
  if (!source->hasText()) return;
  QString text = source->text();
  static const QRegularExpression lineEnds(QStringLiteral("\\s*[\\r\\n\\x{2028}\\x{2029}]+\\s*"));
  if (m_lines == Lines::One) text.replace(lineEnds, QStringLiteral(" "));
  textCursor().insertText(text);
  ensureCursorVisible();
}

void GrowingText::resizeEvent(QResizeEvent* event) {
  QPlainTextEdit::resizeEvent(event);
  updateScrolling();
}

// A scroll bar that comes and goes while the field grows would wrap the text anew each time.
void GrowingText::updateScrolling() {
  const bool isCut = extent(contentsRect().width()).isCut;
  setVerticalScrollBarPolicy(isCut ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

void GrowingText::wheelEvent(QWheelEvent* event) {
  if (verticalScrollBarPolicy() == Qt::ScrollBarAlwaysOff) {
    event->ignore(); // the form scrolls, not the field
    return;
  }
  QPlainTextEdit::wheelEvent(event);
}

} // namespace postwright::ui
