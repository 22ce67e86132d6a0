// Formats: pieces that any process can make, joined in the order of input.
#include "output/formats.h"

#include "tests/support/sample_submission.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace plumbline {
namespace {

using nlohmann::json;

std::vector<std::string> written(std::string_view name, const std::vector<test::SampleSubmission>& samples,
                                 const AssemblyOptions& options = {}, const FormatOptions& format_options = {}) {
  const auto format = find_format(name)->make(format_options);
  std::vector<std::string> files(std::max<std::size_t>(1, format->files().size()));
  const auto assembly =
      format->assemble([&](std::size_t file, std::string_view bytes) { files[file] += bytes; }, options);
  for (const auto& sample : samples)
    for (const Piece& piece : unpack_pieces(pack_pieces({format->render(sample.record())})))
      assembly->add(piece);
  assembly->finish();
  return files;
}

TEST(Formats, json_is_an_object_for_one_file_and_an_array_for_several) {
  EXPECT_TRUE(json::parse(written("json", {test::valdoria()}, {.is_single = true})[0]).is_object());
  EXPECT_EQ(json::parse(written("json", {test::valdoria()})[0]).size(), 1u);
  EXPECT_EQ(json::parse(written("json", {test::valdoria(), test::unreadable_submission()})[0]).size(), 2u);
  EXPECT_EQ(json::parse(written("json", {})[0]), json::array());
}

TEST(Formats, ndjson_has_a_line_for_each_file) {
  const std::string text = written("ndjson", {test::valdoria(), test::hostile_submission()})[0];
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 2);
}

TEST(Formats, node_records_are_one_for_each_node_and_finding) {
  const std::string text = written("ndjson-nodes", {test::valdoria()})[0];
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1 + 2 + 3 + 5 + 3);
}

TEST(Formats, csv_tables_have_a_header_and_end_lines_as_rfc_4180_says) {
  const auto tables = written("csv", {test::valdoria()});
  ASSERT_EQ(tables.size(), 6u);
  EXPECT_TRUE(tables[0].starts_with("submission,file,"));
  EXPECT_TRUE(tables[3].ends_with("\r\n"));
  EXPECT_TRUE(written("csv", {}, {}, {.tool = {}, .has_bom = true})[0].starts_with("\xEF\xBB\xBFsubmission"));
}

TEST(Formats, sarif_has_one_run_with_results_in_the_order_of_input) {
  const json log = json::parse(written("sarif", {test::valdoria(), test::hostile_submission()})[0]);
  const json& results = log["runs"][0]["results"];
  ASSERT_EQ(results.size(), 5u);
  EXPECT_EQ(results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "valdoria-2019.pdf.txt");
  EXPECT_EQ(results[1]["suppressions"][0]["status"], "accepted");
  EXPECT_EQ(results[2]["locations"][0]["properties"]["isOfNodeAbove"], true);
  EXPECT_TRUE(log["runs"][0]["invocations"][0]["executionSuccessful"]);
  EXPECT_EQ(json::parse(written("sarif", {})[0])["runs"][0]["results"], json::array());
  EXPECT_FALSE(json::parse(
      written("sarif", {test::unreadable_submission()})[0])["runs"][0]["invocations"][0]["executionSuccessful"]);
}

TEST(Formats, sarif_regions_hold_their_snippet) {
  const auto sample = test::valdoria();
  const json log = json::parse(written("sarif", {sample})[0]);
  const json& region = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
  const json& text = log["runs"][0]["artifacts"][1]["contents"]["text"];
  std::istringstream lines(text.get<std::string>());
  std::string line;
  for (int number = 1; number <= region["startLine"]; ++number)
    std::getline(lines, line);
  EXPECT_EQ(region["startLine"], region["endLine"]);
  EXPECT_EQ(region["startColumn"], 1);
  EXPECT_EQ(region["snippet"]["text"], line);
  EXPECT_EQ(region["endColumn"], region["charLength"].get<int>() + 1) << "code points, not bytes: “ is one";
}

TEST(Formats, junit_counts_open_findings_at_or_above_the_threshold) {
  const std::string errors = written("junit", {test::valdoria()})[0];
  EXPECT_NE(errors.find("tests=\"5\" failures=\"2\" errors=\"0\" skipped=\"1\""), std::string::npos) << errors;
  const std::string blockers = written("junit", {test::valdoria()}, {}, {.tool = {}, .fail_on = Severity::blocker})[0];
  EXPECT_NE(blockers.find("failures=\"1\""), std::string::npos);
}

TEST(Formats, github_shows_the_worst_first_within_its_limits) {
  const std::string text = written("github", {test::long_submission(5), test::valdoria()})[0];
  EXPECT_TRUE(text.starts_with("::error file=valdoria-2019.pdf,title=missing-section%3A t2")) << text.substr(0, 200);
  std::size_t errors = 0;
  for (std::size_t at = text.find("::error"); at != text.npos; at = text.find("::error", at + 1))
    ++errors;
  EXPECT_EQ(errors, 10u);
  EXPECT_NE(text.find("plumbline: 2 submissions, 1 blocker, 16 errors, 0 warnings, 0 info, 1 accepted; 7 of them"),
            std::string::npos)
      << text;
}

TEST(Formats, github_commands_end_where_they_should) {
  const std::string text = written("github", {test::hostile_submission()})[0];
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 2) << text;
  EXPECT_EQ(text.find('\x1B'), std::string::npos);
  EXPECT_EQ(text.find("\n::error::two"), std::string::npos);
  EXPECT_NE(text.find("file=../../etc/=cmd|' /C calc'!A0\\u{000A}%3A%3Aerror%3A%3A\\u{001B}[31m"), std::string::npos);
}

TEST(Formats, the_same_input_gives_the_same_bytes) {
  const std::vector samples = {test::hostile_submission(), test::valdoria(), test::unreadable_submission()};
  for (const FormatEntry& format : all_formats())
    EXPECT_EQ(written(format.name, samples), written(format.name, samples)) << format.name;
}

TEST(Formats, pieces_that_are_cut_short_are_refused) {
  const std::string packed = pack_pieces({{"a", "bc"}, {""}});
  EXPECT_EQ(unpack_pieces(packed), (std::vector<Piece>{{"a", "bc"}, {""}}));
  for (std::size_t size = 0; size < packed.size(); ++size)
    EXPECT_THROW(unpack_pieces(std::string_view(packed).substr(0, size)), std::runtime_error) << size;
  EXPECT_THROW(unpack_pieces(packed + "x"), std::runtime_error);
}

}  // namespace
}  // namespace plumbline
