// A phrase goes on over words of meaning as far as its language lets a noun and what describes it stand.
#include "rules/figures/counted_phrase.h"

#include "rules/figures/cues.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace plumbline {
namespace {

constexpr std::uint32_t most_words = 6;

bool is_plural_english(const Form& form) {
  const std::string& word = form.folded;
  if (word == "people" || word == "men" || word == "women" || word == "children" || word == "persons") return true;
  return word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") &&
         !word.ends_with("is");
}

// "32 единицы участвует": no noun in the plural genitive ends so.
bool is_russian_verb(const Form& form) {
  constexpr std::string_view endings[] = {"ует", "ает", "яет", "уют", "ают", "яют", "ется", "ются", "ится", "ятся"};
  return std::any_of(std::begin(endings), std::end(endings),
                     [&](std::string_view ending) { return form.folded.ends_with(ending); });
}

}  // namespace

void read_counted_phrase(const Reading& reading, std::uint32_t at, Figure& figure) {
  const auto form = [&](std::uint32_t i) -> const Form& { return reading.form_of(reading.words[i]); };
  const std::uint32_t end = figure.sentence_end;
  const Language language = reading.texts[figure.text].language;
  figure.counted_end = at;
  // Percentages, money and measures say what they are of behind a preposition; not read here.
  if (figure.kind != FigureKind::count) return;
  std::uint32_t capitalised = no_index;
  for (std::uint32_t words = 0; at < end && words < most_words; ++at, ++words) {
    const Form& next = form(at);
    if (cue_at(reading, Cue::increment, at, end)) {
      figure.is_increment = true;
      continue;
    }
    if (next.kind == WordKind::mark) {
      const bool is_hyphen = next.text == "-" && !reading.words[at].space_before && figure.counted_end == at;
      if (is_hyphen && !figure.counted.empty()) continue;
      break;
    }
    if (next.kind == WordKind::ideograph ? next.is_function_word : !next.is_content_word()) break;
    if (next.kind == WordKind::ideograph && cue_at(reading, Cue::distributive, at, end)) break;
    if (cue_at(reading, Cue::adjective, at, end)) {
      figure.counted_end = at + 1;
      continue;
    }
    if (language == Language::ru && !figure.counted.empty() && is_russian_verb(next)) break;
    figure.counted.push_back(next.lemma);
    figure.counted_end = at + 1;
    if (language == Language::en && is_plural_english(next)) break;
    if (language == Language::de && next.is_capitalised) {
      capitalised = next.lemma;
      break;
    }
    // An ideograph run has no end of its own: what is counted stands in its first characters.
    if (next.kind == WordKind::ideograph && figure.counted.size() >= 5) break;
  }
  if (language == Language::de && capitalised == no_index) {  // "neun aufgeklärt"
    figure.counted.clear();
    figure.counted_end = figure.word_end;
  }
  if (figure.counted.empty()) return;
  const bool head_last = language == Language::en || language == Language::ru;
  figure.head = capitalised != no_index ? capitalised : head_last ? figure.counted.back() : figure.counted.front();
  if (language == Language::zh && figure.counted.size() > 1) figure.head = figure.counted[1];
}

}  // namespace plumbline
