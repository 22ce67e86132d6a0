// Options that every command that reads submissions has: the files, the template, the submission's date.
#pragma once

#include "extractor/extract.h"
#include "rules/check_submission.h"
#include "rules/pack/pack.h"

#include <filesystem>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace plumbline {

struct SubmissionOptions {
  std::vector<std::string> files;
  std::string pack;         // an id, or a pack's file
  std::string report_date;  // ISO 8601
  ExtractOptions extracting;
};

void add_submission_options(CLI::App& command, SubmissionOptions& options);

// Wrong use of the program; what() says what was expected. Exit code 2.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// The packs that ship with the program, the user's and the project's, and the one that the options name.
class Templates {
 public:
  explicit Templates(const SubmissionOptions& options);  // throws UsageError

  // Reads the packs, once: there are none before. Throws UsageError, PackError.
  void load();
  // Their files: all that load() depends on. One that cannot be read is left out.
  std::vector<std::filesystem::path> files() const;
  std::span<const Pack> packs() const { return packs_; }
  ReadOptions read_options() const;

 private:
  void choose();

  std::vector<std::filesystem::path> folders_;
  std::string name_;  // of the pack that the user names; empty: it is recognised
  std::vector<Pack> packs_;
  bool is_loaded_ = false;
  std::optional<std::size_t> chosen_;
  std::optional<Day> report_date_;
};

}  // namespace plumbline
