// Runs many submissions through workers: each gives exactly one result, whatever it does to its worker.
#pragma once

#include "app/batch/sandbox.h"
#include "app/batch/work.h"
#include "app/batch/zygote.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace plumbline::batch {

struct Limits {
  double stall_seconds = 10;    // without progress: of the worker's CPU time, or twenty times that by the clock
  double total_seconds = 60;    // for one submission, with all attempts; likewise
  double seconds_a_page = 0.1;  // added to it
  double seconds_a_recognised_page = 20;  // added to it for each page that OCR has read
  std::uint64_t memory_bytes = std::uint64_t{3} << 29;
  std::uint64_t output_bytes = std::uint64_t{192} << 20;  // what one worker may send
  std::uint64_t file_bytes = std::uint64_t{1} << 30;      // larger files are not read
  double conversion_seconds = 120;                        // for another program to convert one file
  double slow_seconds = 0.5;  // after so long without progress, or ten times what others take, a submission makes way
};

struct BatchOptions {
  unsigned workers = 1;
  Limits limits;
  bool require_sandbox = false;
  std::string store_folder;  // where results are kept between runs; empty: nowhere
  std::string store_key;     // all that results depend on beside the submission's content and name; for a store
  std::uint64_t shard = 0, shards = 1;  // only submissions whose content falls to this one of so many shares
};

struct Progress {
  std::size_t done = 0, total = 0, running = 0;
  std::string slowest;  // path of the file that has run longest
  double slowest_seconds = 0;
};

// What a run tells. All are called from the coordinator, one after the other.
struct BatchEvents {
  // Each input once, in the order of the inputs whatever the number of workers; not those of other shards.
  std::function<void(const std::string& path, const WorkResult& result)> on_result;
  std::function<void(const Progress&)> on_progress;      // several times a second
  std::function<void(const std::string& text)> on_note;  // something that the user should know once
};

struct BatchSummary {
  std::size_t done = 0, from_store = 0, of_other_shards = 0;
  bool was_interrupted = false;
};

// Throws std::runtime_error when the run itself cannot go on (no sandbox where one is required, no workers, a full
// disk); what was done until then is kept in the store.
BatchSummary run_batch(const std::vector<std::string>& paths, const ZygoteSetup& setup, const BatchOptions& options,
                       const BatchEvents& events);

}  // namespace plumbline::batch
