// A run over many submissions, some of which end, stall or mislead their worker: each gives exactly one result.
#include "app/batch/batch.h"

#include "app/batch/document_codec.h"
#include "app/batch/inputs.h"
#include "app/batch/ordered_results.h"
#include "app/batch/store.h"
#include "app/batch/work.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

using namespace plumbline;
using namespace plumbline::batch;

namespace {

namespace fs = std::filesystem;

class Batch : public testing::Test {
 protected:
  Batch() {
    std::string name = testing::TempDir() + "plumbline-XXXXXX";
    folder = mkdtemp(name.data());
  }
  ~Batch() override { fs::remove_all(folder); }

  std::string file(const std::string& name, const std::string& content) {
    const std::string path = folder + "/" + name;
    std::ofstream(path) << content;
    return path;
  }

  std::map<std::string, WorkResult> run(const std::vector<std::string>& paths) {
    std::map<std::string, WorkResult> results;
    order.clear();
    BatchEvents events;
    events.on_result = [&](const std::string& path, const WorkResult& result) {
      order.push_back(path);
      results[path] = result;
    };
    summary = run_batch(paths, setup, options, events);
    return results;
  }

  std::string folder;
  std::vector<std::string> order;
  BatchSummary summary;
  ZygoteSetup setup;
  BatchOptions options;
};

std::string encoded_page(const std::string& text) {
  Document document;
  document.pages.emplace_back();
  document.text = text;
  return encode(document);
}

void answer(WorkerChannel& channel, const std::string& cause, ReadStatus status, std::size_t pages) {
  WorkResult result;
  result.status = status;
  result.cause = cause;
  result.pages = static_cast<std::uint32_t>(pages);
  result.outputs.push_back({"text", cause});
  channel.send(FrameKind::result, encode(result));
}

void loop() {
  for (volatile bool forever = true; forever;) {
  }
}

// A submission of these tests says what it does to its worker, page by page: "ok crash ok".
void work(std::string_view submission, std::string_view order_bytes, WorkerChannel& channel) {
  const WorkOrder order = decode_order(order_bytes);
  if (order.step == WorkStep::record) return answer(channel, order.failure, ReadStatus::unreadable, 0);
  if (order.step != WorkStep::read) return answer(channel, order.failure, ReadStatus::partial, order.pages.size());
  std::vector<std::string> pages;
  for (std::size_t at = 0; at < submission.size();
       at = submission.find(' ', at) == std::string_view::npos ? submission.size() : submission.find(' ', at) + 1) {
    pages.emplace_back(submission.substr(at, submission.find(' ', at) - at));
  }
  if (pages[0] == "convert" && order.converted.empty()) return channel.send(FrameKind::progress, "convert");
  if (pages[0] == "lie") channel.send(FrameKind::converted, "x");
  channel.send(FrameKind::opened, std::to_string(pages.size()));
  for (std::size_t i = order.pages.size(); i < pages.size(); ++i) {
    if (pages[i] == "crash" || (pages[i] == "fonts" && order.font_details)) std::abort();
    if (pages[i] == "loop") loop();
    if (pages[i] == "scan" && !order.is_equipped_for_ocr) return channel.send(FrameKind::progress, "load-ocr");
    if (pages[i] == "want") return channel.send(FrameKind::progress, "load-ocr");
    if (pages[i] == "garbage") channel.send(static_cast<FrameKind>(77), "x");
    if (pages[i] == "flood") {
      for (;;)
        channel.send(FrameKind::progress, std::string(1 << 20, 'x'));
    }
    channel.send(FrameKind::page, encoded_page(pages[i]));
  }
  channel.send(FrameKind::progress, "read");
  answer(channel, order.failure, order.failure.empty() ? ReadStatus::ok : ReadStatus::partial, pages.size());
}

// What a submission of these tests says of its conversion: "convert well".
void convert(std::string_view submission, WorkerChannel& channel) {
  if (submission.ends_with("crash")) std::abort();
  if (submission.ends_with("loop")) loop();
  if (submission.ends_with("refuse")) return channel.send(FrameKind::not_converted, "needs-office\nit is not there");
  std::ofstream(testing::TempDir() + "plumbline-converter");  // files may be written there
  channel.send(FrameKind::converted, submission);
}

class Runs : public Batch {
 protected:
  Runs() {
    setup.work = work;
    setup.convert = convert;
    setup.converter_limits = {.memory_bytes = 512 << 20, .cpu_seconds = 1, .file_bytes = 1 << 20};
    setup.limits.memory_bytes = 512 << 20;
    options.workers = 2;
    options.limits.stall_seconds = 0.3;
    options.limits.output_bytes = 4 << 20;
    options.limits.memory_bytes = setup.limits.memory_bytes;
  }
};

}  // namespace

