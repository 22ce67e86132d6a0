// truncated-sentence: an action's text breaks off
#include "rules/check.h"
#include "rules/reading/characters.h"
#include "rules/reading/excerpt.h"
#include "rules/reading/reading.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_set>

namespace plumbline::checks {
namespace {

// Fewer words are a heading, a name, a cell.
constexpr std::size_t least_words = 5;
// A missing full stop speaks only where nearly all like texts of the submission have theirs.
constexpr std::uint32_t least_siblings = 5;
constexpr std::size_t least_words_of_sibling = 8;
constexpr double habit = 0.9;
constexpr std::size_t least_words_without_stop = 12;  // shorter texts are remarks ("See also page 3")

bool is_closing(char32_t code) {
  constexpr std::u32string_view marks = U"\"”’»)]'）》」』›";
  return marks.find(code) != marks.npos;
}

struct End {
  std::optional<Word> last;      // that is neither a closing quote nor a bracket
  bool is_terminal = false;      // . ! ? : ; or an address
  std::uint64_t words_hash = 0;  // of all words, marks aside
  std::size_t words = 0;
};

class Endings {
 public:
  explicit Endings(const Submission& submission) : submission_(submission) {}

  void run(CheckLog& log) {
    collect();
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      log.look();
      judge(*texts_[i], ends_[i], log);
    }
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
      const End end = end_of(text);
      if (!end.last) continue;
      texts_.push_back(&text);
      ends_.push_back(end);
      if (end.words < least_words_of_sibling) continue;
      ++count_[action.is_list_item];
      terminal_[action.is_list_item] += end.is_terminal;
      if (end.is_terminal) complete_.insert(end.words_hash);
    }
  }

  End end_of(const Text& text) const {
    End end;
    const std::string& passage = action_of(text).passage.text;
    for (const Word& word : submission_.reading.words_of(text)) {
      const Form& form = form_of(word);
      if (form.kind != WordKind::mark) {
        ++end.words;
        end.words_hash = end.words_hash * 0x100000001b3 + form.lemma + 1;
      }
      if (form.kind == WordKind::mark && is_closing(code_at(passage, word.start))) continue;
      end.last = word;
    }
    if (!end.last) return end;
    const Form& last = form_of(*end.last);
    constexpr std::u32string_view terminal = U".!?:;。！？：；؟؛…।|";
    const auto ends_sentence = [&](const Word& word) {
      return form_of(word).kind == WordKind::mark && terminal.find(code_at(passage, word.start)) != terminal.npos;
    };
    // The mark of a footnote may stand behind the full stop: "… of Justice.3"
    const auto words = submission_.reading.words_of(text);
    const bool is_note = last.kind == WordKind::number && last.text.size() <= 3 && !end.last->space_before &&
                         words.size() > 1 && ends_sentence(words[words.size() - 2]);
    end.is_terminal = last.kind == WordKind::address || ends_sentence(*end.last) || is_note;
    return end;
  }

  void judge(const Text& text, const End& end, CheckLog& log) const {
    const Action& action = action_of(text);
    if (end.is_terminal || end.words < least_words || goes_on(text) || stands_at_page_end(text, action)) return;
    std::string why = broken_end(text, end, action);
    if (why.empty() && lacks_stop(text, end, action)) why = "ends without a full stop, unlike the other paragraphs";
    if (why.empty()) return;
    const std::string& all = action.passage.text;
    const std::uint32_t start = tail_start(all);
    log.find_at(action.id, action.passage, start, static_cast<std::uint32_t>(all.size()) - start, "the text " + why);
  }

