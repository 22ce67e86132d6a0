// What writing the extract of a long report costs: our stream against nlohmann's tree of values.
//   ours              Record -> bytes
//   nlohmann_dump     a tree that is there already -> bytes: less than the tree would have to do
//   nlohmann_build    the same tree, copied, which allocates what building it would, -> bytes
#include "output/database/database.h"
#include "output/extract_json.h"
#include "tests/support/sample_submission.h"

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>

namespace plumbline {
namespace {

constexpr int targets = 40;  // some 200 pages

void ours(benchmark::State& state) {
  const auto sample = test::long_submission(targets);
  std::size_t bytes = 0;
  for (auto _ : state)
    bytes += extract_json(sample.record(), JsonStyle::compact).size();
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK(ours)->Unit(benchmark::kMillisecond);

void nlohmann_dump(benchmark::State& state) {
  const auto tree =
      nlohmann::ordered_json::parse(extract_json(test::long_submission(targets).record(), JsonStyle::compact));
  std::size_t bytes = 0;
  for (auto _ : state)
    bytes += tree.dump().size();
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK(nlohmann_dump)->Unit(benchmark::kMillisecond);

void nlohmann_build(benchmark::State& state) {
  const auto tree =
      nlohmann::ordered_json::parse(extract_json(test::long_submission(targets).record(), JsonStyle::compact));
  std::size_t bytes = 0;
  for (auto _ : state) {
    const nlohmann::ordered_json copy = tree;
    bytes += copy.dump().size();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK(nlohmann_build)->Unit(benchmark::kMillisecond);

// One document of five pages into SQLite, again and again.
void load_sqlite(benchmark::State& state) {
  std::string folder = (std::filesystem::temp_directory_path() / "plumbline-XXXXXX").string();
  if (!mkdtemp(folder.data())) return;
  const std::string place = folder + "/results.sqlite";
  auto sample = test::long_submission(1);
  const auto database = open_database(place);
  int number = 0;
  for (auto _ : state) {
    sample.document.source.sha256 = std::to_string(1000000 + ++number) + sample.document.source.sha256.substr(7, 57);
    sample.report.party->text = "Party " + std::to_string(number);
    benchmark::DoNotOptimize(database->load(extract_json(sample.record(), JsonStyle::compact)));
  }
  state.SetItemsProcessed(number);
  std::filesystem::remove_all(folder);
}
BENCHMARK(load_sqlite)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace plumbline

BENCHMARK_MAIN();
