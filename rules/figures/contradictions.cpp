// Contradictions that one sentence or its neighbours show: parts, wholes, sums, percentages, digits beside words.
#include "rules/figures/contradictions.h"

#include "rules/figures/cues.h"
#include "rules/figures/exclusive_pairs.h"
#include "rules/figures/growth.h"
#include "rules/figures/listed_parts.h"
#include "rules/figures/quantities.h"
#include "rules/figures/repeated_sentences.h"
#include "rules/figures/shares.h"
#include "rules/figures/table_totals.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace plumbline {
namespace {

// Parts of an open list may overlap; where they do, they mostly exceed their whole by more.
constexpr double widest_excess = 1.15;
// Words, and the share by which two wholes named in two texts may differ and still be taken for one.
constexpr std::uint32_t words_to_whole = 90, words_to_other_text = 160;
constexpr double widest_slip = 0.35;
// Figures behind a whole that are looked at for two parts of it, and words before a figure in brackets.
constexpr std::uint32_t most_followers = 5, longest_aside = 12;

class Search {
 public:
  Search(const Reading& reading, const std::vector<Figure>& figures) : reading_(reading), figures_(figures) {}

  std::vector<Contradiction> run() {
    for (const Figure& figure : figures_)
      counts_of_value_[figure.value] += figure.kind == FigureKind::count;
    for (std::uint32_t i = 0; i < figures_.size(); ++i) {
      compare_words_with_digits(i);
      if (const std::uint32_t whole = whole_of(i); whole != no_index)
        compare_part(i, whole);
      else if (const std::uint32_t named = whole_before(i); named != no_index)
        compare_with_named(i, named);
      compare_sum(i);
    }
    return std::move(found_);
  }

 private:
  const Form& form(std::uint32_t at) const { return reading_.form_of(reading_.words[at]); }
  bool is_mark(std::uint32_t at, const Figure& in, std::string_view mark) const {
    return at >= in.sentence && at < in.sentence_end && form(at).text == mark;
  }
  void add(ContradictionKind kind, std::uint32_t figure, std::uint32_t other, double expected) {
    found_.push_back({kind, figure, other, expected});
  }

  // "five (6) years"
  void compare_words_with_digits(std::uint32_t i) {
    if (i == 0) return;
    const Figure &words = figures_[i - 1], &digits = figures_[i];
    if (words.text != digits.text || !words.is_spelled_out || digits.is_spelled_out) return;
    if (digits.word != words.word_end + 1 || words.kind != FigureKind::count || words.value == digits.value) return;
    const bool in_brackets = (is_mark(words.word_end, digits, "(") && is_mark(digits.word_end, digits, ")")) ||
                             (is_mark(words.word_end, digits, "（") && is_mark(digits.word_end, digits, "）"));
    const bool goes_on = digits.word_end + 1 < digits.sentence_end && form(digits.word_end + 1).kind == WordKind::word;
    if (in_brackets && goes_on && words.value >= 2 && digits.value >= 2 && digits.decimals == 0)
      add(ContradictionKind::words_and_digits, i, i - 1, words.value);
  }

  // "2 500 jovens dos 12 aos 17 anos"
  bool begins_range(std::uint32_t i) const {
    if (i + 1 >= figures_.size()) return false;
    const Figure &from = figures_[i], &to = figures_[i + 1];
    return to.kind == FigureKind::duration && to.sentence == from.sentence && to.word == from.word_end + 1;
  }

