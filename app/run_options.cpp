// Options of a run over many submissions.
#include "app/run_options.h"

#include "app/batch/store.h"
#include "app/submission_options.h"

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <string_view>

namespace plumbline {

namespace {

std::uint64_t number_of(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

// "2/8": the second of eight shares.
void read_shard(const std::string& text, batch::BatchOptions& options) {
  const std::size_t slash = text.find('/');
  const std::uint64_t share = slash == std::string::npos ? 0 : number_of(std::string_view(text).substr(0, slash));
  const std::uint64_t shares = slash == std::string::npos ? 0 : number_of(std::string_view(text).substr(slash + 1));
  if (share == 0 || shares < share) throw UsageError("--shard " + text + ": expected K/N with K from 1 to N, as 2/8");
  options.shard = share - 1;
  options.shards = shares;
}

std::uint64_t bytes_of_mib(double mib) {
  return static_cast<std::uint64_t>(mib * 1024 * 1024);
}

}  // namespace

void add_run_options(CLI::App& command, RunOptions& options) {
  command.add_option("-j,--jobs", options.jobs, "Submissions read at once (default: one a processor)");
  command.add_option("--include", options.inputs.include, "In folders, take only files that match this glob")
      ->type_name("GLOB");
  command.add_option("--exclude", options.inputs.exclude, "In folders, leave out files that match this glob")
      ->type_name("GLOB");
  command
      .add_option("--files-from", options.inputs.list, "Take further paths from a file, one a line (-: standard input)")
      ->type_name("FILE");
  command.add_flag("-0,--null", options.inputs.list_ends_with_nul, "Paths of --files-from end with NUL, not line ends");
  command.add_option("--cache", options.cache, "Keep results in this folder (default: plumbline in the user's cache)")
      ->type_name("FOLDER");
  command.add_flag("--no-cache", options.no_cache, "Neither use nor keep results of other runs");
  command.add_option("--shard", options.shard, "Take only the K-th of N shares, by content")->type_name("K/N");
  command.add_flag("-q,--quiet", options.is_quiet, "No progress and no table at the end");
  command.add_flag("--require-sandbox", options.batch.require_sandbox, "Stop when workers cannot be confined entirely");
  batch::Limits& limits = options.batch.limits;
  command.add_option("--stall", limits.stall_seconds, "Seconds without progress until a reader is ended (default: 10)");
  command.add_option("--timeout", limits.total_seconds, "Seconds for one submission (default: 60 and 0.1 a page)");
  command.add_option("--conversion-timeout", limits.conversion_seconds,
                     "Seconds for LibreOffice to convert one .doc or .rtf (default: 120)");
  command.add_option("--max-memory", options.memory_mib, "MiB that reading one submission may take (default: 1536)");
  command.add_option("--max-size", options.file_mib, "MiB of the largest file that is read (default: 1024)");
}

batch::BatchOptions batch_options_of(const RunOptions& options) {
  batch::BatchOptions batch = options.batch;
  const long processors = sysconf(_SC_NPROCESSORS_ONLN);
  batch.workers =
      options.jobs > 0 ? std::min(options.jobs, 256U) : static_cast<unsigned>(std::clamp(processors, 1L, 256L));
  batch.limits.memory_bytes = bytes_of_mib(std::max(options.memory_mib, 64.0));
  batch.limits.file_bytes = bytes_of_mib(options.file_mib);
  if (!options.no_cache) batch.store_folder = options.cache.empty() ? batch::default_store_folder() : options.cache;
  if (!options.shard.empty()) read_shard(options.shard, batch);
  return batch;
}

}  // namespace plumbline
