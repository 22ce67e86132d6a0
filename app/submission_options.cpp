// Options that every command that reads submissions has.
#include "app/submission_options.h"

#include "app/extract_options.h"
#include "rules/data_folder.h"
#include "rules/pack/read_pack.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

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

Pack read_pack_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw UsageError("--pack " + path + ": no pack has this id, and no file this name");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return read_pack(text, path);
}

}  // namespace

Templates::Templates(const SubmissionOptions& options) : packs_(read_packs(data_folder() + "/packs")) {
  if (!options.report_date.empty()) {
    report_date_ = parse_day(options.report_date);
    if (!report_date_) throw UsageError("--report-date " + options.report_date + ": expected a day as YYYY-MM-DD");
  }
  if (options.pack.empty()) return;
  const auto known =
      std::find_if(packs_.begin(), packs_.end(), [&](const Pack& pack) { return pack.id == options.pack; });
  chosen_ = static_cast<std::size_t>(known - packs_.begin());
  if (known == packs_.end()) packs_.push_back(read_pack_file(options.pack));
}

ReadOptions Templates::read_options() const {
  return {chosen_ ? &packs_[*chosen_] : nullptr, report_date_};
}

}  // namespace plumbline
