// What a submission would try if it had taken over a worker. The self-test at start makes each, from inside.
#pragma once

#include <span>

namespace plumbline::batch {

struct Attack {
  const char* name;     // "open a file for writing"
  bool (*succeeds)();   // in this process, now; uses system calls only
  bool needs_landlock;  // refused by nothing else
};

std::span<const Attack> all_attacks();

}  // namespace plumbline::batch
