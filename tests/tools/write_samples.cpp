// write_samples FOLDER: the sample submissions in every format, for scripts that read them back with others' readers.
// Each format holds all samples; FOLDER/texts.json says which texts of the hostile one must come back unchanged.
#include "output/formats.h"
#include "tests/support/sample_submission.h"

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <vector>

namespace {

using namespace plumbline;

void write(const FormatEntry& entry, const std::vector<test::SampleSubmission>& samples,
           const std::filesystem::path& folder) {
  const auto format = entry.make({.tool = samples.front().tool});
  std::vector<std::string> names = format->files();
  std::filesystem::path place = folder;
  if (names.empty())
    names = {std::string(entry.name)};
  else
    place /= entry.name;
  std::filesystem::create_directories(place);
  std::vector<std::ofstream> files;
  for (const std::string& name : names)
    files.emplace_back(place / name, std::ios::binary);
  const auto assembly =
      format->assemble([&](std::size_t file, std::string_view bytes) { files[file] << bytes; }, {.is_single = false});
  for (const auto& sample : samples)
    assembly->add(format->render(sample.record()));
  assembly->finish();
  for (std::ofstream& file : files)
    if (!file.flush()) throw std::runtime_error("cannot write to " + place.string());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::filesystem::path folder = argv[1];
  std::vector<test::SampleSubmission> samples;
  samples.push_back(test::valdoria());
  samples.push_back(test::valdoria_as_docx());
  samples.push_back(test::hostile_submission());
  samples.push_back(test::unreadable_submission());
  samples.push_back(test::unknown_template());
  samples.push_back(test::long_submission(8));
  for (const FormatEntry& format : all_formats())
    write(format, samples, folder);
  nlohmann::json texts;
  for (const auto& sample : samples)
    for (const Action& action : sample.report.actions)
      texts[sample.document.source.sha256][action.id] = action.passage.text;
  std::ofstream(folder / "texts.json") << texts.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  return 0;
}
