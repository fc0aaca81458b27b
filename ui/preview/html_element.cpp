#include "ui/preview/html_element.h"

#include <QString>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace postwright::ui {
namespace {

/// What an element may hold, and so where it may stand.
enum class Kind : std::uint8_t { Flow, Item, Text, Phrase, Void, List, Table, Rows, Row, Cell };

struct Rule {
  std::string_view name;
  Kind kind;
};

constexpr auto kRules = std::to_array<Rule>({
    {"a", Kind::Phrase},        {"abbr", Kind::Phrase},    {"article", Kind::Flow},
    {"aside", Kind::Flow},      {"audio", Kind::Phrase},   {"b", Kind::Phrase},
    {"blockquote", Kind::Flow}, {"br", Kind::Void},        {"cite", Kind::Phrase},
    {"code", Kind::Phrase},     {"del", Kind::Phrase},     {"details", Kind::Flow},
    {"dfn", Kind::Phrase},      {"div", Kind::Flow},       {"em", Kind::Phrase},
    {"figcaption", Kind::Flow}, {"figure", Kind::Flow},    {"footer", Kind::Flow},
    {"h1", Kind::Text},         {"h2", Kind::Text},        {"h3", Kind::Text},
    {"h4", Kind::Text},         {"h5", Kind::Text},        {"h6", Kind::Text},
    {"header", Kind::Flow},     {"hr", Kind::Void},        {"i", Kind::Phrase},
    {"img", Kind::Void},        {"input", Kind::Void},     {"ins", Kind::Phrase},
    {"kbd", Kind::Phrase},      {"li", Kind::Item},        {"main", Kind::Flow},
    {"mark", Kind::Phrase},     {"nav", Kind::Flow},       {"ol", Kind::List},
    {"p", Kind::Text},          {"picture", Kind::Phrase}, {"pre", Kind::Text},
    {"q", Kind::Phrase},        {"s", Kind::Phrase},       {"samp", Kind::Phrase},
    {"section", Kind::Flow},    {"small", Kind::Phrase},   {"source", Kind::Void},
    {"span", Kind::Phrase},     {"strong", Kind::Phrase},  {"sub", Kind::Phrase},
    {"summary", Kind::Flow},    {"sup", Kind::Phrase},     {"table", Kind::Table},
    {"tbody", Kind::Rows},      {"td", Kind::Cell},        {"th", Kind::Cell},
    {"thead", Kind::Rows},      {"time", Kind::Phrase},    {"tr", Kind::Row},
    {"track", Kind::Void},      {"u", Kind::Phrase},       {"ul", Kind::List},
    {"var", Kind::Phrase},      {"video", Kind::Phrase},   {"wbr", Kind::Void},
});

const Rule* ruleOf(QStringView name) {
  const auto found = std::find_if(kRules.begin(), kRules.end(), [name](const Rule& rule) {
    return name == QLatin1String(rule.name.data(), static_cast<qsizetype>(rule.name.size()));
  });
  return found == kRules.end() ? nullptr : &*found;
}

bool isBlank(QChar c) {
  return c == u' ' || c == u'\n' || c == u'\t' || c == u'\r' || c == u'\f';
}
bool isLetter(QChar c) {
  return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}
bool isNameChar(QChar c) {
  return isLetter(c) || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_' || c == u':' || c == u'.';
}

class Reader {
 public:
  Reader(QStringView text, qsizetype at) : m_text(text), m_at(at) {}

  qsizetype at() const { return m_at; }
  void skipBlanks() {
    while (m_at < m_text.size() && isBlank(m_text[m_at]))
      ++m_at;
  }
  /// Reads one element to its end; false when it is not regular.
  bool element();

 private:
  QChar peek(qsizetype ahead = 0) const {
    return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(u'\0');
  }
  bool take(QChar c) {
    if (peek() != c) return false;
    ++m_at;
    return true;
  }
  QStringView name();
  bool startTag();
  bool endTag();
  bool attributes(bool isVoid);
  bool attributeValue();
  bool text();
  bool comment();
  bool mayHold(const Rule& child) const;
  bool isOpen(const Rule& rule) const {
    return std::find(m_open.begin(), m_open.end(), &rule) != m_open.end();
  }

