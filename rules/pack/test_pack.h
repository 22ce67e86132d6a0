// Runs a pack's own tests: its examples. A pattern must take its `matches` and leave its `rejects`; a rule must fire on
// each of its `fires` and stay silent on each of its `silent`.
#pragma once

#include "rules/pack/pack.h"

#include <string>
#include <vector>

namespace plumbline {

struct PackTests {
  std::vector<std::string> failures;  // "packs/x.toml:14: …", in the order of the pack
  std::vector<std::string> untested;  // patterns that no example matches, rules that lack one of the two
  std::uint32_t run = 0;              // examples
};

PackTests test_pack(const Pack& pack);

}  // namespace plumbline
