#include "ui/editor/text_marks.h"

#include <QTextBlock>
#include <QTextDocument>
#include <algorithm>

#include "ui/base/theme.h"

namespace postwright::ui {
namespace {

constexpr std::size_t kMaxProblems = 500; ///< more nobody reads, and each one follows every edit

/// UTF-16 units of the first `count` code points of `text`.
int unitsOf(const QString& text, int count) {
  qsizetype at = 0;
  for (int i = 0; i < count && at < text.size(); ++i)
    at += text[at].isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
  return static_cast<int>(at);
}

Role roleOf(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return Role::Bad;
    case Severity::Warning:
      return Role::Draft;
    case Severity::Info:
      return Role::Accent;
  }
  return Role::Bad;
}

TextRange rangeOf(const QTextDocument& document, const EditorProblem& problem) {
  const int from = positionAt(document, problem.line, problem.column);
  const QTextBlock block = document.findBlock(from);
  const QString rest = block.text().mid(from - block.position());
  int length = unitsOf(rest, problem.length);
  if (problem.length <= 0) {
    while (length < rest.size() && (rest[length].isLetterOrNumber() || rest[length] == u'_'))
      ++length;
  }
  if (!rest.isEmpty()) return {from, std::max(1, length)};
  const bool isEmptyLine = from == block.position();
  return isEmptyLine ? TextRange{from, 0} : TextRange{from - 1, 1}; // behind the line's end there is nothing
}

/// Where a position is after an edit, as a caret would be that another one's typing moves.
int moved(int position, int from, int removed, int added) {
  return position < from ? position : std::max(position - removed, from) + added;
}

QTextEdit::ExtraSelection selectionOf(QTextDocument* document, TextRange range) {
  QTextEdit::ExtraSelection selection;
  selection.cursor = QTextCursor(document);
  selection.cursor.setPosition(range.from);
  selection.cursor.setPosition(range.end(), QTextCursor::KeepAnchor);
  return selection;
}

} // namespace

int positionAt(const QTextDocument& document, int line, int column) {
  const int number = std::clamp(line, 1, document.blockCount()) - 1;
  const QTextBlock block = document.findBlockByNumber(number);
  return block.position() + unitsOf(block.text(), column - 1);
}

int columnAt(const QTextCursor& cursor) {
  const QString before = cursor.block().text().left(cursor.positionInBlock());
  const auto surrogates =
      std::count_if(before.begin(), before.end(), [](QChar c) { return c.isLowSurrogate(); });
  return static_cast<int>(before.size() - surrogates) + 1;
}

void TextMarks::setProblems(QTextDocument* document, const std::vector<EditorProblem>& problems) {
  m_problems.clear();
  for (const EditorProblem& problem : problems) {
    if (m_problems.size() == kMaxProblems) return;
    m_problems.push_back({rangeOf(*document, problem), problem.severity, problem.message});
  }
}

void TextMarks::follow(int from, int removed, int added) {
  for (Problem& problem : m_problems) {
    const int end = moved(problem.range.end(), from, removed, added);
    problem.range.from = moved(problem.range.from, from, removed, added);
    problem.range.length = end - problem.range.from;
  }
}

void TextMarks::clear() {
  m_problems.clear();
  m_matches.clear();
}

QList<QTextEdit::ExtraSelection> TextMarks::selections(QTextDocument* document, TextRange visible) const {
  QList<QTextEdit::ExtraSelection> selections;
  auto match = std::lower_bound(m_matches.begin(), m_matches.end(), visible.from,
                                [](TextRange range, int from) { return range.end() < from; });
  const int last = document->characterCount() - 1;
  const int end = std::min(visible.end(), last);
  for (; match != m_matches.end() && match->from <= end && match->end() <= last; ++match) {
    selections << selectionOf(document, *match);
    selections.back().format.setBackground(color(Role::DraftTint));
  }
  for (const Problem& problem : m_problems) {
    if (problem.range.end() < visible.from || problem.range.from > end || problem.range.end() > last)
      continue;
    QTextEdit::ExtraSelection selection = selectionOf(document, problem.range);
    selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    selection.format.setUnderlineColor(color(roleOf(problem.severity)));
    selections << selection;
  }
  return selections;
}

QString TextMarks::messageAt(int position) const {
  QStringList messages;
  for (const Problem& problem : m_problems) {
    if (problem.range.from <= position && position <= problem.range.end()) messages << problem.message;
  }
  return messages.join(u'\n');
}

} // namespace postwright::ui