  // The figure that `part` is a part of: "59 of the 72", "59 officers out of 72", "72名…其中59名"; not "95 requests
  // from 22 countries".
  std::uint32_t whole_of(std::uint32_t part) const {
    const Figure& first = figures_[part];
    if (first.kind != FigureKind::count || first.bound != Bound::exact) return no_index;
    const auto follows = [&](std::uint32_t other) {
      return other < figures_.size() && figures_[other].sentence == first.sentence;
    };
    if (reading_.texts[first.text].language == Language::zh) {
      if (part == 0 || !follows(part - 1)) return no_index;
      const Figure& whole = figures_[part - 1];
      const bool share_classifier =
          whole.counted.empty() || first.counted.empty() || whole.counted.front() == first.counted.front();
      if (!share_classifier) return no_index;  // "12个地区中，45所学校"
      for (std::uint32_t at = whole.word_end; at < first.word; ++at)
        if (cue_at(reading_, Cue::part_inside, at, first.word)) return counts(whole) ? part - 1 : no_index;
      return no_index;
    }
    if (!follows(part + 1) || !counts(figures_[part + 1])) return no_index;
    const Figure& whole = figures_[part + 1];
    if (first.head != no_index && whole.head != no_index && first.head != whole.head) return no_index;
    if (begins_range(part + 1)) return no_index;
    std::uint32_t at = whole.word;
    // "of the more than 72" is no exact whole; "of the total of 72" is.
    for (const std::uint32_t from : {first.word_end, first.counted_end}) {
      const std::uint32_t words = cue_at(reading_, Cue::part_of, from, at);
      if (words > 0 && from + words == at) return part + 1;
      const std::uint32_t total = cue_before(reading_, Cue::total, at, first.word_end);
      if (words > 0 && total > 0 && from + words >= at - total) return part + 1;
    }
    return no_index;
  }

  // "60 teachers, 15 of them": the only count before it in the sentence.
  std::uint32_t whole_before(std::uint32_t part) const {
    const Figure& figure = figures_[part];
    if (figure.kind != FigureKind::count || figure.bound != Bound::exact || part == 0) return no_index;
    const Figure& share = figures_[part - 1];  // "of which 60 % (250)"
    const bool is_behind_share = share.kind == FigureKind::percent && share.sentence == figure.sentence &&
                                 is_apposition(share, figure, false) &&
                                 cue_before(reading_, Cue::part_pronoun, share.word, share.sentence) > 0;
    if (!is_behind_share && !cue_before(reading_, Cue::part_pronoun, figure.word, figure.sentence) &&
        !cue_at(reading_, Cue::part_pronoun, figure.word_end, figure.sentence_end))
      return no_index;
    std::uint32_t whole = no_index;
    for (std::uint32_t i = part;
         i-- > 0 && figures_[i].text == figure.text && figures_[i].sentence == figure.sentence;) {
      if (figures_[i].kind != FigureKind::count) continue;
      if (whole != no_index) return no_index;
      whole = i;
    }
    if (whole != no_index && depends_on_verb(figures_[whole], figure)) return no_index;
    return whole != no_index && counts(figures_[whole]) && !figures_[whole].is_increment ? whole : no_index;
  }

  // "ستة مراكز … استفادت منها 84 أسرة": families that the centres helped. A pronoun of parts stands right behind the
  // whole or a comma; in other languages it cannot be taken for a verb's.
  bool depends_on_verb(const Figure& whole, const Figure& part) const {
    if (reading_.texts[part.text].language != Language::ar) return false;
    const std::uint32_t cue = cue_before(reading_, Cue::part_pronoun, part.word, part.sentence);
    if (cue == 0) return false;
    const std::uint32_t at = part.word - cue;
    return at > whole.counted_end && form(at - 1).kind != WordKind::mark;
  }

  void compare_with_named(std::uint32_t part, std::uint32_t whole) {
    if (figures_[part].value > figures_[whole].value)
      add(ContradictionKind::part_over_whole, part, whole, figures_[whole].value);
    else
      compare_percentage(part, whole);
  }

  static bool counts(const Figure& figure) {
    return figure.kind == FigureKind::count && figure.bound == Bound::exact && !figure.is_distributive &&
           figure.value >= 2;
  }

  void compare_part(std::uint32_t part, std::uint32_t whole) {
    const Figure &first = figures_[part], &second = figures_[whole];
    if (first.value > second.value) {
      add(ContradictionKind::part_over_whole, part, whole, second.value);
      return;
    }
    compare_percentage(part, whole);
    compare_whole(whole);
  }

