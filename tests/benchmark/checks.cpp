// What the checks cost: all and one by one, beside the extraction of real files (PLUMBLINE_FILES, parted by ":"); and
// on made-up submissions one, ten and a hundred times as long, where the time for a byte should stay what it is.
#include "extractor/extract.h"
#include "rules/check.h"
#include "rules/check_submission.h"
#include "rules/data_folder.h"
#include "rules/pack/read_pack.h"
#include "rules/reading/reading.h"
#include "rules/text_facts.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace plumbline {
namespace {

const std::vector<Pack>& packs() {
  static const std::vector<Pack> all = read_packs(data_folder() + "/packs");
  return all;
}

// Paragraphs of words drawn by chance, with figures, names, acronyms and dates among them.
std::string paragraph(std::mt19937& random) {
  static const std::vector<std::string> words = {
      "ministry", "school", "register", "office", "region",  "library", "teacher", "council", "programme", "survey",
      "budget",   "police", "training", "report", "archive", "citizen", "system",  "network", "agency",    "district"};
  const auto pick = [&](std::size_t n) { return random() % n; };
  std::string text = "The " + words[pick(words.size())];
  const std::size_t length = 12 + pick(40);
  for (std::size_t i = 0; i < length; ++i) {
    text += ' ';
    switch (pick(12)) {
      case 0:
        text += "of the";
        break;
      case 1:
        text += std::to_string(2 + pick(900)) + " " + words[pick(words.size())] + "s";
        break;
      case 2:
        text += "Project " + std::string(1, static_cast<char>('A' + pick(26))) + words[pick(words.size())];
        break;
      case 3:
        text += std::string(3, static_cast<char>('A' + pick(26))) + static_cast<char>('A' + pick(26));
        break;
      case 4:
        text += "in " + std::to_string(2008 + pick(9));
        break;
      default:
        text += words[pick(words.size())] + std::to_string(pick(2000)).substr(0, pick(2));
    }
  }
  return text + ".\n\n";
}

std::string submission(std::size_t paragraphs) {
  std::mt19937 random(7);
  std::string text = "GLOBAL ALLIANCE AGAINST CHILD SEXUAL ABUSE ONLINE\n\nRepublic of Arcadia\n\n";
  for (int target = 1; target <= 4; ++target) {
    text += "Policy target No. " + std::to_string(target) +
            ": Enhancing efforts\n\nActions ALREADY UNDERTAKEN\n"
            "Description of the actions already undertaken\n\n";
    for (std::size_t i = 0; i < paragraphs; ++i)
      text += paragraph(random);
    text += "Actions that WILL BE UNDERTAKEN\nDescription of the actions that will be undertaken and timeframe\n\n";
    for (std::size_t i = 0; i < paragraphs; ++i)
      text += "By June 2016 the country will see more. " + paragraph(random);
  }
  return text;
}

void check_made_up(benchmark::State& state) {
  const std::string text = submission(static_cast<std::size_t>(state.range(0)));
  const Document document = extract(text, "made-up.txt");
  const Report report = read_report(document, packs());
  for (auto _ : state)
    benchmark::DoNotOptimize(check_submission(document, report, packs()));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}
BENCHMARK(check_made_up)->Arg(8)->Arg(80)->Arg(800)->Unit(benchmark::kMillisecond);

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace
}  // namespace plumbline

int main(int argc, char** argv) {
  using namespace plumbline;
  std::stringstream files(std::getenv("PLUMBLINE_FILES") ? std::getenv("PLUMBLINE_FILES") : "");
  for (std::string path; std::getline(files, path, ':');) {
    const std::string name = path.substr(path.rfind('/') + 1);
    benchmark::RegisterBenchmark(("extract/" + name).c_str(), [bytes = read_file(path), name](benchmark::State& state) {
      for (auto _ : state)
        benchmark::DoNotOptimize(extract(bytes, name));
    })->Unit(benchmark::kMillisecond);
    for (const Check* check : all_checks())
      benchmark::RegisterBenchmark(("rule/" + std::string(check->rule) + "/" + name).c_str(),
                                   [bytes = read_file(path), name, check](benchmark::State& state) {
                                     const Document document = extract(bytes, name);
                                     const Report report = read_report(document, packs());
                                     const auto is_its = [&](const Pack& pack) { return pack.id == report.pack_id; };
                                     const auto pack = std::find_if(packs().begin(), packs().end(), is_its);
                                     if (pack == packs().end()) return state.SkipWithError("no template");
                                     const Reading reading = read(document, report);
                                     const TextFacts facts = find_facts(report, reading);
                                     for (auto _ : state) {
                                       CheckLog log(check->rule, check->severity, check->help);
                                       check->run({document, report, *pack, reading, facts}, log);
                                       benchmark::DoNotOptimize(log);
                                     }
                                   })
          ->Unit(benchmark::kMicrosecond);
    benchmark::RegisterBenchmark(("read/" + name).c_str(), [bytes = read_file(path), name](benchmark::State& state) {
      const Document document = extract(bytes, name);
      const Report report = read_report(document, packs());
      for (auto _ : state)
        benchmark::DoNotOptimize(read(document, report));
    })->Unit(benchmark::kMicrosecond);
    benchmark::RegisterBenchmark(("facts/" + name).c_str(), [bytes = read_file(path), name](benchmark::State& state) {
      const Document document = extract(bytes, name);
      const Report report = read_report(document, packs());
      const Reading reading = read(document, report);
      for (auto _ : state)
        benchmark::DoNotOptimize(find_facts(report, reading));
    })->Unit(benchmark::kMicrosecond);
    benchmark::RegisterBenchmark(("check/" + name).c_str(), [bytes = read_file(path), name](benchmark::State& state) {
      const Document document = extract(bytes, name);
      const Report report = read_report(document, packs());
      for (auto _ : state)
        benchmark::DoNotOptimize(check_submission(document, report, packs()));
    })->Unit(benchmark::kMillisecond);
  }
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
