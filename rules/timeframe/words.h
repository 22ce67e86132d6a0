// The kinds of words that the timeframe grammar knows. A language's table says which words are of which kind.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace plumbline::timeframe {

// A word may be of several kinds; `value` is what the table gives for it (3 for "March", "third", "quarter").
enum class Word : std::uint8_t {
  // calendar
  month,
  weekday,
  season,
  unit,
  cardinal,
  ordinal,
  part,
  relative,
  quarter_mark,
  half_mark,
  year_word,
  fiscal,
  school,
  period,
  era,
  decade_mark,
  // joints
  filler,
  to,
  and_,
  between,
  // cues: what a time expression begins (or, in some languages, ends) with
  by,
  before,
  until,
  in,
  from,
  since,
  after,
  of,
  for_,
  under,
  within,
  hence,
  ago,
  anchor,
  label,
  // recurrence and what is no date
  every,
  times,
  per,
  frequency,
  vague,
  ongoing,
  placeholder,
  // what dates belong to, when they do not date the action
  instrument,
  number_mark,
  numbered,
  standard,
  agenda,
  money,
  money_noun,
  event,
  milestone,
  document,
  content,
  baseline,
  lasting,
  phone,
  statistic,
  // tense
  future,
  past,
  present,
  auxiliary,
  participle,
  adverb,
  clause,
};
inline constexpr std::size_t word_kinds = static_cast<std::size_t>(Word::clause) + 1;

using WordSet = std::uint64_t;
static_assert(word_kinds <= 64);

constexpr WordSet bit(Word word) {
  return WordSet{1} << static_cast<std::size_t>(word);
}
template <typename... Words>
constexpr WordSet any_of(Words... words) {
  return (bit(words) | ...);
}

std::string_view name_of(Word word);
std::optional<Word> word_named(std::string_view name);

// Values of kind `unit`.
enum Unit : int {
  unit_day = 1,
  unit_week,
  unit_month,
  unit_quarter,
  unit_half,
  unit_year,
  unit_decade,
  unit_fortnight
};
// Values of kind `part`.
enum Part : int {
  part_none,
  part_early,
  part_mid,
  part_late,
  part_end,
  part_first_half,
  part_second_half,
  part_course
};
inline constexpr int part_of_year = 16;  // added to a part: of this year, unless one is named ("year-end")
// Values of cues: where they stand ("by June", "June at the latest", "au plus tard en juin", "en juin au plus tard").
enum CuePlace : int { cue_in_front, cue_behind, cue_either };
// Of kind `numbered`, besides: a street, whose number stands on either side of its name.
inline constexpr int numbered_street = 2;
// Values of kind `content`: what years that follow are of ("covering"); what a plan is made for, beside the day it is
// adopted on ("designed for 2015-2020"); what a deed aims at ("with the aim of"); a goal, whose year is no deadline of
// what is done with it, and the verbs that it is ("reach the goal of … by 2020"); what ends at a date by itself
// ("expires"), and what runs until then ("the contract runs until 2024"); what makes that day the deed's ("before that
// date").
enum Content : int {
  content_period,
  content_span,
  content_aim,
  content_goal,
  content_reach,
  content_validity,
  content_contract,
  content_back
};
// Of kind `adverb`, besides: makes a number a rough one ("about 300 flats").
inline constexpr int adverb_about = 1;
// Of kind `to`: leads to what an amount becomes ("auf 15 Stunden"), and to no end of a range.
inline constexpr int to_amount = 1;
// Values of kind `vague`: a phrase; what a condition begins with ("as soon as"), and what it waits for ("resources").
enum Vague : int { vague_phrase, vague_condition, vague_means };
// Values of kind `ongoing`: a state, or a mere "now", which a verb of the future may hold too ("will now be put"); or
// the auxiliary of a verb that tells of what is being done ("is drafting", "está elaborando").
// A start is none ("poner en marcha", where "en marcha" is a state). A linking verb goes on with what something is
// ("sigue en vigor"), not with an object ("seguirán un curso").
enum Ongoing : int { ongoing_state, ongoing_now, ongoing_auxiliary, ongoing_linking, ongoing_start };
// Values of kinds `vague` and `ongoing`: an adjective says which ("the Permanent Secretary"), not when; an attribute
// may be an adverb or a verb too ("à long terme", "continue").
enum Describing : int { describing_adjective = 8, describing_attribute };
// Values of kind `lasting`: what a length of time beside it is of; a noun whose kinds are told apart by how long they
// take ("long-term care"); a duty or right, whose terms are others' ("will oblige providers to answer within …"); what
// comes in one by one, and a term runs from ("within ten days of the application"); a unit shorter than a day; an
// answer, which may be a promise of its own ("will reply to the unions within 45 days"); what others bring within days
// ("appeals").
enum Lasting : int {
  lasting_length,
  lasting_noun,
  lasting_duty,
  lasting_case,
  lasting_modal,
  lasting_hour,
  lasting_answer,
  lasting_appeal
};
// Values of kind `relative`.
enum Relative : int { relative_last = -1, relative_this = 0, relative_next = 1 };

}  // namespace plumbline::timeframe
