// leaked-label: a label's words run into an action's text
#include "rules/check.h"

namespace plumbline::checks {
namespace {

void run(const Submission& submission, CheckLog& log) {
  for (const Action& action : submission.report.actions) {
    log.look();
    if (!action.starts_with_label || action.label_length == 0) continue;
    const std::string label = action.passage.text.substr(0, action.label_length);
    log.find_at(action.id, action.passage, 0, action.label_length,
                "the text begins with the form's own label \"" + label + "\"");
  }
}

}  // namespace

extern const Check leaked_label;
const Check leaked_label = {
    "leaked-label",
    Severity::warning,
    "A label's words run into an action's text",
    "The label is taken for part of what was done, and counted, quoted and translated with it.",
    "Take the label out of the text, and leave it in its own cell of the form.",
    "Description of the actions already undertaken | The ministry opened a hotline.",
    "Description of the actions already undertaken The ministry opened a hotline.",
    run,
};

}  // namespace plumbline::checks
