// Reads one line of a post by hand, character by character, without regular expressions: front matter,
// Liquid and Markdown. Every scanner is linear in the length of the line.
#pragma once

#include <QStringView>

#include "ui/editor/line_state.h"

namespace postwright::ui {

/// What a scanner has to know besides the line itself.
struct LinePlace {
  LineState before;                  ///< the state the line above left
  bool frontMatter = false;          ///< the line lies in the front matter, fences included
  Underline below = Underline::None; ///< what the line below would make of this one
};

/// Fills `styles` (its old content is dropped) and returns the state after the line.
LineState scanLine(QStringView line, const LinePlace& place, LineStyles& styles);

/// What `line` would make of a paragraph above it, by its look alone.
Underline underlineLook(QStringView line);

/// Liquid: gives its characters their ink and makes them opaque; returns the mode after the line. `styles`
/// must have the length of `line`. Source: the tags and blocks of liquid-rust.
LiquidMode scanLiquid(QStringView line, LiquidMode before, LineStyles& styles);

/// Front matter between its fences; a line of its fences is all markup.
void scanYaml(QStringView line, LineState& state, LineStyles& styles);

/// Markdown's blocks, and through scanInline what is in them.
void scanMarkdown(QStringView line, const LinePlace& place, LineState& state, LineStyles& styles);

/// In an HTML block only tags and entities are signs.
enum class Inside : std::uint8_t { Markdown, HtmlBlock };

/// Markdown within a line, from `from` to its end. Returns the HTML construct left open.
/// Source: CommonMark 0.31, sections 6.1 to 6.6, and GitHub's strikethrough.
HtmlMode scanInline(QStringView line, qsizetype from, Inside inside, LineStyles& styles);

/// Gives `[from, to)` an ink, except where Liquid stands.
void paint(LineStyles& styles, qsizetype from, qsizetype to, Ink ink);

} // namespace postwright::ui
