#include "ui/preview/page_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

#include "ui/base/text_bridge.h"
#include "ui/preview/html_element.h"

namespace postwright::ui {
namespace {

constexpr int kWider = 6;  ///< anchors further up that are tried
constexpr int kLonger = 4; ///< times that a part is made longer
constexpr int kSlide = 16; ///< units that a change is moved to stand behind a tag

bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool isNameByte(char c) {
  return isLetter(c) || (c >= '0' && c <= '9') || c == '-';
}

std::size_t anchorsBefore(const std::vector<Anchor>& anchors, qsizetype offset) {
  const auto found = std::lower_bound(anchors.begin(), anchors.end(), offset,
                                      [](const Anchor& anchor, qsizetype at) { return anchor.offset < at; });
  return static_cast<std::size_t>(found - anchors.begin());
}

/// A new block may as well have been put in behind the end tag before it as behind the `<` after it: the
/// first is the one that has a part.
PageDelta slidBehindTag(const QString& before, const QString& after, const PageDelta& delta) {
  const bool isInsertion = delta.head + delta.tail == before.size();
  const bool isRemoval = delta.head + delta.tail == after.size();
  if (isInsertion == isRemoval) return delta;
  const QString& longer = isInsertion ? after : before;
  const qsizetype length = longer.size() - delta.head - delta.tail;
  for (qsizetype slid = 0; slid <= kSlide && slid < delta.head; ++slid) {
    const qsizetype head = delta.head - slid;
    if (longer[head - 1] == u'>') return {head, delta.tail + slid, longer.mid(head, length)};
    if (longer[head - 1] != longer[head - 1 + length]) break;
  }
  return delta;
}

/// Two texts that agree but for a middle.
class Change {
 public:
  Change(const PageText& before, const PageText& after, const PageDelta& delta)
      : m_before(before), m_after(after), m_delta(delta), m_growth(after.html.size() - before.html.size()) {}

  /// The part that begins at this anchor of both.
  std::optional<PagePart> partFrom(std::size_t first) const {
    const qsizetype from = m_before.anchors[first].offset;
    qsizetype reach = m_before.html.size() - m_delta.tail;
    for (int i = 0; i < kLonger; ++i) {
      const qsizetype oldTo = endOfElements(m_before.html, from, reach);
      const qsizetype newTo = oldTo < 0 ? -1 : endOfElements(m_after.html, from, oldTo + m_growth);
      if (newTo < 0) return std::nullopt;
      if (newTo - m_growth == oldTo) return anchored({first, 0, 0, from, oldTo, newTo});
      reach = newTo - m_growth;
    }
    return std::nullopt;
  }

 private:
  std::optional<PagePart> anchored(PagePart part) const {
    part.oldEnd = anchorsBefore(m_before.anchors, part.oldTo);
    part.newEnd = anchorsBefore(m_after.anchors, part.newTo);
    const bool isRestTheSame = m_before.anchors.size() - part.oldEnd == m_after.anchors.size() - part.newEnd;
    if (!isRestTheSame) return std::nullopt;
    return part;
  }

  const PageText& m_before;
  const PageText& m_after;
  const PageDelta& m_delta;
  qsizetype m_growth;
};

} // namespace

std::size_t endOfTagName(const std::string& html, std::size_t offset) {
  if (offset + 1 >= html.size() || html[offset] != '<' || !isLetter(html[offset + 1])) return 0;
  std::size_t end = offset + 1;
  while (end < html.size() && isNameByte(html[end]))
    ++end;
  return end;
}

std::vector<qsizetype> unitOffsets(const std::string& html, const std::vector<std::size_t>& bytes) {
  std::vector<qsizetype> units;
  units.reserve(bytes.size());
  std::size_t at = 0;
  qsizetype unit = 0;
  for (const std::size_t byte : bytes) {
    unit += utf16Length(std::string_view(html).substr(at, byte - at), byte - at);
    at = byte;
    units.push_back(unit);
  }
  return units;
}

PageText textOf(const render::Page& page, const std::string& document) {
  PageText text{toQString(page.html), {}};
  std::vector<std::size_t> bytes;
  const render::SourceMap& map = page.sourceMap;
  for (const render::SourceRange& range : map.ranges) {
    if (range.isInline || range.line <= 0 || map.files[range.file] != document) continue;
    const std::size_t end = endOfTagName(page.html, range.begin);
    if (end == 0) continue;
    bytes.push_back(range.begin);
    bytes.push_back(end);
    text.anchors.push_back({0, 0, range.line});
  }
  const std::vector<qsizetype> units = unitOffsets(page.html, bytes);
  for (std::size_t i = 0; i < text.anchors.size(); ++i) {
    text.anchors[i].offset = units[2 * i];
    text.anchors[i].mark = units[2 * i + 1];
  }
  return text;
}

PageDelta deltaOf(const QString& before, const QString& after) {
  const qsizetype common = std::min(before.size(), after.size());
  PageDelta delta;
  delta.head = std::mismatch(before.begin(), before.begin() + common, after.begin()).first - before.begin();
  if (delta.head > 0 && before.at(delta.head - 1).isHighSurrogate()) --delta.head;
  const qsizetype rest = common - delta.head;
  delta.tail = std::mismatch(before.rbegin(), before.rbegin() + rest, after.rbegin()).first - before.rbegin();
  if (delta.tail > 0 && before.at(before.size() - delta.tail).isLowSurrogate()) --delta.tail;
  delta.text = after.mid(delta.head, after.size() - delta.head - delta.tail);
  return delta;
}

std::optional<PagePart> partOf(const PageText& before, const PageText& after, const PageDelta& delta) {
  const PageDelta atTag = slidBehindTag(before.html, after.html, delta);
  const Change change(before, after, atTag);
  std::size_t first = anchorsBefore(before.anchors, atTag.head);
  for (int i = 0; i < kWider && first > 0; ++i) {
    --first;
    const bool isInBoth =
        first < after.anchors.size() && after.anchors[first].offset == before.anchors[first].offset;
    if (!isInBoth) continue;
    if (const auto part = change.partFrom(first)) return part;
  }
  return std::nullopt;
}

QString scriptLiteral(const QString& text) {
  const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
  return QString::fromUtf8(array.constData() + 1, array.size() - 2);
}

} // namespace postwright::ui
