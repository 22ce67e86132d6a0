// Cutting texts for messages.
#include "rules/reading/excerpt.h"

namespace plumbline {

std::string excerpt(std::string_view text, std::size_t code_points) {
  std::size_t at = 0, count = 0, blank = 0;
  while (at < text.size() && count < code_points) {
    if (text[at] == ' ') blank = at;
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80)
      ++at;
    ++count;
  }
  if (at >= text.size()) return std::string(text);
  return std::string(text.substr(0, blank > at / 2 ? blank : at)) + "…";
}

}  // namespace plumbline
