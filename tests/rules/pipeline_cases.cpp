// Small submissions and what is to be found in them: tests/cases/structure, tests/cases/checks/<rule>.
#include "rules/check.h"
#include "tests/support/pipeline.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace plumbline::test {

void register_pipeline_cases() {
  register_cases("structure", ".case", [](const Case& item) { return tree_of(check_case(item).report); });
  for (const Check* check : all_checks()) {
    const std::string rule(check->rule);
    register_cases("checks/" + rule, ".case", [rule](const Case& item) { return list_of(check_case(item).findings, rule); });
  }
}

namespace {

TEST(Checks, each_has_a_case_that_fires_one_that_stays_silent_and_a_near_miss) {
  for (const Check* check : all_checks()) {
    if (check->rule == "unreadable" || check->rule == "page-without-text") continue;  // of files, not of text: tests/app
    std::size_t cases = 0, silent = 0;
    for (const std::string& path : files_below(tree + "/tests/cases/checks/" + std::string(check->rule), ".case")) {
      const std::string text = read_file(path);
      for (auto at = text.find("=== "); at != text.npos; at = text.find("\n=== ", at + 1)) ++cases;
      for (auto at = text.find("--- expect\nnothing"); at != text.npos; at = text.find("--- expect\nnothing", at + 1)) ++silent;
    }
    EXPECT_GE(cases, 3u) << check->rule;
    EXPECT_GE(silent, 1u) << check->rule;
    EXPECT_GT(cases, silent) << check->rule << " never fires";
  }
}

TEST(Checks, each_rule_explains_itself) {
  for (const Check* check : all_checks())
    for (const std::string_view text : {check->rule, check->title, check->why, check->help, check->good, check->bad})
      EXPECT_FALSE(text.empty()) << check->rule;
}

}  // namespace

}  // namespace plumbline::test
