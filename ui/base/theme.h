// The window's colours, sizes and style, from one table. Light and dark; the desktop decides unless the user
// does.
#pragma once

#include <QColor>
#include <cstdint>

class QApplication;
class QFont;

namespace postwright::ui {

/// A colour with a meaning. The numbers live in theme.cpp alone.
enum class Role : std::uint8_t {
  Window, ///< chrome
  Side,   ///< the post list
  Base,   ///< editor
  Field,  ///< fields of the form
  Line,   ///< 1 px separators and field borders
  Text,
  Dim,   ///< labels, secondary text
  Faint, ///< markup, placeholders
  Accent,
  AccentTint, ///< selection, the caret's block
  Draft,
  DraftTint,
  Good,
  Bad,
  BadTint,
  Link,
  Liquid,
  Code,
};

enum class Scheme : std::uint8_t { System, Light, Dark };

namespace metrics {
inline constexpr int kSpaceXs = 4;
inline constexpr int kSpaceS = 8;
inline constexpr int kSpaceM = 12;
inline constexpr int kSpaceL = 16;
inline constexpr int kSpaceXl = 28;
inline constexpr int kControlHeight = 30;
inline constexpr int kRadius = 6;
inline constexpr int kIconButton = 32;
inline constexpr int kIcon = 18;
} // namespace metrics

/// The colour of `role` in the scheme shown now.
QColor color(Role role);
bool isDark();

/// Sets palette, style and style sheet of the whole program; may be called again. `System` follows the
/// desktop's palette; a high-contrast desktop palette is left as it is.
void applyTheme(QApplication& application, Scheme scheme);

/// The user's fixed-width font at the size wanted for the editor (points).
QFont editorFont(double pointSize);

} // namespace postwright::ui
