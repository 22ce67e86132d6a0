// The extract, read back by another JSON library.
#include "output/extract_json.h"

#include "output/utf8.h"
#include "tests/support/sample_submission.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace plumbline {
namespace {

using nlohmann::json;

json extract_of(const test::SampleSubmission& sample) {
  return json::parse(extract_json(sample.record(), JsonStyle::compact));
}

// The code points [start, start + length) of UTF-8.
std::string cut(const std::string& text, const json& start, const json& length) {
  std::string out;
  std::size_t point = 0;
  for (std::size_t at = 0; at < text.size(); ++point) {
    const auto size = code_point_at(text, at).length;
    if (point >= start && point < start.get<std::size_t>() + length.get<std::size_t>()) out += text.substr(at, size);
    at += size;
  }
  return out;
}

TEST(ExtractJson, holds_the_tree_of_the_template) {
  const json extract = extract_of(test::valdoria());
  EXPECT_EQ(extract["schema_version"], "1.0.0");
  EXPECT_EQ(extract["status"], "partial");
  EXPECT_EQ(extract["pack"]["score"], 0.97);
  const json& report = extract["report"];
  EXPECT_EQ(report["party"], "Republic of Valdoria");
  EXPECT_TRUE(report["party_code"].is_null());
  EXPECT_EQ(report["date"], "2019-03-01");
  const json& planned = report["targets"][0]["sections"][1];
  EXPECT_EQ(planned["id"], "t1.planned");
  EXPECT_EQ(planned["groups"][0]["actions"][0]["role"], "lead");
  EXPECT_FALSE(planned["groups"][0]["actions"][0].contains("timeframe"));
  EXPECT_EQ(planned["groups"][0]["actions"][1]["timeframe"]["latest"], "2020-04-30");
  EXPECT_EQ(planned["groups"][0]["actions"][3]["cells"][1]["heading"], "By");
  EXPECT_TRUE(report["targets"][1]["sections"].empty());
}

TEST(ExtractJson, spans_count_code_points_of_the_document_and_starts_those_of_the_node) {
  const auto sample = test::valdoria();
  const json extract = extract_of(sample);
  const json& actions = extract["report"]["targets"][0]["sections"][1]["groups"][0]["actions"];
  const json& willows = actions[2];
  EXPECT_EQ(cut(sample.document.text, willows["where"]["span"][0], willows["where"]["span"][1]), willows["text"]);
  const json& expression = actions[1]["timeframe"]["expressions"][0];
  EXPECT_EQ(cut(actions[1]["text"], expression["start"], expression["length"]), expression["text"]);
  const json& cell = actions[3]["cells"][1];
  EXPECT_EQ(cut(actions[3]["text"], cell["start"], cell["length"]), "in the coming years");
}

TEST(ExtractJson, has_a_box_for_each_line_in_tenths_of_points) {
  const json extract = extract_of(test::valdoria());
  const json& places = extract["report"]["targets"][0]["sections"][1]["groups"][0]["actions"][1]["where"]["places"];
  ASSERT_EQ(places.size(), 2u);
  EXPECT_EQ(places[0]["page"], 1);
  EXPECT_EQ(places[0]["box"][0].dump(), "72") << "72.04, rounded";
}

TEST(ExtractJson, a_document_without_pages_has_paragraphs_and_headings) {
  const json extract = extract_of(test::valdoria_as_docx());
  EXPECT_TRUE(extract["source"]["pages"].is_null());
  const json& where = extract["report"]["targets"][0]["goals"][0]["where"];
  EXPECT_GT(where["paragraph"], 1);
  EXPECT_EQ(where["heading_path"].back(), "Clean rivers from source to sea");
  EXPECT_FALSE(where.contains("places"));
}

TEST(ExtractJson, coverage_counts_all_characters_and_lists_what_nothing_claims) {
  const auto sample = test::valdoria();
  const json coverage = extract_of(sample)["coverage"];
  ASSERT_EQ(coverage["unassigned"].size(), 1u);
  const json& stamp = coverage["unassigned"][0];
  EXPECT_EQ(stamp["text"], "Stamp of the registry 😀 14/3");
  EXPECT_EQ(stamp["span"][1], 28);
  EXPECT_EQ(coverage["characters"].get<int>() - coverage["assigned"].get<int>(), 28);
  EXPECT_EQ(stamp["pages"], json({1}));
}

TEST(ExtractJson, what_is_absent_stands_nowhere) {
  const json findings = extract_of(test::valdoria())["findings"];
  EXPECT_EQ(findings[2]["absent"], "section planned");
  EXPECT_TRUE(findings[2]["where"]["places"].empty());
  EXPECT_EQ(findings[1]["status"], "accepted");
}

TEST(ExtractJson, an_unreadable_file_has_a_record) {
  const json extract = extract_of(test::unreadable_submission());
  EXPECT_EQ(extract["status"], "unreadable");
  EXPECT_TRUE(extract["report"].is_null());
  EXPECT_EQ(extract["source"]["text"], "none");
  EXPECT_EQ(extract["findings"][0]["rule"], "unreadable");
}

TEST(ExtractJson, hostile_texts_stay_in_their_fields) {
  const auto sample = test::hostile_submission();
  for (const JsonStyle style : {JsonStyle::compact, JsonStyle::indented}) {
    const std::string text = extract_json(sample.record(), style);
    const json extract = json::parse(text);  // throws on what is no UTF-8
    EXPECT_EQ(extract["report"]["targets"][0]["title"], sample.report.targets[0].title.text);
    EXPECT_EQ(extract["source"]["name"], sample.document.source.name);
    for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).length) {
      ASSERT_TRUE(code_point_at(text, at).is_valid);
      ASSERT_FALSE(is_unsafe_to_show(code_point_at(text, at).value)) << at;
    }
  }
  EXPECT_EQ(extract_json(sample.record(), JsonStyle::compact).find('\n'), std::string::npos);
}

TEST(ExtractJson, indented_and_compact_say_the_same) {
  for (const auto& sample : {test::valdoria(), test::hostile_submission(), test::unknown_template()})
    EXPECT_EQ(json::parse(extract_json(sample.record(), JsonStyle::compact)),
              json::parse(extract_json(sample.record(), JsonStyle::indented)));
}

TEST(JsonWriter, rounds_numbers_and_drops_zeros) {
  const auto written = [](double value, int places) {
    std::string out;
    JsonWriter(out).decimal(value, places);
    return out;
  };
  EXPECT_EQ(written(72.04, 1), "72");
  EXPECT_EQ(written(-0.25, 2), "-0.25");
  EXPECT_EQ(written(0.05, 3), "0.05");
  EXPECT_EQ(written(0.9999, 3), "1");
  EXPECT_EQ(written(-0.0001, 1), "0");
  EXPECT_EQ(written(std::numeric_limits<double>::quiet_NaN(), 1), "0");
}

}  // namespace
}  // namespace plumbline
