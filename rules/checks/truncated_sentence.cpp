// truncated-sentence: an action's text breaks off
#include "rules/check.h"
#include "rules/pack/pack.h"
#include "rules/reading/characters.h"
#include "rules/reading/reading.h"
#include "rules/reading/text_end.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace plumbline::checks {
namespace {

// Fewer words are a heading, a name, a cell.
constexpr std::size_t least_words = 4;
// A missing full stop speaks only where nearly all like texts of the submission have theirs.
constexpr std::uint32_t least_siblings = 5;
constexpr std::size_t least_words_of_sibling = 8;
constexpr double habit = 0.9;
// Shorter texts without a full stop are remarks ("See also page 3"), unless a verb tells of a deed.
constexpr std::size_t least_words_without_verb = 12, least_words_of_arabic = 8;
// Of the width of its column: a line that long goes on in the next, which layout took for another text.
constexpr float full_line = 0.93f;

class Endings {
 public:
  explicit Endings(const Submission& submission) : submission_(submission) {}

  void run(CheckLog& log) {
    collect();
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      log.look();
      judge(*texts_[i], ends_[i], log);
    }
    // Where the party chooses its own headings, a long one stands on several lines.
    if (submission_.pack.is_loose) return;
    for (const Text& text : submission_.reading.texts)
      if (text.kind == TextKind::group_heading) judge_heading(text, log);
  }

 private:
  const Action& action_of(const Text& text) const { return submission_.report.actions[text.index]; }
  const Form& form_of(const Word& word) const { return submission_.reading.form_of(word); }

  void collect() {
    for (const Text& text : submission_.reading.texts) {
      if (text.kind != TextKind::action) continue;
      const Action& action = action_of(text);
      if (action.role != ActionRole::action || !action.cells.empty()) continue;
      const TextEnd end = end_of(submission_.reading, text, action.passage.text);
      if (!end.last) continue;
      texts_.push_back(&text);
      ends_.push_back(end);
      if (end.words < least_words_of_sibling) continue;
      ++count_[action.is_list_item];
      terminal_[action.is_list_item] += end.is_terminal;
      if (end.is_terminal) complete_.insert(end.words_hash);
    }
  }

  void judge(const Text& text, const TextEnd& end, CheckLog& log) const {
    const Action& action = action_of(text);
    if (end.is_terminal || end.joins_next_item || end.words < least_words || goes_on(text)) return;
    if (stands_at_page_end(text, action)) return;
    std::string why = broken_word(submission_.reading, text, end, action.passage.text, action.is_list_item);
    // A party's own form is full of rows and captions that no full stop ends.
    if (!submission_.pack.is_loose) {
      if (why.empty()) why = broken_mark(submission_.reading, end, action.passage.text, action.is_list_item);
      if (why.empty() && lacks_stop(text, end, action)) why = "ends without a full stop, unlike the other paragraphs";
    }
    if (why.empty() || fills_its_line(action)) return;
    const std::string& all = action.passage.text;
    const std::uint32_t start = tail_start(all);
    log.find_at(action.id, action.passage, start, static_cast<std::uint32_t>(all.size()) - start, "the text " + why);
  }

  // A short text without a full stop is taken for a heading; but no heading ends in "for" or "of the", or has a full
  // stop in its midst.
  void judge_heading(const Text& text, CheckLog& log) const {
    const Group& group = submission_.report.groups[text.index];
    const auto words = submission_.reading.words_of(text);
    if (text.language == Language::zh) {
      const auto stop = group.heading->text.find("。");
      if (stop != std::string::npos && !group.heading->text.ends_with("。"))
        log.find_in(group.id, *group.heading, "the text ends without a full stop");
      return;
    }
    if (words.size() < 4) return;
    const Form& last = form_of(words.back());
    if (last.kind != WordKind::word || !last.cannot_end || last.is_capitalised || last.letters < 2) return;
    log.find_in(group.id, *group.heading, "the text breaks off behind \"" + last.text + "\"");
  }

