#include <algorithm>
#include <array>
#include <optional>

#include "app/markdown/inline_parser.h"

namespace postwright::markdown {
namespace {

/// Delimiters that may still open something.
struct OpenRun {
  std::uint32_t token; ///< of its first delimiter
  std::uint32_t count; ///< that are left
  std::uint32_t runLength;
  char byte;
  bool isBoth; ///< can open and close
};

/// The open runs of one stretch of text, with what is known not to be there: for each kind of closer, below
/// which height no match exists. That keeps many closers without openers cheap.
class OpenRuns {
 public:
  void push(const OpenRun& run) {
    if (run.byte == '~') boundOf(kTilde) = std::min(boundOf(kTilde), m_runs.size());
    m_runs.push_back(run);
  }

  /// Takes the nearest run that `closer` matches, and all above it, from the stack.
  std::optional<OpenRun> take(const OpenRun& closer) {
    const std::size_t bound = std::min(lowerBound(closer), m_runs.size());
    for (std::size_t height = m_runs.size(); height-- > bound;) {
      if (!matches(m_runs[height], closer)) continue;
      const OpenRun found = m_runs[height];
      m_runs.resize(height);
      for (std::size_t& known : m_bounds)
        known = std::min(known, height);
      return found;
    }
    remember(closer);
    return std::nullopt;
  }

 private:
  static constexpr std::size_t kUnderscoreOneWay = 0, kAsteriskOneWay = 1, kAsterisk = 2, kTilde = 5,
                               kUnderscore = 6;

  static bool matches(const OpenRun& opener, const OpenRun& closer) {
    if (opener.byte != closer.byte) return false;
    if (closer.byte == '~') {
      if (opener.runLength != closer.runLength) return false;
    }
    return (!closer.isBoth && !opener.isBoth) || (closer.runLength + opener.runLength) % 3 != 0 ||
           closer.runLength % 3 == 0;
  }

  std::size_t& boundOf(std::size_t kind) { return m_bounds[kind]; }

  std::size_t lowerBound(const OpenRun& closer) {
    if (closer.byte == '~') return boundOf(kTilde);
    const bool isUnderscore = closer.byte == '_';
    const std::size_t bound = boundOf((isUnderscore ? kUnderscore : kAsterisk) + closer.runLength % 3);
    return closer.isBoth ? bound
                         : std::min(bound, boundOf(isUnderscore ? kUnderscoreOneWay : kAsteriskOneWay));
  }

  void remember(const OpenRun& closer) {
    const std::size_t height = m_runs.size();
    if (closer.byte == '~') {
      boundOf(kTilde) = height;
    } else if (closer.byte == '*') {
      boundOf(kAsterisk + closer.runLength % 3) = height;
      if (!closer.isBoth) boundOf(kAsteriskOneWay) = height;
    } else {
      boundOf(closer.isBoth ? kUnderscore + closer.runLength % 3 : kUnderscoreOneWay) = height;
    }
  }

  std::vector<OpenRun> m_runs;
  std::array<std::size_t, 9> m_bounds{};
};

/// One stretch of tokens: a block's text, or that of a link.
struct Stretch {
  std::uint32_t begin;
  std::uint32_t end;
};

class EmphasisMarker {
 public:
  EmphasisMarker(std::string_view text, InlineTokens& row) : m_text(text), m_row(row) {}

  void run() {
    m_stretches.push_back({0, m_row.size()});
    while (!m_stretches.empty()) {
      const Stretch stretch = m_stretches.back();
      m_stretches.pop_back();
      mark(stretch);
    }
  }

 private:
  void mark(const Stretch& stretch) {
    m_open = OpenRuns();
    bool hasDelimiters = false;
    for (std::uint32_t index = stretch.begin; index < stretch.end;) {
      Token& token = m_row.tokens[index];
      switch (token.kind) {
        case TokenKind::Delimiter:
          hasDelimiters = true;
          index = readRun(index);
          break;
        case TokenKind::LinkBegin: {
          const std::uint32_t end = m_row.links[token.payload].endToken;
          m_stretches.push_back({token.next, end});
          index = m_row.tokens[end].next;
          break;
        }
        case TokenKind::BackslashBreak:
          if (hasDelimiters && token.next >= stretch.end) writeBackslash(token);
          index = token.next;
          break;
        default:
          index = token.next;
          break;
      }
    }
  }

  /// A break at the end of a stretch breaks nothing.
  void writeBackslash(Token& token) {
    token.kind = TokenKind::Written;
    token.payload = m_row.keep("\\");
  }

  std::uint32_t readRun(std::uint32_t index) {
    const Token first = m_row.tokens[index];
    OpenRun run{index, first.payload, first.payload, m_text[first.begin], first.canOpen && first.canClose};
    const std::uint32_t next = m_row.tokens[index + run.count - 1].next;
    while (first.canClose && run.count > 0) {
      auto opener = m_open.take(run);
      if (!opener) break;
      const std::uint32_t count = std::min(run.count, opener->count);
      pair(opener->token + opener->count, run.token, count, run.byte);
      opener->count -= count;
      if (opener->count > 0) m_open.push(*opener);
      run.token += count;
      run.count -= count;
    }
    if (run.count > 0 && first.canOpen) m_open.push(run);
    return next;
  }

  /// Pairs `count` delimiters before `opener` with those from `closer` on, from the inside out, two at a
  /// time.
  void pair(std::uint32_t opener, std::uint32_t closer, std::uint32_t count, char byte) {
    while (count > 0) {
      const std::uint32_t width = count >= 2 ? 2 : 1;
      opener -= width;
      const bool isStrong = width == 2;
      const bool isStrike = byte == '~';
      m_row.tokens[opener].kind = isStrike   ? TokenKind::StrikeBegin
                                  : isStrong ? TokenKind::StrongBegin
                                             : TokenKind::EmphasisBegin;
      m_row.tokens[closer].kind = isStrike   ? TokenKind::StrikeEnd
                                  : isStrong ? TokenKind::StrongEnd
                                             : TokenKind::EmphasisEnd;
      if (width == 2) {
        m_row.tokens[opener + 1].kind = TokenKind::Nothing;
        m_row.tokens[closer + 1].kind = TokenKind::Nothing;
      }
      closer += width;
      count -= width;
    }
  }

  std::string_view m_text;
  InlineTokens& m_row;
  OpenRuns m_open;
  std::vector<Stretch> m_stretches;
};

} // namespace

void markEmphasis(std::string_view text, InlineTokens& tokens) {
  EmphasisMarker(text, tokens).run();
}

} // namespace postwright::markdown
