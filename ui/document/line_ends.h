// Which line end each line of a file had. A text document folds them all to one; saving must give each line
// its own back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace postwright::ui {

enum class LineEnd : unsigned char { Lf, CrLf, Cr };

/// A file's text cut at every LF, CRLF and lone CR. `lines` has one entry more than `ends`.
struct FileLines {
  std::vector<std::string_view> lines; ///< views of the text given
  std::vector<LineEnd> ends;
};

FileLines cutLines(std::string_view text);

/// Remembers the line ends of a file as it was read and gives them back to an edited text.
class LineEnds {
 public:
  LineEnds() = default;
  explicit LineEnds(std::string original);

  /// `edited`, whose lines end with LF, with the ends of the original: lines that are still there, changed or
  /// not, keep theirs; new lines take that of the line before them. The original text gives the original
  /// bytes.
  std::string restore(std::string_view edited) const;

  /// What a new line gets where there is none to copy from.
  LineEnd common() const { return m_common; }

 private:
  std::string m_original;
  bool m_uniform = true;
  LineEnd m_common = LineEnd::Lf;
};

} // namespace postwright::ui
