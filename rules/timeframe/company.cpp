// What the dates of one text say of each other.
#include "rules/timeframe/company.h"

#include "rules/timeframe/aims.h"
#include "rules/timeframe/goals.h"
#include "rules/timeframe/names_with_years.h"
#include "rules/timeframe/practices.h"

#include <algorithm>
#include <optional>

namespace plumbline::timeframe {

namespace {

class Company {
 public:
  Company(const Verbs& verbs, const std::vector<Expression>& expressions, std::vector<TimeExpression>& read)
      : verbs_(verbs), tokens_(verbs.tokens()), expressions_(expressions), read_(read) {}

  void weigh() {
    for (std::size_t i = 0; i < read_.size(); ++i) {
      if (i > 0) continue_label(i);
      if (i > 0) leave_event_of_past(i);
    }
    for (std::size_t i = 1; i < read_.size(); ++i)
      if (is_narrower(i)) drop(i - 1, "narrowed");
    for (std::size_t i = 0; i < read_.size(); ++i) {
      if (ends_before_start(i)) drop(i, "lasting");
      if (!says_when(i)) continue;
      if (is_year_of_name(i) && has_day_of_plan(i)) drop(i, "attributive-year");
      if (is_span_of_plan(i) || is_year_of_target(i) || is_aim_of_deed(i)) drop(i, "content");
      if (ends_contract(verbs_, expressions_[i]) && has_other(i)) drop(i, "lasting");
    }
    leave_stale_beside_live();
  }

 private:
  bool says_when(std::size_t i) const {
    const ExpressionKind kind = read_[i].kind;
    return read_[i].is_timeframe && (kind == ExpressionKind::date || kind == ExpressionKind::range);
  }
  void drop(std::size_t i, std::string_view reason) { read_[i].is_timeframe = false, read_[i].reason = reason; }

  // "Timetable: 2013 (design), 2014 (trial), 2015 (roll-out)": the label heads them all.
  void continue_label(std::size_t i) {
    const Expression& before = expressions_[i - 1];
    const Expression& e = expressions_[i];
    if (read_[i - 1].reason != "label" || read_[i].reason != "no-cue" || !e.from.has_year()) return;
    int depth = 0;
    bool is_listed = false;
    for (Index at = before.last; at < e.first; ++at) {
      depth += tokens_.is_sign(at, '(') - tokens_.is_sign(at, ')');
      const bool is_joint = tokens_.is_sign(at, ',') || tokens_.is_sign(at, ';') || tokens_.has(at, bit(Word::and_));
      is_listed = is_listed || (depth == 0 && is_joint);
      if (depth == 0 && !is_joint && !tokens_.is_sign(at, ')')) return;
    }
    if (is_listed) read_[i].is_timeframe = true, read_[i].reason = "label";
  }

  // "in 2025, thirty-five years after the peak of 1990": the event is over, so it dates nothing.
  void leave_event_of_past(std::size_t i) {
    constexpr Index most = 3;
    const Expression& event = expressions_[i - 1];
    const Expression& e = expressions_[i];
    if (!read_[i - 1].is_timeframe || read_[i - 1].reason != "event" || event.form != Form::duration) return;
    if (read_[i].is_timeframe || e.first - event.last > most || !e.from.has_year()) return;
    for (Index at = event.last; at < e.first; ++at)
      if (tokens_[at].kind == TokenKind::sign) return;
    if (read_[i].reason.starts_with("past")) drop(i - 1, "past-event");
  }

  // "before the recess, at the end of June 2013", "within three years, by 2015": the second says it more exactly.
  bool is_narrower(std::size_t i) const {
    const Expression& before = expressions_[i - 1];
    const Expression& e = expressions_[i];
    if (!read_[i - 1].is_timeframe || !says_when(i) || !e.from.has_year()) return false;
    if (before.form != Form::point && before.form != Form::duration) return false;
    const auto time = tokens_.match(before.last, Word::label);  // "用三年时间，"
    const Index joint = time ? time.next : before.last;
    const bool is_next = e.first == joint + 1 || (e.first == joint + 2 && tokens_.has(joint + 1, bit(Word::filler)));
    if (!is_next || (!tokens_.is_sign(joint, ',') && !tokens_.is_sign(joint, '('))) return false;
    const TimeExpression &wide = read_[i - 1], &narrow = read_[i];
    if (!wide.latest || !narrow.latest || *wide.latest < *narrow.latest) return false;
    return !wide.earliest || !narrow.earliest || *wide.earliest <= *narrow.earliest;
  }

