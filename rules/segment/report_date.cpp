// The submission's own date.
#include "rules/segment/report_date.h"

#include "rules/timeframe/pass.h"

#include <algorithm>

namespace plumbline {

namespace {

constexpr std::uint32_t front_lines = 60;  // of a document whose first target is far down, or not known
constexpr int metadata_lag_years = 2;      // a file made later than this after its last deed was made again

struct FrontDate {
  std::optional<Day> day;
  std::optional<int> year;
  Precision precision = Precision::unknown;
};

std::uint32_t end_of_front(const Document& document, const Report& report) {
  std::uint32_t end = std::min<std::uint32_t>(front_lines, static_cast<std::uint32_t>(document.lines.size()));
  for (const Target& target : report.targets)
    if (!target.heading.pieces.empty()) return std::min(end, target.heading.pieces.front().line);
  for (const Section& section : report.sections)
    if (!section.heading.pieces.empty()) return std::min(end, section.heading.pieces.front().line);
  return end;
}

// A line that is nothing but a date, or a date behind its label; the most exact one counts.
FrontDate on_front(const Document& document, const TimeframeReader& reader, const Report& report) {
  FrontDate best;
  const auto rank = [](Precision precision) {
    return precision == Precision::day       ? 3
           : precision == Precision::month   ? 2
           : precision == Precision::unknown ? 0
                                             : 1;
  };
  for (std::uint32_t i = 0; i < end_of_front(document, report); ++i) {
    const std::string_view text = document.text_of(document.lines[i]);
    if (text.size() > 120) continue;
    const Timeframe read = reader.read(text, document.language);
    for (const TimeExpression& e : read.expressions) {
      if (!e.earliest || e.kind != ExpressionKind::date) continue;
      const bool is_line = e.length * 2 >= text.size() || e.reason == "label" || e.start + e.length == text.size();
      if (!is_line || (!e.is_timeframe && e.precision != Precision::year)) continue;
      if (rank(e.precision) <= rank(best.precision)) continue;
      best.precision = e.precision;
      best.day = e.precision == Precision::day || e.precision == Precision::month ? e.earliest : std::nullopt;
      best.year = static_cast<int>(e.earliest->year());
    }
  }
  return best;
}

// The latest day that the deeds of the text tell of.
std::optional<Day> latest_deed(const Document& document, const TimeframeReader& reader, const Report& report) {
  std::optional<Day> latest;
  for (const Action& action : report.actions) {
    const Section& section = report.sections[report.groups[action.group].section];
    const Timeframe read = reader.read(action.passage.text, language_of(action.passage, document));
    for (const TimeExpression& e : read.expressions) {
      const bool is_told = e.reason == "past-event" && section.role == SectionRole::undertaken;
      if (!is_told || !e.earliest || e.precision == Precision::unknown) continue;
      if (!latest || *latest < *e.earliest) latest = e.earliest;
    }
  }
  return latest;
}

void set(Report& report, Day day, DateSource source) {
  report.date = day;
  report.year = static_cast<int>(day.year());
  report.date_source = source;
}

}  // namespace

void find_report_date(const Document& document, const TimeframeReader& reader, std::optional<Day> given,
                      Report& report) {
  if (given) return set(report, *given, DateSource::given);
  const FrontDate front = on_front(document, reader, report);
  if (front.day) return set(report, *front.day, DateSource::document);
  const auto deed = latest_deed(document, reader, report);
  const std::string created = document.source.created.substr(0, 10);
  const auto made = parse_day(created);
  const auto is_plausible = [&](Day day) {
    const int year = static_cast<int>(day.year());
    if (front.year) return year == *front.year;
    return deed && *deed <= day && year - static_cast<int>(deed->year()) <= metadata_lag_years;
  };
  if (made && is_plausible(*made)) return set(report, *made, DateSource::metadata);
  if (front.year) {
    set(report, Day{std::chrono::year(*front.year), std::chrono::January, std::chrono::day(1)}, DateSource::document);
    if (deed && static_cast<int>(deed->year()) == *front.year) report.date = *deed;
    return;
  }
  if (deed) set(report, *deed, DateSource::inferred);
}

}  // namespace plumbline
