// What is marked in the text without being written into it: problems (waves) and what a search found.
#pragma once

#include <QTextCursor>
#include <QTextEdit>
#include <vector>

#include "app/base/diagnostic.h"

namespace postwright::ui {

/// A problem to underline. Lines and columns are 1-based and columns count code points, as in
/// SourcePosition; `length` counts code points, 0 = the word that starts there.
struct EditorProblem {
  int line = 1;
  int column = 1;
  int length = 0;
  Severity severity = Severity::Error;
  QString message;
};

/// A stretch of text in UTF-16 units of the document.
struct TextRange {
  int from = 0;
  int length = 0;

  int end() const { return from + length; }
  bool operator==(const TextRange&) const = default;
};

/// Position in `document` of a 1-based line and a 1-based column in code points, both brought into range.
int positionAt(const QTextDocument& document, int line, int column);
/// 1-based column in code points of the caret.
int columnAt(const QTextCursor& cursor);

class TextMarks {
 public:
  void setProblems(QTextDocument* document, const std::vector<EditorProblem>& problems);
  /// Moves the problems with the text: at `from`, `removed` UTF-16 units became `added` others.
  void follow(int from, int removed, int added);
  /// `matches` in ascending order.
  void setMatches(std::vector<TextRange> matches) { m_matches = std::move(matches); }
  void clear();

  /// What to draw between two positions: a search may have found more than the widget can carry at once.
  QList<QTextEdit::ExtraSelection> selections(QTextDocument* document, TextRange visible) const;
  /// The messages of the problems at `position`, one a line; empty when there are none.
  QString messageAt(int position) const;

 private:
  struct Problem {
    TextRange range; ///< no QTextCursor: setting one lays out its line, and each edit would visit all
    Severity severity;
    QString message;
  };

  std::vector<Problem> m_problems;
  std::vector<TextRange> m_matches;
};

} // namespace postwright::ui
