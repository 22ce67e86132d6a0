// Every JSON that the writers give is valid against the schemas that ship, with unknown members forbidden.
#include "output/formats.h"
#include "tests/support/case_file.h"
#include "tests/support/sample_submission.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <sstream>

namespace plumbline {
namespace {

using nlohmann::json;

void close_objects(json& schema) {
  if (schema.is_object() && schema.contains("properties") && !schema.contains("additionalProperties"))
    schema["additionalProperties"] = false;
  if (schema.is_structured())
    for (json& part : schema)
      close_objects(part);
}

class Schema {
 public:
  explicit Schema(const std::string& file)
      : json_(json::parse(test::read_file(test::tree + "/output/schema/" + file))) {
    close_objects(json_);
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(valijson::adapters::NlohmannJsonAdapter(json_), schema_);
  }

  // What is wrong with `document`; empty: nothing.
  std::string problems(const json& document) const {
    valijson::Validator validator;
    valijson::ValidationResults results;
    if (validator.validate(schema_, valijson::adapters::NlohmannJsonAdapter(document), &results)) return {};
    std::string text;
    for (valijson::ValidationResults::Error error; results.popError(error);) {
      for (const std::string& step : error.context)
        text += step;
      text += ": " + error.description + "\n";
    }
    return text;
  }

 private:
  json json_;
  valijson::Schema schema_;
};

std::vector<test::SampleSubmission> samples() {
  return {test::valdoria(),         test::valdoria_as_docx(), test::hostile_submission(), test::unreadable_submission(),
          test::unknown_template(), test::long_submission(3)};
}

TEST(Schemas, every_extract_is_valid) {
  const Schema schema("extract-1.0.0.schema.json");
  for (auto& sample : samples()) {
    EXPECT_EQ(schema.problems(json::parse(make_ndjson_format({})->render(sample.record()).at(0))), "");
    sample.tool.time = "2020-01-01T00:00:00Z";
    EXPECT_EQ(schema.problems(json::parse(make_json_format({})->render(sample.record()).at(0))), "");
  }
}

TEST(Schemas, every_node_record_is_valid_and_below_64_kib) {
  const Schema schema("node-record-1.0.0.schema.json");
  for (const auto& sample : samples()) {
    std::istringstream lines(make_node_records_format({})->render(sample.record()).at(0));
    for (std::string line; std::getline(lines, line);) {
      EXPECT_EQ(schema.problems(json::parse(line)), "") << line;
      EXPECT_LT(line.size(), 65536u);
    }
  }
}

TEST(Schemas, a_record_that_would_be_too_long_has_a_box_a_page) {
  test::SubmissionBuilder builder("endless.pdf");
  std::string text;
  for (int i = 0; i < 30000; ++i)
    text += "rivers ";
  builder.target(1, "T").goal(text.substr(0, 200000));
  auto sample = builder.take();
  for (auto& line : sample.document.lines)
    line.box.x1 += 0.123F;
  sample.report.goals[0].passage.text = "short";
  std::istringstream lines(make_node_records_format({})->render(sample.record()).at(0));
  for (std::string line; std::getline(lines, line);)
    EXPECT_LT(line.size(), 65536u);
}

TEST(Schemas, an_unknown_member_is_seen) {
  json extract = json::parse(make_ndjson_format({})->render(test::valdoria().record()).at(0));
  extract["report"]["targets"][0]["extra"] = 1;
  EXPECT_NE(Schema("extract-1.0.0.schema.json").problems(extract), "");
}

}  // namespace
}  // namespace plumbline
