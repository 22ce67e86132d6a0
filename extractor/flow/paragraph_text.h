// Gathers the text of one paragraph from its runs: lines, look, notes, hidden text.
#pragma once

#include "extractor/flow/flow.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

struct Look {
  bool bold = false, italic = false, hidden = false;
  float size = 0;  // points; 0 = not known
  std::uint32_t color = 0;
};

class ParagraphText {
 public:
  void set_look(const Look& look) { look_ = look; }
  void add(std::string_view text);
  void break_line() { lines_.emplace_back(); }
  void add_note_mark(std::string_view mark, std::uint32_t note);
  bool is_blank() const;
  const std::string& hidden() const { return hidden_; }
  // Its lines, notes and the look of most of its letters (bold and italic: of nearly all).
  void finish(FlowParagraph& paragraph);

 private:
  std::vector<std::string> lines_ = {""};
  std::vector<std::uint32_t> notes_;
  std::string hidden_;
  Look look_;
  std::size_t all_ = 0, bold_ = 0, italic_ = 0;  // bytes that are not blank
  std::map<float, std::size_t> sizes_;
  std::map<std::uint32_t, std::size_t> colors_;
};

std::string utf8_of(std::uint32_t code_point);  // "" where it is none

}  // namespace plumbline
