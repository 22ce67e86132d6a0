// Packs and languages that Plumbline brings along are the same from the program as from their files.
#include "rules/data_folder.h"
#include "rules/file_text.h"
#include "rules/toml/known_table.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace plumbline {
namespace {

std::vector<std::filesystem::path> shipped() {
  std::vector<std::filesystem::path> files;
  for (const char* folder : {"/packs", "/timeframe/languages"})
    for (const auto& entry : std::filesystem::directory_iterator(data_folder() + folder))
      if (entry.path().extension() == ".toml") files.push_back(entry.path());
  return files;
}

TEST(KnownTables, hold_what_the_files_hold) {
  ASSERT_GE(shipped().size(), 12u);
  for (const auto& file : shipped()) {
    SCOPED_TRACE(file);
    const auto text = text_of_file(file);
    ASSERT_TRUE(text);
    const auto known = known_table(*text);
    ASSERT_TRUE(known);
    EXPECT_TRUE(*known == toml::parse(*text));
  }
}

TEST(KnownTables, a_file_that_was_changed_is_unknown) {
  std::string text = text_of_file(shipped().front()).value();
  text.back() = ' ';
  EXPECT_FALSE(known_table(text));
  EXPECT_FALSE(known_table(""));
}

TEST(FileText, a_file_that_is_not_there_has_no_text) {
  EXPECT_FALSE(text_of_file("/nonexistent/pack.toml"));
}

}  // namespace
}  // namespace plumbline
