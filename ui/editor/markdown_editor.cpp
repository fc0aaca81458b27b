#include "ui/editor/markdown_editor.h"

#include <QApplication>
#include <QScrollBar>
#include <QTextBlock>
#include <cmath>

#include "ui/editor/edit_step.h"
#include "ui/editor/highlighter.h"
#include "ui/editor/markup.h"
#include "ui/editor/tint.h"

namespace postwright::ui {
namespace {

constexpr double kLeading = 1.65; ///< line height in ems
constexpr int kMeasure = 80;      ///< widest line, in digits
constexpr int kNarrow = 480;      ///< below this width the margins shrink
constexpr int kTabColumns = 4;

} // namespace

MarkdownEditor::MarkdownEditor(QWidget* parent) : QPlainTextEdit(parent), m_empty(makeDocument(this)) {
  setFrameShape(QFrame::NoFrame);
  setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  setCursorWidth(2);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setAccessibleName(tr("Text of the post"));
  setReadOnlyReason(QString());
  show(nullptr);
  setFontSize(kUsualFont);
  applyColours();
  connectCaret();
}

void MarkdownEditor::connectCaret() {
  connect(this, &QPlainTextEdit::cursorPositionChanged, this,
          [this] { emit caretMoved(textCursor().blockNumber() + 1, columnAt(textCursor())); });
  // the gaps between selected lines and the mark in the margin are no part of what Qt repaints
  connect(this, &QPlainTextEdit::selectionChanged, viewport(), qOverload<>(&QWidget::update));
  connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int moved) {
    if (moved != 0) return update(0, 0, viewport()->x(), height());
    update(0, viewport()->y() + rect.y(), viewport()->x(), rect.height());
  });
  connect(this, &QPlainTextEdit::cursorPositionChanged, this,
          [this] { update(0, 0, viewport()->x(), height()); });
  connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &MarkdownEditor::keepRoomBelow);
  connect(this, &QPlainTextEdit::blockCountChanged, this, &MarkdownEditor::keepRoomBelow);
  connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &MarkdownEditor::refreshMarks);
  // Going to a line moves the text without a word from the scroll bar.
  connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& /*rect*/, int moved) {
    if (moved != 0) refreshMarks();
  });
  connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
    if (!m_isPlacing) emit scrolled();
  });
}

void MarkdownEditor::show(QTextDocument* document) {
  QTextDocument* shown = document ? document : m_empty;
  if (shown == this->document()) return;
  m_marks.clear();
  setExtraSelections({});
  disconnect(this->document(), &QTextDocument::contentsChange, this, &MarkdownEditor::followChange);
  shown->setDefaultFont(font());
  setDocument(shown);
  Highlighter::of(shown)->refreshColours();
  connect(shown, &QTextDocument::contentsChange, this, &MarkdownEditor::followChange);
  applyFont();
  emit documentShown();
  emit caretMoved(1, 1);
}

EditorPlace MarkdownEditor::place() const {
  return {textCursor().position(), textCursor().anchor(), firstVisibleBlock().blockNumber()};
}

void MarkdownEditor::restore(const EditorPlace& place) {
  const int end = document()->characterCount() - 1;
  QTextCursor cursor = textCursor();
  cursor.setPosition(std::clamp(place.anchor, 0, end));
  cursor.setPosition(std::clamp(place.caret, 0, end), QTextCursor::KeepAnchor);
  setTextCursor(cursor);
  const int last = document()->blockCount() - 1;
  const QTextBlock first = document()->findBlockByNumber(std::clamp(place.firstBlock, 0, last));
  keepRoomBelow();
  verticalScrollBar()->setValue(first.firstLineNumber());
}

void MarkdownEditor::setReadOnlyReason(const QString& reason) {
  const bool changed = reason != m_readOnlyReason;
  m_readOnlyReason = reason;
  setReadOnly(!reason.isEmpty());
  setAccessibleDescription(reason.isEmpty() ? tr("Escape, then Tab, leaves the text.") : reason);
  if (changed) emit readOnlyReasonChanged(reason);
}

void MarkdownEditor::setFrontMatterLines(int lines) {
  Highlighter* highlighter = Highlighter::of(document());
  if (lines == highlighter->frontMatterLines()) return;
  highlighter->setFrontMatterLines(lines);
  emit frontMatterMoved();
}

bool MarkdownEditor::isCaretInFrontMatter() const {
  return Highlighter::of(document())->isFrontMatter(document()->findBlock(textCursor().selectionStart()));
}

void MarkdownEditor::scrollPastFrontMatter() {
  const int lines = Highlighter::of(document())->frontMatterLines();
  const QTextBlock body = document()->findBlockByNumber(std::min(lines, document()->blockCount() - 1));
  if (isCaretInFrontMatter() && !textCursor().hasSelection()) setTextCursor(QTextCursor(body));
  keepRoomBelow();
  verticalScrollBar()->setValue(body.firstLineNumber());
}

double MarkdownEditor::topLine() const {
  const QTextBlock block = firstVisibleBlock();
  const int rows = std::max(1, block.lineCount());
  const int hidden = std::clamp(verticalScrollBar()->value() - block.firstLineNumber(), 0, rows);
  return block.blockNumber() + 1 + static_cast<double>(hidden) / rows;
}