  // "From January 2014 births will be registered within seven days": the term cannot run from today.
  bool ends_before_start(std::size_t i) const {
    const Expression& e = expressions_[i];
    if (e.form != Form::duration || e.is_anchored || !read_[i].is_timeframe || !read_[i].latest) return false;
    return any_in_sentence(i, [&](std::size_t j) {
      const bool is_start = says_when(j) && expressions_[j].says(Word::from) && read_[j].earliest && !read_[j].latest;
      return is_start && *read_[i].latest < *read_[j].earliest;
    });
  }

  template <typename Predicate>
  bool any_in_sentence(std::size_t i, Predicate holds) const {
    const Index start = verbs_.sentence_start(expressions_[i].first), end = verbs_.sentence_end(expressions_[i].first);
    for (std::size_t j = i; j-- > 0 && expressions_[j].first >= start;)
      if (holds(j)) return true;
    for (std::size_t j = i + 1; j < read_.size() && expressions_[j].first < end; ++j)
      if (holds(j)) return true;
    return false;
  }

  // Another date of the sentence, in the plan's first year or before, or in the same clause: what is done with the
  // plan.
  bool has_day_of_plan(std::size_t i) const {
    const Index start = verbs_.sentence_start(expressions_[i].first), end = verbs_.sentence_end(expressions_[i].first);
    const auto is_often = [&](std::size_t j) {
      return read_[j].is_timeframe && read_[j].kind == ExpressionKind::recurrence && is_same_clause(i, j);
    };
    if (any_in_sentence(i, is_often)) return true;  // "The indicators of the 2014-2020 plan are published every year"
    if (!has_promise(start, end) && verbs_.any(Mark::past, start, end)) return false;
    const auto is_day = [&](std::size_t j) {
      const Point& from = expressions_[j].from;
      const bool says_more = (expressions_[j].cues & own_cues) || from.month || from.quarter || from.half;
      if (!says_when(j) || read_[j].reason == "stale" || !says_more) return false;
      const bool is_early = read_[j].latest && static_cast<int>(read_[j].latest->year()) <= expressions_[i].from.year;
      return (is_early || is_same_clause(i, j)) && !is_period_of_plan(verbs_, expressions_[j]);
    };
    return any_in_sentence(i, is_day);
  }

  // "within two years; the contract runs until 2024"
  bool has_other(std::size_t i) const {
    constexpr std::size_t most = 8;  // expressions on either side; bounds the work
    for (std::size_t j = i - std::min(i, most); j < std::min(i + most, read_.size()); ++j)
      if (j != i && (says_when(j) || (read_[j].is_timeframe && read_[j].kind == ExpressionKind::duration))) return true;
    return false;
  }

  // "a roadmap for cutting waste by 2035, to be adopted in 2014", "the target of 2020, in a strategy to be adopted in
  // 2013": its year is no deadline of the deed.
  bool is_year_of_target(std::size_t i) const {
    return is_year_of_content(i) ||
           (expressions_[i].from.has_year() && is_of_document(verbs_, expressions_[i]) && has_sooner_deed(i));
  }

  bool has_sooner_deed(std::size_t i) const {
    constexpr std::chrono::years goal_years{3};  // what is nearer may be the next step of the deed
    return any_in_sentence(i, [&](std::size_t j) {
      const std::optional<Day>& day = read_[j].latest ? read_[j].latest : read_[j].earliest;
      const bool is_sooner = day && read_[i].latest && read_[i].latest->year() - day->year() >= goal_years;
      return says_when(j) && read_[j].reason != "stale" && is_sooner &&
             (j > i || !is_of_document(verbs_, expressions_[j])) &&
             !is_promised_beside(expressions_[i].last, expressions_[j].first);
    });
  }