  // A short text without a full stop is taken for a heading; but no heading ends in "for" or "of the".
  void judge_heading(const Text& text, CheckLog& log) const {
    const auto words = submission_.reading.words_of(text);
    if (words.size() < 4 || text.language == Language::zh) return;
    const Form& last = form_of(words.back());
    if (last.kind != WordKind::word || !last.cannot_end || last.is_capitalised || last.letters < 2) return;
    const Group& group = submission_.report.groups[text.index];
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

  // What can end no sentence: "… and", "…, ", "… (see".
  std::string broken_end(const Text& text, const End& end, const Action& action) const {
    const Form& last = form_of(*end.last);
    if (last.kind == WordKind::mark) {
      if (action.is_list_item) return "";
      constexpr std::array<std::string_view, 11> open = {",", "，", "、", "،", "-", "–", "—", "(", "（", "«", "“"};
      if (std::find(open.begin(), open.end(), last.text) != open.end())
        return "breaks off behind \"" + last.text + "\"";
      return "";
    }
    if (text.language == Language::zh) {
      const std::string tail = chinese_tail(action.passage.text);
      if (!tail.empty()) return "breaks off behind \"" + tail + "\"";
    } else if (last.cannot_end && !(action.is_list_item && is_conjunction(last))) {
      // A single capital may be a name ("plan A").
      if (last.letters > 1 || !last.is_capitalised) return "breaks off behind \"" + last.text + "\"";
    }
    const std::string bracket = unclosed(action.passage.text);
    return bracket.empty() ? "" : "breaks off inside " + bracket;
  }

  static bool is_conjunction(const Form& form) {
    constexpr std::array<std::string_view, 12> words = {"and", "or",  "et",  "ou",   "y", "o",
                                                        "и",   "или", "und", "oder", "e", "ed"};
    return std::find(words.begin(), words.end(), form.folded) != words.end();
  }

  static std::string chinese_tail(std::string_view text) {
    for (const std::string_view whole :
         {"目的", "总和", "参与", "现在", "存在", "内在", "所在", "共和", "缓和", "合并"})
      if (text.ends_with(whole)) return "";
    for (const std::string_view tail :
         {"以及", "对于", "关于", "由于", "为了", "通过", "并", "和", "与", "的", "将", "在"})
      if (text.ends_with(tail)) return std::string(tail);
    return "";
  }

  static std::string unclosed(std::string_view text) {
    struct Pair {
      std::string_view open, close, name;
    };
    for (const Pair& pair : {Pair{"(", ")", "a bracket"}, Pair{"（", "）", "a bracket"}, Pair{"“", "”", "a quotation"},
                             Pair{"«", "»", "a quotation"}, Pair{"《", "》", "a title"}}) {
      const auto open = text.rfind(pair.open);
      if (open != text.npos && text.find(pair.close, open) == text.npos) return std::string(pair.name);
    }
    return "";
  }

  bool lacks_stop(const Text& text, const End& end, const Action& action) const {
    const bool item = action.is_list_item;
    if (end.words < least_words_without_stop) return false;
    const std::uint32_t others = count_[item] - 1;
    if (others < least_siblings || terminal_[item] < habit * others) return false;
    if (complete_.contains(end.words_hash)) return false;  // the same words stand elsewhere, with their stop
    return reads_as_sentence(text);
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

  // Not a title: words of grammar stand in it, and most others are small.
  bool reads_as_sentence(const Text& text) const {
    std::size_t content = 0, capitalised = 0, grammar = 0;
    for (const Word& word : submission_.reading.words_of(text)) {
      const Form& form = form_of(word);
      grammar += form.is_function_word;
      if (!form.is_content_word()) continue;
      ++content;
      capitalised += form.is_capitalised;
    }
    const bool has_case =
        text.language != Language::ar && text.language != Language::zh && text.language != Language::de;
    return grammar >= 2 && (!has_case || capitalised * 2 < content);
  }

  const Submission& submission_;
  std::vector<const Text*> texts_;
  std::vector<End> ends_;
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
    "What was cut off with the end, often the date or the figure, is lost.",
    "Complete the sentence; if nothing is missing, end it with a full stop.",
    "The ministry will train 40 officers and judges by June.",
    "The ministry will train 40 officers and",
    run,
};

}  // namespace plumbline::checks
