// The whole that a sentence says a figure to be a part of.
#include "rules/figures/wholes.h"

#include "rules/figures/cues.h"
#include "rules/figures/part_counts.h"
#include "rules/figures/percentages.h"

namespace plumbline {
namespace {

// "2 500 jovens dos 12 aos 17 anos"
bool begins_range(const std::vector<Figure>& figures, std::uint32_t i) {
  if (i + 1 >= figures.size()) return false;
  const Figure &from = figures[i], &to = figures[i + 1];
  return to.kind == FigureKind::duration && to.sentence == from.sentence && to.word == from.word_end + 1;
}

// "72名…其中59名"; not "12个地区中，45所学校"
bool is_chinese_whole(const Reading& reading, const Figure& whole, const Figure& part) {
  if (whole.sentence != part.sentence || !counts_as_whole(whole)) return false;
  const bool share_classifier =
      whole.counted.empty() || part.counted.empty() || whole.counted.front() == part.counted.front();
  if (!share_classifier) return false;
  for (std::uint32_t at = whole.word_end; at < part.word; ++at)
    if (cue_at(reading, Cue::part_inside, at, part.word)) return true;
  return false;
}

// "59 of the 72", "59 officers of a total of 72"; "of the more than 72" is no exact whole.
bool stands_behind_part_of(const Reading& reading, const Figure& whole, const Figure& part) {
  const std::uint32_t at = whole.word;
  for (const std::uint32_t from : {part.word_end, part.counted_end}) {
    const std::uint32_t words = cue_at(reading, Cue::part_of, from, at);
    if (words > 0 && from + words == at) return true;
    const std::uint32_t total = cue_before(reading, Cue::total, at, part.word_end);
    if (words > 0 && total > 0 && from + words >= at - total) return true;
  }
  return false;
}

bool may_be_part(const Figure& figure) {
  return figure.kind == FigureKind::count && figure.bound == Bound::exact;
}

// "15 of them", "of whom 15", "of which 60 % (250)"
bool has_part_pronoun(const Reading& reading, const std::vector<Figure>& figures, std::uint32_t part) {
  const Figure &figure = figures[part], &share = figures[part - 1];
  const bool is_behind_share = share.kind == FigureKind::percent && share.sentence == figure.sentence &&
                               is_apposition(reading, share, figure, false) &&
                               cue_before(reading, Cue::part_pronoun, share.word, share.sentence) > 0;
  return is_behind_share || cue_before(reading, Cue::part_pronoun, figure.word, figure.sentence) > 0 ||
         cue_at(reading, Cue::part_pronoun, figure.word_end, figure.sentence_end) > 0;
}

// "ستة مراكز … استفادت منها 84 أسرة": families that the centres helped. A pronoun of parts stands right behind the
// whole or a comma; in other languages it cannot be taken for a verb's.
bool depends_on_verb(const Reading& reading, const Figure& whole, const Figure& part) {
  if (reading.texts[part.text].language != Language::ar) return false;
  const std::uint32_t cue = cue_before(reading, Cue::part_pronoun, part.word, part.sentence);
  if (cue == 0) return false;
  const std::uint32_t at = part.word - cue;
  return at > whole.counted_end && reading.form_of(reading.words[at - 1]).kind != WordKind::mark;
}

// "a book in four languages, of which 85,000 copies were sold"; "12 officers, of whom 14 women" is a slip.
bool counts_other_things(const Figure& whole, const Figure& part) {
  constexpr double widest_slip = 10;  // times
  return part.head != no_index && whole.head != no_index && part.head != whole.head &&
         part.value > widest_slip * whole.value;
}

}  // namespace

std::uint32_t whole_beside(const Reading& reading, const std::vector<Figure>& figures, std::uint32_t i) {
  const Figure& part = figures[i];
  if (!may_be_part(part)) return no_index;
  if (reading.texts[part.text].language == Language::zh)
    return i > 0 && is_chinese_whole(reading, figures[i - 1], part) ? i - 1 : no_index;
  if (i + 1 >= figures.size()) return no_index;
  const Figure& whole = figures[i + 1];
  if (whole.sentence != part.sentence || !counts_as_whole(whole)) return no_index;
  if (part.head != no_index && whole.head != no_index && part.head != whole.head) return no_index;
  if (begins_range(figures, i + 1)) return no_index;
  return stands_behind_part_of(reading, whole, part) ? i + 1 : no_index;
}

std::uint32_t whole_before(const Reading& reading, const std::vector<Figure>& figures, std::uint32_t i) {
  const Figure& part = figures[i];
  if (!may_be_part(part) || i == 0 || !has_part_pronoun(reading, figures, i)) return no_index;
  std::uint32_t only = no_index;
  for (std::uint32_t k = i; k-- > 0 && share_sentence(figures[k], part);) {
    if (figures[k].kind != FigureKind::count) continue;
    if (only != no_index) return no_index;
    only = k;
  }
  if (only == no_index) return no_index;
  const Figure& whole = figures[only];
  const bool is_whole = counts_as_whole(whole) && !whole.is_increment && !depends_on_verb(reading, whole, part) &&
                        !counts_other_things(whole, part);
  return is_whole ? only : no_index;
}

}  // namespace plumbline
