// Includes follow the arrows: extractor <- rules <- output <- app. Headers stay slim. Names follow conventions.
#include "tests/support/case_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

void register_all_cases() {}

namespace {

using plumbline::test::files_below;
using plumbline::test::read_file;
using plumbline::test::tree;

const std::vector<std::string> rooms = {"extractor", "rules", "output", "app"};  // each may include those before it

std::size_t rank(const std::string& path) {
  return static_cast<std::size_t>(std::find(rooms.begin(), rooms.end(), path.substr(0, path.find('/'))) -
                                  rooms.begin());
}

std::vector<std::string> sources() {
  std::vector<std::string> all;
  for (const std::string& room : rooms)
    for (const char* ending : {".h", ".cpp"})
      for (const std::string& path : files_below(tree + "/" + room, ending))
        all.push_back(std::filesystem::relative(path, tree).string());
  return all;
}

// Calls `visit` with each line of each source.
template <typename Visit>
void each_line(Visit visit) {
  for (const std::string& path : sources()) {
    std::istringstream in(read_file(tree + "/" + path));
    std::string line;
    for (int number = 1; std::getline(in, line); ++number)
      visit(path, number, line);
  }
}

TEST(Tree, includes_follow_the_arrows_and_start_at_the_top) {
  each_line([](const std::string& path, int number, const std::string& line) {
    if (!line.starts_with("#include \"")) return;
    const std::string included = line.substr(10, line.rfind('"') - 10);
    EXPECT_TRUE(std::filesystem::exists(tree + "/" + included) || included.starts_with("generated/"))
        << path << ":" << number << ": \"" << included << "\" does not start at the top of the tree";
    if (included.starts_with("generated/")) return;
    EXPECT_LE(rank(included), rank(path)) << path << ":" << number << ": goes against the arrows: " << included;
  });
}

TEST(Tree, only_the_app_prints_or_exits) {
  each_line([](const std::string& path, int number, const std::string& line) {
    if (path.starts_with("app/")) return;
    for (const char* word : {"std::cout", "std::cerr", "exit(", "printf(stderr", "<iostream>"})
      if (const auto at = line.find(word);
          at != line.npos && (at == 0 || (!std::isalnum(line[at - 1]) && line[at - 1] != '_')))
        ADD_FAILURE() << path << ":" << number << ": " << word << " outside app/";
  });
}

// The line with what stands in quotes or behind // blanked.
std::string code_of(const std::string& line) {
  std::string code = line.substr(0, line.find("// "));
  bool is_quoted = false;
  for (std::size_t at = 0; at < code.size(); ++at) {
    if (code[at] == '\\' && is_quoted)
      code[at++] = '.';
    else if (code[at] == '"')
      is_quoted = !is_quoted;
    else if (is_quoted)
      code[at] = '.';
  }
  return code;
}

TEST(Tree, nothing_is_allocated_by_hand) {
  each_line([](const std::string& path, int number, const std::string& line) {
    if (path.starts_with("app/")) return;
    const std::string code = code_of(line);
    for (const char* word : {" new ", "(new ", "delete ", "shared_ptr"})
      if (code.find(word) != code.npos && code.find("= delete") == code.npos)
        ADD_FAILURE() << path << ":" << number << ": " << word << " (use values, vectors and unique_ptr)";
  });
}

TEST(Tree, files_say_their_subject_first) {
  for (const std::string& path : sources())
    EXPECT_TRUE(read_file(tree + "/" + path).starts_with("// ")) << path;
}

}  // namespace
