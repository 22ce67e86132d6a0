// redefined-acronym: an acronym is spelled out in two ways
#include "rules/check.h"
#include "rules/names/acronyms.h"

#include <algorithm>
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
  return has_own(one, other) && has_own(other, one);
}

std::string words_of(const Submission& submission, const Definition& definition) {
  const Passage& passage = passage_of(submission.report, submission.reading, submission.reading.texts[definition.text]);
  const std::uint32_t start = submission.reading.words[definition.first].start;
  return passage.text.substr(start, submission.reading.words[definition.last - 1].end() - start);
}

void run(const Submission& submission, CheckLog& log) {
  const Reading& reading = submission.reading;
  for (const Acronym& acronym : find_acronyms(reading)) {
    if (acronym.definitions.empty()) continue;
    log.look();
    const Definition& first = acronym.definitions.front();
    const auto second = std::find_if(acronym.definitions.begin() + 1, acronym.definitions.end(),
                                     [&](const Definition& other) { return differ(reading, first, other); });
    if (second == acronym.definitions.end() || reading.texts[second->text].kind == TextKind::loose) continue;
    const Text& text = reading.texts[second->text];
    const Word &from = reading.words[std::min(second->first, second->word)],
               &to = reading.words[std::max(second->last - 1, second->word)];
    Finding& finding = log.find_at(node_of(submission.report, text), passage_of(submission.report, reading, text),
                                   from.start, to.end() - from.start,
                                   "\"" + acronym.letters + "\" stands for \"" + words_of(submission, *second) +
                                       "\" here and for \"" + words_of(submission, first) + "\" before");
    const Text& before = reading.texts[first.text];
    const Word& start = reading.words[std::min(first.first, first.word)];
    const Word& end = reading.words[std::max(first.last - 1, first.word)];
    finding.related.push_back(
        {std::string(node_of(submission.report, before)), "spelled out otherwise here",
         passage_of(submission.report, reading, before).where(start.start, end.end() - start.start)});
  }
}

}  // namespace

extern const Check redefined_acronym;
const Check redefined_acronym = {
    "redefined-acronym",
    Severity::warning,
    "An acronym is spelled out in two ways",
    "The reader cannot tell whether one body is meant, or two.",
    "Spell the acronym out in one way, or give the second body another one.",
    "National Hotline Unit (NHU) … the NHU",
    "National Hotline Unit (NHU) … National Help Union (NHU)",
    run,
};

}  // namespace plumbline::checks
