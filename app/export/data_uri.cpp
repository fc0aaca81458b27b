#include "app/export/data_uri.h"

#include <algorithm>
#include <array>

#include "app/site/paths.h"

namespace postwright::exporting {
namespace {

struct Type {
  std::string_view ending;
  std::string_view name;
};

constexpr auto kTypes = std::to_array<Type>({
    {"apng", "image/apng"},       {"avif", "image/avif"},     {"css", "text/css"},
    {"gif", "image/gif"},         {"html", "text/html"},      {"ico", "image/x-icon"},
    {"jpeg", "image/jpeg"},       {"jpg", "image/jpeg"},      {"js", "text/javascript"},
    {"json", "application/json"}, {"mjs", "text/javascript"}, {"mp3", "audio/mpeg"},
    {"mp4", "video/mp4"},         {"ogg", "audio/ogg"},       {"ogv", "video/ogg"},
    {"otf", "font/otf"},          {"pdf", "application/pdf"}, {"png", "image/png"},
    {"svg", "image/svg+xml"},     {"ttf", "font/ttf"},        {"txt", "text/plain"},
    {"vtt", "text/vtt"},          {"wav", "audio/wav"},       {"webm", "video/webm"},
    {"webp", "image/webp"},       {"woff", "font/woff"},      {"woff2", "font/woff2"},
});

} // namespace

std::string_view mediaType(std::string_view path) {
  std::string ending(site::extension(path).value_or(""));
  std::ranges::transform(ending, ending.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const auto* known = std::ranges::find(kTypes, ending, &Type::ending);
  return known == kTypes.end() ? "application/octet-stream" : known->name;
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    unsigned group = 0;
    for (std::size_t k = 0; k < 3; ++k)
      group = group << 8U | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k)
      text += i + k > bytes.size() ? '=' : kDigits[group >> (18U - 6U * static_cast<unsigned>(k)) & 0x3FU];
  }
  return text;
}

std::string dataUri(std::string_view path, std::string_view bytes) {
  return std::string("data:").append(mediaType(path)).append(";base64,").append(base64(bytes));
}

} // namespace postwright::exporting
