// Finding waiver files, and applying them and the baseline.
#include "app/acceptance.h"

#include "app/input.h"
#include "app/submission_options.h"
#include "extractor/extract.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

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
    baseline_ = Baseline::parse(read_input(options.baseline));
  } catch (const Unreadable& cause) {
    throw UsageError("--baseline " + options.baseline + ": " + cause.what());
  } catch (const BaselineError& cause) {
    throw UsageError("--baseline " + options.baseline + ": " + cause.what());
  }
}

Acceptance::WaiverFile* Acceptance::waiver_file(const std::string& path) {
  const auto [at, is_new] = files_.try_emplace(path);
  if (is_new) {
    std::ifstream in(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    at->second.waivers = read_waivers(text, path);
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

void Acceptance::apply(const std::string& path, Findings& findings) {
  const std::string name = file_name(path);
  if (const std::string settings = settings_above(path); !settings.empty())
    apply(*waiver_file(settings), name, findings);
  std::error_code error;
  const std::string sidecar = path + "." + std::string(settings_name);
  if (fs::is_regular_file(sidecar, error)) apply(*waiver_file(sidecar), name, findings);
  if (baseline_) hidden_ += baseline_->remove_known(findings, name);
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
