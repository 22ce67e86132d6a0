// Files that are written whole or not at all.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace plumbline {

// An output could not be written; what() names it and says why: "report.json: no space left on device".
struct OutputError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Bytes go to a temporary name in the same folder; commit() gives the file its right name, so that a reader sees the
// old file or the whole new one. Without commit() nothing stays. What is no regular file (a pipe, /dev/null, "-" for
// the standard output) is written to directly. All functions throw OutputError.
class OutputFile {
 public:
  explicit OutputFile(const std::string& path);  // "-": the standard output
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void write(std::string_view bytes);
  void show() {  // what is written so far, where somebody may be waiting for it
    if (temporary_.empty()) flush();
  }
  void commit();

 private:
  void flush();
  [[noreturn]] void fail(int error);

  std::string path_;       // as given, for messages
  std::string target_;     // where links lead
  std::string temporary_;  // empty: written directly
  std::string buffer_;
  int descriptor_ = -1;
};

}  // namespace plumbline
