// redefined-acronym: an acronym is spelled out in two ways
#include "rules/check.h"
#include "rules/text_facts.h"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace plumbline::checks {
namespace {

std::unordered_set<std::uint32_t> roots_of(const Reading& reading, const Definition& definition) {
  std::unordered_set<std::uint32_t> roots;
  for (std::uint32_t at = definition.first; at < definition.last; ++at)
    if (const Form& form = reading.form_of(reading.words[at]);
        form.is_content_word() || form.kind == WordKind::ideograph)
      roots.insert(form.root);
  return roots;
}

// Words of meaning in a row: the same for a compound with and without its hyphen.
std::string letters_of(const Reading& reading, const Definition& definition) {
  std::string letters;
  for (std::uint32_t at = definition.first; at < definition.last; ++at)
    if (const Form& form = reading.form_of(reading.words[at]); form.is_content_word()) letters += form.folded;
  return letters;
}

// Each has a word that the other has not. One that only says more ("images database") is no second meaning.
bool differ(const Reading& reading, const Definition& a, const Definition& b) {
  if (reading.texts[a.text].language != reading.texts[b.text].language) return false;
  const auto one = roots_of(reading, a), other = roots_of(reading, b);
  if (a.is_foreign != b.is_foreign) return false;
  if (a.is_foreign)
    return std::none_of(one.begin(), one.end(), [&](std::uint32_t root) { return other.contains(root); });
  const auto has_own = [](const auto& mine, const auto& theirs) {
    return std::any_of(mine.begin(), mine.end(), [&](std::uint32_t root) { return !theirs.contains(root); });
  };
  return has_own(one, other) && has_own(other, one) && letters_of(reading, a) != letters_of(reading, b);
}

const Passage& passage_at(const Submission& submission, const Definition& definition) {
  return passage_of(submission.report, submission.reading, submission.reading.texts[definition.text]);
}

// First word to show. Where the name begins is not known in Chinese: up to the mark or number before it.
std::uint32_t first_shown(const Reading& reading, const Definition& definition) {
  constexpr std::uint32_t most_ideographs = 16;
  std::uint32_t first = definition.first;
  if (!definition.is_foreign || reading.form_of(reading.words[first]).kind != WordKind::ideograph) return first;
  const std::uint32_t begin = reading.texts[definition.text].first_word;
  while (first > begin && definition.last - first < most_ideographs &&
         reading.form_of(reading.words[first - 1]).kind == WordKind::ideograph)
    --first;
  return first;
}

std::string words_of(const Submission& submission, const Definition& definition) {
  const Reading& reading = submission.reading;
  const std::uint32_t start = reading.words[first_shown(reading, definition)].start;
  return passage_at(submission, definition).text.substr(start, reading.words[definition.last - 1].end() - start);
}

// Bytes of the long form with the acronym, and the bracket behind it.
std::pair<std::uint32_t, std::uint32_t> extent_of(const Submission& submission, const Definition& definition) {
  const auto& words = submission.reading.words;
  const std::uint32_t start = words[std::min(first_shown(submission.reading, definition), definition.word)].start;
  std::uint32_t end = words[std::max(definition.last - 1, definition.word)].end();
  const std::string& text = passage_at(submission, definition).text;
  for (const std::string_view bracket : {")", "）", "]"})
    if (std::string_view(text).substr(end).starts_with(bracket)) end += static_cast<std::uint32_t>(bracket.size());
  return {start, end - start};
}

void run(const Submission& submission, CheckLog& log) {
  const Reading& reading = submission.reading;
  for (const Acronym& acronym : submission.facts.acronyms) {
    if (acronym.definitions.empty()) continue;
    log.look();
    const Definition& first = acronym.definitions.front();
    const auto second = std::find_if(acronym.definitions.begin() + 1, acronym.definitions.end(),
                                     [&](const Definition& other) { return differ(reading, first, other); });
    if (second == acronym.definitions.end() || reading.texts[second->text].kind == TextKind::loose) continue;
    const auto [start, length] = extent_of(submission, *second);
    Finding& finding = log.find_at(node_of(submission.report, reading.texts[second->text]),
                                   passage_at(submission, *second), start, length,
                                   "\"" + acronym.letters + "\" stands for \"" + words_of(submission, *second) +
                                       "\" here and for \"" + words_of(submission, first) + "\" before");
    const auto [first_start, first_length] = extent_of(submission, first);
    finding.related.push_back({std::string(node_of(submission.report, reading.texts[first.text])),
                               "spelled out otherwise here",
                               passage_at(submission, first).where(first_start, first_length)});
  }
}

}  // namespace

extern const Check redefined_acronym;
const Check redefined_acronym = {
    "redefined-acronym",
    Severity::warning,
    "An acronym is spelled out in two ways",
    "Readers cannot tell whether one body is meant or two.",
    "Spell the acronym out the same way everywhere, or give the second body an acronym of its own.",
    "National Hotline Unit (NHU) … the NHU",
    "National Hotline Unit (NHU) … National Help Union (NHU)",
    run,
};

}  // namespace plumbline::checks
