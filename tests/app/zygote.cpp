// The sandbox and the zygote: what a worker cannot do, and what happens when one ends.
#include "app/batch/zygote.h"

#include "app/batch/attacks.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>

using namespace plumbline::batch;

namespace {

struct Ended {
  int wait_status = -1;
  std::string frames;
};

// What a zygote's worker does in these tests, by its order.
void work(std::string_view submission, std::string_view order, WorkerChannel& channel) {
  if (order == "crash") std::abort();
  if (order == "loop") {
    for (volatile bool forever = true; forever;) {
    }
  }
  if (order == "memory") {
    std::vector<std::string> all;
    for (;;)
      all.emplace_back(1 << 24, 'x');
  }
  if (order == "attack") {
    for (const Attack& attack : all_attacks()) {
      if (attack.succeeds()) channel.send(FrameKind::progress, attack.name);
    }
  }
  channel.send(FrameKind::result, submission);
}

ZygoteSetup setup() {
  return {.warm_up = {},
          .work = work,
          .convert = {},
          .readable = {"/usr/share/poppler"},
          .limits = {.memory_bytes = 512 << 20},
          .converter_limits = {}};
}

Notice next_notice(Zygote& zygote) {
  for (;;) {
    pollfd watched{zygote.descriptor(), POLLIN, 0};
    poll(&watched, 1, 20'000);
    if (const auto notice = zygote.take_notice()) return *notice;
    if (zygote.is_gone()) throw std::runtime_error("the zygote is gone");
  }
}

Ended run(Zygote& zygote, std::string_view order, std::uint64_t job = 1, bool kill = false) {
  int ends[2];
  if (pipe(ends) != 0) throw std::runtime_error("pipe");
  const MemoryFile submission = MemoryFile::holding("bytes"), order_file = MemoryFile::holding(order);
  zygote.start(job, submission, order_file, ends[1]);
  close(ends[1]);
  if (kill) zygote.kill(job);
  Ended ended;
  char buffer[4096];
  for (ssize_t got = read(ends[0], buffer, sizeof buffer); got > 0; got = read(ends[0], buffer, sizeof buffer)) {
    ended.frames.append(buffer, static_cast<std::size_t>(got));
  }
  close(ends[0]);
  Notice notice = next_notice(zygote);
  while (notice.kind != NoticeKind::ended)
    notice = next_notice(zygote);
  EXPECT_EQ(notice.job, job);
  ended.wait_status = notice.wait_status;
  return ended;
}

}  // namespace

TEST(Sandbox, holds_against_every_attack) {
  const Sandbox sandbox = Sandbox::prepare({"/usr/share/poppler"});
  EXPECT_EQ(find_leaks(sandbox), std::vector<std::string>());
}

TEST(Sandbox, attacks_succeed_without_it) {
  for (const Attack& attack : all_attacks()) {
    const std::string_view name = attack.name;
    if (name == "open a file for writing" || name == "open a socket" || name == "make memory executable") {
      EXPECT_TRUE(attack.succeeds()) << name;
    }
  }
}

TEST(Zygote, a_worker_gives_its_result) {
  Zygote zygote(setup());
  const Notice ready = next_notice(zygote);
  EXPECT_EQ(ready.kind, NoticeKind::ready);
  EXPECT_TRUE(ready.leaks.empty());
  const Ended ended = run(zygote, "");
  EXPECT_EQ(ended.wait_status, 0);
  EXPECT_EQ(ended.frames, encode(FrameKind::result, "bytes"));
}

TEST(Zygote, a_worker_that_ends_badly_harms_no_other) {
  Zygote zygote(setup());
  EXPECT_TRUE(WIFSIGNALED(run(zygote, "crash").wait_status));
  EXPECT_NE(run(zygote, "memory").wait_status, 0);
  EXPECT_EQ(WTERMSIG(run(zygote, "loop", 7, true).wait_status), SIGKILL);
  EXPECT_EQ(run(zygote, "").wait_status, 0);
}

TEST(Zygote, what_a_submission_could_do_from_inside_a_worker_is_refused) {
  Zygote zygote(setup());
  EXPECT_EQ(run(zygote, "attack").frames, encode(FrameKind::result, "bytes"));
}

TEST(Zygote, its_end_is_seen_and_takes_its_workers_along) {
  Zygote zygote(setup());
  next_notice(zygote);
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const MemoryFile submission = MemoryFile::holding(""), order = MemoryFile::holding("loop");
  zygote.start(1, submission, order, ends[1]);
  close(ends[1]);
  usleep(50'000);
  kill(zygote.process(), SIGKILL);
  char byte;
  EXPECT_EQ(read(ends[0], &byte, 1), 0);  // the worker's end of the pipe is closed with it
  close(ends[0]);
  EXPECT_THROW(for (;;) next_notice(zygote), std::runtime_error);
  EXPECT_FALSE(zygote.start(2, submission, order, 2));
}

TEST(MemoryFile, only_regular_files_of_the_right_size_are_read) {
  EXPECT_EQ(open_submission("/dev/zero", 100).problem.code, "not-a-file");
  EXPECT_EQ(open_submission("/", 100).problem.code, "folder");
  EXPECT_EQ(open_submission("/none", 100).problem.code, "missing");
  const std::string folder = testing::TempDir();
  const std::string fifo = folder + "plumbline-fifo";
  ASSERT_EQ(mkfifo(fifo.c_str(), 0600), 0);
  EXPECT_EQ(open_submission(fifo, 100).problem.code, "not-a-file");
  unlink(fifo.c_str());
  const std::string name = folder + "plumbline-file\n\xFF";
  std::ofstream(name) << "0123456789";
  EXPECT_EQ(open_submission(name, 9).problem.code, "too-large");
  const OpenedSubmission opened = open_submission(name, 10);
  EXPECT_EQ(opened.problem.code, "");
  const MappedBytes mapped(opened.file.descriptor(), opened.file.size());
  EXPECT_EQ(mapped.view(), "0123456789");
  EXPECT_NE(ftruncate(opened.file.descriptor(), 0), 0);
  unlink(name.c_str());
}
