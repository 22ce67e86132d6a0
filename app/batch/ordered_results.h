// Puts results that come in any order into the order of their inputs, in little memory.
#pragma once

#include "app/batch/work.h"

#include <cstddef>
#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace plumbline::batch {

// Results that must wait for an earlier one are kept in memory up to a limit, above it in a file without a name.
class OrderedResults {
 public:
  explicit OrderedResults(std::size_t most_waiting_bytes = std::size_t{32} << 20) : most_waiting_(most_waiting_bytes) {}

  // Throws std::system_error when there is no room for what must wait.
  void put(std::size_t index, std::string encoded_result);
  // The next in order, and its index; nothing while it is still awaited.
  std::optional<std::string> take_next(std::size_t& index);
  // What remains when nothing more comes: in order, with gaps.
  std::optional<std::pair<std::size_t, std::string>> take_any();

 private:
  struct Waiting {
    std::string bytes;  // or, when it is in the file:
    long offset = -1;
    std::size_t length = 0;
  };
  struct FileCloser {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::string take(std::map<std::size_t, Waiting>::iterator at);
  void spill(Waiting& waiting);

  std::map<std::size_t, Waiting> waiting_;
  std::size_t next_ = 0, waiting_bytes_ = 0, most_waiting_;
  std::unique_ptr<std::FILE, FileCloser> file_;
};

}  // namespace plumbline::batch
