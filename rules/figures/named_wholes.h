// "A total of 72 individuals were charged. 59 of the 71 charged …": a whole that has another value where it was named.
#pragma once

#include "rules/figures/contradictions.h"

#include <unordered_map>

namespace plumbline {

class NamedWholes {
 public:
  NamedWholes(const Reading& reading, const std::vector<Figure>& figures);

  // Adds what the whole contradicts. Silent where its value stands elsewhere too.
  void compare(std::uint32_t whole, std::vector<Contradiction>& found) const;

 private:
  // Where the whole was first named, with whatever value; no_index where nowhere, or with two values.
  std::uint32_t earlier_mention(std::uint32_t whole) const;

  const Reading& reading_;
  const std::vector<Figure>& figures_;
  std::unordered_map<double, std::uint32_t> counts_of_value_;
};

}  // namespace plumbline
