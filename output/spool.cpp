// Text that an output needs only at its end, of any length: in memory while it is short, then in a file without a name.
#include "output/spool.h"

#include <cerrno>
#include <system_error>

namespace plumbline {

namespace {

constexpr std::size_t part_bytes = std::size_t{1} << 16;

[[noreturn]] void fail() {
  throw std::system_error(errno, std::generic_category(), "no room for text that stands at the end of an output");
}

}  // namespace

void Spool::add(std::string_view text) {
  memory_ += text;
  if (memory_.size() > most_in_memory_) flush();
}

void Spool::flush() {
  if (!file_) file_.reset(std::tmpfile());
  if (!file_ || std::fwrite(memory_.data(), 1, memory_.size(), file_.get()) != memory_.size() ||
      std::fflush(file_.get()) != 0) {
    fail();
  }
  memory_.clear();
}

void Spool::each_part(const std::function<void(std::string_view)>& visit) {
  if (file_) {
    std::string part(part_bytes, '\0');
    std::rewind(file_.get());
    while (const std::size_t got = std::fread(part.data(), 1, part.size(), file_.get()))
      visit(std::string_view(part).substr(0, got));
    if (std::ferror(file_.get()) != 0 || std::fseek(file_.get(), 0, SEEK_END) != 0) fail();
  }
  visit(memory_);
}

}  // namespace plumbline
