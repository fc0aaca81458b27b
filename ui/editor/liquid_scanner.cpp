#include <algorithm>
#include <array>

#include "ui/editor/line_scanner.h"

namespace postwright::ui {
namespace {

struct Block {
  const char16_t* opening;
  const char16_t* closing;
  LiquidMode mode;
};

/// Blocks whose content Liquid does not read.
constexpr std::array kBlocks = {
    Block{u"raw", u"endraw", LiquidMode::Raw},
    Block{u"comment", u"endcomment", LiquidMode::Comment},
    Block{u"highlight", u"endhighlight", LiquidMode::Highlight},
};

/// The first word of the tag whose `{%` stands at `at`.
QStringView tagName(QStringView line, qsizetype at) {
  qsizetype from = at + 2;
  if (from < line.size() && line[from] == u'-') ++from;
  while (from < line.size() && line[from].isSpace())
    ++from;
  qsizetype to = from;
  while (to < line.size() && (line[to].isLetterOrNumber() || line[to] == u'_'))
    ++to;
  return line.sliced(from, to - from);
}

/// Where the closing delimiter that starts with `first` ends, quoted text skipped; -1 when it does not.
qsizetype endOfDelimited(QStringView line, qsizetype from, QChar first) {
  QChar quote;
  for (qsizetype i = from; i < line.size(); ++i) {
    const QChar c = line[i];
    if (!quote.isNull()) {
      if (c == quote) quote = QChar();
    } else if (c == u'"' || c == u'\'') {
      // an apostrophe without its partner is not a quotation
      if (line.indexOf(c, i + 1) >= 0) quote = c;
    } else if (c == first && i + 1 < line.size() && line[i + 1] == u'}') {
      return i + 2;
    }
  }
  return -1;
}

bool isBlank(QStringView line) {
  return std::all_of(line.begin(), line.end(), [](QChar c) { return c.isSpace(); });
}

class LiquidScanner {
 public:
  LiquidScanner(QStringView line, LiquidMode mode, LineStyles& styles)
      : m_line(line), m_mode(mode), m_styles(styles) {}

  LiquidMode scan() {
    while (m_at < m_line.size())
      step();
    return m_mode;
  }

 private:
  void step() {
    switch (m_mode) {
      case LiquidMode::None:
        findOpening();
        break;
      case LiquidMode::Output:
        finish(u'}');
        break;
      case LiquidMode::Tag:
        finish(u'%');
        break;
      default:
        findEndOfBlock();
        break;
    }
  }

  void cover(qsizetype to, Ink ink, std::uint8_t marks = 0) {
    for (; m_at < to; ++m_at)
      m_styles[static_cast<std::size_t>(m_at)] = {ink, static_cast<std::uint8_t>(marks | mark::kOpaque)};
  }

  void findOpening() {
    qsizetype brace = m_line.indexOf(u'{', m_at);
    while (brace >= 0 && brace + 1 < m_line.size() && m_line[brace + 1] != u'{' && m_line[brace + 1] != u'%')
      brace = m_line.indexOf(u'{', brace + 1);
    if (brace < 0 || brace + 1 >= m_line.size()) {
      m_at = m_line.size();
      return;
    }
    m_at = brace;
    m_mode = m_line[brace + 1] == u'%' ? LiquidMode::Tag : LiquidMode::Output;
    const QStringView name = m_mode == LiquidMode::Tag ? tagName(m_line, brace) : QStringView();
    cover(brace + 2, Ink::Liquid);
    finish(m_mode == LiquidMode::Tag ? u'%' : u'}');
    if (m_mode == LiquidMode::None) enterBlock(name);
  }

  void finish(QChar first) {
    const qsizetype end = endOfDelimited(m_line, m_at, first);
    cover(end < 0 ? m_line.size() : end, Ink::Liquid);
    if (end >= 0) m_mode = LiquidMode::None;
  }

  void enterBlock(QStringView name) {
    const auto* block =
        std::find_if(kBlocks.begin(), kBlocks.end(), [name](const Block& b) { return name == b.opening; });
    if (block != kBlocks.end()) m_mode = block->mode;
  }

  void findEndOfBlock() {
    const auto* block =
        std::find_if(kBlocks.begin(), kBlocks.end(), [this](const Block& b) { return m_mode == b.mode; });
    qsizetype tag = m_line.indexOf(u"{%", m_at);
    while (tag >= 0 && tagName(m_line, tag) != block->closing)
      tag = m_line.indexOf(u"{%", tag + 2);
    coverContent(tag < 0 ? m_line.size() : tag);
    if (tag < 0) return;
    cover(tag + 2, Ink::Liquid);
    m_mode = LiquidMode::Tag;
    finish(u'%');
  }

  void coverContent(qsizetype to) {
    if (m_mode == LiquidMode::Raw) {
      m_at = to; // Markdown reads it
    } else if (m_mode == LiquidMode::Comment) {
      cover(to, Ink::Markup, mark::kItalic);
    } else {
      cover(to, Ink::Code);
    }
  }

  QStringView m_line;
  LiquidMode m_mode;
  LineStyles& m_styles;
  qsizetype m_at = 0;
};

} // namespace

LiquidMode scanLiquid(QStringView line, LiquidMode before, LineStyles& styles) {
  // half-typed tags must not colour the rest of the post: a blank line ends what nobody closed
  const bool open = before == LiquidMode::Output || before == LiquidMode::Tag;
  if (open && isBlank(line)) return LiquidMode::None;
  return LiquidScanner(line, before, styles).scan();
}

} // namespace postwright::ui
