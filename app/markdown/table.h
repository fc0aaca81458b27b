// Tables: the delimiter row, how many columns a header has, what ends the rows. The one rule:
// pulldown-cmark's reading of GFM; cells are found while their text is read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace postwright::markdown {

enum class Alignment : std::uint8_t { None, Left, Center, Right };

/// The columns of the delimiter row that starts at `pos`, up to three spaces included; empty when it is none.
std::vector<Alignment> delimiterRow(std::string_view text, std::size_t pos);

/// The columns of the header from `begin` to `end`, one line; 0 without a pipe.
std::size_t headerColumns(std::string_view text, std::size_t begin, std::size_t end);

/// True when the line that starts at `pos`, its blanks skipped, is no further row.
bool endsTable(std::string_view text, std::size_t pos);

} // namespace postwright::markdown
