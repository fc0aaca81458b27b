// Reading and writing whole files. Writing is atomic: a crash leaves the old file or the new one, never half.
// The one rule: a file is only replaced when it still is what it was when it was read, unless the caller says
// so.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/base/result.h"

namespace postwright {

/// Tells whether a file is still the one that was read: size, modification time (ns) and a hash of the bytes.
struct Fingerprint {
  std::uint64_t size = 0;
  std::int64_t modifiedNs = 0;
  std::uint64_t hash = 0;

  bool operator==(const Fingerprint&) const = default;
};

struct FileContent {
  std::string bytes;
  Fingerprint fingerprint;
};

/// The bytes of the file at absolute or cwd-relative `path`. Errors: FileVanished, FileUnreadable.
Result<FileContent> readFile(const std::string& path);

/// The same without its fingerprint, for the many files of a site.
Result<std::string> readBytes(const std::string& path);

/// Fingerprint of these bytes as they would be if `path` now held them; the time is read from the file.
Fingerprint fingerprintOf(std::string_view bytes, std::int64_t modifiedNs);

/// Replaces the file atomically, following a symbolic link and keeping permissions and, where the user may,
/// owner and group; makes no folders. What it returns is on the disk: a full one leaves the old file. With
/// `expected`, refuses with FileChangedOnDisk when the file's bytes are no longer those (a file that is gone
/// counts as changed). Returns the new fingerprint. Errors: FileChangedOnDisk, FileWriteFailed.
Result<Fingerprint> writeFile(const std::string& path, std::string_view bytes,
                              const std::optional<Fingerprint>& expected = std::nullopt);

/// Writes a file that must not exist yet; makes missing folders. Errors: FileExists, FileWriteFailed.
Result<Fingerprint> writeNewFile(const std::string& path, std::string_view bytes);

/// `relative` below `root` with every link resolved. Errors: PathOutsideSite when it leads out, FileVanished.
Result<std::string> resolveInside(const std::string& root, const std::string& relative);

} // namespace postwright