void MarkdownEditor::setTopLine(double line) {
  const int number = std::clamp(static_cast<int>(line) - 1, 0, document()->blockCount() - 1);
  const QTextBlock block = document()->findBlockByNumber(number);
  const double hidden = std::clamp(line - 1 - number, 0.0, 1.0) * std::max(1, block.lineCount());
  keepRoomBelow();
  m_isPlacing = true;
  verticalScrollBar()->setValue(block.firstLineNumber() + qRound(hidden));
  m_isPlacing = false;
}

void MarkdownEditor::setFontSize(double points) {
  const double size = std::clamp(points, kSmallestFont, kLargestFont);
  if (size == m_fontSize) return;
  m_fontSize = size;
  setFont(editorFont(size));
  applyFont();
  emit fontSizeChanged(size);
}

void MarkdownEditor::applyFont() {
  const QFontMetricsF metrics(font());
  if (LeadingLayout* layout = leading())
    layout->setLineHeight(std::round(kLeading * QFontInfo(font()).pixelSize()));
  setTabStopDistance(kTabColumns * metrics.horizontalAdvance(u' '));
  fitMeasure();
  refreshMarks();
}

void MarkdownEditor::applyColours() {
  Highlighter::of(document())->refreshColours();
  refreshMarks();
  // a high-contrast desktop keeps its own colours
  if (QApplication::palette().color(QPalette::Highlight) != color(Role::Accent)) return;
  QPalette colours = palette();
  colours.setColor(QPalette::Highlight, towardsBase(Role::Accent, 0.72));
  colours.setColor(QPalette::HighlightedText, color(Role::Text));
  if (colours != palette()) setPalette(colours);
}

/// Long lines tire the eye: what is wider than the measure becomes margin.
void MarkdownEditor::fitMeasure() {
  const int room = width() - verticalScrollBar()->sizeHint().width();
  const int text = qCeil(kMeasure * QFontMetricsF(font()).horizontalAdvance(u'0'));
  const int least = room < kNarrow ? metrics::kSpaceL : metrics::kSpaceXl;
  const int inner = static_cast<int>(document()->documentMargin());
  const int side = std::max(kMarkWidth, std::max(least, (room - text) / 2) - inner);
  if (viewportMargins().left() != side) setViewportMargins(side, metrics::kSpaceS, side, 0);
}

/// The last line can be scrolled up, so that one never writes at the window's bottom edge, and a short body
/// can stand at the top. Qt clamps the value only after this.
void MarkdownEditor::keepRoomBelow() {
  const int wanted = document()->lineCount() - 1;
  if (verticalScrollBar()->maximum() < wanted) verticalScrollBar()->setMaximum(wanted);
}

void MarkdownEditor::goTo(int line, int column) {
  select({positionAt(*document(), line, column), 0});
}

void MarkdownEditor::select(TextRange range) {
  QTextCursor cursor = textCursor();
  cursor.setPosition(range.from);
  cursor.setPosition(range.end(), QTextCursor::KeepAnchor);
  setTextCursor(cursor);
  if (!viewport()->rect().contains(cursorRect())) centerCursor();
}

void MarkdownEditor::setProblems(const std::vector<EditorProblem>& problems) {
  m_marks.setProblems(document(), problems);
  refreshMarks();
}

void MarkdownEditor::followChange(int from, int removed, int added) {
  m_marks.follow(from, removed, added);
}

void MarkdownEditor::setMatches(std::vector<TextRange> matches) {
  m_marks.setMatches(std::move(matches));
  refreshMarks();
}

void MarkdownEditor::refreshMarks() {
  const QTextBlock first = firstVisibleBlock();
  if (!first.isValid()) return;
  // no line is lower than a few pixels: more than the window can hold is enough
  const int lines = height() / metrics::kSpaceS + 1;
  const QTextBlock last =
      document()->findBlockByNumber(std::min(first.blockNumber() + lines, document()->blockCount() - 1));
  const int from = first.position();
  setExtraSelections(m_marks.selections(document(), {from, last.position() + last.length() - from}));
}

bool MarkdownEditor::edit(const std::function<bool(QTextCursor&)>& change) {
  QTextCursor cursor = textCursor();
  if (isReadOnly() || !change(cursor)) return false;
  setTextCursor(cursor);
  ensureCursorVisible();
  return true;
}

void MarkdownEditor::insertImage(const QString& url, const QString& alt) {
  edit([&](QTextCursor& cursor) {
    const EditStep step(cursor);
    cursor.insertText(QStringLiteral("![") + escapedLabel(alt) + QStringLiteral("](") + linkTarget(url) +
                      u')');
    return true;
  });
}

void MarkdownEditor::insertLink(const QString& url, const QString& text) {
  edit([&](QTextCursor& cursor) {
    const EditStep step(cursor);
    cursor.insertText(u'[' + escapedLabel(text) + QStringLiteral("](") + linkTarget(url) + u')');
    return true;
  });
}

LeadingLayout* MarkdownEditor::leading() const {
  return qobject_cast<LeadingLayout*>(document()->documentLayout());
}

} // namespace postwright::ui
