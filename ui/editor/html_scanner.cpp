#include <array>

#include "ui/editor/html_scanner.h"

namespace postwright::ui {
namespace {

struct RawElement {
  const char16_t* name;
  const char16_t* closing;
  HtmlMode mode;
  Ink ink;
};

/// Elements whose content is no Markdown.
constexpr std::array kRawElements = {
    RawElement{u"script", u"</script", HtmlMode::Script, Ink::Code},
    RawElement{u"style", u"</style", HtmlMode::Style, Ink::Code},
    RawElement{u"pre", u"</pre", HtmlMode::Pre, Ink::Text},
};

bool isOpaque(const LineStyles& styles, qsizetype at) {
  return styles[static_cast<std::size_t>(at)].marks & mark::kOpaque;
}

bool isAsciiLetter(QChar c) {
  return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// Behind the `>` that ends a tag; -1 when the line does not hold it.
qsizetype endOfTag(QStringView line, qsizetype from, const LineStyles& styles) {
  QChar quote;
  for (qsizetype i = from; i < line.size(); ++i) {
    if (isOpaque(styles, i)) continue;
    const QChar c = line[i];
    if (!quote.isNull()) {
      if (c == quote) quote = QChar();
    } else if (c == u'"' || c == u'\'') {
      quote = c;
    } else if (c == u'>') {
      return i + 1;
    } else if (c == u'<') {
      return -1;
    }
  }
  return -1;
}

qsizetype paintTo(qsizetype from, qsizetype end, Ink ink, LineStyles& styles) {
  const auto size = static_cast<qsizetype>(styles.size());
  paint(styles, from, end < 0 ? size : end, ink);
  return end < 0 ? size : end;
}

/// `<https://…>` and `<someone@somewhere>`; -1 when it is neither.
qsizetype endOfAutolink(QStringView line, qsizetype at) {
  bool hasSign = false;
  for (qsizetype i = at + 1; i < line.size(); ++i) {
    const QChar c = line[i];
    if (c == u'>') return hasSign ? i + 1 : -1;
    if (c.isSpace() || c == u'<' || c == u'"' || c == u'=') {
      if (c != u'=' || !hasSign) return -1;
    }
    hasSign = hasSign || c == u':' || c == u'@';
  }
  return -1;
}

HtmlMode modeBehind(QStringView name, bool startsLine) {
  for (const RawElement& element : kRawElements) {
    if (startsLine && name.compare(QStringView(element.name), Qt::CaseInsensitive) == 0) return element.mode;
  }
  return HtmlMode::None;
}

qsizetype scanDeclaration(QStringView line, qsizetype at, HtmlMode& mode, LineStyles& styles) {
  if (line.sliced(at).startsWith(u"<!--")) {
    paint(styles, at, at + 4, Ink::Markup);
    mode = HtmlMode::Comment;
    return scanHtml(line, at + 4, mode, styles);
  }
  const qsizetype end = endOfTag(line, at + 2, styles);
  return end < 0 ? at : paintTo(at, end, Ink::Markup, styles);
}

} // namespace

qsizetype scanTag(QStringView line, qsizetype at, HtmlMode& mode, LineStyles& styles) {
  if (at + 1 >= line.size()) return at;
  if (line[at + 1] == u'!' || line[at + 1] == u'?') return scanDeclaration(line, at, mode, styles);
  const bool isClosing = line[at + 1] == u'/';
  const qsizetype name = at + (isClosing ? 2 : 1);
  if (name >= line.size() || !isAsciiLetter(line[name])) return at;
  const qsizetype link = isClosing ? -1 : endOfAutolink(line, at);
  if (link >= 0) {
    paint(styles, at, link, Ink::Markup);
    paint(styles, at + 1, link - 1, Ink::Link);
    return link;
  }
  qsizetype nameEnd = name;
  while (nameEnd < line.size() && (line[nameEnd].isLetterOrNumber() || line[nameEnd] == u'-'))
    ++nameEnd;
  const bool startsLine = line.first(at).trimmed().isEmpty();
  const qsizetype end = endOfTag(line, nameEnd, styles);
  if (end < 0) {
    // 'a <b' is prose; a tag that goes on below starts its line or has an attribute
    if (line.indexOf(u'<', nameEnd) >= 0) return at;
    if (!startsLine && !line.sliced(nameEnd).contains(u'=')) return at;
    mode = HtmlMode::Tag;
    return paintTo(at, -1, Ink::Markup, styles);
  }
  paint(styles, at, end, Ink::Markup);
  mode = isClosing ? HtmlMode::None : modeBehind(line.sliced(name, nameEnd - name), startsLine);
  return mode == HtmlMode::None ? end : scanHtml(line, end, mode, styles);
}

qsizetype scanHtml(QStringView line, qsizetype from, HtmlMode& mode, LineStyles& styles) {
  if (mode == HtmlMode::Comment) {
    const qsizetype end = line.indexOf(u"-->", from);
    if (end >= 0) mode = HtmlMode::None;
    return paintTo(from, end < 0 ? -1 : end + 3, Ink::Markup, styles);
  }
  if (mode == HtmlMode::Tag) {
    const qsizetype end = endOfTag(line, from, styles);
    // a tag holds no blank line: nobody closed it
    if (end >= 0 || line.trimmed().isEmpty()) mode = HtmlMode::None;
    return paintTo(from, end, Ink::Markup, styles);
  }
  for (const RawElement& element : kRawElements) {
    if (element.mode != mode) continue;
    const qsizetype end = line.indexOf(QStringView(element.closing), from, Qt::CaseInsensitive);
    if (end >= 0) mode = HtmlMode::None;
    return paintTo(from, end, element.ink, styles);
  }
  return from;
}

} // namespace postwright::ui
