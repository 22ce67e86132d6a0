// leaked-label: a label's words run into an action's text
#include "rules/check.h"
#include "rules/reading/characters.h"

#include <algorithm>
#include <set>

namespace plumbline::checks {
namespace {

// Shorter labels ("Means", "Actions taken") may be words of a sentence.
constexpr std::size_t least_words = 3, least_ideographs = 6;

bool is_long_enough(std::string_view label) {
  std::size_t words = 1, ideographs = 0;
  for (std::uint32_t at = 0; at < label.size();) {
    const Character one = character_at(label, at);
    words += one.kind == CharacterKind::blank;
    ideographs += one.kind == CharacterKind::ideograph;
    at += one.length;
  }
  return ideographs > 0 ? ideographs >= least_ideographs : words >= least_words;
}

// The labels and headings of sections as this submission prints them.
std::set<std::string> printed_labels(const Submission& submission) {
  std::set<std::string> labels;
  for (const Section& section : submission.report.sections) {
    std::string label;
    for (const std::uint32_t line : section.label_lines) {
      const Span span = submission.document.lines[line].span;
      const std::string_view text = std::string_view(submission.document.text).substr(span.start, span.length);
      if (text.empty()) continue;
      const bool joins = label.empty() || character_at(text, 0).kind == CharacterKind::ideograph;
      label.append(joins ? "" : " ").append(text);
    }
    if (is_long_enough(label)) labels.insert(std::move(label));
    if (is_long_enough(section.heading.text)) labels.insert(section.heading.text);
  }
  return labels;
}

bool ends_sentence(std::string_view text) {
  while (text.ends_with(' '))
    text.remove_suffix(1);
  constexpr std::string_view marks[] = {".", "!", "?", ";", ":", "。", "！", "？", "；", "؟", "؛"};
  return text.empty() ||
         std::any_of(std::begin(marks), std::end(marks), [&](std::string_view mark) { return text.ends_with(mark); });
}

// Behind a sentence, or as the last words.
std::size_t label_inside(std::string_view text, std::string_view label) {
  for (std::size_t at = text.find(label, 1); at != text.npos; at = text.find(label, at + 1))
    if (ends_sentence(text.substr(0, at))) return at;
  return text.npos;
}

void run(const Submission& submission, CheckLog& log) {
  const std::set<std::string> labels = printed_labels(submission);
  for (const Action& action : submission.report.actions) {
    log.look();
    const std::string& text = action.passage.text;
    if (action.starts_with_label && action.label_length > 0) {
      const std::string label = text.substr(0, action.label_length);
      log.find_at(action.id, action.passage, 0, action.label_length,
                  "the text begins with the form's own label \"" + label + "\"");
      continue;
    }
    for (const std::string& label : labels) {
      const std::size_t at = label_inside(text, label);
      if (at == text.npos) continue;
      log.find_at(action.id, action.passage, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(label.size()),
                  "the form's own label \"" + label + "\" stands inside the text");
      break;
    }
  }
}

}  // namespace

extern const Check leaked_label;
const Check leaked_label = {
    "leaked-label",
    Severity::warning,
    "A label of the form runs into an action's text",
    "The label is taken for part of what was done, and counted, quoted and translated with it.",
    "Take the label out of the text; it belongs in its own cell or on its own line of the form.",
    "Description of the actions already undertaken | The ministry opened a hotline.",
    "Description of the actions already undertaken The ministry opened a hotline.",
    run,
};

}  // namespace plumbline::checks
