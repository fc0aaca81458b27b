#include "app/render/source_map.h"

#include <algorithm>
#include <optional>

#include "app/base/text.h"

namespace postwright::render {
namespace {

std::uint32_t fileIndex(SourceMap& map, const std::string& file) {
  const auto known = std::ranges::find(map.files, file);
  if (known != map.files.end()) return static_cast<std::uint32_t>(known - map.files.begin());
  map.files.push_back(file);
  return static_cast<std::uint32_t>(map.files.size() - 1);
}

/// One range for each line of text that was copied from the file.
void appendLines(SourceMap& map, std::string_view text, const liquid::OutputRange& range,
                 std::uint32_t file) {
  int line = range.line;
  int column = range.column;
  for (std::size_t begin = range.begin; begin < range.end; ++line, column = 1) {
    const std::size_t end = std::min(text.find('\n', begin), range.end - 1) + 1;
    map.ranges.push_back({begin, end, file, line, column, {}});
    begin = end;
  }
}

/// The range that holds byte `offset`, or the last one before it.
const SourceRange* rangeAt(const SourceMap& map, std::size_t offset) {
  const auto next = std::ranges::upper_bound(map.ranges, offset, {}, &SourceRange::begin);
  return next == map.ranges.begin() ? nullptr : &*(next - 1);
}

/// Turns nested blocks into a flat list: a block's range ends where its first child begins.
class Flattener {
 public:
  Flattener(const MappedText& source, SourceMap& map) : m_source(source), m_lines(source.text), m_map(map) {}

  void add(const markdown::BlockPosition& block) {
    closeBefore(block.htmlBegin);
    emit(block.htmlBegin);
    m_open.push_back({block.htmlEnd, placeOf(block.firstLine)});
  }

  void add(const markdown::InlinePosition& position) {
    closeBefore(position.html);
    emit(position.html);
    const SourceRange* found = rangeAt(m_source.map, position.source);
    if (m_open.empty() || found == nullptr) return;
    m_open.back().place = *found;
    m_open.back().place.isInline = true;
  }

  void finish(std::size_t size) {
    closeBefore(size);
    emit(size);
  }

  SourceRange placeOf(int line) const {
    const SourceRange* found = rangeAt(m_source.map, m_lines.lineStart(line));
    return found == nullptr ? SourceRange() : *found;
  }

 private:
  struct Open {
    std::size_t end;
    SourceRange place;
  };

  void closeBefore(std::size_t offset) {
    while (!m_open.empty() && m_open.back().end <= offset) {
      emit(m_open.back().end);
      m_open.pop_back();
    }
  }

  void emit(std::size_t end) {
    if (!m_open.empty() && end > m_written) {
      SourceRange range = m_open.back().place;
      range.begin = m_written;
      range.end = end;
      if (range.line > 0) m_map.ranges.push_back(std::move(range));
    }
    m_written = std::max(m_written, end);
  }

  const MappedText& m_source;
  LineIndex m_lines;
  SourceMap& m_map;
  std::vector<Open> m_open;
  std::size_t m_written = 0;
};

bool printsContent(const SourceRange& range, std::string_view page, const MappedText& content) {
  return range.variable == "page.content" && range.end - range.begin == content.text.size() &&
         page.substr(range.begin, content.text.size()) == content.text;
}

} // namespace

MappedText fromLiquid(std::string text, liquid::OutputMap map, const std::string& file) {
  MappedText mapped;
  mapped.map.files.push_back(file);
  std::vector<std::uint32_t> files;
  files.reserve(map.files.size());
  for (const std::string& name : map.files)
    files.push_back(fileIndex(mapped.map, name.empty() ? file : name));
  constexpr std::size_t kUsualLine = 32;
  mapped.map.ranges.reserve(map.ranges.size() + text.size() / kUsualLine);
  for (liquid::OutputRange& range : map.ranges) {
    if (range.verbatim) {
      appendLines(mapped.map, text, range, files[range.file]);
    } else {
      mapped.map.ranges.push_back(
          {range.begin, range.end, files[range.file], range.line, range.column, std::move(range.variable)});
    }
  }
  mapped.text = std::move(text);
  return mapped;
}

std::vector<std::size_t> foreignCuts(const MappedText& text) {
  std::vector<std::size_t> cuts;
  bool isNear = false;
  for (const SourceRange& range : text.map.ranges) {
    const std::string_view printed = std::string_view(text.text).substr(range.begin, range.end - range.begin);
    if (range.file != 0) isNear = true;
    if (isNear) cuts.push_back(range.begin);
    if (range.file == 0 && printed.find_first_not_of(" \t\r\n") == std::string_view::npos) isNear = false;
  }
  return cuts;
}

MappedText fromMarkdown(markdown::Rendered rendered, const MappedText& source) {
  MappedText mapped;
  mapped.map.files = source.map.files;
  mapped.map.ranges.reserve(2 * rendered.blocks.size() + rendered.inlines.size() + 1);
  Flattener flattener(source, mapped.map);
  auto next = rendered.inlines.begin();
  for (const markdown::BlockPosition& block : rendered.blocks) {
    for (; next != rendered.inlines.end() && next->html < block.htmlBegin; ++next)
      flattener.add(*next);
    flattener.add(block);
  }
  for (; next != rendered.inlines.end(); ++next)
    flattener.add(*next);
  flattener.finish(rendered.html.size());
  mapped.missing = source.missing;
  mapped.headings = std::move(rendered.headings);
  for (markdown::Heading& heading : mapped.headings) {
    const SourceRange place = flattener.placeOf(heading.line);
    heading.line = place.file == 0 ? place.line : 0;
  }
  mapped.text = std::move(rendered.html);
  return mapped;
}

MappedText withContent(MappedText layout, const MappedText& content) {
  MappedText page;
  page.map.files = content.map.files;
  page.headings = content.headings;
  page.missing = content.missing;
  page.missing.insert(page.missing.end(), layout.missing.begin(), layout.missing.end());
  std::vector<std::uint32_t> files;
  files.reserve(layout.map.files.size());
  for (const std::string& file : layout.map.files)
    files.push_back(fileIndex(page.map, file));
  page.map.ranges.reserve(layout.map.ranges.size() + content.map.ranges.size());
  for (SourceRange& range : layout.map.ranges) {
    if (!printsContent(range, layout.text, content)) {
      range.file = files[range.file];
      page.map.ranges.push_back(std::move(range));
      continue;
    }
    for (SourceRange inner : content.map.ranges) {
      inner.begin += range.begin;
      inner.end += range.begin;
      page.map.ranges.push_back(std::move(inner));
    }
  }
  page.text = std::move(layout.text);
  return page;
}

} // namespace postwright::render
