// A process that has everything warm and forks a worker for each submission.
//
// Forking costs 1 to 2 ms where starting a program and setting up the libraries costs 10 to 30. The zygote parses
// nothing, and the process that starts it (the coordinator) neither; only workers do, in the sandbox. Workers die
// with their zygote, and the zygote with its coordinator, whatever kills them.
#pragma once

#include "app/batch/frames.h"
#include "app/batch/memory_file.h"
#include "app/batch/sandbox.h"

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::batch {

// The worker's end: sends frames to the coordinator.
class WorkerChannel {
 public:
  explicit WorkerChannel(int descriptor) : descriptor_(descriptor) {}
  void send(FrameKind kind, std::string_view bytes);  // waits; ends the process when nobody listens any more

 private:
  int descriptor_;
};

// What a worker's `work` throws where not the submission is wrong but what it works with.
struct WrongSetup : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct ZygoteSetup {
  std::function<void()> warm_up;  // in the zygote, once
  // In each worker before it enters the sandbox, for what it may not do there. Whatever it throws is a WrongSetup.
  std::function<void(bool for_ocr)> equip = {};
  // In the coordinator, after a worker's WrongSetup: throws what is wrong. Where nothing is, the worker lied.
  std::function<void()> verify = {};
  // In a worker, in the sandbox. `order` is what the coordinator gave with the job.
  std::function<void(std::string_view submission, std::string_view order, WorkerChannel&)> work;
  // For files that only another program can read: gives what it makes of them. In a process of its own, outside the
  // sandbox, where programs may be started; with `converter_limits`. Throws as its caller wants it to be told.
  std::function<void(std::string_view submission, WorkerChannel&)> convert;
  std::vector<std::string> readable;  // folders that workers may read
  SandboxLimits limits;
  SandboxLimits converter_limits;  // for each process of a conversion
};

enum class NoticeKind : std::uint32_t { ready, started, ended };

struct Notice {
  NoticeKind kind = NoticeKind::ready;
  std::uint64_t job = 0;
  pid_t process = -1;              // with `started`
  int wait_status = 0;             // with `ended`, as of waitpid
  std::vector<std::string> leaks;  // with `ready`: what the sandbox lets through
  bool has_landlock = false;
};

// Exit codes of a worker that gave no result, beside those that a library may give.
constexpr int worker_with_wrong_setup = 96, worker_without_sandbox = 97, worker_without_memory = 98,
              worker_with_exception = 99;

// What a process is forked for.
enum class Task : std::uint32_t { read, read_with_ocr, convert };

class Zygote {
 public:
  // Throws std::system_error when it cannot be started.
  explicit Zygote(const ZygoteSetup& setup);
  ~Zygote();  // ends it and its workers
  Zygote(const Zygote&) = delete;
  Zygote& operator=(const Zygote&) = delete;

  // The worker writes its frames to `pipe` and gets the two files. All stay the caller's. False: the zygote is gone.
  bool start(std::uint64_t job, const MemoryFile& submission, const MemoryFile& order, int pipe,
             Task task = Task::read);
  bool kill(std::uint64_t job);
  bool pause(std::uint64_t job);
  bool go_on(std::uint64_t job);

  int descriptor() const { return socket_; }  // readable when there is a notice or the zygote is gone
  std::optional<Notice> take_notice();        // without waiting
  bool is_gone() const { return is_gone_; }
  pid_t process() const { return process_; }

 private:
  bool send(std::uint32_t kind, Task task, std::uint64_t job, const int* descriptors, std::size_t count);
  int socket_ = -1;
  pid_t process_ = -1;
  bool is_gone_ = false;
};

}  // namespace plumbline::batch
