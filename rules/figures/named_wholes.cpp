// A whole that has another value where it was named.
#include "rules/figures/named_wholes.h"

#include "rules/figures/marks.h"
#include "rules/figures/part_counts.h"
#include "rules/figures/quantities.h"
#include "rules/figures/wholes.h"

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

constexpr double least_whole = 3;
constexpr std::uint32_t words_to_whole = 90, words_to_other_text = 160;
// How far two wholes may differ and still be taken for one: by a factor in one text, by a share in two.
constexpr double widest_factor = 2.5, widest_slip = 0.35;

bool share_target(const Reading& reading, const Figure& a, const Figure& b) {
  const Text &one = reading.texts[a.text], &other = reading.texts[b.text];
  return one.target == other.target && one.language == other.language;
}

bool has_semicolon(const Reading& reading, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t at = from; at < to; ++at)
    if (is_semicolon(reading, at)) return true;
  return false;
}

// Another noun for the same: a word of its phrase stands in the sentence that names the total.
bool takes_up_word(const Reading& reading, const Figure& total, const Figure& later) {
  const auto form = [&](std::uint32_t at) -> const Form& { return reading.form_of(reading.words[at]); };
  for (std::uint32_t at = later.word_end; at < later.counted_end; ++at) {
    if (!form(at).is_content_word() && form(at).kind != WordKind::ideograph) continue;
    for (std::uint32_t i = total.sentence; i < total.sentence_end; ++i)
      if (form(i).is_content_word() && form(i).root == form(at).root) return true;
  }
  return false;
}

bool may_be_whole_in_text(const Reading& reading, const Figure& earlier, const Figure& later) {
  if (!earlier.years.empty() && !later.years.empty() && earlier.years != later.years) return false;
  if (earlier.value > widest_factor * later.value || later.value > widest_factor * earlier.value) return false;
  const bool follows = earlier.sentence_end == later.sentence;
  if (reading.texts[later.text].language == Language::zh) {
    const bool has_classifier =
        !earlier.counted.empty() && !later.counted.empty() && earlier.counted.front() == later.counted.front();
    return begin_alike(earlier.counted, later.counted) || (follows && earlier.is_total && has_classifier);
  }
  if (later.counted.empty()) return follows && earlier.is_total;
  if (earlier.head != no_index &&
      std::find(later.counted.begin(), later.counted.end(), earlier.head) != later.counted.end())
    return true;
  return earlier.is_total && takes_up_word(reading, earlier, later);
}

// In another text, only the same noun and nearly the same number are taken for the same.
bool may_be_whole_elsewhere(const Reading& reading, const Figure& earlier, const Figure& later) {
  if (earlier.head == no_index || earlier.head != later.head || earlier.years != later.years) return false;
  if (std::fabs(earlier.value - later.value) > widest_slip * std::max(earlier.value, later.value)) return false;
  return earlier.counted == later.counted ||
         (reading.texts[later.text].language == Language::zh && begin_alike(earlier.counted, later.counted));
}

}  // namespace

NamedWholes::NamedWholes(const Reading& reading, const std::vector<Figure>& figures)
    : reading_(reading), figures_(figures) {
  for (const Figure& figure : figures)
    counts_of_value_[figure.value] += figure.kind == FigureKind::count;
}

void NamedWholes::compare(std::uint32_t whole, std::vector<Contradiction>& found) const {
  const double value = figures_[whole].value;
  if (value < least_whole || counts_of_value_.at(value) > 1) return;
  const std::uint32_t earlier = earlier_mention(whole);
  if (earlier == no_index) return;
  const bool is_part = whole_beside(reading_, figures_, earlier) != no_index;  // "59 of the 72": the 59
  if (!is_part) found.push_back({ContradictionKind::other_whole, whole, earlier, figures_[earlier].value});
}

std::uint32_t NamedWholes::earlier_mention(std::uint32_t whole) const {
  const Figure& later = figures_[whole];
  std::uint32_t mention = no_index;
  for (std::uint32_t i = whole; i-- > 0 && share_target(reading_, figures_[i], later);) {
    const Figure& earlier = figures_[i];
    if (!counts_as_whole(earlier) || earlier.is_increment) continue;
    if (earlier.sentence == later.sentence && !has_semicolon(reading_, earlier.word_end, later.word)) continue;
    const bool is_same_text = earlier.text == later.text;
    if (later.word - earlier.word > (is_same_text ? words_to_whole : words_to_other_text)) break;
    if (!(is_same_text ? may_be_whole_in_text : may_be_whole_elsewhere)(reading_, earlier, later)) continue;
    if (mention != no_index && figures_[mention].value != earlier.value) return no_index;
    mention = i;
  }
  return mention;
}

}  // namespace plumbline
