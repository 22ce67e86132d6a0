// inconsistent-name: one body or programme is written in two ways
#include "rules/check.h"
#include "rules/names/names.h"

namespace plumbline::checks {
namespace {

std::string words_of(const Submission& submission, const NameMention& mention) {
  const Reading& reading = submission.reading;
  const Passage& passage = passage_of(submission.report, reading, reading.texts[mention.text]);
  const std::uint32_t start = reading.words[mention.first].start;
  return passage.text.substr(start, reading.words[mention.last - 1].end() - start);
}

std::string times(std::uint32_t count) {
  return count == 1 ? "once" : std::to_string(count) + " times";
}

std::string message(const Submission& submission, const NameVariant& variant) {
  const std::string here = "\"" + words_of(submission, variant.mention) + "\"",
                    usual = "\"" + words_of(submission, variant.usual) + "\"";
  switch (variant.fault) {
    case NameFault::misspelled:
    case NameFault::parted:
      return here + " (" + times(variant.count) + ") is also written " + usual + " (" + times(variant.usual_count) +
             ")";
    case NameFault::other_kind:
      return here + " is called " + usual + " in another place";
    case NameFault::other_acronym:
      return here + " bears another acronym in another place: " + usual;
  }
  return here;
}

void run(const Submission& submission, CheckLog& log) {
  const Reading& reading = submission.reading;
  for (const Text& text : reading.texts)
    log.look(text.kind != TextKind::loose);
  for (const NameVariant& variant : find_name_variants(reading)) {
    const Text &text = reading.texts[variant.mention.text], &other = reading.texts[variant.usual.text];
    if (text.kind == TextKind::loose) continue;
    const Word &from = reading.words[variant.mention.first], &to = reading.words[variant.mention.last - 1];
    Finding& finding = log.find_at(node_of(submission.report, text), passage_of(submission.report, reading, text),
                                   from.start, to.end() - from.start, message(submission, variant));
    const Word &start = reading.words[variant.usual.first], &end = reading.words[variant.usual.last - 1];
    finding.related.push_back(
        {std::string(node_of(submission.report, other)), "written so here",
         passage_of(submission.report, reading, other).where(start.start, end.end() - start.start)});
  }
}

}  // namespace

extern const Check inconsistent_name;
const Check inconsistent_name = {
    "inconsistent-name",
    Severity::warning,
    "One body or programme is written in two ways",
    "Readers take it for two, and a search finds only one of them.",
    "Write the name in one way throughout.",
    "the CyberLine hotline … reports to the CyberLine",
    "the CyberLine hotline … reports to the CyperLine",
    run,
};

}  // namespace plumbline::checks