  QStringView m_text;
  qsizetype m_at;
  std::vector<const Rule*> m_open;
};

QStringView Reader::name() {
  const qsizetype begin = m_at;
  while (m_at < m_text.size() && isNameChar(m_text[m_at]))
    ++m_at;
  return m_text.mid(begin, m_at - begin);
}

bool Reader::mayHold(const Rule& child) const {
  if (m_open.empty()) return child.kind != Kind::Rows && child.kind != Kind::Row && child.kind != Kind::Cell;
  switch (m_open.back()->kind) {
    case Kind::Flow:
    case Kind::Item:
    case Kind::Cell:
      return child.kind == Kind::Flow || child.kind == Kind::Text || child.kind == Kind::Phrase ||
             child.kind == Kind::Void || child.kind == Kind::List || child.kind == Kind::Table;
    case Kind::Text:
    case Kind::Phrase:
      return (child.kind == Kind::Phrase && !isOpen(child)) ||
             (child.kind == Kind::Void && child.name != "hr");
    case Kind::List:
      return child.kind == Kind::Item;
    case Kind::Table:
      return child.kind == Kind::Rows;
    case Kind::Rows:
      return child.kind == Kind::Row;
    case Kind::Row:
      return child.kind == Kind::Cell;
    case Kind::Void:
      return false;
  }
  return false;
}

bool Reader::attributeValue() {
  for (const QChar quote : {QChar(u'"'), QChar(u'\'')}) {
    if (!take(quote)) continue;
    const qsizetype end = m_text.indexOf(quote, m_at);
    m_at = end + 1;
    return end >= 0;
  }
  const qsizetype begin = m_at;
  while (m_at < m_text.size() && !isBlank(m_text[m_at]) && !QStringView(u"\"'=<>`").contains(m_text[m_at]))
    ++m_at;
  return m_at > begin;
}

/// To behind the tag's `>`.
bool Reader::attributes(bool isVoid) {
  while (true) {
    const qsizetype before = m_at;
    skipBlanks();
    if (take(u'>')) return true;
    if (isVoid && peek() == u'/' && peek(1) == u'>') {
      m_at += 2;
      return true;
    }
    if (m_at == before || name().isEmpty()) return false;
    if (take(u'=') && !attributeValue()) return false;
  }
}

bool Reader::startTag() {
  const Rule* rule = ruleOf(name());
  if (rule == nullptr || !mayHold(*rule)) return false;
  if (!attributes(rule->kind == Kind::Void)) return false;
  if (rule->kind != Kind::Void) m_open.push_back(rule);
  return true;
}

bool Reader::endTag() {
  if (m_open.empty() || ruleOf(name()) != m_open.back()) return false;
  skipBlanks();
  if (!take(u'>')) return false;
  m_open.pop_back();
  return true;
}

bool Reader::comment() {
  const qsizetype end = m_text.indexOf(u"--", m_at);
  if (end < 0 || end + 2 >= m_text.size() || m_text[end + 2] != u'>' || end == m_at) return false;
  m_at = end + 3;
  return true;
}

bool Reader::text() {
  const qsizetype end = m_text.indexOf(u'<', m_at);
  if (end < 0) return false;
  const QStringView part = m_text.mid(m_at, end - m_at);
  m_at = end + 1;
  const Kind kind = m_open.back()->kind;
  const bool takesText = kind != Kind::List && kind != Kind::Table && kind != Kind::Rows && kind != Kind::Row;
  if (part.contains(QChar(u'\0'))) return false;
  return takesText || std::all_of(part.begin(), part.end(), isBlank);
}

bool Reader::element() {
  if (!take(u'<') || !isLetter(peek()) || !startTag()) return false;
  while (!m_open.empty()) {
    if (!text()) return false;
    const bool isRegular = take(u'/')         ? endTag()
                           : isLetter(peek()) ? startTag()
                                              : take(u'!') && take(u'-') && take(u'-') && comment();
    if (!isRegular) return false;
  }
  return true;
}

} // namespace

qsizetype endOfElements(QStringView text, qsizetype from, qsizetype reach) {
  Reader reader(text, from);
  const auto isItem = [&] { return text.mid(reader.at(), 3) == u"<li"; };
  const bool areItems = isItem(); // an item beside other elements can close one further up
  while (isItem() == areItems && reader.element()) {
    if (reader.at() >= reach) return reader.at();
    reader.skipBlanks();
  }
  return -1;
}

} // namespace postwright::ui
