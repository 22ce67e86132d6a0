// The process that hands out work. It parses no submission: it opens files, counts time and moves bytes.
#pragma once

#include "app/batch/batch.h"
#include "app/batch/job.h"
#include "app/batch/ordered_results.h"
#include "app/batch/store.h"
#include "app/batch/zygote.h"

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::batch {

class Coordinator {
 public:
  Coordinator(const std::vector<std::string>& paths, const ZygoteSetup& setup, const BatchOptions& options,
              const BatchEvents& events);
  BatchSummary run();

 private:
  using JobHandle = std::unique_ptr<Job>;

  // Each step of the loop, in order.
  void admit();
  void wait(int signals);
  void hear_zygote();
  void read_pipes();
  void end_attempts();
  void keep_time();
  void hand_out();
  void tell_progress(bool now);

  bool is_finished() const;
  bool has_others_waiting() const { return next_input_ < paths_.size() && !is_stopping_; }
  std::size_t running_normally() const;
  void admit_input(std::size_t index);
  bool take_from_store(Job& job);
  void start(JobHandle job);
  void read_pipe(Job& job);
  void end_by_us(Job& job, Failure why);
  bool is_over_time(const Job& job, Clock::time_point now) const;
  double slow_after() const;
  void make_way(Job& job);
  Failure failure_of(const Job& job) const;
  void finish(Job& job, const WorkResult& result, bool is_kept);
  void start_zygote();
  void note(const std::string& text);

  const std::vector<std::string>& paths_;
  const ZygoteSetup& setup_;
  const BatchOptions& options_;
  const BatchEvents& events_;
  std::optional<Zygote> zygote_;
  std::optional<Store> store_;
  OrderedResults ordered_;
  std::vector<JobHandle> running_;
  std::vector<char> buffer_ = std::vector<char>(64 * 1024);  // what is read from a pipe at once
  std::deque<JobHandle> put_off_;
  std::size_t next_input_ = 0;
  std::uint64_t attempts_ = 0;
  unsigned zygotes_without_result_ = 0;
  bool is_ready_ = false, is_stopping_ = false;
  Clock::time_point stop_at_{}, last_progress_{}, last_kept_{};
  BatchSummary summary_;
  double seconds_of_done_ = 0;  // of all attempts that gave a result, by the clock
  std::size_t timed_ = 0;
};

}  // namespace plumbline::batch
