// Options that every command that reads submissions has.
#include "app/submission_options.h"

#include "app/extract_options.h"
#include "app/pack_folders.h"
#include "app/project_file.h"
#include "rules/pack/read_pack.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>

namespace plumbline {

void add_submission_options(CLI::App& command, SubmissionOptions& options) {
  command.add_option("PATH", options.files,
                     "Submissions (PDF, DOCX, ODT, DOC, RTF or plain text), or folders of them");
  command.add_option("--pack", options.pack, "The template: a pack's id or file (default: recognised)");
  command.add_option("--report-date", options.report_date,
                     "The submission's own date, YYYY-MM-DD (default: found in it)");
  add_extract_options(command, options.extracting);
}

namespace {

// Folders of packs, and the pack's name: of the options, or of the plumbline.toml that the first submission stands
// below.
struct Choice {
  std::vector<std::filesystem::path> folders = pack_folders();
  std::string pack;
};

Choice choose(const SubmissionOptions& options) {
  Choice choice;
  choice.pack = options.pack;
  if (options.files.empty() || options.files.front() == "-") return choice;
  const auto project = find_project_file(options.files.front());
  if (!project) return choice;
  choice.folders.insert(choice.folders.end(), project->packs.begin(), project->packs.end());
  if (choice.pack.empty()) choice.pack = project->pack.value_or("");
  return choice;
}

}  // namespace

Templates::Templates(const SubmissionOptions& options) {
  const Choice choice = choose(options);
  packs_ = read_packs(choice.folders);
  if (!options.report_date.empty()) {
    report_date_ = parse_day(options.report_date);
    if (!report_date_) throw UsageError("--report-date " + options.report_date + ": expected a day as YYYY-MM-DD");
  }
  if (choice.pack.empty()) return;
  std::error_code error;
  const auto known =
      std::find_if(packs_.begin(), packs_.end(), [&](const Pack& pack) { return pack.id == choice.pack; });
  chosen_ = static_cast<std::size_t>(known - packs_.begin());
  if (known != packs_.end()) return;
  if (!std::filesystem::is_regular_file(choice.pack, error))
    throw UsageError("--pack " + choice.pack +
                     ": no pack has this id, and no file this name; plumbline packs lists those that are known");
  Pack own = read_pack_file(choice.pack, choice.folders);
  // Checks find a report's pack by id and version: the file's takes the place of one that is equal in both.
  std::erase_if(packs_, [&](const Pack& pack) { return pack.id == own.id && pack.version == own.version; });
  chosen_ = packs_.size();
  packs_.push_back(std::move(own));
}

ReadOptions Templates::read_options() const {
  return {chosen_ ? &packs_[*chosen_] : nullptr, report_date_};
}

}  // namespace plumbline