TEST_F(Runs, give_one_result_an_input_whatever_it_does) {
  const std::vector<std::string> paths = {file("good", "ok ok ok"),
                                          file("crash", "crash"),
                                          file("loop", "loop"),
                                          file("garbage", "ok garbage"),
                                          file("flood", "ok flood"),
                                          file("middle", "ok crash ok"),
                                          file("fonts", "fonts"),
                                          folder + "/absent",
                                          "/dev/zero",
                                          folder,
                                          file("also good", "ok")};
  const auto results = run(paths);
  EXPECT_EQ(order, paths);
  EXPECT_EQ(summary.done, paths.size());
  EXPECT_EQ(results.at(paths[0]).status, ReadStatus::ok);
  EXPECT_EQ(results.at(paths[0]).pages, 3u);
  EXPECT_EQ(results.at(paths[1]).status, ReadStatus::unreadable);
  EXPECT_EQ(results.at(paths[2]).status, ReadStatus::unreadable);
  EXPECT_EQ(results.at(paths[3]).status, ReadStatus::partial);
  EXPECT_NE(results.at(paths[4]).status, ReadStatus::ok);
  EXPECT_EQ(results.at(paths[5]).status, ReadStatus::partial);
  EXPECT_EQ(results.at(paths[5]).pages, 3u);
  EXPECT_EQ(results.at(paths[6]).status, ReadStatus::partial);
  for (const std::size_t i : {std::size_t{7}, std::size_t{8}, std::size_t{9}}) {
    EXPECT_EQ(results.at(paths[i]).status, ReadStatus::unreadable) << paths[i];
  }
  EXPECT_EQ(results.at(paths[10]).status, ReadStatus::ok);
}

TEST_F(Runs, convert_outside_the_sandbox_what_workers_do_not_read) {
  options.store_folder = folder + "/store";
  options.limits.conversion_seconds = 5;
  const std::vector<std::string> paths = {file("well", "convert well"), file("crash", "convert crash"),
                                          file("loop", "convert loop"), file("refuse", "convert refuse"),
                                          file("lie", "lie")};
  const auto results = run(paths);
  EXPECT_EQ(order, paths);
  EXPECT_EQ(results.at(paths[0]).status, ReadStatus::ok);
  EXPECT_EQ(results.at(paths[0]).pages, 2u);
  for (std::size_t i = 1; i < paths.size(); ++i)
    EXPECT_EQ(results.at(paths[i]).status, ReadStatus::unreadable) << paths[i];
  EXPECT_EQ(results.at(paths[3]).cause, "it is not there");
  unlink((testing::TempDir() + "plumbline-converter").c_str());
}

TEST_F(Runs, equip_a_worker_for_ocr_once_it_is_asked_for) {
  const std::string told = folder + "/equipped";
  setup.equip = [&](bool for_ocr) {  // files may still be written
    if (for_ocr) std::ofstream(told, std::ios::app) << "x";
  };
  const auto results = run({file("scan", "ok scan ok scan")});
  EXPECT_EQ(results.begin()->second.status, ReadStatus::ok);
  EXPECT_EQ(results.begin()->second.pages, 4u);
  EXPECT_EQ(fs::file_size(told), 1u);
  EXPECT_EQ(run({file("want", "ok want ok")}).begin()->second.status, ReadStatus::partial) << "asks for it without end";
}

