// Text cases: reading them, registering each as a test, rewriting what they expect.
#include "tests/support/case_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>

namespace plumbline::test {

bool accepts_answers = false;  // set by main() on --accept

const std::string& Case::part(std::string_view name) const {
  const auto at = parts.find(name);
  if (at == parts.end())
    throw std::out_of_range(file + ":" + std::to_string(line) + ": the case has no part '" + std::string(name) + "'");
  return at->second;
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(path + ": cannot be opened");
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<std::string> files_below(const std::string& folder, std::string_view suffix) {
  std::vector<std::string> found;
  if (!std::filesystem::exists(folder)) return found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && entry.path().string().ends_with(suffix)) found.push_back(entry.path().string());
  std::sort(found.begin(), found.end());
  return found;
}

namespace {

std::vector<Case> read_cases(const std::string& path) {
  std::vector<Case> cases;
  std::istringstream in(read_file(path));
  std::string line, *part = nullptr;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.starts_with("=== ")) {
      cases.push_back({line.substr(4), path, number, {}});
      part = nullptr;
    } else if (line.starts_with("--- ") && !cases.empty()) {
      part = &cases.back().parts[line.substr(4)];
    } else if (part) {
      *part += line + "\n";
    }
  }
  for (Case& item : cases)
    for (auto& [name, text] : item.parts)
      while (text.ends_with('\n')) text.pop_back();
  return cases;
}

void accept(const Case& item, const std::string& answer) {
  std::istringstream in(read_file(item.file));
  std::ostringstream out;
  std::string line;
  bool in_case = false, in_expect = false;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.starts_with("=== ")) in_case = line.substr(4) == item.title, in_expect = false;
    if (line.starts_with("=== ") || line.starts_with("--- ")) {
      if (in_expect) out << "\n";
      in_expect = in_case && line == "--- expect";
      out << line << "\n";
      if (in_expect) out << answer << "\n";
    } else if (!in_expect) {
      out << line << "\n";
    }
  }
  std::ofstream(item.file, std::ios::binary) << out.str();
}

class CaseTest : public testing::Test {
 public:
  CaseTest(Case item, std::function<std::string(const Case&)> answer)
      : item_(std::move(item)), answer_(std::move(answer)) {}
  void TestBody() override {
    const std::string answer = answer_(item_);
    if (accepts_answers && answer != item_.part("expect")) {
      accept(item_, answer);
      return;
    }
    EXPECT_EQ(answer, item_.part("expect")) << item_.file << ":" << item_.line << ": " << item_.title;
  }

 private:
  Case item_;
  std::function<std::string(const Case&)> answer_;
};

}  // namespace

void register_cases(const std::string& folder, const std::string& suffix,
                    std::function<std::string(const Case&)> answer) {
  const std::string root = tree + "/tests/cases/" + folder;
  for (const std::string& path : files_below(root, suffix)) {
    const std::string suite = std::filesystem::relative(path, tree + "/tests/cases").string();
    for (const Case& item : read_cases(path))
      testing::RegisterTest(suite.c_str(), item.title.c_str(), nullptr, nullptr, path.c_str(), item.line,
                            [=] { return new CaseTest(item, answer); });
  }
}

}  // namespace plumbline::test
