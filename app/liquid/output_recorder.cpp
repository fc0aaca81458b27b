#include "app/liquid/output_recorder.h"

#include <algorithm>

#include "app/liquid/parsed_template.h"

namespace postwright::liquid {

OutputRecorder::OutputRecorder(OutputMap* map) : m_map(map) {
  constexpr std::size_t kUsualRanges = 64;
  if (m_map != nullptr) m_map->ranges.reserve(kUsualRanges);
}

std::uint32_t OutputRecorder::fileIndex() {
  if (m_index) return *m_index;
  std::vector<std::string>& files = m_map->files;
  const auto known = std::find(files.begin(), files.end(), m_file->file());
  m_index = static_cast<std::uint32_t>(known - files.begin());
  if (known == files.end()) files.push_back(m_file->file());
  return *m_index;
}

void OutputRecorder::add(Span output, std::size_t sourceOffset) {
  if (m_map != nullptr) add(output, {sourceOffset, m_file->placeAt(sourceOffset)}, false);
}

void OutputRecorder::add(Span output, const Source& source, bool verbatim, std::string_view variable) {
  if (m_map == nullptr || output.begin == output.end) return;
  m_map->ranges.push_back({output.begin, output.end, fileIndex(), source.offset, verbatim, source.place.line,
                           source.place.column, std::string(variable)});
}

void OutputRecorder::truncate(std::size_t size) {
  if (m_map == nullptr) return;
  while (!m_map->ranges.empty() && m_map->ranges.back().end > size)
    m_map->ranges.pop_back();
}

} // namespace postwright::liquid
