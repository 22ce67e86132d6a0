// Text that an output needs only at its end, of any length: in memory while it is short, then in a file without a name.
#pragma once

#include <cstddef>
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace plumbline {

class Spool {
 public:
  explicit Spool(std::size_t most_in_memory = std::size_t{4} << 20) : most_in_memory_(most_in_memory) {}
  // Both throw std::system_error where the temporary folder takes or gives no more.
  void add(std::string_view text);
  void each_part(const std::function<void(std::string_view)>& visit);
  bool empty() const { return memory_.empty() && !file_; }

 private:
  struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  void flush();
  std::size_t most_in_memory_;
  std::string memory_;  // what comes behind the file's end
  std::unique_ptr<std::FILE, CloseFile> file_;
};

}  // namespace plumbline
