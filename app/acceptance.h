// What was looked at before: waivers from plumbline.toml and sidecar files, and the baseline of an earlier run.
#pragma once

#include "output/baseline.h"
#include "rules/waivers/waivers.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace plumbline {

struct AcceptanceOptions {
  std::string baseline;  // a file
};

void add_acceptance_options(CLI::App& command, AcceptanceOptions& options);

class Acceptance {
 public:
  explicit Acceptance(const AcceptanceOptions& options);  // throws UsageError

  // Marks accepted findings of the submission at `path`, and takes those of the baseline away. Waivers stand in the
  // nearest plumbline.toml, from the file's folder upwards, and in PATH.plumbline.toml. Throws PackError.
  void apply(const std::string& path, Findings& findings);

  // What is to be told when all submissions are done: waivers that are over or match nothing, how much the baseline
  // hid.
  std::vector<std::string> messages() const;

 private:
  struct WaiverFile {
    std::vector<Waiver> waivers;
    std::vector<WaiverState> states;  // the best that any submission gave
    std::vector<bool> was_asked;      // a submission that the waiver is for was read
  };

  WaiverFile* waiver_file(const std::string& path);
  void apply(WaiverFile& file, const std::string& name, Findings& findings);

  std::optional<Baseline> baseline_;
  std::size_t hidden_ = 0;
  Day today_;
  std::map<std::string, WaiverFile> files_;
};

}  // namespace plumbline
