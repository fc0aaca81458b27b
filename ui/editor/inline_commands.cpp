#include "ui/editor/inline_commands.h"

#include <QTextDocument>
#include <algorithm>
#include <optional>

#include "ui/editor/clipboard_text.h"
#include "ui/editor/edit_step.h"
#include "ui/editor/highlighter.h"
#include "ui/editor/line_prefix.h"
#include "ui/editor/selected_lines.h"

namespace postwright::ui {
namespace {

/// Columns of a line.
struct Stretch {
  qsizetype from = 0;
  qsizetype to = 0;

  bool isEmpty() const { return from >= to; }
};

struct Format {
  const char16_t* marker;
  const char16_t* signs; ///< what may stand for the marker's sign
  bool (*covers)(const CharStyle& style, QChar c);
};

constexpr Format kBold{u"**", u"*_",
                       [](const CharStyle& style, QChar) { return (style.marks & mark::kBold) != 0; }};
constexpr Format kItalic{u"*", u"*_",
                         [](const CharStyle& style, QChar) { return (style.marks & mark::kItalic) != 0; }};
constexpr Format kStrike{u"~~", u"~",
                         [](const CharStyle& style, QChar) { return (style.marks & mark::kStrike) != 0; }};
constexpr Format kCode{u"`", u"`", [](const CharStyle& style, QChar c) {
                         return style.ink == Ink::Code || (c == u'`' && style.ink == Ink::Markup);
                       }};

/// A stretch that has the format, its markers included.
struct Span {
  Stretch outer;
  qsizetype marker = 0; ///< length of each marker
};

qsizetype runFrom(QStringView text, qsizetype at, qsizetype step) {
  qsizetype length = 0;
  for (qsizetype i = at; i >= 0 && i < text.size() && text[i] == text[at]; i += step)
    ++length;
  return length;
}

class Line {
 public:
  Line(const QTextBlock& block, const Format& format)
      : m_block(block),
        m_format(format),
        m_text(block.text()),
        m_styles(Highlighter::of(block.document())->styles(block)) {}

  const QString& text() const { return m_text; }

  /// The span that holds all of `stretch`; of an empty one the span that touches it.
  std::optional<Span> spanAround(Stretch stretch) const {
    if (stretch.isEmpty()) {
      if (!covers(stretch.from)) --stretch.from;
      stretch.to = stretch.from + 1;
    }
    for (qsizetype i = stretch.from; i < stretch.to; ++i) {
      if (!covers(i)) return {};
    }
    while (covers(stretch.from - 1))
      --stretch.from;
    while (covers(stretch.to))
      ++stretch.to;
    return withMarkers(stretch);
  }

  /// The spans that lie in `stretch`, the last one first.
  std::vector<Span> spansIn(Stretch stretch) const {
    std::vector<Span> spans;
    for (qsizetype i = stretch.from; i < stretch.to; ++i) {
      if (!covers(i)) continue;
      const auto span = spanAround({i, i + 1});
      if (!span) continue;
      if (span->outer.from >= stretch.from && span->outer.to <= stretch.to)
        spans.insert(spans.begin(), *span);
      i = span->outer.to - 1;
    }
    return spans;
  }

  void wrap(Stretch stretch) const {
    for (const Span& span : spansIn(stretch)) {
      unwrap(span);
      stretch.to -= 2 * span.marker;
    }
    const QString inner = m_block.text().mid(stretch.from, stretch.to - stretch.from);
    const QString marker = markerFor(inner);
    const bool pads = &m_format == &kCode && (inner.startsWith(u'`') || inner.endsWith(u'`'));
    const QString space = pads ? QStringLiteral(" ") : QString();
    replaceIn(m_block, stretch.to, 0, space + marker);
    replaceIn(m_block, stretch.from, 0, marker + space);
  }

  void unwrap(const Span& span) const {
    replaceIn(m_block, span.outer.to - span.marker, span.marker, QString());
    replaceIn(m_block, span.outer.from, span.marker, QString());
  }

  QString markerFor(QStringView inner) const {
    const QString marker = QString::fromUtf16(m_format.marker);
    if (&m_format != &kCode) return marker;
    qsizetype longest = 0;
    for (qsizetype i = 0; i < inner.size(); ++i) {
      if (inner[i] == u'`') longest = std::max(longest, runFrom(inner, i, 1));
    }
    return QString(longest + 1, u'`');
  }

 private:
  bool covers(qsizetype at) const {
    return at >= 0 && at < m_text.size() &&
           m_format.covers(m_styles[static_cast<std::size_t>(at)], m_text[at]);
  }