  // "18 of the 24 stations (75 %)", "75 % (18 of the 24)", "18 of the 24, or 75 %,".
  void compare_percentage(std::uint32_t part, std::uint32_t whole) {
    const std::uint32_t first = std::min(part, whole), last = std::max(part, whole);
    for (const std::uint32_t candidate : {last + 1, first - 1, last - 1}) {
      if (candidate == first || candidate >= figures_.size() || figures_[candidate].kind != FigureKind::percent)
        continue;
      const Figure& percent = figures_[candidate];
      if (percent.text != figures_[part].text || percent.sentence != figures_[part].sentence) continue;
      if (percent.bound == Bound::at_least || percent.bound == Bound::at_most) continue;
      const Figure& near = figures_[candidate + 1 == last ? last : candidate > last ? last : first];
      if (!is_apposition(percent, near, candidate > last)) continue;
      const double expected = 100 * figures_[part].value / figures_[whole].value;
      double tolerance = percent.decimals == 0 ? 1.0 : 1.5 * std::pow(10.0, -percent.decimals);
      if (percent.bound == Bound::about) tolerance = 5;
      if (std::fabs(expected - percent.value) > tolerance)
        add(ContradictionKind::wrong_percentage, candidate, part, std::round(expected * 10) / 10);
    }
  }

  // Only a bracket or ", or" may stand between, and only the counted phrase.
  bool is_apposition(const Figure& percent, const Figure& near, bool is_behind) const {
    if (!is_behind) return is_mark(near.word - 1, near, "(") && near.word == percent.word_end + 1;
    std::uint32_t before = percent.word - 1;
    for (int articles = 0; articles < 2 && before > near.word_end && form(before).is_function_word; ++articles)
      before -= is_or(form(before)) ? 0 : 1;  // "(el 50 %)", "(that is 50 %)"
    if (percent.word > near.word_end + 8) return false;
    for (std::uint32_t at = near.word_end; at < before; ++at)
      if (form(at).kind == WordKind::mark && form(at).text != "," && form(at).text != "-") return false;
    return is_mark(before, percent, "(") || is_mark(before, percent, "（") ||
           (is_or(form(before)) && is_mark(before - 1, percent, ","));
  }

  static bool is_or(const Form& form) {
    switch (form.language) {
      case Language::en:
        return form.folded == "or";
      case Language::fr:
        return form.folded == "soit";
      case Language::es:
      case Language::it:
        return form.folded == "o" || form.folded == "ossia";
      case Language::pt:
        return form.folded == "ou";
      case Language::de:
        return form.folded == "oder" || form.folded == "also";
      case Language::ru:
        return form.folded == "или";
      case Language::ar:
        return form.folded == "او" || form.folded == "اي";
      default:
        return false;
    }
  }

  // "A total of 72 individuals were charged. 59 of the 71 charged …": the whole must have been named before.
  void compare_whole(std::uint32_t whole) {
    const Figure& later = figures_[whole];
    if (later.value < 3) return;
    if (counts_of_value_.at(later.value) > 1) return;
    std::uint32_t candidate = no_index;
    for (std::uint32_t i = whole; i-- > 0 && share_target(figures_[i], later);) {
      const Figure& earlier = figures_[i];
      if (!counts(earlier) || earlier.is_increment) continue;
      if (earlier.sentence == later.sentence && !has_semicolon(earlier.word_end, later.word)) continue;
      if (later.word - earlier.word > (earlier.text == later.text ? words_to_whole : words_to_other_text)) break;
      if (!(earlier.text == later.text ? may_be_whole(earlier, later) : may_be_whole_elsewhere(earlier, later)))
        continue;
      if (candidate != no_index && figures_[candidate].value != earlier.value) return;  // two to choose from
      candidate = i;
    }
    if (candidate == no_index || whole_is_part(candidate)) return;
    add(ContradictionKind::other_whole, whole, candidate, figures_[candidate].value);
  }

  bool has_semicolon(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t at = from; at < to; ++at)
      if (form(at).text == ";" || form(at).text == "；" || form(at).text == "؛") return true;
    return false;
  }

  bool share_target(const Figure& a, const Figure& b) const {
    const Text &one = reading_.texts[a.text], &other = reading_.texts[b.text];
    return one.target == other.target && one.language == other.language;
  }