TEST_F(Runs, end_where_a_worker_cannot_be_equipped) {
  setup.equip = [](bool) { throw std::runtime_error("a table is wrong"); };
  setup.verify = [] { throw std::runtime_error("a table is wrong"); };
  EXPECT_THROW(run({file("good", "ok")}), std::runtime_error);
}

TEST_F(Runs, keep_the_order_of_inputs_with_any_number_of_workers) {
  std::vector<std::string> paths;
  for (int i = 0; i < 60; ++i)
    paths.push_back(file(std::to_string(i), i % 7 == 0 ? "ok ok ok ok" : "ok"));
  for (const unsigned workers : {1U, 2U, 8U}) {
    options.workers = workers;
    run(paths);
    EXPECT_EQ(order, paths) << workers;
  }
}

TEST_F(Runs, take_from_the_store_what_is_done) {
  options.store_folder = folder + "/store";
  options.store_key = "1";
  const std::vector<std::string> paths = {file("a", "ok"), file("b", "ok ok"), file("c", "crash")};
  const auto first = run(paths);
  EXPECT_EQ(summary.from_store, 0u);
  const auto second = run(paths);
  EXPECT_EQ(summary.from_store, 3u);
  EXPECT_EQ(encode(first.at(paths[1])), encode(second.at(paths[1])));
  options.store_key = "2";
  run(paths);
  EXPECT_EQ(summary.from_store, 0u);
  file("a", "ok ok ok");
  EXPECT_EQ(run(paths).at(paths[0]).pages, 3u);
  EXPECT_EQ(summary.from_store, 2u);
}

TEST_F(Runs, go_on_when_the_store_cannot_be_used_or_is_damaged) {
  options.store_folder = file("no folder", "x") + "/store";
  EXPECT_EQ(run({file("a", "ok")}).size(), 1u);
  options.store_folder = folder + "/store";
  fs::create_directory(options.store_folder);
  std::ofstream(options.store_folder + "/results.sqlite") << std::string(4096, 'x');
  EXPECT_EQ(run({file("a", "ok")}).size(), 1u);
  EXPECT_EQ(run({file("a", "ok")}).size(), 1u);
  EXPECT_EQ(summary.from_store, 1u);
}

TEST_F(Runs, part_into_shares_that_hold_each_submission_once) {
  std::vector<std::string> paths;
  for (int i = 0; i < 40; ++i)
    paths.push_back(file(std::to_string(i), "ok page" + std::to_string(i)));
  options.shards = 3;
  std::size_t all = 0;
  for (options.shard = 0; options.shard < 3; ++options.shard) {
    all += run(paths).size();
    EXPECT_EQ(summary.done + summary.of_other_shards, paths.size());
  }
  EXPECT_EQ(all, paths.size());
}

