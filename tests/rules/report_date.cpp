// The submission's own date: from its front, from the file, or from what it tells of.
#include "rules/segment/report_date.h"

#include "extractor/text/text.h"

#include <gtest/gtest.h>

namespace plumbline {

namespace {

Report dated(const std::string& text, const std::string& created, std::optional<Day> given = {},
             const std::string& language = "en") {
  static const TimeframeReader reader;
  Document document = read_text(text);
  document.language = language;
  document.source.created = created;
  Report report;
  find_report_date(document, reader, given, report);
  return report;
}

void expect_date(const Report& report, const std::string& day, DateSource source) {
  ASSERT_TRUE(report.date);
  EXPECT_EQ(to_string(*report.date), day);
  EXPECT_EQ(report.date_source, source);
}

}  // namespace

TEST(ReportDate, a_line_of_the_front_that_is_a_date_is_the_document_s_own) {
  expect_date(dated("Report of Valdoria\n\n12 March 2014\n\nTwo centres were opened in May 2013.\n", "2014-04-02"),
              "2014-03-12", DateSource::document);
}

// Fewer than sixty characters, more than sixty bytes.
TEST(ReportDate, a_line_is_as_long_as_its_characters) {
  expect_date(dated("Report\n\nMinistère de l’Été à Ålør – submitted on 12 March 2014\n\nWorks began in May 2013.\n",
                    "2014-04-02"),
              "2014-03-12", DateSource::document);
}

TEST(ReportDate, the_day_of_submission_is_no_past_event) {
  expect_date(
      dated("Report of Valdoria\n\nSubmitted on 12 March 2014\n\nTwo centres were opened in May 2013.\n", "2014-04-02"),
      "2014-03-12", DateSource::document);
}

TEST(ReportDate, the_file_s_own_date_counts_where_it_is_not_far_from_what_is_told) {
  expect_date(
      dated("Report of Valdoria\n\nEmissions were counted in the years 2010-2012. The law was passed in 2004.\n",
            "2015-10-01"),
      "2015-10-01", DateSource::metadata);
}

TEST(ReportDate, a_file_made_long_after_was_made_again) {
  const Report report = dated("Report of Valdoria\n\nTwo centres were opened in May 2013.\n", "2026-11-23");
  EXPECT_EQ(report.year, 2013);
  EXPECT_EQ(report.date_source, DateSource::inferred);
}

TEST(ReportDate, a_short_line_that_tells_of_filing_is_the_document_s_own) {
  expect_date(dated("Plan of Valdoria\n\nSubmitted on 22 September 2015\n\nSix parks were counted in 2030.\n", ""),
              "2015-09-22", DateSource::document);
}

TEST(ReportDate, years_of_plans_do_not_outdate_the_front) {
  expect_date(
      dated("Plan of Valdoria\n\nJune 2016\n\nSix parks connected in 2024 and 30,000 hectares planted in 2030.\n", ""),
      "2016-06-01", DateSource::document);
}

TEST(ReportDate, what_goes_on_from_a_month_is_no_deed) {
  expect_date(dated("Plan of Valdoria\n\nJune 2016\n\nTwelve figures were published each year from March 2022.\n", ""),
              "2016-06-01", DateSource::document);
}

TEST(ReportDate, a_year_far_behind_all_dated_deeds_is_a_plan_s) {
  expect_date(dated("Plan of Valdoria\n\nIt was adopted on 9 September 2015. Six parks were counted in 2030.\n", ""),
              "2015-09-09", DateSource::inferred);
}

TEST(ReportDate, what_is_given_wins) {
  const Day given{std::chrono::year(2016), std::chrono::May, std::chrono::day(3)};
  expect_date(dated("Report of Valdoria\n\n12 March 2014\n", "2014-04-02", given), "2016-05-03", DateSource::given);
}

TEST(ReportDate, without_any_evidence_there_is_none) {
  EXPECT_FALSE(dated("Report of Valdoria\n\nTwo centres were opened.\n", "").date);
}

TEST(ReportDate, the_verb_of_filing_stands_behind_its_day_in_chinese) {
  expect_date(
      dated("北岸共和国\n\n国家报告 2015年6月30日提交\n\n2013年5月1日设立了两个儿童服务中心，工作人员共十二人。\n", "",
            {}, "zh-Hans"),
      "2015-06-30", DateSource::document);
}

}  // namespace plumbline
