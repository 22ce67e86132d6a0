// Takes from a process what reading a submission does not need: files, network, programs, other processes.
//
// Made in two steps, so that the costly one is done once: `prepare` in the process that forks the workers, `enter` in
// each worker. What holds after `enter`: no file can be opened for writing, none at all outside the folders given,
// no socket, no program, no new process or thread, no executable memory, no signal to another process.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace plumbline::batch {

struct SandboxLimits {
  std::uint64_t memory_bytes = std::uint64_t{3} << 29;  // 1.5 GiB of address space
  std::uint64_t cpu_seconds = 120;
  std::uint64_t stack_bytes = std::uint64_t{64} << 20;
  std::uint64_t file_bytes = 0;  // of a file that is written; a worker in the sandbox writes none
};

class Sandbox {
 public:
  // `readable`: folders and files that a worker may read (those that do not exist are passed over).
  static Sandbox prepare(const std::vector<std::string>& readable);
  ~Sandbox();
  Sandbox(Sandbox&& other) noexcept;
  Sandbox& operator=(Sandbox&&) = delete;

  // Cannot be undone. Returns false when a part that the kernel has could not be put in place: the caller must end.
  bool enter(const SandboxLimits& limits) const;

  bool has_landlock() const { return ruleset_ >= 0; }
  int ruleset() const { return ruleset_; }  // a descriptor that must stay open until `enter`

 private:
  Sandbox() = default;
  int ruleset_ = -1;
  std::vector<std::uint64_t> filter_;  // BPF instructions
};

// What a process in the sandbox tried and could do all the same; empty: the sandbox holds. Forks a child for it.
std::vector<std::string> find_leaks(const Sandbox& sandbox);

}  // namespace plumbline::batch
