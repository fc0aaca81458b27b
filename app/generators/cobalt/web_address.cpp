#include "app/generators/cobalt/web_address.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "app/base/text.h"
#include "app/base/unicode.h"
#include "app/generators/cobalt/punycode.h"

namespace postwright::generators::cobalt {
namespace {

struct Scheme {
  std::string_view name;
  int port;
};

constexpr auto kSpecial = std::to_array<Scheme>({
    {"http", 80},
    {"https", 443},
    {"ws", 80},
    {"wss", 443},
    {"ftp", 21},
});

constexpr std::string_view kFragmentSet = " \"<>`";
constexpr std::string_view kPathSet = " \"<>`#?{}";
constexpr std::string_view kQuerySet = " \"#<>'";
constexpr std::string_view kUserSet = " \"<>`#?{}/:;=@[\\]^|";
constexpr std::string_view kForbiddenInHost = " #/:<>?@[\\]^|%\x7F";

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string percentEncoded(std::string_view text, std::string_view set) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7F && set.find(c) == std::string_view::npos) {
      result += c;
    } else {
      result += {'%', kHex[byte >> 4U], kHex[byte & 0xFU]};
    }
  }
  return result;
}

int hexDigit(char c) {
  const char low = lower(c);
  if (low >= '0' && low <= '9') return low - '0';
  return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

std::string percentDecoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool encoded =
        text[i] == '%' && i + 2 < text.size() && hexDigit(text[i + 1]) >= 0 && hexDigit(text[i + 2]) >= 0;
    result += encoded ? static_cast<char>(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2])) : text[i];
    if (encoded) i += 2;
  }
  return result;
}

/// Without control characters and blanks at both ends, and without any tab or newline.
std::string cleaned(std::string_view address) {
  const auto isBlank = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!address.empty() && isBlank(address.front()))
    address.remove_prefix(1);
  while (!address.empty() && isBlank(address.back()))
    address.remove_suffix(1);
  std::string result(address);
  std::erase_if(result, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  return result;
}

/// "[::1]": kept as it is written, in lower case.
std::optional<std::string> normalIpv6(std::string_view host) {
  constexpr std::string_view kAllowed = "0123456789abcdefABCDEF:.";
  const std::string_view digits = host.substr(1, host.size() - 2);
  if (host.size() < 4 || digits.find_first_not_of(kAllowed) != std::string_view::npos) return std::nullopt;
  return lowerCase(host);
}

std::optional<std::string> normalHost(std::string_view text) {
  if (text.starts_with('[') && text.ends_with(']')) return normalIpv6(text);
  std::string host = percentDecoded(text);
  if (host.empty() || firstInvalidUtf8(host)) return std::nullopt;
  host = lowerCase(host);
  const bool forbidden = std::ranges::any_of(host, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || kForbiddenInHost.find(c) != std::string_view::npos;
  });
  if (forbidden) return std::nullopt;
  return asciiDomain(host);
}

/// ":port" as it is written, nothing for the scheme's own; no value for one that is no port.
std::optional<std::string> normalPort(std::string_view text, int usual) {
  if (text.empty()) return std::string();
  int port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc() || end != text.data() + text.size() || port < 0 || port > 65535)
    return std::nullopt;
  return port == usual ? std::string() : ":" + std::to_string(port);
}

std::string normalUser(std::string_view user) {
  const std::size_t colon = user.find(':');
  std::string result = percentEncoded(user.substr(0, colon), kUserSet);
  const std::string_view password =
      colon == std::string_view::npos ? std::string_view() : user.substr(colon + 1);
  if (!password.empty()) result += ":" + percentEncoded(password, kUserSet);
  return result.empty() ? result : result + "@";
}

std::optional<std::string> normalAuthority(std::string_view text, int usualPort) {
  const std::size_t at = text.rfind('@');
  std::string user;
  if (at != std::string_view::npos) {
    user = normalUser(text.substr(0, at));
    text.remove_prefix(at + 1);
  }
  const std::size_t colon = text.find(':', text.rfind(']') + 1); // npos + 1 is the start
  const auto host = normalHost(text.substr(0, colon));
  const auto port =
      normalPort(colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1), usualPort);
  if (!host || !port) return std::nullopt;
  return user + *host + *port;
}

/// 1 for ".", 2 for "..", in any of their encoded spellings; otherwise 0.
int dots(std::string_view segment) {
  int count = 0;
  while (!segment.empty()) {
    const bool encoded =
        segment.size() >= 3 && segment[0] == '%' && segment[1] == '2' && lower(segment[2]) == 'e';
    if (!encoded && segment[0] != '.') return 0;
    segment.remove_prefix(encoded ? 3 : 1);
    ++count;
  }
  return count <= 2 ? count : 0;
}

/// `path` begins after the authority; "" and "/" are both the root.
std::string normalPath(std::string_view path) {
  std::vector<std::string> segments;
  if (!path.empty()) path.remove_prefix(1);
  for (bool more = true; more;) {
    const std::size_t slash = path.find_first_of("/\\");
    more = slash != std::string_view::npos;
    const std::string_view segment = path.substr(0, slash);
    const int up = dots(segment);
    if (up == 2 && !segments.empty()) segments.pop_back();
    if (up == 0) segments.push_back(percentEncoded(segment, kPathSet));
    if (up != 0 && !more) segments.emplace_back();
    if (more) path.remove_prefix(slash + 1);
  }
  std::string result;
  for (const std::string& segment : segments)
    result += "/" + segment;
  return result.empty() ? "/" : result;
}

/// What follows the path: `?query` and `#fragment`.
std::string normalTail(std::string_view tail) {
  const std::size_t hash = tail.find('#');
  std::string result;
  const std::string_view query = tail.substr(0, hash);
  if (query.starts_with('?')) result = "?" + percentEncoded(query.substr(1), kQuerySet);
  if (hash != std::string_view::npos) result += "#" + percentEncoded(tail.substr(hash + 1), kFragmentSet);
  return result;
}

} // namespace

std::optional<std::string> normalAddress(std::string_view address) {
  const std::string text = cleaned(address);
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos) return std::nullopt;
  std::string scheme = text.substr(0, colon);
  std::ranges::transform(scheme, scheme.begin(), lower);
  const auto* known = std::ranges::find(kSpecial, scheme, &Scheme::name);
  if (known == kSpecial.end()) return std::nullopt;
  std::string_view rest = std::string_view(text).substr(colon + 1);
  rest.remove_prefix(std::min(rest.find_first_not_of("/\\"), rest.size()));
  const std::size_t afterAuthority = std::min(rest.find_first_of("/\\?#"), rest.size());
  const auto authority = normalAuthority(rest.substr(0, afterAuthority), known->port);
  if (!authority) return std::nullopt;
  rest.remove_prefix(afterAuthority);
  const std::size_t afterPath = std::min(rest.find_first_of("?#"), rest.size());
  return scheme + "://" + *authority + normalPath(rest.substr(0, afterPath)) +
         normalTail(rest.substr(afterPath));
}

} // namespace postwright::generators::cobalt
