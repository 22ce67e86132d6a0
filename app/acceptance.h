// What was looked at before: waivers from plumbline.toml and sidecar files, and the baseline of an earlier run.
#pragma once

#include "output/baseline.h"
#include "rules/waivers/waivers.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
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

  // Submissions are checked in processes that may open no file. `prepare` reads what the submission at `path` needs,
  // before they are started; what `apply` saw there goes home as `tell` and is added to this object by `hear`, which
  // takes it as untrusted bytes.
  void prepare(const std::string& path);
  std::string tell() const;
  void hear(std::string_view told);
  // All that apply() depends on beside the submission: results of another identity are out of date.
  std::string identity() const;

  // What is to be told when all submissions are done: waivers that are over or match nothing, how much the baseline
  // hid.
  std::vector<std::string> messages() const;

 private:
  struct WaiverFile {
    std::string text;
    std::vector<Waiver> waivers;
    std::vector<WaiverState> states;  // the best that any submission gave
    std::vector<bool> was_asked;      // a submission that the waiver is for was read
  };

  std::vector<std::string> waiver_files_of(const std::string& path) const;
  WaiverFile* waiver_file(const std::string& path);
  void apply(WaiverFile& file, const std::string& name, Findings& findings);

  std::optional<Baseline> baseline_;
  std::size_t hidden_ = 0;
  Day today_;
  std::string baseline_text_;
  std::map<std::string, WaiverFile> files_;
  std::map<std::string, std::vector<std::string>> prepared_;  // path of a submission -> its waiver files
};

}  // namespace plumbline
