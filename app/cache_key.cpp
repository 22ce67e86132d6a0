// What results depend on beside a submission's own bytes and name.
#include "app/cache_key.h"

#include "app/pack_folders.h"
#include "extractor/digest.h"
#include "extractor/module.h"
#include "rules/data_folder.h"
#include "rules/file_text.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <utility>
#include <vector>

namespace plumbline {

namespace {

// A part can hold anything, so its length stands before it.
void add(std::string& all, const std::string& part) {
  all += std::to_string(part.size()) + ":" + part;
}

// The version alone would keep results of a program that was built anew.
std::string build_of(const std::string& file) {
  struct stat status {};
  if (stat(file.c_str(), &status) != 0) return "";
  return std::to_string(status.st_size) + " " + std::to_string(status.st_mtim.tv_sec) + "." +
         std::to_string(status.st_mtim.tv_nsec);
}

void add_files(std::string& all, const std::vector<std::filesystem::path>& files) {
  for (const auto& file : files) {
    add(all, file.string());
    add(all, text_of_file(file).value_or(""));
  }
}

}  // namespace

std::string cache_key(const SubmissionOptions& submissions, const Templates& templates, const OutputOptions& outputs,
                      Severity fail_on, const std::string& acceptance) {
  std::string all;
  add(all, PLUMBLINE_VERSION);
  add(all, build_of("/proc/self/exe"));
  add(all, build_of(module_file("ocr")));
  add_files(all, toml_files_in(data_folder() + "/timeframe/languages"));
  add(all, submissions.pack);
  add_files(all, templates.files());
  add(all, submissions.report_date);
  add(all, std::to_string(static_cast<int>(submissions.extracting.tracked)));
  add(all, submissions.extracting.ocr ? submissions.extracting.ocr_languages + " with OCR" : "");
  add(all, outputs.format);
  for (const std::string& output : outputs.outputs)
    add(all, output.substr(0, output.find('=')));
  add(all, outputs.has_bom ? "bom" : "");
  add(all, outputs.has_timestamps ? "timestamps" : "");
  add(all, isatty(STDOUT_FILENO) == 1 ? "terminal" : "");
  add(all, std::string(name_of(fail_on)));
  add(all, acceptance);
  return sha256(all).substr(0, 32);
}

}  // namespace plumbline
