// The submission's own date.
#include "rules/segment/report_date.h"

#include "extractor/unicode/normalize.h"
#include "rules/timeframe/pass.h"

#include <algorithm>

namespace plumbline {

namespace {

constexpr std::uint32_t front_lines = 60;  // of a document whose first target is far down, or not known
constexpr int metadata_lag_years = 3;      // a file made later than this after all that it mentions was made again
constexpr int most_years_between_deeds = 3;
constexpr std::chrono::days longest_deed{366};  // of which months are named

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

bool is_exact(const TimeExpression& e) {
  return e.precision == Precision::day || e.precision == Precision::month;
}

bool is_in_table(const Document& document, std::uint32_t line) {
  const std::uint32_t block = document.lines[line].block;
  return block != no_index && document.blocks[block].cell != no_index;
}

bool ends_block(const Document& document, std::uint32_t line) {
  const std::uint32_t block = document.lines[line].block;
  return block == no_index || document.blocks[block].first_line + document.blocks[block].line_count == line + 1;
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
    const std::size_t length = code_points(text);
    if (length > 120) continue;
    const Timeframe read = reader.read(text, document.language);
    for (const TimeExpression& e : read.expressions) {
      if (!e.earliest || e.kind != ExpressionKind::date) continue;
      // "Submitted on 22 September 2015", "国家报告 2015年9月22日提交", alone on a short line.
      constexpr std::size_t verb_behind = 12;  // bytes
      const bool ends_line =
          e.start + e.length + (document.language.starts_with("zh") ? verb_behind : 1) >= text.size();
      const bool is_alone = is_exact(e) && length < 60 && ends_block(document, i) && ends_line;
      const bool is_filing = e.reason == "past-event" && is_alone;
      const bool is_line = e.length * 2 >= text.size() || e.reason == "label" || e.start + e.length == text.size() ||
                           (is_alone && e.start + e.length + 1 < text.size());
      if (!is_line || (!e.is_timeframe && !is_filing && e.precision != Precision::year)) continue;
      if (e.precision == Precision::year && is_in_table(document, i)) continue;  // of the target that it tells of
      if (rank(e.precision) <= rank(best.precision)) continue;
      best.precision = e.precision;
      best.day = is_exact(e) ? e.earliest : std::nullopt;
      best.year = static_cast<int>(e.earliest->year());
    }
  }
  return best;
}

// "July 2018 to June 2020" is the period of a plan.
bool is_long_period(const TimeExpression& e) {
  return is_exact(e) && e.earliest && e.latest &&
         std::chrono::sys_days(*e.latest) - std::chrono::sys_days(*e.earliest) > longest_deed;
}

// What a text tells of; nothing later than the file is. "40 megawatts installed from 2025" is no deed: it has no end.
struct Told {
  std::optional<Day> exact_deed;  // the latest of which a month is named
  std::optional<Day> deed_of_year;
  std::optional<Day> mention;  // the latest, of whatever kind: where it ends, if the file was made later

  void note(const Timeframe& read, std::optional<Day> made) {
    for (const TimeExpression& e : read.expressions) {
      if (!e.earliest || e.precision == Precision::unknown || (made && *made < *e.earliest)) continue;
      const Day told = made && e.latest && *e.latest <= *made ? *e.latest : *e.earliest;
      if (!mention || *mention < told) mention = told;
      if (e.reason != "past-event" || !e.latest || is_long_period(e)) continue;
      std::optional<Day>& deed = is_exact(e) ? exact_deed : deed_of_year;
      if (!deed || *deed < *e.earliest) deed = e.earliest;
    }
  }

  // A year far behind all deeds that are dated is one of a plan ("30,000 hectares planted in 2030").
  std::optional<Day> deed() const {
    if (!exact_deed || !deed_of_year) return exact_deed ? exact_deed : deed_of_year;
    const bool is_far =
        static_cast<int>(deed_of_year->year()) - static_cast<int>(exact_deed->year()) > most_years_between_deeds;
    return is_far ? *exact_deed : std::max(*exact_deed, *deed_of_year);
  }
};

std::string text_of(const Document& document, const Block& block) {
  std::string text;
  for (std::uint32_t i = block.first_line; i < block.first_line + block.line_count; ++i)
    (text += document.text_of(document.lines[i])) += ' ';
  return text;
}

// Blocks that hold what is planned: "register built by March 2017" is no deed there.
std::vector<bool> planned_blocks(const Document& document, const Report& report) {
  std::vector<bool> planned(document.blocks.size(), false);
  for (const Action& action : report.actions) {
    if (report.sections[report.groups[action.group].section].role != SectionRole::planned) continue;
    for (const Passage::Piece& piece : action.passage.pieces)
      if (const std::uint32_t block = document.lines[piece.line].block; block != no_index) planned[block] = true;
  }
  return planned;
}

// The deeds of the actions already undertaken; where there are none, and all mentions, of the whole document.
Told read_told(const Document& document, const TimeframeReader& reader, const Report& report, std::optional<Day> made) {
  Told undertaken, whole, of_plans;
  for (const Action& action : report.actions)
    if (report.sections[report.groups[action.group].section].role == SectionRole::undertaken)
      undertaken.note(reader.read(action.passage.text, language_of(action.passage, document)), made);
  const std::vector<bool> planned = planned_blocks(document, report);
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    (planned[i] ? of_plans : whole)
        .note(reader.read(text_of(document, block), block.language.empty() ? document.language : block.language), made);
  }
  if (undertaken.deed()) whole.exact_deed = undertaken.exact_deed, whole.deed_of_year = undertaken.deed_of_year;
  whole.mention = std::max(whole.mention, of_plans.mention);
  return whole;
}

Day end_of_month(Day day) {
  return Day{day.year() / day.month() / std::chrono::last};
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
  const auto made = parse_day(document.source.created.substr(0, 10));
  const Told told = read_told(document, reader, report, made);
  const auto deed = told.deed();
  const auto year_of = [](Day day) { return static_cast<int>(day.year()); };
  // A date on the front that its own deeds are later than is another's: a treaty's, a template's.
  if (front.day && (!told.exact_deed || year_of(*told.exact_deed) < year_of(*front.day) ||
                    *told.exact_deed <= end_of_month(*front.day)))
    return set(report, *front.day, DateSource::document);
  const bool is_front_year = front.year && !front.day && (!deed || year_of(*deed) <= *front.year);
  if (made && (is_front_year ? year_of(*made) == *front.year
                             : !told.mention || year_of(*made) - year_of(*told.mention) <= metadata_lag_years))
    return set(report, *made, DateSource::metadata);
  if (is_front_year) {
    set(report, Day{std::chrono::year(*front.year), std::chrono::January, std::chrono::day(1)}, DateSource::document);
    if (deed && year_of(*deed) == *front.year) report.date = *deed;
    return;
  }
  if (deed) set(report, *deed, DateSource::inferred);
}

}  // namespace plumbline
