// Text cases of timeframes: each line of `input` is one action's text; `expect` says what was read, line by line.
// The examples of the languages' tables are run too.
#include "rules/data_folder.h"
#include "rules/timeframe/language.h"
#include "rules/timeframe/reader.h"
#include "tests/support/case_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>

namespace plumbline::test {
namespace {

const TimeframeReader& reader() {
  static const TimeframeReader shared_reader;
  return shared_reader;
}

std::string day_or_open(std::optional<Day> day) {
  return day ? to_string(*day) : "open";
}

std::string bounds(std::optional<Day> earliest, std::optional<Day> latest) {
  return earliest || latest ? " " + day_or_open(earliest) + " to " + day_or_open(latest) : std::string();
}

// "dated open to 2014-06-30: + [by June 2014] cue, - [2010] attributive-year"
std::string reading_of(const std::string& text, const Timeframe& timeframe) {
  std::string result = std::string(name_of(timeframe.status)) + bounds(timeframe.earliest, timeframe.latest);
  if (timeframe.is_stale) result += ", stale";
  if (timeframe.is_placeholder) result += ", placeholder";
  if (timeframe.is_event_anchored) result += ", counted from an event";
  const char* joint = ": ";
  for (const TimeExpression& e : timeframe.expressions) {
    result += joint + std::string(e.is_timeframe ? "+ [" : "- [") + text.substr(e.start, e.length) + "] " +
              std::string(e.reason);
    joint = ", ";
  }
  for (const DateProblem& problem : timeframe.problems)
    result += "; " + problem.why;
  return result;
}

std::string answer(const Case& item) {
  TimeframeReader::Context context;
  context.report_date = parse_day(item.has("date") ? item.part("date") : "2013-03-01");
  const std::string language = item.has("language") ? item.part("language") : "en";
  std::istringstream lines(item.part("input"));
  std::string result, line;
  while (std::getline(lines, line))
    result += (result.empty() ? "" : "\n") + reading_of(line, reader().read(line, language, context));
  return result;
}

bool has_expression(const std::string& text, const Timeframe& timeframe, const std::string& words, bool is_timeframe) {
  return std::any_of(timeframe.expressions.begin(), timeframe.expressions.end(), [&](const TimeExpression& e) {
    const std::string found = text.substr(e.start, e.length);
    return e.is_timeframe == is_timeframe && (found == words || (!is_timeframe && found.find(words) != found.npos));
  });
}

void expect_example(const timeframe::Language& language, const timeframe::Example& example) {
  SCOPED_TRACE(language.file + ":" + std::to_string(example.line));
  TimeframeReader::Context context;
  context.report_date = parse_day(example.report_date);
  const Timeframe read = reader().read(example.text, language.code, context);
  const std::string shown = reading_of(example.text, read);
  EXPECT_EQ(name_of(read.status), example.status) << shown;
  if (!example.earliest.empty()) {
    EXPECT_EQ(day_or_open(read.earliest), example.earliest) << shown;
  }
  if (!example.latest.empty()) {
    EXPECT_EQ(day_or_open(read.latest), example.latest) << shown;
  }
  for (const std::string& words : example.timeframe)
    EXPECT_TRUE(has_expression(example.text, read, words, true)) << words << " in " << shown;
  for (const std::string& words : example.other)
    EXPECT_FALSE(has_expression(example.text, read, words, true)) << words << " in " << shown;
}

TEST(Timeframes, the_examples_of_each_language_s_table_are_read_as_it_says) {
  const std::string folder = data_folder() + "/timeframe/languages";
  for (const std::string& code : timeframe::languages_in(folder)) {
    const timeframe::Language language = timeframe::read_language(folder + "/" + code + ".toml", TomlLines::needed);
    EXPECT_EQ(language.code, code);
    EXPECT_FALSE(language.examples.empty()) << language.file << " shows no examples";
    for (const timeframe::Example& example : language.examples)
      expect_example(language, example);
  }
}

TEST(Timeframes, spans_lie_within_any_text_and_on_its_characters) {
  const std::string hostile[] = {"",
                                 " ",
                                 "\xff\xfe 2014 \xc3",
                                 "по 2014",
                                 "2014年",
                                 std::string(3, '\0') + " in 2014",
                                 "in in in in in in by by by until 2014",
                                 "1/2/3/4/5/6/2014/7/8",
                                 "٢٠١٤/٦/٣٠"};
  for (const std::string& text : hostile)
    for (const std::string& language : reader().languages()) {
      const Timeframe read = reader().read(text, language);
      for (const TimeExpression& e : read.expressions) {
        EXPECT_LE(e.start + e.length, text.size()) << language;
        EXPECT_TRUE(e.start >= text.size() || (static_cast<unsigned char>(text[e.start]) & 0xC0) != 0x80) << language;
      }
    }
}

}  // namespace

void register_timeframe_cases() {
  register_cases("timeframes", ".case", answer);
}

}  // namespace plumbline::test