  // One paragraph was taken for two: the next action of the group begins with a small letter.
  bool goes_on(const Text& text) const {
    const Report& report = submission_.report;
    const Group& group = report.groups[action_of(text).group];
    if (text.index + 1 >= group.first_action + group.action_count) return false;
    const std::string& next = report.actions[text.index + 1].passage.text;
    if (next.empty() || report.actions[text.index + 1].is_list_item) return false;
    const Character first = character_at(next, 0);
    const bool has_case = first.script == Script::latin || first.script == Script::cyrillic;
    // Without capitals: a rest too short for an action ("عام 2016.").
    if (!has_case) return next.size() <= 40;
    return first.kind == CharacterKind::letter && !first.is_capital;
  }

  // The last sixty characters or so, from a blank on.
  static std::uint32_t tail_start(std::string_view text) {
    std::size_t at = text.size() > 80 ? text.size() - 80 : 0;
    if (at > 0)
      while (at < text.size() && text[at] != ' ' && at + 40 < text.size())
        ++at;
    while (at < text.size() && (text[at] == ' ' || (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80))
      ++at;
    return static_cast<std::uint32_t>(at);
  }

  bool lacks_stop(const Text& text, const TextEnd& end, const Action& action) const {
    const bool item = action.is_list_item, tells = action.tense != Tense::unclear;
    const bool is_short =
        end.words < (text.language == Language::ar ? least_words_of_arabic : least_words_without_verb);
    if (is_short && (item || !tells)) return false;
    const std::uint32_t others = count_[item] - (end.words >= least_words_of_sibling);
    if (others < least_siblings || terminal_[item] < habit * others) return false;
    if (complete_.contains(end.words_hash)) return false;  // the same words stand elsewhere, with their stop
    return reads_as_sentence(submission_.reading, text, is_short || text.language == Language::ar ? 1 : 2);
  }

  // Its last line reaches as far as the others of its column.
  bool fills_its_line(const Action& action) const {
    const Document& document = submission_.document;
    if (!document.has_pages || action.passage.pieces.empty()) return false;
    const std::uint32_t last = action.passage.pieces.back().line;
    const Line& line = document.lines[last];
    const bool right_to_left = document.language.starts_with("ar");
    constexpr float same_edge = 3;  // points
    float widest = 0;
    for (std::uint32_t i = last; i-- > 0 && document.lines[i].page == line.page;) {
      const Box& other = document.lines[i].box;
      const float edge = right_to_left ? other.x1 - line.box.x1 : other.x0 - line.box.x0;
      if (std::fabs(edge) <= same_edge) widest = std::max(widest, other.width());
    }
    return widest > 0 && line.box.width() >= full_line * widest;
  }

  // Scripts without capitals do not show whether the next page goes on with the sentence.
  bool stands_at_page_end(const Text& text, const Action& action) const {
    const Document& document = submission_.document;
    const bool has_case = text.language != Language::ar && text.language != Language::zh;
    if (has_case || !document.has_pages || action.passage.pieces.empty()) return false;
    const std::uint32_t last = action.passage.pieces.back().line;
    for (std::uint32_t line = last + 1; line < document.lines.size(); ++line) {
      if (document.lines[line].page != document.lines[last].page) return true;
      if (line < submission_.report.line_nodes.size() && !submission_.report.line_nodes[line].empty()) return false;
    }
    return false;
  }

  const Submission& submission_;
  std::vector<const Text*> texts_;
  std::vector<TextEnd> ends_;
  std::uint32_t count_[2] = {0, 0}, terminal_[2] = {0, 0};  // of paragraphs, of list items
  std::unordered_set<std::uint64_t> complete_;
};

void run(const Submission& submission, CheckLog& log) {
  Endings(submission).run(log);
}

}  // namespace

extern const Check truncated_sentence;
const Check truncated_sentence = {
    "truncated-sentence",
    Severity::warning,
    "An action's text breaks off",
    "What is lost with the end is often the date or the figure.",
    "Complete the sentence; if nothing is missing, end it with a full stop.",
    "The ministry will train 40 officers and judges by June.",
    "The ministry will train 40 officers and",
    run,
};

}  // namespace plumbline::checks
