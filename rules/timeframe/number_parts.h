// Number words that are written together, as German and Italian do: "vierundzwanzig", "duemilaquattordici".
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumbline::timeframe {

// What they are made of: "vier", "und", "zwanzig".
class NumberParts {
 public:
  void add(std::string part, int value) {
    by_first_byte_[static_cast<unsigned char>(part.front())].emplace_back(std::move(part), value);
    is_empty_ = false;
  }
  bool empty() const { return is_empty_; }
  int number(std::string_view word) const;  // 0: it is none

 private:
  std::array<std::vector<std::pair<std::string, int>>, 256> by_first_byte_;
  bool is_empty_ = true;
};

}  // namespace plumbline::timeframe
