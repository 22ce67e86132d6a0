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
  command.add_option("PATH", options.files, "Submissions (PDF, DOCX, ODT, DOC, RTF or plain text), or folders of them");
  command.add_option("--pack", options.pack, "The template: a pack's id or file (default: recognised)");
  command.add_option("--report-date", options.report_date,
                     "The submission's own date, YYYY-MM-DD (default: found in it)");
  add_extract_options(command, options.extracting);
}

// Folders and the pack's name are those of the options, or of the plumbline.toml that the first submission stands
// below.
Templates::Templates(const SubmissionOptions& options) : folders_(pack_folders()), name_(options.pack) {
  if (!options.report_date.empty()) {
    report_date_ = parse_day(options.report_date);
    if (!report_date_) throw UsageError("--report-date " + options.report_date + ": expected a day as YYYY-MM-DD");
  }
  if (options.files.empty() || options.files.front() == "-") return;
  const auto project = find_project_file(options.files.front());
  if (!project) return;
  folders_.insert(folders_.end(), project->packs.begin(), project->packs.end());
  if (name_.empty()) name_ = project->pack.value_or("");
}

void Templates::load() {
  if (is_loaded_) return;
  packs_ = read_packs(folders_, TomlLines::not_needed);
  if (!name_.empty()) choose();
  is_loaded_ = true;
}

std::vector<std::filesystem::path> Templates::files() const {
  std::vector<std::filesystem::path> files;
  const auto add_folder = [&](const std::filesystem::path& folder) {
    const auto found = toml_files_in(folder);
    files.insert(files.end(), found.begin(), found.end());
  };
  for (const auto& folder : folders_)
    add_folder(folder);
  // A pack that is named by its file may extend one beside it.
  if (std::error_code error; std::filesystem::is_regular_file(name_, error)) {
    files.emplace_back(name_);
    add_folder(std::filesystem::absolute(name_, error).parent_path());
  }
  return files;
}

void Templates::choose() {
  const auto known = std::find_if(packs_.begin(), packs_.end(), [&](const Pack& pack) { return pack.id == name_; });
  chosen_ = static_cast<std::size_t>(known - packs_.begin());
  if (known != packs_.end()) return;
  std::error_code error;
  if (!std::filesystem::is_regular_file(name_, error))
    throw UsageError("--pack " + name_ +
                     ": no pack has this id, and no file this name; plumbline packs lists those that are known");
  Pack own = read_pack_file(name_, folders_);
  // Checks find a report's pack by id and version: the file's takes the place of one that is equal in both.
  std::erase_if(packs_, [&](const Pack& pack) { return pack.id == own.id && pack.version == own.version; });
  chosen_ = packs_.size();
  packs_.push_back(std::move(own));
}

ReadOptions Templates::read_options() const {
  return {chosen_ ? &packs_[*chosen_] : nullptr, report_date_};
}

}  // namespace plumbline
