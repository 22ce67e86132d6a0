// Web addresses in running text that lead nowhere: cut by a blank, or malformed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

struct BrokenAddress {
  std::uint32_t start = 0, length = 0;  // bytes; of a cut address: both halves
  std::string why;                      // "is cut by a space", "has no \"//\" behind \"http:\"", …
};

struct AddressScan {
  std::uint32_t addresses = 0;                                 // all that begin like a web address
  std::vector<std::pair<std::uint32_t, std::uint32_t>> whole;  // [start, end) of those that are not broken
  std::vector<BrokenAddress> broken;
};

AddressScan scan_addresses(std::string_view text);

}  // namespace plumbline
