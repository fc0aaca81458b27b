// Finds text and says what replaces it. No widget, no document: text in, ranges out.
#pragma once

#include <QRegularExpression>
#include <QString>
#include <vector>

#include "ui/editor/text_marks.h"

namespace postwright::ui {

struct SearchQuery {
  QString text;
  bool matchCase = false;
  bool wholeWords = false;
  bool isPattern = false; ///< a regular expression; `^` and `$` are the ends of lines

  bool operator==(const SearchQuery&) const = default;
};

struct SearchResult {
  std::vector<TextRange> matches; ///< ascending, none empty, at most kMostMatches
  QString error;                  ///< what is wrong with the pattern
};
inline constexpr std::size_t kMostMatches = 100'000;

/// The text of `document` as the ranges count it: \n between lines, no other character changed.
QString searchableText(const QTextDocument& document);

SearchResult search(const QString& text, const SearchQuery& query);

/// Says what replaces a match in `text`: `with`, in which a pattern's `\1` or `$1` stand for its groups, `\n`
/// and `\t` for their characters.
class Replacement {
 public:
  Replacement(QString text, const SearchQuery& query, QString with);

  QString of(TextRange match) const;

 private:
  QString m_text;
  QString m_with;
  QRegularExpression m_expression;
  bool m_isPattern;
};

} // namespace postwright::ui
