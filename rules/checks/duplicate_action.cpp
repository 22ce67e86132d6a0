// duplicate-action: one action stands twice in one target
#include "rules/check.h"
#include "rules/pack/pack.h"
#include "rules/reading/excerpt.h"
#include "rules/reading/text_end.h"
#include "rules/text_facts.h"

#include <map>
#include <set>
#include <span>

namespace plumbline::checks {
namespace {

// Where the template leaves its headings to the party, charts and tables repeat their captions.
constexpr std::uint32_t least_words_of_loose = 8;
// A shorter sentence ("It is updated every year.") may be told of two things.
constexpr std::uint32_t least_words_of_sentence = 8;

// What one action is held against: those of its target, or of the sections of its kind where there are no targets.
std::string scope_of(const Submission& submission, const Text& text) {
  if (text.target != no_index) return "target " + std::to_string(text.target);
  const Report& report = submission.report;
  const Section& section = report.sections[report.groups[report.actions[text.index].group].section];
  return section.kind == other_kind ? "" : section.kind;
}

bool may_be_compared(const Submission& submission, const Text& text) {
  if (text.kind != TextKind::action) return false;
  const Action& action = submission.report.actions[text.index];
  const std::string& words = action.passage.text;
  if (action.role != ActionRole::action || words.ends_with(':') || words.ends_with("：")) return false;
  return !submission.pack.is_loose || (action.cells.empty() && reads_as_sentence(submission.reading, text, 2));
}

bool is_long_enough(const Submission& submission, std::uint32_t text) {
  return !submission.pack.is_loose ||
         word_count(submission.reading, submission.reading.texts[text]) >= least_words_of_loose;
}

class Teller {
 public:
  Teller(const Submission& submission, CheckLog& log) : submission_(submission), log_(log) {}

  void tell_copies(std::span<const std::uint32_t> group) {
    std::map<std::string, const Action*> firsts;  // by scope
    for (const std::uint32_t t : group) {
      const std::string scope = scope_of(submission_, text(t));
      if (scope.empty() || !may_be_compared(submission_, text(t)) || !is_long_enough(submission_, t)) continue;
      const auto [first, is_new] = firsts.emplace(scope, &action(t));
      if (is_new) continue;
      tell(t, "this action already stands", first->second->passage.text)
          .related.push_back({first->second->id, "it stands here first", first->second->passage.where()});
    }
  }

  void tell_part(const Containment& found) {
    const std::string scope = scope_of(submission_, text(found.part));
    if (told_.contains(found.part) || scope.empty() || scope != scope_of(submission_, text(found.whole))) return;
    if (!may_be_compared(submission_, text(found.part)) || !may_be_compared(submission_, text(found.whole))) return;
    if (word_count(submission_.reading, text(found.part)) < least_words_of_sentence) return;
    const Action& whole = action(found.whole);
    const auto [start, length] = bytes_of(submission_.reading, found);
    tell(found.part, "this action is also told within another one", whole.passage.text.substr(start, length))
        .related.push_back({whole.id, "it is told here too", whole.passage.where(start, length)});
  }

 private:
  const Text& text(std::uint32_t t) const { return submission_.reading.texts[t]; }
  const Action& action(std::uint32_t t) const { return submission_.report.actions[text(t).index]; }

  Finding& tell(std::uint32_t t, const std::string& what, const std::string& elsewhere) {
    told_.insert(t);
    const std::string place = text(t).target != no_index ? "under the same target" : "in the same section";
    return log_.find_in(action(t).id, action(t).passage, what + " " + place + ": \"" + excerpt(elsewhere) + "\"");
  }

  const Submission& submission_;
  CheckLog& log_;
  std::set<std::uint32_t> told_;
};

void run(const Submission& submission, CheckLog& log) {
  for (const Text& text : submission.reading.texts)
    log.look(may_be_compared(submission, text));
  Teller teller(submission, log);
  for (const auto& group : submission.facts.repeated.groups)
    teller.tell_copies(group);
  for (const Containment& found : submission.facts.repeated.containments)
    teller.tell_part(found);
}

}  // namespace

extern const Check duplicate_action;
const Check duplicate_action = {
    "duplicate-action",
    Severity::warning,
    "One action stands twice under one target",
    "It is counted twice, and often one of the two was meant to be another action.",
    "Delete one of the two, or say what tells them apart.",
    "Two training courses under one target, each with its own place and date.",
    "The same paragraph under \"already undertaken\" and again under \"will be undertaken\".",
    run,
};

}  // namespace plumbline::checks
