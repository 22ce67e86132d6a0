// A submission in memory: sealed, so that nobody can change or shorten it while it is read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace plumbline::batch {

// An anonymous file, sealed when it is made. Owns its descriptor.
class MemoryFile {
 public:
  MemoryFile() = default;
  // Throws std::system_error when the system has no memory or descriptors left.
  static MemoryFile holding(std::string_view bytes);
  // Of what can be read from `source`; stops above `most_bytes` (its size is then larger than that).
  static MemoryFile copy_of(int source, std::uint64_t most_bytes);
  ~MemoryFile();
  MemoryFile(MemoryFile&& other) noexcept;
  MemoryFile& operator=(MemoryFile&& other) noexcept;

  int descriptor() const { return descriptor_; }
  std::uint64_t size() const { return size_; }

 private:
  static MemoryFile create();
  void append(std::string_view bytes);
  void seal();
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
};

// Bytes of a sealed memory file, mapped. Safe because of the seal; an ordinary file could be cut under our feet.
class MappedBytes {
 public:
  MappedBytes() = default;
  MappedBytes(int descriptor, std::uint64_t size);  // throws std::system_error; also where the file is not sealed
  ~MappedBytes();
  MappedBytes(MappedBytes&& other) noexcept;
  MappedBytes& operator=(MappedBytes&& other) noexcept;
  std::string_view view() const { return {data_, size_}; }

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

// Why a path is not read; what() is for a person.
struct NotASubmission {
  std::string code;  // "missing", "folder", "not-a-file", "no-permission", "too-large", "read-error"
  std::string message;
};

struct OpenedSubmission {
  MemoryFile file;
  NotASubmission problem;  // code empty: none
};

// Opens `path` without waiting for anybody (a pipe's other end, a device), takes only regular files of at most
// `most_bytes`, and reads what is there now into memory.
OpenedSubmission open_submission(const std::string& path, std::uint64_t most_bytes);

}  // namespace plumbline::batch
