#include "ui/preview/page_places.h"

#include <QPointer>
#include <QVariantMap>
#include <algorithm>

#include "ui/base/text_bridge.h"

namespace postwright::ui {
namespace {

/// Anchors whose line is beyond every one before: what a loop repeats and what stands in another is left out.
std::vector<std::size_t> ascending(const std::vector<Anchor>& anchors) {
  std::vector<std::size_t> indexes;
  for (std::size_t i = 0; i < anchors.size(); ++i) {
    if (indexes.empty() || anchors[i].line > anchors[indexes.back()].line) indexes.push_back(i);
  }
  return indexes;
}

/// For each range of `map` its place in the text and whether a tag's name ends there; see withAllMarks() of
/// the script. Ranges that begin inside a tag have none: the second number is -1.
struct RangeMarks {
  std::vector<std::size_t> bytes;
  std::vector<bool> isTag;
  std::vector<std::size_t> ranges; ///< of the map
};

bool isInsideTag(const std::string& html, std::size_t offset) {
  const std::size_t open = html.find_last_of("<>", offset == 0 ? 0 : offset - 1);
  return offset > 0 && open != std::string::npos && html[open] == '<';
}

RangeMarks marksOf(const render::SourceMap& map, const std::string& html) {
  RangeMarks marks;
  for (std::size_t i = 0; i < map.ranges.size(); ++i) {
    const std::size_t begin = map.ranges[i].begin;
    const std::size_t name = endOfTagName(html, begin);
    if (map.ranges[i].line <= 0 || (name == 0 && isInsideTag(html, begin))) continue;
    marks.bytes.push_back(name == 0 ? begin : name);
    marks.isTag.push_back(name != 0);
    marks.ranges.push_back(i);
  }
  return marks;
}

QString literalOf(const RangeMarks& marks, const std::string& html) {
  const std::vector<qsizetype> units = unitOffsets(html, marks.bytes);
  QString literal = QStringLiteral("[");
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (i > 0) literal += u',';
    literal += QString::number(units[i]) + (marks.isTag[i] ? QStringLiteral(",1") : QStringLiteral(",0"));
  }
  return literal + u']';
}

} // namespace

PagePlaces::PagePlaces(LivePage* live, QObject* parent) : QObject(parent), m_live(live) {
  connect(live, &LivePage::contentChanged, this, [this] {
    if (!m_follows) m_live->run(QStringLiteral("postwright.setFollows(false)"));
    sendMark();
    emit contentChanged();
  });
  connect(live->bridge(), &PageBridge::scrolled, this, &PagePlaces::onScrolled);
  connect(live->bridge(), &PageBridge::clicked, this, [this](int x, int y) { locate({x, y}); });
}

QString PagePlaces::document() const {
  return m_live->shown().document;
}

void PagePlaces::follow(double line, int lines) {
  const std::vector<Anchor>& anchors = m_live->shown().text.anchors;
  if (!m_follows || anchors.empty()) return;
  const std::vector<std::size_t> indexes = ascending(anchors);
  const auto next = std::upper_bound(indexes.begin(), indexes.end(), line,
                                     [&](double at, std::size_t index) { return at < anchors[index].line; });
  const auto call = QStringLiteral("postwright.follow(%1, %2, %3)");
  const bool isTop = next == indexes.begin() || line <= anchors[indexes.front()].line;
  if (isTop) return m_live->run(call.arg(-1).arg(-1).arg(0));
  const int begin = anchors[*(next - 1)].line;
  const int end = next == indexes.end() ? std::max(lines, begin) + 1 : anchors[*next].line;
  const int to = next == indexes.end() ? -1 : static_cast<int>(*next);
  m_live->run(call.arg(*(next - 1)).arg(to).arg(std::min(1.0, (line - begin) / (end - begin))));
}

void PagePlaces::setFollowing(bool follows) {
  m_follows = follows;
  m_live->run(QStringLiteral("postwright.setFollows(%1)").arg(follows ? u"true" : u"false"));
}

/// The innermost block whose line is the last one up to `line`; of several (a loop) the first.
int PagePlaces::anchorAt(int line) const {
  const std::vector<Anchor>& anchors = m_live->shown().text.anchors;
  int best = -1;
  for (std::size_t i = 0; i < anchors.size(); ++i) {
    if (anchors[i].line > line) continue;
    const int bestLine = best < 0 ? 0 : anchors[static_cast<std::size_t>(best)].line;
    const bool isInside = best + 1 == static_cast<int>(i) && anchors[i].line == bestLine;
    if (anchors[i].line > bestLine || isInside) best = static_cast<int>(i);
  }
  return best;
}

void PagePlaces::mark(int line, const QColor& colour) {
  if (line == m_markedLine && colour == m_colour) return;
  m_markedLine = line;
  m_colour = colour;
  sendMark();
}

void PagePlaces::sendMark() {
  const int index = m_markedLine > 0 ? anchorAt(m_markedLine) : -1;
  m_live->run(QStringLiteral("postwright.mark(%1, '%2')").arg(index).arg(m_colour.name()));
}

void PagePlaces::onScrolled(int index, double share) {
  const std::vector<Anchor>& anchors = m_live->shown().text.anchors;
  if (!m_follows || anchors.empty() || index >= static_cast<int>(anchors.size())) return;
  if (index < 0) return emit scrolledTo(anchors.front().line, true);
  const auto at = static_cast<std::size_t>(index);
  const int begin = anchors[at].line;
  const int end = at + 1 < anchors.size() ? std::max(begin, anchors[at + 1].line) : begin + 1;
  emit scrolledTo(begin + share * (end - begin), false);
}

void PagePlaces::locate(const QPoint& place) {
  const LiveContent& content = m_live->shown();
  if (!content.map) return;
  const std::string html = content.html.toStdString();
  const RangeMarks marks = marksOf(*content.map, html);
  const QString call = QStringLiteral("postwright.locate(%1, %2, %3)")
                           .arg(place.x())
                           .arg(place.y())
                           .arg(literalOf(marks, html));
  m_live->run(call, [self = QPointer(this), map = content.map, ranges = marks.ranges](const QVariant& value) {
    QVariantMap found = value.toMap();
    const int mark = found.value(QStringLiteral("mark"), -1).toInt();
    if (!self || mark < 0 || mark >= static_cast<int>(ranges.size())) return;
    if (self->m_live->shown().map != map) return; // the page has moved on
    found[QStringLiteral("range")] = static_cast<int>(ranges[static_cast<std::size_t>(mark)]);
    emit self->clicked(self->placeOf(found));
  });
}

WrittenPlace PagePlaces::placeOf(const QVariantMap& found) const {
  const LiveContent& content = m_live->shown();
  const auto index = found.value(QStringLiteral("range")).toULongLong();
  const int anchor = found.value(QStringLiteral("anchor")).toInt();
  const render::SourceRange& range = content.map->ranges[index];
  WrittenPlace place{toQString(content.map->files[range.file]),
                     range.line,
                     range.column,
                     toQString(range.variable),
                     false,
                     {},
                     found.value(QStringLiteral("isOn")).toBool()};
  const bool isInBlock = anchor >= 0 && anchor < static_cast<int>(content.text.anchors.size());
  if (place.file != content.document || !isInBlock) return place;
  place.isBlock = true;
  place.line = content.text.anchors[static_cast<std::size_t>(anchor)].line;
  place.before = found.value(QStringLiteral("text")).toString();
  if (range.isInline) { // what an include printed may have more lines than the text
    place.line = range.line;
    place.before = place.before.section(u'\n', -1);
  }
  return place;
}

} // namespace postwright::ui
