// A page as the script in the page has it: its text, and the places of the text that the post's blocks begin
// at. What changed between two such texts, so that a keystroke sends and parses a few bytes and not the page.
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "app/render/page.h"

namespace postwright::ui {

/// A block of the post: an element of the page and the line it was written on.
struct Anchor {
  qsizetype offset = 0; ///< UTF-16 units of the page's text, of the `<`
  qsizetype mark = 0;   ///< the end of the tag's name
  int line = 0;         ///< 1-based, of the post's file

  bool operator==(const Anchor&) const = default;
};

struct PageText {
  QString html;
  std::vector<Anchor> anchors; ///< ascending
};

/// The text of `page` with the blocks that came from `document` (path relative to the source folder).
PageText textOf(const render::Page& page, const std::string& document);

/// The end of the name of the tag that starts at byte `offset`; 0 when none does.
std::size_t endOfTagName(const std::string& html, std::size_t offset);

/// Positions in UTF-16 units of ascending positions in bytes of `html`.
std::vector<qsizetype> unitOffsets(const std::string& html, const std::vector<std::size_t>& bytes);

/// The new text is the old one's first `head` units, `text`, and the old one's last `tail` units.
struct PageDelta {
  qsizetype head = 0; ///< UTF-16 units
  qsizetype tail = 0;
  QString text;
};

/// The smallest such delta that cuts no surrogate pair.
PageDelta deltaOf(const QString& before, const QString& after);

/// Elements that hold the whole change and can be parsed alone: from one anchor to before another.
struct PagePart {
  std::size_t first = 0;  ///< anchor of both texts
  std::size_t oldEnd = 0; ///< anchors of the old text
  std::size_t newEnd = 0; ///< of the new one
  qsizetype from = 0;     ///< units of both texts
  qsizetype oldTo = 0;    ///< of the old text
  qsizetype newTo = 0;
};

/// Nothing when the change is not within regular elements.
std::optional<PagePart> partOf(const PageText& before, const PageText& after, const PageDelta& delta);

/// `text` as a JavaScript string literal, quotes included.
QString scriptLiteral(const QString& text);

} // namespace postwright::ui