  // In another text, only the same noun and nearly the same number are taken for the same.
  bool may_be_whole_elsewhere(const Figure& earlier, const Figure& later) const {
    if (earlier.head == no_index || earlier.head != later.head || earlier.years != later.years) return false;
    if (std::fabs(earlier.value - later.value) > widest_slip * std::max(earlier.value, later.value)) return false;
    return earlier.counted == later.counted ||
           (reading_.texts[later.text].language == Language::zh && begin_alike(earlier.counted, later.counted));
  }

  // "59 of the 72": the 59 is no whole for what follows.
  bool whole_is_part(std::uint32_t i) const { return whole_of(i) != no_index; }

  bool may_be_whole(const Figure& earlier, const Figure& later) const {
    if (!earlier.years.empty() && !later.years.empty() && earlier.years != later.years) return false;
    if (earlier.value > 2.5 * later.value || later.value > 2.5 * earlier.value) return false;
    const bool follows = earlier.sentence_end == later.sentence;
    if (reading_.texts[later.text].language == Language::zh) {
      const bool has_classifier =
          !earlier.counted.empty() && !later.counted.empty() && earlier.counted.front() == later.counted.front();
      return begin_alike(earlier.counted, later.counted) || (follows && earlier.is_total && has_classifier);
    }
    if (later.counted.empty()) return follows && earlier.is_total;
    if (earlier.head != no_index &&
        std::find(later.counted.begin(), later.counted.end(), earlier.head) != later.counted.end())
      return true;
    if (!earlier.is_total) return false;
    // Another noun for the same: a word of its phrase stands in the sentence that names the total.
    for (std::uint32_t at = later.word_end; at < later.counted_end; ++at) {
      if (!form(at).is_content_word() && form(at).kind != WordKind::ideograph) continue;
      for (std::uint32_t i = earlier.sentence; i < earlier.sentence_end; ++i)
        if (form(i).is_content_word() && form(i).root == form(at).root) return true;
    }
    return false;
  }

  // "72 persons (40 men and 31 women)", "a total of 72 persons: 40 men and 31 women", "40 men and 31 women, a total of
  // 72".
  void compare_sum(std::uint32_t i) {
    const Figure& whole = figures_[i];
    if (whole.is_distributive || whole.is_increment) return;
    if (whole.kind == FigureKind::money && whole.bound == Bound::exact) {
      sum_behind(i);
      return;
    }
    if (!counts(whole)) return;
    if (exceeds_by_exclusive_parts(i) || exceeds_its_whole(i)) return;
    if (!sum_behind(i) && whole.is_total) sum_before(i);
  }

  // "240 applications, of which it approved 187 and rejected 93": parts that exclude each other are more than the
  // whole.
  bool exceeds_by_exclusive_parts(std::uint32_t i) {
    const Figure& whole = figures_[i];
    std::vector<std::uint32_t> parts;  // but for "(2012: 104)"
    std::uint32_t k = i + 1;
    for (; k < figures_.size() && figures_[k].text == whole.text && figures_[k].sentence == whole.sentence; ++k) {
      if (k > i + most_followers) return false;
      if (!is_aside(whole, k)) parts.push_back(k);
    }
    if (parts.size() != 2) return false;
    const Figure &first = figures_[parts[0]], &second = figures_[parts[1]];
    if (!counts_as_part(first) || !counts_as_part(second)) return false;
    if (first.value >= whole.value || second.value >= whole.value || first.value + second.value <= whole.value)
      return false;
    if (is_set_apart(whole, first.word) || !are_exclusive(reading_, whole.word_end, whole.sentence_end)) return false;
    add(ContradictionKind::wrong_sum, i, parts[1], first.value + second.value);
    return true;
  }

  // "(2012: 104), of whom …": a bracket that opened before the figure closes before what follows.
  bool is_set_apart(const Figure& figure, std::uint32_t follower) const {
    int depth = 0;
    for (std::uint32_t at = figure.word_end; at < follower; ++at) {
      if (opens_bracket(reading_, at)) ++depth;
      if (closes_bracket(at) && --depth < 0) return true;
    }
    return false;
  }

