// Finding waiver files, and applying them and the baseline.
#include "app/acceptance.h"

#include "app/batch/bytes.h"
#include "app/input.h"
#include "app/submission_options.h"
#include "extractor/extract.h"
#include "rules/file_text.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>

namespace plumbline {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view settings_name = "plumbline.toml";

// The nearest plumbline.toml, from the file's folder upwards; empty where there is none.
std::string settings_above(const std::string& path) {
  std::error_code error;
  fs::path folder = fs::absolute(path, error).lexically_normal().parent_path();
  for (; !error && !folder.empty(); folder = folder.parent_path()) {
    const fs::path file = folder / settings_name;
    if (fs::is_regular_file(file, error)) return file.string();
    error.clear();
    if (folder == folder.root_path()) break;
  }
  return "";
}

}  // namespace

void add_acceptance_options(CLI::App& command, AcceptanceOptions& options) {
  command.add_option("--baseline", options.baseline, "An earlier result in JSON: show only findings that it has not");
}

Acceptance::Acceptance(const AcceptanceOptions& options)
    : today_(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())) {
  if (options.baseline.empty()) return;
  try {
    baseline_text_ = read_input(options.baseline);
    baseline_ = Baseline::parse(baseline_text_);
  } catch (const Unreadable& cause) {
    throw UsageError("--baseline " + options.baseline + ": " + cause.what());
  } catch (const BaselineError& cause) {
    throw UsageError("--baseline " + options.baseline + ": " + cause.what());
  }
}

Acceptance::WaiverFile* Acceptance::waiver_file(const std::string& path) {
  const auto [at, is_new] = files_.try_emplace(path);
  if (is_new) {
    at->second.text = text_of_file(path).value_or("");
    at->second.waivers = read_waivers(at->second.text, path);
    at->second.states.resize(at->second.waivers.size(), WaiverState::unmatched);
    at->second.was_asked.resize(at->second.waivers.size(), false);
  }
  return &at->second;
}

void Acceptance::apply(WaiverFile& file, const std::string& name, Findings& findings) {
  const std::vector<WaiverState> states = apply_waivers(findings, file.waivers, name, today_);
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (file.states[i] == WaiverState::unmatched) file.states[i] = states[i];
    if (file.waivers[i].submission.empty() || file.waivers[i].submission == name) file.was_asked[i] = true;
  }
}

std::vector<std::string> Acceptance::waiver_files_of(const std::string& path) const {
  if (const auto known = prepared_.find(path); known != prepared_.end()) return known->second;
  std::vector<std::string> files;
  if (std::string settings = settings_above(path); !settings.empty()) files.push_back(std::move(settings));
  std::error_code error;
  std::string sidecar = path + "." + std::string(settings_name);
  if (fs::is_regular_file(sidecar, error)) files.push_back(std::move(sidecar));
  return files;
}

void Acceptance::prepare(const std::string& path) {
  std::vector<std::string> files = waiver_files_of(path);
  for (const std::string& file : files)
    waiver_file(file);
  prepared_[path] = std::move(files);
}

void Acceptance::apply(const std::string& path, Findings& findings) {
  const std::string name = file_name(path);
  for (const std::string& file : waiver_files_of(path))
    apply(*waiver_file(file), name, findings);
  if (baseline_) hidden_ += baseline_->remove_known(findings, name);
}

// Only what is not as it was at the start: the number of hidden findings, then file, waiver and state of each asked.
std::string Acceptance::tell() const {
  batch::ByteWriter writer;
  writer(hidden_);
  for (const auto& [path, file] : files_) {
    for (std::size_t i = 0; i < file.waivers.size(); ++i) {
      if (!file.was_asked[i]) continue;
      writer(path);
      writer(i);
      writer(file.states[i]);
    }
  }
  return std::move(writer.bytes);
}

void Acceptance::hear(std::string_view told) {
  try {
    batch::ByteReader reader(told);
    std::size_t hidden = 0;
    reader(hidden);
    hidden_ += hidden;
    while (!reader.is_at_end()) {
      std::string path;
      std::size_t index = 0;
      WaiverState state{};
      reader(path);
      reader(index);
      reader(state);
      const auto file = files_.find(path);
      if (file == files_.end() || index >= file->second.waivers.size() || state > WaiverState::over) return;
      file->second.was_asked[index] = true;
      if (file->second.states[index] == WaiverState::unmatched) file->second.states[index] = state;
    }
  } catch (const batch::BadBytes&) {  // a worker that was led astray tells nothing
  }
}

std::string Acceptance::identity() const {
  if (files_.empty()) return baseline_text_;
  std::string all = baseline_text_ + "\n" + std::to_string(std::chrono::sys_days(today_).time_since_epoch().count());
  for (const auto& [path, file] : files_)
    all += "\n" + path + "\n" + file.text;
  return all;
}

std::vector<std::string> Acceptance::messages() const {
  std::vector<std::string> messages;
  for (const auto& [path, file] : files_)
    for (std::size_t i = 0; i < file.waivers.size(); ++i)
      if (file.was_asked[i] && file.states[i] != WaiverState::accepts)
        messages.push_back(message_of(file.waivers[i], file.states[i]));
  if (hidden_ > 0)
    messages.push_back(std::to_string(hidden_) + (hidden_ == 1 ? " finding" : " findings") +
                       " of the baseline not shown");
  return messages;
}

}  // namespace plumbline
