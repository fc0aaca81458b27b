#include "app/markdown/flanking.h"

#include "app/base/code_points.h"
#include "app/base/text.h"
#include "app/base/unicode.h"
#include "app/markdown/bytes.h"

namespace postwright::markdown {
namespace {

/// What stands on one side of a run.
struct Neighbour {
  bool exists = false;
  bool isSpace = false;
  bool isPunctuation = false;
  char32_t codePoint = 0;
};

Neighbour describe(char32_t codePoint) {
  if (codePoint >= 0x80) return {true, isWhiteSpace(codePoint), isPunctuation(codePoint), codePoint};
  const char byte = static_cast<char>(codePoint);
  return {true, isSpace(byte), isAsciiPunctuation(byte), codePoint};
}

Neighbour before(const DelimiterRun& run) {
  std::size_t start = run.begin - 1;
  while (start > run.lineBegin && (static_cast<unsigned char>(run.text[start]) & 0xC0U) == 0x80U)
    --start;
  return describe(nextCodePoint(run.text, start));
}

Neighbour after(const DelimiterRun& run) {
  std::size_t pos = run.end;
  return pos < run.text.size() ? describe(nextCodePoint(run.text, pos)) : Neighbour();
}

/// `*` and `~~` work within words, `_` and `~` do not.
bool worksInWords(const DelimiterRun& run) {
  return run.text[run.begin] == '*' || (run.text[run.begin] == '~' && run.end - run.begin > 1);
}

bool canOpen(const DelimiterRun& run, const Neighbour& previous, const Neighbour& next) {
  if (!next.exists || next.isSpace) return false;
  if (!previous.exists) return true;
  if (run.isInCell && next.codePoint == '|') return false;
  const bool isTilde = run.text[run.begin] == '~';
  if (worksInWords(run) && (isTilde || !next.isPunctuation)) return true;
  if (isTilde && previous.codePoint == '~' && !next.isPunctuation) return true;
  return previous.isSpace || previous.isPunctuation;
}

bool canClose(const DelimiterRun& run, const Neighbour& previous, const Neighbour& next) {
  if (!previous.exists || previous.isSpace) return false;
  if (!next.exists) return true;
  if (run.isInCell && next.codePoint == '|') return true;
  if (worksInWords(run) && !previous.isPunctuation) return true;
  if (run.text[run.begin] == '~' && previous.codePoint == '~') return true;
  return next.isSpace || next.isPunctuation;
}

} // namespace

Flanking flankingOf(const DelimiterRun& run) {
  const Neighbour previous = run.begin > run.lineBegin ? before(run) : Neighbour();
  const Neighbour next = after(run);
  return {canOpen(run, previous, next), canClose(run, previous, next)};
}

} // namespace postwright::markdown
