// Options of a run over many submissions: which files, how many at once, limits, cache, shares.
#pragma once

#include "app/batch/batch.h"
#include "app/batch/inputs.h"

#include <string>

namespace CLI {
class App;
}

namespace plumbline {

struct RunOptions {
  batch::InputOptions inputs;  // but for the paths, which every command has
  batch::BatchOptions batch;
  unsigned jobs = 0;  // 0: as many as there are processors
  std::string cache;
  bool no_cache = false;
  std::string shard;  // "K/N"
  bool is_quiet = false;
  double memory_mib = 1536, file_mib = 1024;
};

void add_run_options(CLI::App& command, RunOptions& options);
// What the options come to, without `store_key`. Throws UsageError.
batch::BatchOptions batch_options_of(const RunOptions& options);

}  // namespace plumbline
