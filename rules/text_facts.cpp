// One pass for each kind of fact.
#include "rules/text_facts.h"

#include <algorithm>

namespace plumbline {

namespace {

// Shorter texts ("Training of officers") may well be said twice of two things.
constexpr std::uint32_t least_words = 5;

Similarities find_repeated(const Report& report, const Reading& reading) {
  std::vector<std::uint32_t> texts;
  for (std::uint32_t t = 0; t < reading.texts.size(); ++t) {
    const Text& text = reading.texts[t];
    if (text.kind == TextKind::action && report.actions[text.index].role == ActionRole::action) texts.push_back(t);
  }
  return find_similarities(reading, texts, least_words);
}

}  // namespace

std::uint32_t word_count(const Reading& reading, const Text& text) {
  const auto words = reading.words_of(text);
  const auto count = std::count_if(words.begin(), words.end(),
                                   [&](const Word& word) { return reading.form_of(word).kind != WordKind::mark; });
  return static_cast<std::uint32_t>(text.language == Language::zh ? count / 2 : count);
}

TextFacts find_facts(const Report& report, const Reading& reading) {
  return {find_figures(reading), find_acronyms(reading), find_repeated(report, reading)};
}

}  // namespace plumbline