  bool is_year_of_content(std::size_t i) const {
    constexpr Index most = 8;
    const Expression& e = expressions_[i];
    if (!e.from.is_bare_year() || i + 1 >= read_.size() || !says_when(i + 1)) return false;
    const Expression& next = expressions_[i + 1];
    const bool is_sooner = read_[i].latest && read_[i + 1].latest && *read_[i + 1].latest < *read_[i].latest;
    if (!is_sooner || next.first >= verbs_.sentence_end(e.first) || !has_promise(e.last, next.first)) return false;
    for (Index n = 1; n <= most && n <= e.first; ++n) {
      if (const auto word = tokens_.match(e.first - n, Word::content);
          word && (word.value == content_period || word.value == content_goal))
        return true;
      if (verbs_.ends_sentence(e.first - n) || verbs_.mark(e.first - n) == Mark::future) return false;
    }
    return false;
  }

  // "The scheme, designed for 2015-2020, will be adopted early in 2014": the day is before all of these years.
  bool is_span_of_plan(std::size_t i) const {
    const Expression& e = expressions_[i];
    if (!e.is_years() || !bears_span(verbs_, e)) return false;
    const Index start = verbs_.sentence_start(e.first), end = verbs_.sentence_end(e.first);
    return has_promise(start, end) && any_in_sentence(i, [&](std::size_t j) {
             return says_when(j) && read_[j].reason != "stale" && read_[j].latest &&
                    static_cast<int>(read_[j].latest->year()) < e.from.year;
           });
  }
  // "The strategy, to be launched in May 2014, will aim to halve waste by 2020": what comes of it, beside when it is
  // done.
  bool is_aim_of_deed(std::size_t i) const {
    const Expression& e = expressions_[i];
    return follows_aim(verbs_, e) && any_in_sentence(i, [&](std::size_t j) {
             const std::optional<Day>& day = read_[j].latest ? read_[j].latest : read_[j].earliest;
             const bool is_sooner = day && read_[i].latest && *day < *read_[i].latest;
             return says_when(j) && read_[j].reason != "stale" && is_sooner && !follows_aim(verbs_, expressions_[j]) &&
                    !is_promised_beside(e.last, expressions_[j].first);
           });
  }

  // "aims to hire 200 midwives by 2016 and will open a school in 2014"
  bool is_promised_beside(Index first, Index last) const {
    bool is_joined = false;
    for (Index at = first; at < last; ++at) {
      if (is_joined && verbs_.mark(at) == Mark::future) return true;
      is_joined = is_joined || tokens_.has(at, bit(Word::and_));
    }
    return false;
  }

  bool is_year_of_name(std::size_t i) const {
    const Expression& e = expressions_[i];
    return is_period_of_plan(verbs_, e) || is_period_of_noun(verbs_, e) || is_end_in_name(verbs_, e);
  }
  bool has_promise(Index first, Index last) const { return verbs_.any(Mark::future, first, last); }
  bool is_same_clause(std::size_t i, std::size_t j) const {
    const Index first = expressions_[std::min(i, j)].last, last = expressions_[std::max(i, j)].first;
    for (Index at = first; at < last; ++at)
      if (verbs_.ends_clause(at)) return false;
    return true;
  }

  // "to be finished, after the start in 2012, by 2014": where another date says when, one that is over is no deadline.
  void leave_stale_beside_live() {
    bool has_live = false;
    for (std::size_t i = 0; i < read_.size(); ++i)
      has_live = has_live || (says_when(i) && read_[i].reason != "stale");
    for (TimeExpression& e : read_)
      if (has_live && e.reason == "stale") e.is_timeframe = false, e.reason = "past-value";
  }

  const Verbs& verbs_;
  const Tokens& tokens_;
  const std::vector<Expression>& expressions_;
  std::vector<TimeExpression>& read_;
};

}  // namespace

void weigh_in_company(const Verbs& verbs, const std::vector<Expression>& expressions,
                      std::vector<TimeExpression>& read) {
  Company(verbs, expressions, read).weigh();
  leave_practices_beside_promise(verbs, expressions, read);
}

}  // namespace plumbline::timeframe
