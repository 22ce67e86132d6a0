// The zygote's own side: what runs in it and in the workers that it forks.
#pragma once

#include "app/batch/zygote.h"

#include <cstdint>

namespace plumbline::batch {

// What goes over the socket between coordinator and zygote. Both are the same program, so the structs go as they are.
constexpr std::uint32_t order_start = 1, order_kill = 2, order_pause = 3, order_go_on = 4;
struct ZygoteOrder {
  std::uint32_t kind = 0;
  Task task = Task::read;  // of order_start
  std::uint64_t job = 0;
};
struct ZygoteNotice {
  std::uint32_t kind = 0;
  std::int32_t wait_status = 0;
  std::uint64_t job = 0;
  std::int32_t process = 0;
  std::uint32_t has_landlock = 0;
  char leaks[512] = {};  // names, a line each
};

// Never comes back.
[[noreturn]] void run_zygote(const ZygoteSetup& setup, int socket, pid_t coordinator);

}  // namespace plumbline::batch
