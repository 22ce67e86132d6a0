// Files that are written whole or not at all.
#include "app/output_file.h"

#include "output/utf8.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace plumbline {

namespace {

constexpr std::size_t buffer_bytes = 1 << 16;

std::string message_of(const std::string& path, int error) {
  const std::string name = path == "-" ? "standard output" : shown_on_one_line(path);
  if (error == EPIPE) return name + ": its reader closed the pipe; the output is not complete";
  if (error == ENOSPC || error == EDQUOT) return name + ": no space left to write it; nothing was kept";
  return name + ": cannot be written: " + std::strerror(error);
}

// The file that a path leads to through symbolic links, which a rename would replace.
std::string without_links(const std::string& path) {
  std::error_code error;
  const auto real = std::filesystem::canonical(path, error);
  return error ? path : real.string();
}

mode_t permissions_of_new_file() {
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

}  // namespace

OutputFile::OutputFile(const std::string& path) : path_(path) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error of write(), with a message
  if (path == "-") {
    descriptor_ = STDOUT_FILENO;
    return;
  }
  target_ = without_links(path);
  struct stat info {};
  const bool exists = stat(target_.c_str(), &info) == 0;
  if (exists && S_ISDIR(info.st_mode)) fail(EISDIR);
  if (exists && !S_ISREG(info.st_mode)) {
    descriptor_ = open(target_.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor_ < 0) fail(errno);
    return;
  }
  temporary_ = target_ + ".XXXXXX";
  descriptor_ = mkostemp(temporary_.data(), O_CLOEXEC);
  if (descriptor_ < 0) {
    const int error = errno;
    temporary_.clear();
    fail(error);
  }
  fchmod(descriptor_, exists ? info.st_mode & 07777 : permissions_of_new_file());
}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0 && path_ != "-") close(descriptor_);
  if (!temporary_.empty()) unlink(temporary_.c_str());
}

void OutputFile::fail(int error) {
  throw OutputError(message_of(path_, error));
}

void OutputFile::write(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() >= buffer_bytes) flush();
}

void OutputFile::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      const int error = errno;
      buffer_.clear();
      fail(error);
    }
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  buffer_.clear();
}

void OutputFile::commit() {
  flush();
  if (path_ == "-") return;
  if (!temporary_.empty() && fsync(descriptor_) != 0) fail(errno);
  const int closed = close(descriptor_);
  descriptor_ = -1;
  if (closed != 0) fail(errno);
  if (temporary_.empty()) return;
  if (std::rename(temporary_.c_str(), target_.c_str()) != 0) fail(errno);
  temporary_.clear();
}

}  // namespace plumbline
