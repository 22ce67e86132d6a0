// The process that hands out work.
#include "app/batch/coordinator.h"

#include "app/batch/bytes.h"
#include "app/batch/inputs.h"
#include "extractor/digest.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace plumbline::batch {
namespace {

constexpr unsigned most_zygotes_without_result = 20;
// A worker on a busy machine gets a part of the time only: with 3, honest files were ended at sixteen times its load.
constexpr double clock_factor = 20;
constexpr double grace_seconds = 3;  // what runs when the user interrupts may end within it
constexpr unsigned most_slow_a_worker = 2;
constexpr std::string_view needs_office = "needs-office";  // mended by installing it, so never kept
constexpr std::size_t most_admitted_at_once = 64;  // so that signals and progress are seen while all is in the store

double seconds_between(Clock::time_point from, Clock::time_point to) {
  return std::chrono::duration<double>(to - from).count();
}

// CPU time of another process; 0 when it is gone.
double cpu_seconds_of(pid_t process) {
  clockid_t clock = 0;
  timespec time{};
  if (process <= 0 || clock_getcpuclockid(process, &clock) != 0 || clock_gettime(clock, &time) != 0) return 0;
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

void close_pipe(Job& job) {
  if (job.pipe >= 0) close(std::exchange(job.pipe, -1));
}

Task task_of(const WorkOrder& order) {
  if (order.step == WorkStep::convert) return Task::convert;
  return order.is_equipped_for_ocr ? Task::read_with_ocr : Task::read;
}

// The share of a submission, by its content alone: the same on every machine.
std::uint64_t shard_of(const std::string& sha256, std::uint64_t shards) {
  return std::stoull(sha256.substr(0, 15), nullptr, 16) % shards;
}

// Frames before one that is none count, however the bytes were cut on their way.
void add_frames(Job& job, std::string_view bytes) {
  try {
    job.frames.add(bytes);
  } catch (const BadBytes&) {
    job.take_frames();
    throw;
  }
}

// Signals that end a run are read from a descriptor while this lives.
class Signals {
 public:
  Signals() {
    sigset_t caught;
    sigemptyset(&caught);
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
      sigaddset(&caught, number);
    sigprocmask(SIG_BLOCK, &caught, &before_);
    descriptor_ = signalfd(-1, &caught, SFD_CLOEXEC | SFD_NONBLOCK);
  }
  ~Signals() {
    if (descriptor_ >= 0) close(descriptor_);
    sigprocmask(SIG_SETMASK, &before_, nullptr);
  }
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;
  int descriptor() const { return descriptor_; }

 private:
  sigset_t before_{};
  int descriptor_ = -1;
};

}  // namespace

BatchSummary run_batch(const std::vector<std::string>& paths, const ZygoteSetup& setup, const BatchOptions& options,
                       const BatchEvents& events) {
  return Coordinator(paths, setup, options, events).run();
}

Coordinator::Coordinator(const std::vector<std::string>& paths, const ZygoteSetup& setup, const BatchOptions& options,
                         const BatchEvents& events)
    : paths_(paths), setup_(setup), options_(options), events_(events) {}

BatchSummary Coordinator::run() {
  start_zygote();
  const Signals signals;
  if (!options_.store_folder.empty()) {
    try {
      store_.emplace(options_.store_folder);
    } catch (const StoreError& error) {
      note(std::string(error.what()) + "; results of this run are not kept");
    }
  }
  while (!is_finished()) {
    admit();
    wait(signals.descriptor());
    hear_zygote();
    read_pipes();
    end_attempts();
    keep_time();
    hand_out();
    tell_progress(false);
  }
  tell_progress(true);
  while (auto left = ordered_.take_any()) {
    if (!left->second.empty()) events_.on_result(paths_[left->first], decode_result(left->second));
  }
  return summary_;
}

bool Coordinator::is_finished() const {
  if (is_stopping_) return running_.empty();
  return running_.empty() && put_off_.empty() && next_input_ >= paths_.size();
}

void Coordinator::start_zygote() {
  zygote_.reset();
  zygote_.emplace(setup_);
  is_ready_ = false;
}

void Coordinator::note(const std::string& text) {
  if (events_.on_note) events_.on_note(text);
}

std::size_t Coordinator::running_normally() const {
  return static_cast<std::size_t>(
      std::count_if(running_.begin(), running_.end(), [](const JobHandle& job) { return !job->is_slow; }));
}

void Coordinator::admit() {
  if (is_stopping_ || (options_.require_sandbox && !is_ready_)) return;
  for (std::size_t i = 0; i < most_admitted_at_once && next_input_ < paths_.size(); ++i) {
    if (running_normally() >= options_.workers) return;
    admit_input(next_input_++);
  }
  while (next_input_ >= paths_.size() && !put_off_.empty() && running_.size() < options_.workers) {
    JobHandle job = std::move(put_off_.front());
    put_off_.pop_front();
    start(std::move(job));
  }
}

void Coordinator::admit_input(std::size_t index) {
  auto job = std::make_unique<Job>(index, paths_[index]);
  job->order.name = file_name_of(job->path);
  job->order.path = job->path;
  OpenedSubmission opened = open_submission(job->path, options_.limits.file_bytes);
  if (opened.problem.code.empty()) {
    job->file = std::move(opened.file);
    const MappedBytes bytes(job->file.descriptor(), job->file.size());
    job->order.sha256 = sha256(bytes.view());
  } else {
    job->file = MemoryFile::holding("");
    job->order.step = WorkStep::record;
    job->order.failure_code = opened.problem.code;
    job->order.failure = opened.problem.message;
  }
  // What cannot be opened has no content: it falls to the first share.
  const std::uint64_t share = job->order.sha256.empty() ? 0 : shard_of(job->order.sha256, options_.shards);
  if (share != options_.shard) {
    ++summary_.of_other_shards;
    ordered_.put(index, "");
  } else if (!take_from_store(*job)) {
    start(std::move(job));
  }
}

bool Coordinator::take_from_store(Job& job) {
  if (!store_ || job.order.sha256.empty()) return false;
  job.key = job.order.sha256 + "/" + options_.store_key + "/" + job.order.name;
  try {
    const std::optional<std::string> kept = store_->find(job.key);
    if (!kept) return false;
    finish(job, decode_result(*kept), false);
    ++summary_.from_store;
    return true;
  } catch (const BadBytes&) {  // of another form: made again
  } catch (const StoreError& error) {
    note(std::string(error.what()) + "; results are no longer kept");
    store_.reset();
  }
  return false;
}

void Coordinator::start(JobHandle job) {
  int ends[2] = {-1, -1};
  if (pipe2(ends, O_CLOEXEC) != 0)
    throw std::system_error(errno, std::generic_category(), "a worker cannot be started");
  fcntl(ends[0], F_SETFL, O_NONBLOCK);
  job->pipe = ends[0];
  job->process = -1;
  job->frames =
      FrameReader({.longest_frame = options_.limits.output_bytes, .most_bytes = options_.limits.output_bytes});
  job->has_ended = job->is_at_end = job->is_paused = false;
  job->ended_by_us.reset();
  job->started = job->moved_on = Clock::now();
  job->cpu_at_progress = 0;
  if (job->first_started == Clock::time_point{}) job->first_started = job->started;
  job->attempt = ++attempts_;
  const MemoryFile order = MemoryFile::holding(encode(job->order));
  // If it is gone, hear_zygote finds out.
  zygote_->start(job->attempt, job->file, order, ends[1], task_of(job->order));
  close(ends[1]);
  running_.push_back(std::move(job));
}

void Coordinator::wait(int signals) {
  std::vector<pollfd> watched{{signals, POLLIN, 0}, {zygote_->descriptor(), POLLIN, 0}};
  for (const JobHandle& job : running_) {
    if (job->pipe >= 0) watched.push_back({job->pipe, POLLIN, 0});
  }
  const bool can_go_on =
      has_others_waiting() && running_normally() < options_.workers && (is_ready_ || !options_.require_sandbox);
  if (poll(watched.data(), watched.size(), can_go_on ? 0 : 50) < 0 && errno != EINTR) {
    throw std::system_error(errno, std::generic_category(), "workers cannot be waited for");
  }
  signalfd_siginfo signal{};
  while (read(signals, &signal, sizeof signal) == static_cast<ssize_t>(sizeof signal)) {
    stop_at_ = Clock::now() + std::chrono::milliseconds(is_stopping_ ? 0 : static_cast<int>(grace_seconds * 1000));
    is_stopping_ = summary_.was_interrupted = true;
    put_off_.clear();
  }
}

void Coordinator::hear_zygote() {
  while (const std::optional<Notice> notice = zygote_->take_notice()) {
    if (notice->kind == NoticeKind::ready) {
      is_ready_ = true;
      std::string lacks = notice->has_landlock ? "" : "this kernel cannot confine workers to folders (Landlock)";
      for (const std::string& leak : notice->leaks)
        lacks += (lacks.empty() ? "" : "; ") + ("a worker can " + leak);
      if (lacks.empty()) continue;
      if (options_.require_sandbox) throw std::runtime_error("the sandbox is incomplete: " + lacks);
      if (zygotes_without_result_ == 0 && summary_.done == 0) note("the sandbox is incomplete: " + lacks);
      continue;
    }
    const auto job =
        std::find_if(running_.begin(), running_.end(), [&](const JobHandle& j) { return j->attempt == notice->job; });
    if (job == running_.end()) continue;
    if (notice->kind == NoticeKind::started) (*job)->process = notice->process;
    if (notice->kind == NoticeKind::ended) {
      (*job)->has_ended = true;
      (*job)->wait_status = notice->wait_status;
    }
  }
  if (!zygote_->is_gone()) return;
  if (++zygotes_without_result_ > most_zygotes_without_result) throw std::runtime_error("workers cannot be kept alive");
  for (const JobHandle& job : running_) {
    if (job->has_ended) continue;
    job->has_ended = true;
    if (!job->ended_by_us) job->ended_by_us = Failure::zygote_gone;
  }
  start_zygote();
}

void Coordinator::read_pipes() {
  for (const JobHandle& job : running_) {
    if (job->pipe >= 0) read_pipe(*job);
  }
}

void Coordinator::read_pipe(Job& job) {
  try {
    for (int i = 0; i < 32; ++i) {  // then it is another one's turn
      const ssize_t got = read(job.pipe, buffer_.data(), buffer_.size());
      if (got < 0) return;
      if (got == 0) {
        job.is_at_end = true;
        close_pipe(job);
        return;
      }
      add_frames(job, {buffer_.data(), static_cast<std::size_t>(got)});
      if (!job.take_frames()) continue;
      job.moved_on = Clock::now();
      job.cpu_at_progress = cpu_seconds_of(job.process);
    }
  } catch (const BadBytes&) {
    job.result.reset();
    end_by_us(job, Failure::bad_frames);
  }
}

void Coordinator::end_by_us(Job& job, Failure why) {
  if (!job.ended_by_us) job.ended_by_us = why;
  zygote_->kill(job.attempt);
  close_pipe(job);
  job.is_at_end = true;
}

void Coordinator::end_attempts() {
  for (std::size_t i = 0; i < running_.size();) {
    Job& job = *running_[i];
    if (!job.has_ended || !job.is_at_end) {
      ++i;
      continue;
    }
    JobHandle ended = std::move(running_[i]);
    running_.erase(running_.begin() + static_cast<std::ptrdiff_t>(i));
    if (ended->result) {
      finish(*ended, *ended->result, !ended->was_killed() && ended->result->cause_code != needs_office);
      continue;
    }
    const Failure failure = failure_of(*ended);
    ended->cpu_before += ended->cpu_at_progress;
    if (is_stopping_) continue;  // it is not done, and says so by being absent
    ended->plan_after(failure);
    if (failure == Failure::moved) {
      put_off_.push_back(std::move(ended));
    } else if (ended->has_failed_for_good()) {
      WorkResult result;
      result.status = ReadStatus::unreadable;
      result.cause_code = "crashed";
      result.cause = "neither the file nor its failure could be worked on";
      finish(*ended, result, false);
    } else {
      start(std::move(ended));
    }
  }
}

Failure Coordinator::failure_of(const Job& job) const {
  if (job.ended_by_us) return *job.ended_by_us;
  if (WIFSIGNALED(job.wait_status)) {
    const int signal = WTERMSIG(job.wait_status);
    return signal == SIGKILL ? Failure::killed : signal == SIGXCPU ? Failure::stalled : Failure::crashed;
  }
  const int code = WEXITSTATUS(job.wait_status);
  if (code == worker_with_wrong_setup && setup_.verify) setup_.verify();
  return code == worker_without_memory ? Failure::out_of_memory : Failure::crashed;
}

void Coordinator::keep_time() {
  const Clock::time_point now = Clock::now(), before = std::exchange(last_kept_, now);
  const bool others_go_first = has_others_waiting() || running_normally() > 0;
  for (const JobHandle& handle : running_) {
    Job& job = *handle;
    if (job.ended_by_us || job.has_ended) continue;
    if (job.is_paused) {
      job.started += now - std::max(before, job.started);
      job.moved_on += now - std::max(before, job.moved_on);
      if (!others_go_first) job.is_paused = !zygote_->go_on(job.attempt);
    } else if (job.is_slow && has_others_waiting()) {  // another attempt of a slow one
      job.is_paused = zygote_->pause(job.attempt);
    }
    const double standing = seconds_between(job.moved_on, now);
    if (is_stopping_ && (job.is_slow || now >= stop_at_)) {
      end_by_us(job, Failure::moved);
    } else if (is_over_time(job, now)) {
      end_by_us(job, Failure::stalled);
    } else if (!job.is_slow && has_others_waiting() &&
               (standing > slow_after() || seconds_between(job.started, now) > 10 * options_.limits.slow_seconds)) {
      make_way(job);
    }
  }
}

bool Coordinator::is_over_time(const Job& job, Clock::time_point now) const {
  const Limits& limits = options_.limits;
  // What another program does counts by the clock: its CPU time is not its starter's.
  if (job.order.step == WorkStep::convert) return seconds_between(job.started, now) > 2 * limits.conversion_seconds;
  const double cpu = cpu_seconds_of(job.process);
  const double total = limits.total_seconds + limits.seconds_a_page * static_cast<double>(job.page_count) +
                       limits.seconds_a_recognised_page * static_cast<double>(job.recognised_pages);
  return cpu - job.cpu_at_progress > limits.stall_seconds ||
         seconds_between(job.moved_on, now) > clock_factor * limits.stall_seconds || job.cpu_before + cpu > total ||
         seconds_between(job.started, now) > clock_factor * total;
}

// How long a submission may stand still before it makes way: ten times what the others take altogether. Where they are
// small, one that stands still for half a second would cost dozens of them.
double Coordinator::slow_after() const {
  constexpr std::size_t least_timed = 20;
  constexpr double least = 0.05, times_usual = 10;
  if (timed_ < least_timed) return options_.limits.slow_seconds;
  const double usual = seconds_of_done_ / static_cast<double>(timed_);
  return std::clamp(times_usual * usual, std::min(least, options_.limits.slow_seconds), options_.limits.slow_seconds);
}

// The slow lane: up to two a worker stand still, with what they have read, until the others are done; more of them are
// begun anew then. At a lower priority they would still take a third of what the others do, where two processors are
// one core.
void Coordinator::make_way(Job& job) {
  if (running_.size() - running_normally() < std::size_t{most_slow_a_worker} * options_.workers) {
    job.is_slow = true;
    job.is_paused = zygote_->pause(job.attempt);
  } else {
    end_by_us(job, Failure::moved);
  }
}

void Coordinator::finish(Job& job, const WorkResult& result, bool is_kept) {
  close_pipe(job);
  const std::string bytes = encode(result);
  if (is_kept && store_ && !job.key.empty()) {
    try {
      store_->put(job.key, bytes);
    } catch (const StoreError& error) {
      note(std::string(error.what()) + "; results are no longer kept");
      store_.reset();
    }
  }
  zygotes_without_result_ = 0;
  ++summary_.done;
  if (!job.is_slow && job.process > 0) seconds_of_done_ += seconds_between(job.started, Clock::now()), ++timed_;
  ordered_.put(job.index, bytes);
}

void Coordinator::hand_out() {
  std::size_t index = 0;
  while (const std::optional<std::string> bytes = ordered_.take_next(index)) {
    if (!bytes->empty()) events_.on_result(paths_[index], decode_result(*bytes));
  }
}

void Coordinator::tell_progress(bool now) {
  if (!events_.on_progress) return;
  const Clock::time_point time = Clock::now();
  if (!now && seconds_between(last_progress_, time) < 0.1) return;
  last_progress_ = time;
  Progress progress;
  progress.done = summary_.done + summary_.of_other_shards;
  progress.total = paths_.size();
  progress.running = running_.size();
  for (const JobHandle& job : running_) {
    const double seconds = seconds_between(job->first_started, time);
    if (seconds <= progress.slowest_seconds) continue;
    progress.slowest_seconds = seconds;
    progress.slowest = job->path;
  }
  events_.on_progress(progress);
}

}  // namespace plumbline::batch