TEST_F(Runs, survive_workers_and_zygotes_being_killed_and_give_the_same) {
  std::vector<std::string> paths;
  for (int i = 0; i < 40; ++i)
    paths.push_back(file(std::to_string(i), "ok ok ok"));
  const auto undisturbed = run(paths);
  const pid_t test = getpid();
  const pid_t killer = fork();
  if (killer == 0) {  // kills children of the test at random: zygotes, and with them their workers
    for (int i = 0; i < 6; ++i) {
      usleep(8'000);
      std::ifstream children("/proc/" + std::to_string(test) + "/task/" + std::to_string(test) + "/children");
      for (pid_t child = 0; children >> child;) {
        if (child != getpid()) kill(child, SIGKILL);
      }
    }
    _exit(0);
  }
  const auto disturbed = run(paths);
  EXPECT_EQ(order, paths);
  for (const std::string& path : paths)
    EXPECT_EQ(encode(disturbed.at(path)), encode(undisturbed.at(path)));
  kill(killer, SIGKILL);
}

TEST_F(Runs, end_cleanly_when_interrupted_and_go_on_from_there) {
  options.store_folder = folder + "/store";
  options.limits.stall_seconds = 30;
  std::vector<std::string> paths;
  for (int i = 0; i < 20; ++i)
    paths.push_back(file(std::to_string(i), "ok"));
  paths.push_back(file("loop", "loop"));
  paths.push_back(file("last", "loop"));
  const pid_t test = getpid();
  const pid_t killer = fork();
  if (killer == 0) {
    usleep(700'000);
    kill(test, SIGINT);
    usleep(200'000);
    kill(test, SIGINT);
    _exit(0);
  }
  run(paths);
  EXPECT_TRUE(summary.was_interrupted);
  EXPECT_EQ(summary.done, 20u);
  options.limits.stall_seconds = 0.2;
  EXPECT_EQ(run(paths).size(), paths.size());
  EXPECT_EQ(summary.from_store, 20u);
}

TEST_F(Batch, inputs_are_found_once_and_in_order) {
  fs::create_directories(folder + "/in/deep.pdf");
  fs::create_directories(folder + "/in/.hidden");
  file("in/b.pdf", "");
  file("in/a\nline.PDF", "");
  file("in/deep.pdf/c.txt", "");
  file("in/picture.png", "");
  file("in/.secret.pdf", "");
  fs::create_directory_symlink(folder + "/in", folder + "/in/loop");
  fs::create_symlink(folder + "/in/self.pdf", folder + "/in/self.pdf");
  mkfifo((folder + "/in/fifo.pdf").c_str(), 0600);
  const Inputs inputs =
      find_inputs({.paths = {folder + "/in", folder + "/in/b.pdf", "-"}, .list = {}, .include = {}, .exclude = {"c*"}});
  const std::vector<std::string> expected = {folder + "/in/a\nline.PDF", folder + "/in/b.pdf", folder + "/in/fifo.pdf",
                                             folder + "/in/self.pdf", "-"};
  EXPECT_EQ(inputs.paths, expected);
  EXPECT_EQ(inputs.hidden, 2u);
  EXPECT_EQ(inputs.other_types, 1u);
  EXPECT_EQ(inputs.excluded, 1u);
  EXPECT_EQ(inputs.linked_folders, 1u);
  EXPECT_EQ(inputs.repeated, 1u);
}

TEST_F(Batch, lists_of_inputs_may_end_with_nul) {
  const std::string list = file("list", std::string("a\nb\0-c\0", 7));
  const Inputs inputs =
      find_inputs({.paths = {}, .list = list, .list_ends_with_nul = true, .include = {}, .exclude = {}});
  EXPECT_EQ(inputs.paths, (std::vector<std::string>{"a\nb", "-c"}));
}

TEST(OrderedResults, come_out_in_order_also_when_they_must_wait_in_a_file) {
  OrderedResults results(10);
  std::size_t index = 0;
  for (std::size_t i = 20; i-- > 1;)
    results.put(i, std::string(100, static_cast<char>('a' + i)));
  EXPECT_FALSE(results.take_next(index));
  results.put(0, "first");
  EXPECT_EQ(results.take_next(index), "first");
  for (std::size_t i = 1; i < 20; ++i) {
    EXPECT_EQ(results.take_next(index), std::string(100, static_cast<char>('a' + i)));
    EXPECT_EQ(index, i);
  }
}

TEST(Work, what_goes_to_the_terminal_cannot_act_on_it) {
  WorkResult result;
  result.cause = "a\033[31mb\u202Ec\u009Bd\u2014e\n";
  EXPECT_EQ(decode_result(encode(result)).cause, "a?[31mb?c?d\u2014e?");
}
