// Fills an OutputMap while a template is rendered. Costs one test per node when no map is wanted.
// The one rule: ranges ascend; what is taken back from the output leaves the map too.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "app/base/text.h"
#include "app/liquid/template.h"

namespace postwright::liquid {

/// A byte of a template's text and where in its file that is.
struct Source {
  std::size_t offset = 0;
  LineColumn place;
};

class OutputRecorder {
 public:
  /// `map` may be null: nothing is recorded.
  explicit OutputRecorder(OutputMap* map);

  bool isOn() const { return m_map != nullptr; }
  /// From now on nodes are those of `file`.
  void setFile(const Template* file) {
    m_file = file;
    m_index.reset();
  }
  /// Output from `begin` to `end` came from byte `sourceOffset` of the file's text.
  void add(Span output, std::size_t sourceOffset);
  /// The same where the place is known; `variable` is what OutputRange says.
  void add(Span output, const Source& source, bool verbatim, std::string_view variable = {});
  /// The output is cut to `size` bytes.
  void truncate(std::size_t size);

 private:
  std::uint32_t fileIndex();

  OutputMap* m_map;
  const Template* m_file = nullptr;
  std::optional<std::uint32_t> m_index; ///< of the file among the map's, once it is asked for
};

} // namespace postwright::liquid
