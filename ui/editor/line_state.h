// What one line of a post looks like and what it leaves open for the next: the currency of the scanners.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace postwright::ui {

/// What a character is; the highlighter gives each one a colour.
enum class Ink : std::uint8_t {
  Text,
  Heading,
  Markup, ///< signs that Markdown swallows: `**`, `#`, `](…)`, HTML tags
  Quiet,  ///< quoted text, picture descriptions
  Link,
  Liquid,
  Code,
  Bullet, ///< list markers
  Task,   ///< the box of a task
  FrontText,
  FrontKey,
  FrontString,
  FrontConstant, ///< dates, numbers, booleans
  FrontMarkup,   ///< fences, comments, punctuation
};
inline constexpr int kInks = static_cast<int>(Ink::FrontMarkup) + 1;

namespace mark {
inline constexpr std::uint8_t kBold = 1;
inline constexpr std::uint8_t kItalic = 2;
inline constexpr std::uint8_t kStrike = 4;
inline constexpr std::uint8_t kHeading = 8;  ///< drawn bold, without being strong
inline constexpr std::uint8_t kVisible = 15; ///< the marks that change how a character is drawn
inline constexpr std::uint8_t kOpaque = 16;  ///< Liquid wrote it: Markdown's signs mean nothing here
} // namespace mark

struct CharStyle {
  Ink ink = Ink::Text;
  std::uint8_t marks = 0;

  bool operator==(const CharStyle&) const = default;
};

/// One entry per UTF-16 unit of the line.
using LineStyles = std::vector<CharStyle>;

enum class LiquidMode : std::uint8_t { None, Output, Tag, Raw, Comment, Highlight };
enum class YamlMode : std::uint8_t { Plain, SingleQuoted, DoubleQuoted, BlockScalar };
enum class BlockKind : std::uint8_t { Blank, Paragraph, Fence, IndentedCode, Table, Html, Other };
enum class HtmlMode : std::uint8_t { None, Comment, Tag, Script, Style, Pre };
/// What a line would make of the line above it.
enum class Underline : std::uint8_t { None, Setext, Table };

/// The state after a line. It fits the one int that a text block keeps.
struct LineState {
  std::uint32_t frontMatter : 1 = 0;
  std::uint32_t liquid : 3 = 0;
  std::uint32_t block : 3 = 0;
  std::uint32_t html : 3 = 0;
  std::uint32_t underline : 2 = 0;
  std::uint32_t inQuote : 1 = 0;
  std::uint32_t inList : 1 = 0;
  std::uint32_t fenceTilde : 1 = 0;
  std::uint32_t fenceLength : 6 = 0;
  std::uint32_t yaml : 2 = 0;
  std::uint32_t yamlDepth : 3 = 0;  ///< open flow brackets
  std::uint32_t yamlIndent : 5 = 0; ///< of the key that opened a block scalar
  std::uint32_t unused : 1 = 0;

  LiquidMode liquidMode() const { return static_cast<LiquidMode>(liquid); }
  BlockKind blockKind() const { return static_cast<BlockKind>(block); }
  HtmlMode htmlMode() const { return static_cast<HtmlMode>(html); }
  YamlMode yamlMode() const { return static_cast<YamlMode>(yaml); }
  Underline underlineLook() const { return static_cast<Underline>(underline); }
  void setLiquid(LiquidMode mode) { liquid = static_cast<std::uint32_t>(mode); }
  void setBlock(BlockKind kind) { block = static_cast<std::uint32_t>(kind); }
  void setHtml(HtmlMode mode) { html = static_cast<std::uint32_t>(mode); }
  void setYaml(YamlMode mode) { yaml = static_cast<std::uint32_t>(mode); }

  /// Never negative, as -1 is Qt's 'not highlighted yet'.
  int packed() const { return static_cast<int>(std::bit_cast<std::uint32_t>(*this)); }
  static LineState unpacked(int state) {
    return state < 0 ? LineState{} : std::bit_cast<LineState>(static_cast<std::uint32_t>(state));
  }
};
static_assert(sizeof(LineState) == sizeof(std::uint32_t));

} // namespace postwright::ui
