#include "app/base/slug.h"

#include "app/base/transliterate.h"

namespace postwright {
namespace {

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isLetterOrDigit(char c) {
  const char small = lower(c);
  return (small >= 'a' && small <= 'z') || (c >= '0' && c <= '9');
}

} // namespace

std::string slugify(std::string_view text) {
  std::string slug;
  bool pendingHyphen = false;
  for (const char c : transliterate(text)) {
    if (!isLetterOrDigit(c)) {
      pendingHyphen = !slug.empty();
      continue;
    }
    if (pendingHyphen) slug += '-';
    pendingHyphen = false;
    slug += lower(c);
  }
  return slug;
}

std::string titleize(std::string_view slug) {
  std::string title(slug);
  bool startsWord = true;
  for (char& c : title) {
    const bool isHyphen = c == '-';
    c = isHyphen ? ' ' : startsWord ? upper(c) : lower(c);
    startsWord = isHyphen;
  }
  return title;
}

} // namespace postwright
