// A file as the text of a `data:` address.
#pragma once

#include <string>
#include <string_view>

namespace postwright::exporting {

/// The media type for a file name, "application/octet-stream" for one that is not known.
std::string_view mediaType(std::string_view path);

/// "data:image/png;base64,…".
std::string dataUri(std::string_view path, std::string_view bytes);

/// RFC 4648 with padding.
std::string base64(std::string_view bytes);

} // namespace postwright::exporting
