// The HTML being written, with pulldown-cmark's habits: when a block starts on a new line, and what is
// escaped. The one rule: `endsLine` says whether the last write that counted ended in a newline; some writes
// do not count.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace postwright::markdown {

class HtmlWriter {
 public:
  /// Of a text of so many bytes: room for its HTML.
  void reserveFor(std::size_t textSize) { m_html.reserve(textSize + textSize / 2); }
  /// Markup or other text as it stands.
  void write(std::string_view html);
  /// As `write`, on a new line.
  void writeFresh(std::string_view html);
  /// As `write`, but the writer does not notice whether a line ended.
  void writeUnnoticed(std::string_view html) { m_html += html; }
  /// Text between tags: `&`, `<`, `>` escaped.
  void text(std::string_view text);
  /// Text within an attribute: quotes escaped too. Unnoticed, as pulldown-cmark does it.
  void attribute(std::string_view text);
  /// As `attribute`, noticed: the text alternative of an image.
  void alternative(std::string_view text);
  /// A URL within an attribute. Unnoticed.
  void href(std::string_view url);

  void setEndsLine(bool endsLine) { m_endsLine = endsLine; }
  bool endsLine() const { return m_endsLine; }
  std::size_t size() const { return m_html.size(); }
  std::string take() { return std::move(m_html); }

 private:
  std::string m_html;
  bool m_endsLine = true;
};

} // namespace postwright::markdown