  // The only figure of a bracket that opens and closes behind `whole`.
  bool is_aside(const Figure& whole, std::uint32_t i) const {
    const Figure& figure = figures_[i];
    std::uint32_t opening = figure.word;
    while (opening > whole.word_end && figure.word - opening < longest_aside && !opens_bracket(reading_, opening))
      --opening;
    if (!opens_bracket(reading_, opening)) return false;
    if (i > 0 && figures_[i - 1].word >= opening) return false;
    for (std::uint32_t at = opening; at < figure.word; ++at)
      if (closes_bracket(at)) return false;
    const bool is_last = i + 1 == figures_.size() || figures_[i + 1].sentence != figure.sentence;
    return is_last || is_set_apart(figure, figures_[i + 1].word);
  }

  // "Of the 80 cases, 85 were closed"; "Of 120 reports, 70 concerned images, 30 videos and 25 chats".
  bool exceeds_its_whole(std::uint32_t i) {
    const Figure& whole = figures_[i];
    const std::uint32_t cue = cue_before(reading_, Cue::whole_front, whole.word, whole.sentence);
    if (cue == 0 || (whole.word - cue != whole.sentence && !is_comma(whole.word - cue - 1))) return false;
    std::vector<std::uint32_t> parts;
    for (std::uint32_t k = i + 1;
         k < figures_.size() && figures_[k].text == whole.text && figures_[k].sentence == whole.sentence; ++k) {
      if (k == i + 2 && figures_[k].kind == FigureKind::percent) continue;  // "Of the 80 centres, 20 (25 %)"
      if (!counts_as_part(figures_[k])) return false;
      parts.push_back(k);
    }
    const Language language = reading_.texts[whole.text].language;
    const auto comma = [&] {
      if (language == Language::de || language == Language::ru) return true;  // "Von 120 Meldungen betrafen 70 …"
      for (std::uint32_t at = whole.word_end; !parts.empty() && at < figures_[parts[0]].word; ++at)
        if (is_comma(at)) return true;
      return false;
    };
    const auto inside = [&] {  // "在80起案件中，85起"; not "在7个省开展试点，在42个省"
      for (std::uint32_t at = whole.word_end; !parts.empty() && at < figures_[parts[0]].word; ++at)
        if (cue_at(reading_, Cue::part_inside, at, figures_[parts[0]].word)) return true;
      return false;
    };
    if (parts.empty() || !comma() || (language == Language::zh && !inside())) return false;
    const Figure& first = figures_[parts[0]];
    const bool is_same = language == Language::zh
                             ? !first.counted.empty() && !whole.counted.empty() && first.counted[0] == whole.counted[0]
                             : first.counted.empty() || first.head == whole.head;
    if (first.value > whole.value && is_same) {
      add(ContradictionKind::part_over_whole, parts[0], i, whole.value);
      return true;
    }
    if (whole.is_definite && !is_narrowed(whole)) compare_whole(i);
    if (parts.size() == 1) compare_percentage(parts[0], i);
    double sum = first.value;
    for (std::size_t k = 1; k < parts.size(); ++k) {
      const Figure& part = figures_[parts[k]];
      const Form& before = form(part.word - 1);
      const bool is_listed = is_comma(part.word - 1) || before.text == "、" || before.is_function_word;
      if (!is_listed || (language != Language::zh && !has_no_predicate(part))) return false;
      sum += part.value;
    }
    if (parts.size() < 2 || sum <= whole.value || sum > widest_excess * whole.value) return false;
    add(ContradictionKind::wrong_sum, i, parts.back(), sum);
    return true;
  }

  // "Of the 200 schools in the north, …" are not all the schools named before.
  bool is_narrowed(const Figure& whole) const {
    for (std::uint32_t at = whole.counted_end; at < whole.sentence_end && form(at).kind != WordKind::mark; ++at)
      if (form(at).is_function_word) return true;
    return false;
  }

