#include "app/base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QByteArray>
#include <QSaveFile>
#include <QString>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <tuple>

namespace postwright {
namespace {

namespace fs = std::filesystem;

std::uint64_t fnv1a(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : bytes)
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return hash;
}

Error fileError(ErrorCode code, const std::string& path, const std::string& reason) {
  return Error{code, reason, SourcePosition{path}, {reason}, {}};
}

std::int64_t modifiedNs(const struct stat& status) {
  return static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec;
}

Result<Fingerprint> fingerprintAfterWriting(const std::string& path, std::string_view bytes) {
  struct stat status{};
  if (::stat(path.c_str(), &status) != 0) {
    return failure(fileError(ErrorCode::FileWriteFailed, path, std::strerror(errno)));
  }
  return fingerprintOf(bytes, modifiedNs(status));
}

/// A descriptor that is closed when it goes.
class Descriptor {
 public:
  explicit Descriptor(int number) : m_number(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (m_number >= 0) ::close(m_number);
  }
  int number() const { return m_number; }

 private:
  int m_number;
};

Error readError(const std::string& path) {
  const auto code = errno == ENOENT || errno == ENOTDIR ? ErrorCode::FileVanished : ErrorCode::FileUnreadable;
  return fileError(code, path, std::strerror(errno));
}

/// The bytes of the file, and its state when it was opened.
Result<std::string> readOpened(const std::string& path, struct stat& status) {
  // A pipe must not be waited for.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.number() < 0 || ::fstat(file.number(), &status) != 0) return failure(readError(path));
  if (!S_ISREG(status.st_mode))
    return failure(fileError(ErrorCode::FileUnreadable, path, "not a regular file"));
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t size = 0;
  while (size < bytes.size()) {
    const ssize_t count = ::read(file.number(), bytes.data() + size, bytes.size() - size);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failure(readError(path));
    if (count == 0) break;
    size += static_cast<std::size_t>(count);
  }
  bytes.resize(size);
  return bytes;
}

/// Gives the file that will replace `path` to whom that one belongs, as far as this user may.
void keepOwners(const std::string& path, int replacement) {
  struct stat status{};
  if (::stat(path.c_str(), &status) != 0) return;
  constexpr uid_t kAsItIs = static_cast<uid_t>(-1);
  if (::fchown(replacement, status.st_uid, status.st_gid) == 0) return;
  std::ignore = ::fchown(replacement, kAsItIs, status.st_gid); // colleagues write by the group
}

} // namespace

Fingerprint fingerprintOf(std::string_view bytes, std::int64_t modifiedNs) {
  return {bytes.size(), modifiedNs, fnv1a(bytes)};
}

Result<std::string> readBytes(const std::string& path) {
  struct stat status{};
  return readOpened(path, status);
}

Result<FileContent> readFile(const std::string& path) {
  struct stat status{};
  Result<std::string> bytes = readOpened(path, status);
  if (!bytes) return failure(std::move(bytes.error()));
  const Fingerprint fingerprint = fingerprintOf(*bytes, modifiedNs(status));
  return FileContent{std::move(*bytes), fingerprint};
}

Result<Fingerprint> writeFile(const std::string& path, std::string_view bytes,
                              const std::optional<Fingerprint>& expected) {
  if (expected) {
    const Result<FileContent> current = readFile(path);
    const bool same =
        current && current->fingerprint.size == expected->size && current->fingerprint.hash == expected->hash;
    if (!same) return failure(fileError(ErrorCode::FileChangedOnDisk, path, {}));
  }
  QSaveFile file(QString::fromStdString(path));
  const auto content = QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
  const auto failed = [&] {
    return failure(fileError(ErrorCode::FileWriteFailed, path, file.errorString().toStdString()));
  };
  if (!file.open(QIODevice::WriteOnly)) return failed();
  keepOwners(path, file.handle());
  if (file.write(content) != content.size() || !file.flush())
    return failed(); // commit() overlooks a full disk
  if (::fsync(file.handle()) != 0)
    return failure(fileError(ErrorCode::FileWriteFailed, path, std::strerror(errno)));
  if (!file.commit()) return failed();
  return fingerprintAfterWriting(path, bytes);
}

Result<Fingerprint> writeNewFile(const std::string& path, std::string_view bytes) {
  std::error_code ignored;
  fs::create_directories(fs::path(path).parent_path(), ignored);
  // O_EXCL is the only check that cannot race with another program making the same file.
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    const auto code = errno == EEXIST ? ErrorCode::FileExists : ErrorCode::FileWriteFailed;
    return failure(fileError(code, path, errno == EEXIST ? path : std::strerror(errno)));
  }
  std::size_t written = 0;
  while (written < bytes.size()) {
    const ssize_t count = ::write(descriptor, bytes.data() + written, bytes.size() - written);
    if (count < 0) break;
    written += static_cast<std::size_t>(count);
  }
  const int writeError = written < bytes.size() ? errno : 0;
  ::close(descriptor);
  if (writeError != 0) {
    ::unlink(path.c_str());
    return failure(fileError(ErrorCode::FileWriteFailed, path, std::strerror(writeError)));
  }
  return fingerprintAfterWriting(path, bytes);
}

Result<std::string> resolveInside(const std::string& root, const std::string& relative) {
  std::error_code error;
  const fs::path base = fs::canonical(root, error);
  if (error) return failure(fileError(ErrorCode::FileVanished, root, error.message()));
  const fs::path target = fs::weakly_canonical(base / fs::path(relative).relative_path(), error);
  if (error) return failure(fileError(ErrorCode::FileUnreadable, relative, error.message()));
  const fs::path within = target.lexically_relative(base);
  if (within.empty() || *within.begin() == "..") {
    return failure(fileError(ErrorCode::PathOutsideSite, relative, relative));
  }
  if (!fs::exists(target, error)) return failure(fileError(ErrorCode::FileVanished, relative, {}));
  return target.string();
}

} // namespace postwright
