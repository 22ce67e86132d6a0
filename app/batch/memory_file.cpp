// A submission in memory: sealed, so that nobody can change or shorten it while it is read.
#include "app/batch/memory_file.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <system_error>
#include <utility>

namespace plumbline::batch {
namespace {

constexpr int seals = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

struct Descriptor {
  int number = -1;
  ~Descriptor() {
    if (number >= 0) close(number);
  }
};

// A lack of descriptors or memory is ours, not the submission's.
bool is_ours(int error) {
  return error == EMFILE || error == ENFILE || error == ENOMEM || error == ENOSPC;
}

// A folder is among the inputs only when its files could not all be found.
std::string what_is_wrong_with_folder(const char* path) {
  const std::unique_ptr<DIR, int (*)(DIR*)> folder(opendir(path), closedir);
  errno = folder ? 0 : errno;
  while (folder && readdir(folder.get()) != nullptr) {
  }
  return errno == 0 ? "it is a folder; expected a regular file"
                    : std::string("it is a folder whose files cannot all be found: ") + std::strerror(errno);
}

std::string what_it_is(mode_t mode) {
  return std::string("it is ") +
         (S_ISFIFO(mode)   ? "a pipe"
          : S_ISSOCK(mode) ? "a socket"
                           : "a device") +
         "; expected a regular file";
}

bool is_changed(int file, const struct stat& before) {
  struct stat now {};
  return fstat(file, &now) != 0 || now.st_size != before.st_size || now.st_mtim.tv_sec != before.st_mtim.tv_sec ||
         now.st_mtim.tv_nsec != before.st_mtim.tv_nsec;
}

}  // namespace

MemoryFile MemoryFile::create() {
  MemoryFile file;
  file.descriptor_ = memfd_create("submission", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (file.descriptor_ < 0) fail("no memory for a submission");
  return file;
}

void MemoryFile::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) fail("no memory for a submission");
    bytes.remove_prefix(static_cast<std::size_t>(written));
    size_ += static_cast<std::uint64_t>(written);
  }
}

void MemoryFile::seal() {
  if (fcntl(descriptor_, F_ADD_SEALS, seals) != 0) fail("a submission in memory cannot be sealed");
}

MemoryFile MemoryFile::holding(std::string_view bytes) {
  MemoryFile file = create();
  file.append(bytes);
  file.seal();
  return file;
}

MemoryFile MemoryFile::copy_of(int source, std::uint64_t most_bytes) {
  MemoryFile file = create();
  std::array<char, 256 * 1024> buffer;  // only what is read is touched
  while (file.size_ <= most_bytes) {
    const ssize_t got = read(source, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail("it cannot be read");
    if (got == 0) break;
    file.append({buffer.data(), static_cast<std::size_t>(got)});
  }
  file.seal();
  return file;
}

MemoryFile::~MemoryFile() {
  if (descriptor_ >= 0) close(descriptor_);
}
MemoryFile::MemoryFile(MemoryFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), size_(std::exchange(other.size_, 0)) {}
MemoryFile& MemoryFile::operator=(MemoryFile&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(size_, other.size_);
  return *this;
}

MappedBytes::MappedBytes(int descriptor, std::uint64_t size) : size_(size) {
  if (size == 0) return;
  struct stat now {};
  if ((fcntl(descriptor, F_GET_SEALS) & F_SEAL_SHRINK) == 0 || fstat(descriptor, &now) != 0 ||
      static_cast<std::uint64_t>(now.st_size) < size) {
    errno = EINVAL;
    fail("a submission in memory is not sealed");
  }
  void* data = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
  if (data == MAP_FAILED) fail("no memory for a submission");
  data_ = static_cast<const char*>(data);
}
MappedBytes::~MappedBytes() {
  if (data_ != nullptr) munmap(const_cast<char*>(data_), size_);
}
MappedBytes::MappedBytes(MappedBytes&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}
MappedBytes& MappedBytes::operator=(MappedBytes&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

OpenedSubmission open_submission(const std::string& path, std::uint64_t most_bytes) {
  OpenedSubmission opened;
  const Descriptor file{open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)};
  if (file.number < 0) {
    const int error = errno;
    if (is_ours(error)) fail("files cannot be opened");
    const bool is_absent = error == ENOENT || error == ENOTDIR;
    opened.problem = {is_absent                           ? "missing"
                      : error == EACCES || error == EPERM ? "no-permission"
                                                          : "read-error",
                      std::string("it cannot be opened: ") + std::strerror(error)};
    return opened;
  }
  struct stat status {};
  if (fstat(file.number, &status) != 0) {
    opened.problem = {"read-error", std::string("it cannot be looked at: ") + std::strerror(errno)};
  } else if (S_ISDIR(status.st_mode)) {
    opened.problem = {"folder", what_is_wrong_with_folder(path.c_str())};
  } else if (!S_ISREG(status.st_mode)) {
    opened.problem = {"not-a-file", what_it_is(status.st_mode)};
  } else if (static_cast<std::uint64_t>(status.st_size) > most_bytes) {
    opened.problem = {"too-large", "it has " + std::to_string(status.st_size) + " bytes; at most " +
                                       std::to_string(most_bytes) + " are read (--max-size)"};
  } else {
    try {
      opened.file = MemoryFile::copy_of(file.number, most_bytes);
      // Part of a file that is being written or cut may look whole.
      if (is_changed(file.number, status)) opened.problem = {"read-error", "it was changed while it was read"};
    } catch (const std::system_error& error) {
      if (is_ours(error.code().value())) throw;
      opened.problem = {"read-error", error.what()};
    }
    if (opened.file.size() > most_bytes) opened.problem = {"too-large", "it grows while it is read"};
  }
  return opened;
}

}  // namespace plumbline::batch