  std::optional<Span> withMarkers(Stretch stretch) const {
    if (!QStringView(m_format.signs).contains(m_text[stretch.from])) return {};
    qsizetype length = QStringView(m_format.marker).size();
    if (&m_format == &kCode) length = runFrom(m_text, stretch.from, 1);
    if (&m_format == &kStrike) length = std::min(length, runFrom(m_text, stretch.from, 1));
    if (stretch.to - stretch.from < 2 * length) return {};
    return Span{stretch, length};
  }

  QTextBlock m_block;
  const Format& m_format;
  QString m_text;
  LineStyles m_styles;
};

/// Where a line's own words start: behind list markers, quotation signs and a heading's signs.
qsizetype textStart(const QString& text) {
  qsizetype at = parsePrefix(text).length();
  const qsizetype signs = at < text.size() && text[at] == u'#' ? runFrom(text, at, 1) : 0;
  const bool isHeading = signs > 0 && signs <= 6 && (at + signs == text.size() || text[at + signs] == u' ');
  if (isHeading) at += signs;
  while (at < text.size() && text[at].isSpace())
    ++at;
  return at;
}

/// What of the selection lies in the words of `block`.
Stretch selectedWords(const QTextCursor& cursor, const QTextBlock& block) {
  const QString text = block.text();
  Stretch words{std::max<qsizetype>(cursor.selectionStart() - block.position(), textStart(text)),
                std::min<qsizetype>(cursor.selectionEnd() - block.position(), text.size())};
  while (!words.isEmpty() && text[words.from].isSpace())
    ++words.from;
  while (!words.isEmpty() && text[words.to - 1].isSpace())
    --words.to;
  return words;
}

Stretch wordAt(const QString& text, qsizetype column, bool isCode) {
  const auto isWord = [&](qsizetype at) {
    if (at < 0 || at >= text.size()) return false;
    const QChar c = text[at];
    if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate()) return true;
    const bool isInside =
        at > 0 && at + 1 < text.size() && text[at - 1].isLetterOrNumber() && text[at + 1].isLetterOrNumber();
    return isCode ? c == u'_' : isInside && (c == u'\'' || c == QChar(0x2019) || c == u'-');
  };
  Stretch word{column, column};
  while (isWord(word.from - 1))
    --word.from;
  while (isWord(word.to))
    ++word.to;
  return word;
}

bool isEmptyPair(const QString& text, qsizetype column, const QString& marker) {
  if (column < marker.size() || column + marker.size() > text.size()) return false;
  const bool isPair = text[column - 1] == marker.front() && text[column] == marker.front();
  return isPair && runFrom(text, column - 1, -1) == marker.size() &&
         runFrom(text, column, 1) == marker.size();
}

void insertPair(QTextCursor& cursor, const QString& marker) {
  const int position = cursor.position() + static_cast<int>(marker.size());
  cursor.insertText(marker + marker);
  cursor.setPosition(position);
}

bool toggleAtCaret(QTextCursor& cursor, const Format& format) {
  const QTextBlock block = cursor.block();
  const Line line(block, format);
  const qsizetype column = cursor.positionInBlock();
  const QString marker = line.markerFor({});
  const auto span = line.spanAround({column, column});
  if (span && column == span->outer.to - span->marker) { // the words are written: the format ends here
    cursor.setPosition(block.position() + static_cast<int>(span->outer.to));
    return true;
  }
  const EditStep step(cursor);
  const Stretch word = wordAt(line.text(), column, &format == &kCode);
  if (isEmptyPair(line.text(), column, marker)) {
    replaceIn(block, column - marker.size(), 2 * marker.size(), QString());
  } else if (span) {
    line.unwrap(*span);
  } else if (!word.isEmpty()) {
    line.wrap(word);
  } else {
    insertPair(cursor, marker);
  }
  return true;
}

/// A format is for words: the blanks at a selection's ends are left out of it.
void trimSelection(QTextCursor& cursor) {
  const QString text = selectedText(cursor);
  const auto isBlank = [](QChar c) { return c.isSpace(); };
  const auto first = std::find_if_not(text.begin(), text.end(), isBlank);
  if (first == text.end()) return;
  const auto last = std::find_if_not(text.rbegin(), text.rend(), isBlank);
  const int from = cursor.selectionStart() + static_cast<int>(first - text.begin());
  const int to = cursor.selectionEnd() - static_cast<int>(last - text.rbegin());
  cursor.setPosition(from);
  cursor.setPosition(to, QTextCursor::KeepAnchor);
}

bool toggle(QTextCursor& cursor, const Format& format) {
  trimSelection(cursor);
  const std::vector<QTextBlock> blocks = selectedLines(cursor);
  if (!std::all_of(blocks.begin(), blocks.end(), isMarkdown)) return false;
  if (!cursor.hasSelection()) return toggleAtCaret(cursor, format);

  struct Part {
    Line line;
    Stretch words;
    std::optional<Span> span;
  };
  std::vector<Part> parts;
  for (const QTextBlock& block : blocks) {
    Line line(block, format);
    const Stretch words = selectedWords(cursor, block);
    if (!words.isEmpty()) parts.push_back({line, words, line.spanAround(words)});
  }
  if (parts.empty()) return false;
  const bool done =
      std::all_of(parts.begin(), parts.end(), [](const Part& part) { return part.span.has_value(); });
  // these follow the words through the edits and stay inside the markers
  QTextCursor from(cursor);
  from.setPosition(cursor.selectionStart());
  QTextCursor to(cursor);
  to.setPosition(cursor.selectionEnd());
  to.setKeepPositionOnInsert(true);
  const EditStep step(cursor);
  for (const Part& part : parts) {
    if (done) {
      part.line.unwrap(*part.span);
    } else if (!part.span) {
      part.line.wrap(part.words);
    }
  }
  cursor.setPosition(from.position());
  cursor.setPosition(to.position(), QTextCursor::KeepAnchor);
  return true;
}

// --- links and images ---------------------------------------------------------------------------------

struct LinkPlace {
  Stretch outer;
  Stretch label;
};

qsizetype closingParenthesis(const QString& text, qsizetype at) {
  int depth = 0;
  for (; at < text.size(); ++at) {
    if (text[at] == u'(') ++depth;
    if (text[at] == u')' && --depth == 0) return at;
  }
  return -1;
}

/// The innermost `[label](…)` (for an image `![label](…)`) that holds `stretch`.
std::optional<LinkPlace> linkAround(const QString& text, Stretch stretch, bool isImage) {
  std::vector<qsizetype> open;
  for (qsizetype i = 0; i < text.size(); ++i) {
    if (text[i] == u'\\') {
      ++i;
    } else if (text[i] == u'[') {
      open.push_back(i);
    } else if (text[i] == u']' && !open.empty()) {
      const qsizetype bracket = open.back();
      open.pop_back();
      const bool hasBang = bracket > 0 && text[bracket - 1] == u'!';
      if (hasBang != isImage || i + 1 >= text.size() || text[i + 1] != u'(') continue;
      const qsizetype end = closingParenthesis(text, i + 1);
      const qsizetype start = bracket - (hasBang ? 1 : 0);
      if (end >= 0 && start <= stretch.from && stretch.to <= end + 1)
        return LinkPlace{{start, end + 1}, {bracket + 1, i}};
    }
  }
  return {};
}

bool toggleTarget(QTextCursor& cursor, bool isImage) {
  const QTextBlock block = cursor.document()->findBlock(cursor.selectionStart());
  if (selectedLines(cursor).size() > 1 || !isMarkdown(block)) return false;
  const QString text = block.text();
  const qsizetype column = cursor.selectionStart() - block.position();
  Stretch words = selectedWords(cursor, block);
  if (!cursor.hasSelection()) words = wordAt(text, column, false);
  const auto link = linkAround(text, cursor.hasSelection() ? words : Stretch{column, column}, isImage);
  const EditStep step(cursor);
  if (link) {
    const qsizetype length = link->label.to - link->label.from;
    replaceIn(block, link->outer.from, link->outer.to - link->outer.from, text.mid(link->label.from, length));
    cursor.setPosition(block.position() + static_cast<int>(link->outer.from));
    cursor.setPosition(cursor.position() + static_cast<int>(length), QTextCursor::KeepAnchor);
    return true;
  }
  if (words.isEmpty()) words = {column, column};
  const QString label = text.mid(words.from, words.to - words.from);
  const bool isAddress = isWebAddress(label);
  const QString opening = isImage ? QStringLiteral("![") : QStringLiteral("[");
  const QString whole =
      isAddress ? opening + QStringLiteral("](") + label + u')' : opening + label + QStringLiteral("]()");
  replaceIn(block, words.from, label.size(), whole);
  // what is missing is typed next
  const bool wantsLabel = isAddress || label.isEmpty();
  const qsizetype caret = words.from + (wantsLabel ? opening.size() : whole.size() - 1);
  cursor.setPosition(block.position() + static_cast<int>(caret));
  return true;
}

} // namespace

bool toggleBold(QTextCursor& cursor) {
  return toggle(cursor, kBold);
}
bool toggleItalic(QTextCursor& cursor) {
  return toggle(cursor, kItalic);
}
bool toggleStrike(QTextCursor& cursor) {
  return toggle(cursor, kStrike);
}
bool toggleCode(QTextCursor& cursor) {
  return toggle(cursor, kCode);
}
bool toggleLink(QTextCursor& cursor) {
  return toggleTarget(cursor, false);
}
bool toggleImage(QTextCursor& cursor) {
  return toggleTarget(cursor, true);
}

} // namespace postwright::ui
