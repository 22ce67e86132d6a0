// plumbline timeframes TEXT…: what a text says about when, with each expression underlined and its reason.
#include "app/commands.h"
#include "extractor/unicode/normalize.h"
#include "rules/timeframe/reader.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace plumbline {

namespace {

using nlohmann::json;

std::string bounds(std::optional<Day> earliest, std::optional<Day> latest) {
  if (!earliest && !latest) return {};
  return (earliest ? to_string(*earliest) : "…") + " – " + (latest ? to_string(*latest) : "…");
}

void show(const std::string& text, const Timeframe& timeframe) {
  std::cout << text << "\n";
  for (const TimeExpression& e : timeframe.expressions) {
    const std::string_view before(text.data(), e.start), words(text.data() + e.start, e.length);
    std::cout << std::string(code_points(before), ' ') << std::string(code_points(words), e.is_timeframe ? '^' : '-')
              << " " << (e.is_timeframe ? "timeframe" : "other") << ", " << name_of(e.kind) << ": " << e.reason;
    const std::string days = bounds(e.earliest, e.latest);
    if (!days.empty()) std::cout << ", " << days << (e.is_approximate ? " (about)" : "");
    std::cout << "\n";
  }
  for (const DateProblem& problem : timeframe.problems)
    std::cout << std::string(code_points(std::string_view(text.data(), problem.start)), ' ') << "! " << problem.why
              << "\n";
  std::cout << "= " << name_of(timeframe.status);
  const std::string days = bounds(timeframe.earliest, timeframe.latest);
  if (!days.empty()) std::cout << ", " << days;
  if (timeframe.is_stale) std::cout << ", stale";
  if (timeframe.is_event_anchored) std::cout << ", counted from an event";
  std::cout << "\n";
}

json day_or_null(std::optional<Day> day) {
  return day ? json(to_string(*day)) : json(nullptr);
}

// Code points before a byte of a text, asked for in rising order.
class PointCounter {
 public:
  explicit PointCounter(std::string_view text) : text_(text) {}
  std::size_t before(std::size_t byte) {
    if (byte < byte_) byte_ = points_ = 0;
    points_ += code_points(text_.substr(byte_, byte - byte_));
    byte_ = byte;
    return points_;
  }

 private:
  std::string_view text_;
  std::size_t byte_ = 0, points_ = 0;
};

json expression(std::string_view text, const TimeExpression& e, PointCounter& counter) {
  const std::string_view words = text.substr(e.start, e.length);
  return {{"text", words},
          {"start", counter.before(e.start)},
          {"length", code_points(words)},
          {"role", e.is_timeframe ? "timeframe" : "other"},
          {"kind", name_of(e.kind)},
          {"precision", name_of(e.precision).empty() ? json(nullptr) : json(name_of(e.precision))},
          {"earliest", day_or_null(e.earliest)},
          {"latest", day_or_null(e.latest)},
          {"reason", e.reason}};
}

std::optional<Day> report_date(const std::string& text) {
  if (text.empty()) return {};
  const auto day = parse_day(text);
  if (!day) throw std::runtime_error("\"" + text + "\": a day was expected, as 2013-03-01");
  return day;
}

// One record a line: {"id", "lang", "report_date", "text"}.
void read_records(const TimeframeReader& reader) {
  std::ios::sync_with_stdio(false);  // read in blocks: byte by byte it takes longer than what the texts say
  std::string line;
  for (int number = 1; std::getline(std::cin, line); ++number) {
    if (line.empty()) continue;
    const json record = json::parse(line, nullptr, false);
    if (!record.is_object() || !record.contains("text") || !record["text"].is_string())
      throw std::runtime_error("standard input:" + std::to_string(number) + ": a JSON object with a text was expected");
    const auto field = [&](const char* name) {
      return record.contains(name) && record[name].is_string() ? record[name].get<std::string>() : std::string();
    };
    const std::string text = field("text");
    TimeframeReader::Context context;
    context.report_date = report_date(field("report_date"));
    const Timeframe timeframe = reader.read(text, field("lang"), context);
    json expressions = json::array();
    PointCounter counter(text);
    for (const TimeExpression& e : timeframe.expressions)
      if (e.reason != "placeholder") expressions.push_back(expression(text, e, counter));
    const json answer = {{"id", record.value("id", json(nullptr))},
                         {"status", name_of(timeframe.status)},
                         {"earliest", day_or_null(timeframe.earliest)},
                         {"latest", day_or_null(timeframe.latest)},
                         {"expressions", std::move(expressions)}};
    std::cout << answer.dump(-1, ' ', false, json::error_handler_t::replace) << "\n";
  }
}

}  // namespace

void add_timeframes(CLI::App& program, ExitCode& exit_code) {
  auto* command = program.add_subcommand("timeframes", "Show what texts say about when, and why");
  struct Options {
    std::vector<std::string> texts;
    std::string language, report_date;
    bool jsonl = false;
  };
  auto options = std::make_shared<Options>();
  command->add_option("TEXT", options->texts, "Texts of actions");
  command->add_option("--lang", options->language, "Language of the texts (BCP 47); guessed when not given");
  command->add_option("--report-date", options->report_date, "The submission's date, as 2013-03-01");
  command->add_flag("--jsonl", options->jsonl, "Read records {\"id\",\"lang\",\"report_date\",\"text\"}, one a line");
  command->callback([options, &exit_code] {
    try {
      const TimeframeReader reader;
      if (options->jsonl) return read_records(reader);
      if (options->texts.empty()) throw std::runtime_error("a TEXT or --jsonl was expected");
      TimeframeReader::Context context;
      context.report_date = report_date(options->report_date);
      for (const std::string& text : options->texts)
        show(text, reader.read(text, options->language, context));
    } catch (const std::runtime_error& error) {
      std::cerr << "plumbline: " << error.what() << "\n";
      exit_code = exit_usage;
    }
  });
}

}  // namespace plumbline
