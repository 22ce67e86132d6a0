// A submission's bytes, read once into memory.
#include "app/input.h"

#include "extractor/extract.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace plumbline {

namespace {

constexpr off_t most_bytes = off_t{1} << 30;  // 1 GiB: far above any report, far below a machine's memory

class File {
 public:
  explicit File(const std::string& path) : handle_(open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (handle_ >= 0) close(handle_);
  }
  int handle() const { return handle_; }

 private:
  int handle_;
};

[[noreturn]] void fail_to_open(int error) {
  if (error == ENOENT) throw Unreadable("missing", "there is no such file");
  if (error == EACCES) throw Unreadable("no-permission", "the file may not be opened: permission denied");
  throw Unreadable("not-a-file", std::string("the file cannot be opened: ") + std::strerror(error));
}

}  // namespace

std::string read_input(const std::string& path) {
  const File file(path);
  if (file.handle() < 0) fail_to_open(errno);
  struct stat status;
  if (fstat(file.handle(), &status) != 0) fail_to_open(errno);
  if (S_ISDIR(status.st_mode)) throw Unreadable("folder", "this is a folder; expected a file");
  if (!S_ISREG(status.st_mode)) throw Unreadable("not-a-file", "this is no regular file (a device, pipe or socket)");
  if (status.st_size > most_bytes) throw Unreadable("too-large", "the file is larger than 1 GiB");
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = read(file.handle(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw Unreadable("not-a-file", std::string("reading failed: ") + std::strerror(errno));
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

std::string file_name(const std::string& path) {
  return std::filesystem::path(path).filename().string();
}

}  // namespace plumbline