  bool closes_bracket(std::uint32_t at) const { return form(at).text == ")" || form(at).text == "）"; }
  bool is_colon(std::uint32_t at) const { return form(at).text == ":" || form(at).text == "："; }
  bool is_comma(std::uint32_t at) const {
    const std::string& mark = form(at).text;
    return mark == "," || mark == "،" || mark == "，";
  }

  bool sum_behind(std::uint32_t i) {
    const Figure& whole = figures_[i];
    std::uint32_t opening = whole.counted_end;
    const std::uint32_t limit = std::min(whole.sentence_end, whole.counted_end + (whole.is_total ? 8u : 2u));
    while (opening < limit && !opens_parts(opening))
      ++opening;
    if (opening >= limit) return false;
    const bool in_brackets = opens_bracket(reading_, opening);
    std::uint32_t closing = whole.sentence_end;
    if (in_brackets) {
      closing = opening + 1;
      while (closing < whole.sentence_end && !closes_bracket(closing))
        ++closing;
      if (closing == whole.sentence_end) return false;
    } else if (!whole.is_total && !is_colon(opening)) {
      return false;
    }
    std::vector<std::uint32_t> parts;
    for (std::uint32_t k = i + 1; k < figures_.size() && figures_[k].text == whole.text && figures_[k].word < closing;
         ++k)
      parts.push_back(k);
    if (parts.empty() || !begins_with(figures_[parts.front()], opening)) return true;
    judge_sum(i, parts, opening, closing);
    return true;
  }

  // The first part stands behind its opening mark; in Chinese its noun may come first ("：法官90人").
  bool begins_with(const Figure& part, std::uint32_t opening) const {
    if (part.word == opening + 1) return true;
    if (reading_.texts[part.text].language != Language::zh || part.word > opening + 7) return false;
    for (std::uint32_t at = opening + 1; at < part.word; ++at)
      if (form(at).kind != WordKind::ideograph) return false;
    return true;
  }

  bool opens_parts(std::uint32_t at) const {
    const std::string& mark = form(at).text;
    return opens_bracket(reading_, at) || is_colon(at) || mark == "—" || mark == "–" || mark == "，" ||
           (mark == "," && at + 1 < reading_.words.size() && form(at + 1).kind == WordKind::number);
  }

  void sum_before(std::uint32_t i) {
    const Figure& whole = figures_[i];
    std::vector<std::uint32_t> parts;
    for (std::uint32_t k = i; k-- > 0 && figures_[k].sentence == whole.sentence && figures_[k].text == whole.text;)
      parts.insert(parts.begin(), k);
    keep_what_is_counted_in(whole, parts);
    if (!parts.empty()) judge_sum(i, parts, figures_[parts.front()].word, whole.word);
  }

  // "two centres, one with 24 places and one with 18 places, 42 places in all": where some count what the total counts,
  // the others are no parts of it.
  void keep_what_is_counted_in(const Figure& whole, std::vector<std::uint32_t>& parts) const {
    if (whole.head == no_index) return;
    const auto counts_other = [&](std::uint32_t part) { return figures_[part].head != whole.head; };
    if (!std::all_of(parts.begin(), parts.end(), counts_other)) std::erase_if(parts, counts_other);
  }

  // A sum is held against its whole only where it was clearly meant to be one: near it, or equal but for one part.
  void judge_sum(std::uint32_t whole, const std::vector<std::uint32_t>& parts, std::uint32_t from, std::uint32_t to) {
    if (parts.size() < 2) return;
    for (std::uint32_t at = from; at < to; ++at)
      if (cue_at(reading_, Cue::not_all, at, to)) return;
    double sum = 0;
    std::uint32_t followers = 0;
    for (const std::uint32_t part : parts) {
      const Figure& figure = figures_[part];
      const bool is_share = counts_as_part(figure) || is_amount(figure, figures_[whole]);
      if (!is_share || figure.kind != figures_[whole].kind || figure.value >= figures_[whole].value) return;
      followers += !figure.counted.empty();
      sum += figure.value;
    }
    const bool in_brackets = opens_bracket(reading_, from),
               has_colon = is_colon(from);  // "12 projects: five in the north, …"
    if (!in_brackets && !are_parallel(parts) && !(has_colon && are_placed(parts))) return;
    if (followers == 0 && !has_colon) return;
    const double total = figures_[whole].value;
    const double distance = std::fabs(sum - total);
    // Amounts are rounded.
    const double least = figures_[whole].kind == FigureKind::money ? 0.02 * total : 0;
    if (distance > least && distance <= 0.3 * total)
      add(ContradictionKind::wrong_sum, whole, parts.front() > whole ? parts.back() : parts.front(), sum);
  }

