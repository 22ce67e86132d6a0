// Puts results that come in any order into the order of their inputs.
#include "app/batch/ordered_results.h"

#include <cerrno>
#include <system_error>
#include <utility>

namespace plumbline::batch {

void OrderedResults::put(std::size_t index, std::string encoded_result) {
  Waiting waiting;
  waiting.length = encoded_result.size();
  waiting.bytes = std::move(encoded_result);
  if (index != next_ && waiting_bytes_ + waiting.length > most_waiting_) {
    spill(waiting);
  } else {
    waiting_bytes_ += waiting.length;
  }
  waiting_.emplace(index, std::move(waiting));
}

void OrderedResults::spill(Waiting& waiting) {
  if (!file_) file_.reset(std::tmpfile());
  const bool ok = file_ && std::fseek(file_.get(), 0, SEEK_END) == 0 &&
                  (waiting.offset = std::ftell(file_.get())) >= 0 &&
                  std::fwrite(waiting.bytes.data(), 1, waiting.length, file_.get()) == waiting.length &&
                  std::fflush(file_.get()) == 0;
  if (!ok) throw std::system_error(errno, std::generic_category(), "no room for results that wait for an earlier one");
  waiting.bytes = std::string();
}

std::string OrderedResults::take(std::map<std::size_t, Waiting>::iterator at) {
  Waiting waiting = std::move(at->second);
  next_ = at->first + 1;
  waiting_.erase(at);
  if (waiting.offset < 0) {
    waiting_bytes_ -= waiting.length;
    return std::move(waiting.bytes);
  }
  std::string bytes(waiting.length, '\0');
  if (std::fseek(file_.get(), waiting.offset, SEEK_SET) != 0 ||
      std::fread(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) {
    throw std::system_error(errno, std::generic_category(), "results that were put aside cannot be read back");
  }
  return bytes;
}

std::optional<std::string> OrderedResults::take_next(std::size_t& index) {
  const auto first = waiting_.begin();
  if (first == waiting_.end() || first->first != next_) return std::nullopt;
  index = first->first;
  return take(first);
}

std::optional<std::pair<std::size_t, std::string>> OrderedResults::take_any() {
  const auto first = waiting_.begin();
  if (first == waiting_.end()) return std::nullopt;
  const std::size_t index = first->first;
  return std::pair(index, take(first));
}

}  // namespace plumbline::batch
