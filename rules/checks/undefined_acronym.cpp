// undefined-acronym: an acronym is never spelled out
#include "rules/check.h"
#include "rules/pack/pack.h"
#include "rules/text_facts.h"

#include <algorithm>

namespace plumbline::checks {
namespace {

bool is_known(const Pack& pack, const std::string& letters) {
  if (is_common_acronym(letters)) return true;
  const auto is_it = [&](const std::string& known) { return known == letters || known == letters + "s"; };
  return std::any_of(pack.known_acronyms.begin(), pack.known_acronyms.end(), is_it) ||
         std::any_of(pack.known_names.begin(), pack.known_names.end(), is_it);
}

void run(const Submission& submission, CheckLog& log) {
  const Reading& reading = submission.reading;
  for (const Acronym& acronym : submission.facts.acronyms) {
    log.look();
    if (acronym.is_introduced || is_known(submission.pack, acronym.letters)) continue;
    const Text& text = reading.texts[acronym.text];
    if (text.kind == TextKind::loose) continue;
    // Of seven letters and more: read as a word, a name ("EUROJUST").
    const Word& word = reading.words[acronym.word];
    log.find_at(node_of(submission.report, text), passage_of(submission.report, reading, text), word.start, word.length,
                "\"" + acronym.letters + "\" is spelled out nowhere in this submission");
  }
}

}  // namespace

extern const Check undefined_acronym;
const Check undefined_acronym = {
    "undefined-acronym",
    Severity::info,
    "An acronym is never spelled out",
    "Readers in other countries do not know a country's own acronyms.",
    "Spell the acronym out where it stands first, with the letters in brackets.",
    "The National Hotline Unit (NHU) answers all reports.",
    "The NHU answers all reports. (And nowhere what NHU stands for.)",
    run,
};

}  // namespace plumbline::checks