  static bool counts_as_part(const Figure& figure) {
    return figure.kind == FigureKind::count && figure.bound == Bound::exact && !figure.is_distributive &&
           !figure.is_definite && figure.value >= 1;
  }

  static bool is_amount(const Figure& figure, const Figure& whole) {
    return figure.kind == FigureKind::money && figure.unit == whole.unit && figure.bound == Bound::exact &&
           !figure.is_distributive && !figure.is_increment;
  }

  // Each part is followed by a phrase of its own or by the same preposition: "40 in the north and 31 in the south".
  bool are_parallel(const std::vector<std::uint32_t>& parts) const {
    std::uint32_t preposition = no_index;
    bool all_phrases = true, all_prepositions = true;
    for (const std::uint32_t part : parts) {
      const Figure& figure = figures_[part];
      all_phrases = all_phrases && !figure.counted.empty() && has_no_predicate(figure);
      if (figure.word_end >= figure.sentence_end) return false;
      const std::uint32_t next =
          reading_.words[figure.counted_end < figure.sentence_end ? figure.counted_end : figure.word_end].form;
      if (preposition == no_index) preposition = next;
      all_prepositions = all_prepositions && next == preposition && reading_.forms[next].cannot_end;
    }
    return all_phrases || all_prepositions;
  }

  // "215 cases: 140 em Lisca, 45 em Vale Fundo e 30 nas ilhas": each part is followed by a preposition.
  bool are_placed(const std::vector<std::uint32_t>& parts) const {
    return std::all_of(parts.begin(), parts.end(), [&](std::uint32_t part) {
      const Figure& figure = figures_[part];
      return figure.counted.empty() && figure.word_end < figure.sentence_end && form(figure.word_end).cannot_end;
    });
  }

  // Behind the phrase comes a comma, a conjunction or the end, not a verb.
  bool has_no_predicate(const Figure& figure) const {
    if (figure.counted_end >= figure.sentence_end) return true;
    const Form& next = form(figure.counted_end);
    return next.kind == WordKind::mark || next.is_function_word;
  }

  const Reading& reading_;
  const std::vector<Figure>& figures_;
  std::unordered_map<double, std::uint32_t> counts_of_value_;
  std::vector<Contradiction> found_;
};

}  // namespace

std::vector<Contradiction> find_contradictions(const Reading& reading, const Report& report,
                                               const std::vector<Figure>& figures) {
  std::vector<Contradiction> found = Search(reading, figures).run();
  for (const auto& more : {find_wrong_growth(reading, figures), find_wrong_totals(reading, report, figures),
                           find_wrong_shares(reading, figures), find_wrong_lists(reading, figures)})
    found.insert(found.end(), more.begin(), more.end());
  std::unordered_set<std::uint32_t> known;
  for (const Contradiction& local : found)
    known.insert({local.figure, local.other});
  const auto values_against = [&](const std::vector<Contradiction>& list, std::uint32_t mention) {
    std::set<double> values;
    for (const Contradiction& item : list)
      if (item.other == mention) values.insert(figures[item.figure].value);
    return values.size();
  };
  for (const auto& more :
       {find_other_values(reading, report, figures), find_repeated_sentences(reading, report, figures)})
    for (const Contradiction& other : more)
      // A third value shows that the words are a pattern, not one quantity.
      if (!known.contains(other.figure) && !known.contains(other.other) && values_against(more, other.other) == 1)
        found.push_back(other);
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.figure < b.figure; });
  found.erase(
      std::unique(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.figure == b.figure; }),
      found.end());
  return found;
}

}  // namespace plumbline
