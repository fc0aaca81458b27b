#include "ui/editor/text_search.h"

#include <QTextDocument>

namespace postwright::ui {
namespace {

QRegularExpression expressionOf(const SearchQuery& query) {
  QString pattern = query.text;
  if (query.wholeWords) pattern = QStringLiteral("\\b(?:") + pattern + QStringLiteral(")\\b");
  QRegularExpression::PatternOptions options =
      QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption;
  if (!query.matchCase) options |= QRegularExpression::CaseInsensitiveOption;
  return QRegularExpression(pattern, options);
}

SearchResult searchPattern(const QString& text, const SearchQuery& query) {
  // checked as written, so that the place of a mistake is the user's own
  const QRegularExpression written(query.text);
  if (!written.isValid()) return {{}, written.errorString()};
  SearchResult result;
  auto matches = expressionOf(query).globalMatch(text);
  while (matches.hasNext() && result.matches.size() < kMostMatches) {
    const QRegularExpressionMatch match = matches.next();
    const TextRange range{static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength())};
    if (range.length > 0) result.matches.push_back(range);
  }
  return result;
}

bool isWordCharacter(const QString& text, qsizetype at) {
  return at >= 0 && at < text.size() && (text[at].isLetterOrNumber() || text[at] == u'_');
}

bool isWholeWord(const QString& text, qsizetype from, qsizetype to) {
  const bool startsInside = isWordCharacter(text, from - 1) && isWordCharacter(text, from);
  const bool endsInside = isWordCharacter(text, to - 1) && isWordCharacter(text, to);
  return !startsInside && !endsInside;
}

SearchResult searchWords(const QString& text, const SearchQuery& query) {
  SearchResult result;
  const auto sensitivity = query.matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive;
  const qsizetype length = query.text.size();
  qsizetype at = text.indexOf(query.text, 0, sensitivity);
  while (at >= 0 && result.matches.size() < kMostMatches) {
    const bool counts = !query.wholeWords || isWholeWord(text, at, at + length);
    if (counts) result.matches.push_back({static_cast<int>(at), static_cast<int>(length)});
    at = text.indexOf(query.text, counts ? at + length : at + 1, sensitivity);
  }
  return result;
}

/// What stands behind a `\` or `$` at `at` of a replacement; null when it is no placeholder.
QString placeholder(const QString& with, qsizetype at, const QRegularExpressionMatch& match) {
  if (at + 1 >= with.size()) return {};
  const QChar next = with[at + 1];
  const QString group = next >= u'0' && next <= u'9' ? match.captured(next.digitValue()) : QString();
  if (next >= u'0' && next <= u'9') return group.isNull() ? QStringLiteral("") : group;
  if (with[at] == u'$') return next == u'$' ? QStringLiteral("$") : QString();
  if (next == u'n') return QStringLiteral("\n");
  if (next == u't') return QStringLiteral("\t");
  return next == u'\\' ? QStringLiteral("\\") : QString();
}

} // namespace

QString searchableText(const QTextDocument& document) {
  QString text = document.toRawText();
  text.replace(QChar::ParagraphSeparator, u'\n');
  return text;
}

SearchResult search(const QString& text, const SearchQuery& query) {
  if (query.text.isEmpty()) return {};
  return query.isPattern ? searchPattern(text, query) : searchWords(text, query);
}

Replacement::Replacement(QString text, const SearchQuery& query, QString with)
    : m_text(std::move(text)),
      m_with(std::move(with)),
      m_expression(query.isPattern ? expressionOf(query) : QRegularExpression()),
      m_isPattern(query.isPattern) {}

QString Replacement::of(TextRange match) const {
  if (!m_isPattern) return m_with;
  const auto found = m_expression.match(m_text, match.from, QRegularExpression::NormalMatch,
                                        QRegularExpression::AnchorAtOffsetMatchOption);
  QString result;
  for (qsizetype i = 0; i < m_with.size(); ++i) {
    const bool mayStand = m_with[i] == u'\\' || m_with[i] == u'$';
    const QString value = mayStand ? placeholder(m_with, i, found) : QString();
    if (value.isNull()) {
      result += m_with[i];
    } else {
      result += value;
      ++i;
    }
  }
  return result;
}

} // namespace postwright::ui
