// One submission on its way through attempts: what was read, what was lost, what is tried next.
#pragma once

#include "app/batch/batch.h"
#include "app/batch/frames.h"
#include "app/batch/memory_file.h"
#include "app/batch/work.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace plumbline::batch {

using Clock = std::chrono::steady_clock;

// How an attempt ended that gave no result.
enum class Failure : std::uint8_t {
  crashed,        // by itself
  out_of_memory,  // at its limit
  stalled,        // ended by us: no progress, or too long in all
  bad_frames,     // sent what no worker sends
  killed,         // by somebody else
  moved,          // ended by us to make way; goes on later
  zygote_gone,    // no fault of its own
};

class Job {
 public:
  Job(std::size_t index_, std::string path_) : index(index_), path(std::move(path_)) {}

  const std::size_t index;  // of the input
  const std::string path;
  MemoryFile file;
  WorkOrder order;  // of the attempt that runs or comes next
  std::string key;  // in the store; empty: not kept
  std::optional<WorkResult> result;

  // Of the attempt that runs.
  std::uint64_t attempt = 0;  // its number over the whole run
  int pipe = -1;
  pid_t process = -1;
  FrameReader frames;
  bool has_ended = false, is_at_end = false, is_slow = false, is_paused = false;
  int wait_status = 0;
  std::optional<Failure> ended_by_us;
  Clock::time_point started, moved_on;  // the latter: of the last progress; both without the time in which it made way
  double cpu_at_progress = 0;

  // Over all attempts.
  Clock::time_point first_started;
  double cpu_before = 0;             // of attempts that have ended
  std::size_t page_count = 0;        // 0: not known yet
  std::size_t recognised_pages = 0;  // read by OCR, which takes seconds each

  // Takes the frames that have come. Throws BadBytes. True: there was progress.
  bool take_frames();
  // Changes `order` to the next attempt after one that gave no result.
  void plan_after(Failure failure);
  // Not even a record of the failure could be made.
  bool has_failed_for_good() const { return has_failed_for_good_; }
  // Somebody ended a worker from outside: what came of it may differ another time.
  bool was_killed() const { return kills_ > 0 && order.failure_code == "killed"; }

 private:
  void lose_page(Failure failure);
  void fall_back(Failure failure);
  bool is_opened_ = false;  // in the attempt that runs
  void plan_after_conversion(Failure failure);
  bool has_read_all_ = false, has_failed_for_good_ = false, wants_conversion_ = false, wants_ocr_ = false;
  unsigned stalls_ = 0, kills_ = 0, rung_ = 0, lost_ = 0;
};

// For a person: "the reader crashed".
std::string describe(Failure failure);
std::string_view code_of(Failure failure);  // for warnings

}  // namespace plumbline::batch
