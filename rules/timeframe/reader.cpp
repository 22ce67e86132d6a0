// Reads what a text says about when. The pipeline: fold, tokens, masks, expressions, judge, decide.
#include "rules/timeframe/reader.h"

#include "rules/data_folder.h"
#include "rules/timeframe/classify.h"
#include "rules/timeframe/company.h"
#include "rules/timeframe/decide.h"
#include "rules/timeframe/expression_days.h"

#include <algorithm>
#include <map>
#include <mutex>

namespace plumbline {

using namespace timeframe;

struct TimeframeReader::Tables {
  struct Entry {
    std::once_flag once;
    Language language;
  };
  std::string folder;
  std::map<std::string, Entry, std::less<>> entries;

  const Language* find(std::string_view code) {
    const auto at = entries.find(code.substr(0, std::min(code.find('-'), code.find('_'))));
    if (at == entries.end()) return nullptr;
    std::call_once(at->second.once, [&] {
      at->second.language = read_language(folder + "/" + at->first + ".toml", TomlLines::not_needed);
    });
    return &at->second.language;
  }
};

namespace {

ExpressionKind kind_of(const Expression& e) {
  switch (e.form) {
    case Form::range:
      return ExpressionKind::range;
    case Form::duration:
    case Form::event:
      return ExpressionKind::duration;
    case Form::recurrence:
      return ExpressionKind::recurrence;
    case Form::vague:
    case Form::placeholder:
      return ExpressionKind::vague;
    case Form::ongoing:
      return ExpressionKind::ongoing;
    default:
      return ExpressionKind::date;
  }
}

bool is_impossible(const Expression& e) {
  return is_impossible(e.from) || is_impossible(e.to);
}

// A month that does not exist, a range that runs backwards. A date that cannot be is told whatever it was said of.
void note_problems(const Expression& e, const Days& days, const Verdict& verdict, const TimeExpression& place,
                   Timeframe& to) {
  if (verdict.is_masked) return;
  const auto add = [&](DateProblem::Kind kind, std::string why) {
    to.problems.push_back({kind, place.start, place.length, std::move(why)});
  };
  for (const Point* point : {&e.from, &e.to})
    if (is_impossible(*point)) add(DateProblem::Kind::impossible, why_impossible(*point));
  const bool says_when = verdict.is_timeframe || verdict.reason.starts_with("past");
  if (says_when && e.form == Form::range && days.earliest && days.latest && *days.earliest > *days.latest)
    add(DateProblem::Kind::reversed, "it ends before it begins");
}

// An impossible date is judged as the one that was meant.
Verdict judge_of(Judge& judge, const Expression& e, const Days& days, const Language& language,
                 std::optional<Day> report_date) {
  if (!is_impossible(e)) return judge.judge(e, days);
  Expression meant = e;
  meant.from = nearest_possible(e.from), meant.to = nearest_possible(e.to);
  return judge.judge(meant, days_of(meant, language, report_date));
}

}  // namespace

TimeframeReader::TimeframeReader(std::string folder) : tables_(std::make_unique<Tables>()) {
  tables_->folder = folder.empty() ? data_folder() + "/timeframe/languages" : std::move(folder);
  for (const std::string& code : languages_in(tables_->folder))
    tables_->entries[code];
}
TimeframeReader::~TimeframeReader() = default;
TimeframeReader::TimeframeReader(TimeframeReader&&) noexcept = default;

std::vector<std::string> TimeframeReader::languages() const {
  std::vector<std::string> codes;
  for (const auto& entry : tables_->entries)
    codes.push_back(entry.first);
  return codes;
}

void TimeframeReader::load_all() const {
  for (const auto& entry : tables_->entries)
    tables_->find(entry.first);
}

Timeframe TimeframeReader::read(std::string_view text, std::string_view code, const Context& context) const {
  Timeframe result;
  const Language* language = tables_->find(code);
  if (!language) language = tables_->find(guess_language(text));
  if (!language) return result;
  thread_local Folded folded;
  thread_local Tokens tokens;
  fold_text(text, folded);
  tokens.read(folded, *language);
  const std::vector<Expression> expressions = find_expressions(tokens);
  if (!expressions.empty()) {
    result.expressions.reserve(expressions.size());
    const Verbs verbs(tokens);
    const std::vector<Mask> masks = find_masks(tokens, verbs);
    Judge judge(tokens, verbs, context, masks);
    for (const Expression& e : expressions) {
      Days days = days_of(e, *language, context.report_date);
      const Verdict verdict = judge_of(judge, e, days, *language, context.report_date);
      if (verdict.reason == "event-year" && (e.cues & bit(Word::before)))  // the event is some day of that year
        days = resolve(e.from, {}, context.report_date), days.earliest.reset(), days.is_approximate = true;
      TimeExpression made;
      made.start = folded.start_of(tokens[e.first].start);
      made.length = folded.end_of(tokens[e.last - 1].end) - made.start;
      made.is_timeframe = verdict.is_timeframe;
      made.reason = verdict.reason;
      made.kind = kind_of(e);
      made.precision = days.precision;
      made.earliest = days.earliest;
      made.latest = days.latest;
      made.is_approximate = days.is_approximate;
      note_problems(e, days, verdict, made, result);
      result.expressions.push_back(std::move(made));
    }
    weigh_in_company(verbs, expressions, result.expressions);
  }
  decide(result, context);
  return result;
}

Tense TimeframeReader::tense(std::string_view text, std::string_view code, bool has_later_date) const {
  const Language* language = tables_->find(code);
  if (!language) language = tables_->find(guess_language(text));
  if (!language) return Tense::unclear;
  thread_local Folded folded;
  thread_local Tokens tokens;
  fold_text(text, folded);
  tokens.read(folded, *language);
  return Verbs(tokens).tense(has_later_date);
}

bool TimeframeReader::is_timeframe_label(std::string_view heading, std::string_view code) const {
  if (heading.empty() || heading.size() > 80) return false;
  const Language* language = tables_->find(code);
  if (!language) return false;
  Folded folded;
  Tokens tokens;
  fold_text(heading, folded);
  tokens.read(folded, *language);
  bool has_label = false;
  for (Index i = 0; i < tokens.size();) {
    const auto label = tokens.match(i, Word::label);
    if (label) {
      has_label = true;
      i = label.next;
      continue;
    }
    const bool is_joint = tokens[i].kind == TokenKind::sign ||
                          tokens.has(i, any_of(Word::filler, Word::of, Word::and_, Word::for_, Word::part, Word::unit,
                                               Word::relative, Word::future, Word::to));
    if (!is_joint) return false;
    ++i;
  }
  return has_label;
}

// The table that knows the most words of the text's beginning.
std::string TimeframeReader::guess_language(std::string_view text) const {
  Folded folded;
  fold_text(text.substr(0, 4000), folded);
  std::string best = tables_->entries.count("en") ? "en" : tables_->entries.begin()->first;
  std::size_t most = 0;
  Tokens tokens;
  for (const auto& entry : tables_->entries) {
    tokens.read(folded, *tables_->find(entry.first));
    std::size_t known = 0;
    for (Index i = 0; i < tokens.size(); ++i)
      if (!tokens.is_number(i) && tokens[i].kind != TokenKind::sign && tokens[i].set != 0)
        known += tokens[i].end - tokens[i].start;
    if (known > most) most = known, best = entry.first;
  }
  return best;
}

}  // namespace plumbline
