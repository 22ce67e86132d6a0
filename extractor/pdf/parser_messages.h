// Gathers what Poppler complains of, instead of letting it print: capped in number and in length.
#pragma once

#include "extractor/document.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::pdf {

class ParserMessages {
 public:
  // Messages go to this object while a Listening lives. One at a time in a thread.
  class Listening {
   public:
    explicit Listening(ParserMessages& messages);
    ~Listening();
    Listening(const Listening&) = delete;
    Listening& operator=(const Listening&) = delete;

   private:
    ParserMessages* before_;
  };

  void add(std::string_view message);
  void set_page(std::uint32_t page) { page_ = page; }
  // Some message told of text that is lost (a stream that cannot be decoded).
  bool tells_of_loss() const { return tells_of_loss_; }
  // How many told of content that makes no sense or of objects that are nowhere.
  std::size_t damages() const { return damages_; }
  bool has_any_with(std::string_view part) const;
  // One warning for each different message since the last call; what was above the caps (of all calls together) is
  // counted in the last.
  std::vector<Warning> take();

 private:
  struct Message {
    std::string text;
    std::uint32_t page = no_index;
    std::size_t count = 1;
  };
  std::vector<Message> messages_;
  std::size_t left_out_ = 0, taken_ = 0, damages_ = 0;
  std::uint32_t page_ = no_index;
  bool tells_of_loss_ = false;
};

}  // namespace plumbline::pdf
