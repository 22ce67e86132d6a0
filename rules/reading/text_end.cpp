// The last words and marks of a text, looked at from behind.
#include "rules/reading/text_end.h"

#include "rules/reading/characters.h"

#include <algorithm>
#include <array>

namespace plumbline {
namespace {

bool is_closing(char32_t code) {
  constexpr std::u32string_view marks = U"\"”’»)]'）》」』›";
  return marks.find(code) != marks.npos;
}

bool is_conjunction(const Form& form) {
  constexpr std::array<std::string_view, 12> words = {"and", "or",  "et",  "ou",   "y", "o",
                                                      "и",   "или", "und", "oder", "e", "ed"};
  return std::find(words.begin(), words.end(), form.folded) != words.end();
}

std::string chinese_tail(std::string_view text) {
  for (const std::string_view whole : {"目的", "总和", "参与", "现在", "存在", "内在", "所在", "共和", "缓和", "合并"})
    if (text.ends_with(whole)) return "";
  for (const std::string_view tail :
       {"以及", "对于", "关于", "由于", "为了", "通过", "并", "和", "与", "的", "将", "在"})
    if (text.ends_with(tail)) return std::string(tail);
  return "";
}

std::string unclosed(std::string_view text) {
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

}  // namespace

TextEnd end_of(const Reading& reading, const Text& text, std::string_view passage) {
  TextEnd end;
  const auto words = reading.words_of(text);
  std::size_t last_at = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Form& form = reading.form_of(words[i]);
    if (form.kind != WordKind::mark) {
      ++end.words;
      end.words_hash = end.words_hash * 0x100000001b3 + form.lemma + 1;
    } else if (is_closing(code_at(passage, words[i].start))) {
      continue;
    }
    end.last = words[i];
    last_at = i;
  }
  if (!end.last) return end;
  const Form& last = reading.form_of(*end.last);
  constexpr std::u32string_view terminal = U".!?:;。！？：；؟؛…।|";
  const auto ends_sentence = [&](const Word& word) {
    return reading.form_of(word).kind == WordKind::mark && terminal.find(code_at(passage, word.start)) != terminal.npos;
  };
  // The mark of a footnote may stand behind the full stop: "… of Justice.3"
  const bool is_note = last.kind == WordKind::number && last.text.size() <= 3 && !end.last->space_before &&
                       last_at > 0 && ends_sentence(words[last_at - 1]);
  end.is_terminal = last.kind == WordKind::address || ends_sentence(*end.last) || is_note;
  if (is_conjunction(last) && last_at > 0) {
    const std::string& before = reading.form_of(words[last_at - 1]).text;
    end.joins_next_item = before == ";" || before == "؛" || before == ",";
  }
  return end;
}

std::string broken_word(const Reading& reading, const Text& text, const TextEnd& end, std::string_view passage,
                        bool is_list_item) {
  const Form& last = reading.form_of(*end.last);
  if (text.language == Language::zh) {
    const std::string tail = last.kind == WordKind::mark ? "" : chinese_tail(passage);
    return tail.empty() ? "" : "breaks off behind \"" + tail + "\"";
  }
  if (!last.cannot_end || (is_list_item && is_conjunction(last))) return "";
  // A single capital may be a name ("plan A").
  return last.letters > 1 || !last.is_capitalised ? "breaks off behind \"" + last.text + "\"" : "";
}

std::string broken_mark(const Reading& reading, const TextEnd& end, std::string_view passage, bool is_list_item) {
  const Form& last = reading.form_of(*end.last);
  if (last.kind != WordKind::mark) {
    const std::string bracket = unclosed(passage);
    return bracket.empty() ? "" : "breaks off inside " + bracket;
  }
  constexpr std::array<std::string_view, 11> open = {",", "，", "、", "،", "-", "–", "—", "(", "（", "«", "“"};
  if (is_list_item || std::find(open.begin(), open.end(), last.text) == open.end()) return "";
  return "breaks off behind \"" + last.text + "\"";
}

bool reads_as_sentence(const Reading& reading, const Text& text, std::size_t least_grammar_words) {
  std::size_t content = 0, capitalised = 0, grammar = 0;
  for (const Word& word : reading.words_of(text)) {
    const Form& form = reading.form_of(word);
    grammar += form.is_function_word;
    if (!form.is_content_word()) continue;
    ++content;
    capitalised += form.is_capitalised;
  }
  const bool has_case = text.language != Language::ar && text.language != Language::zh && text.language != Language::de;
  return grammar >= least_grammar_words && (!has_case || capitalised * 2 <= content);
}

}  // namespace plumbline
