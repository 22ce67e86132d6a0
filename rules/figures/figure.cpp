// Finding figures: numerals, then what stands around them.
#include "rules/figures/figure.h"

#include "rules/figures/counted_phrase.h"
#include "rules/figures/cues.h"
#include "rules/figures/marks.h"
#include "rules/figures/number_words.h"
#include "rules/figures/numerals.h"
#include "rules/reading/characters.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>

namespace plumbline {
namespace {

// So far before the number "in total" may stand.
constexpr std::uint32_t total_words = 6;

class Finder {
 public:
  explicit Finder(const Reading& reading) : reading_(reading), is_number_word_(reading.forms.size()) {}

  std::vector<Figure> find_all() {
    for (std::uint32_t t = 0; t < reading_.texts.size(); ++t) {
      const Text& text = reading_.texts[t];
      begin_ = text.first_word;
      end_ = text.first_word + text.word_count;
      text_ = t;
      for (std::uint32_t at = begin_; at < end_;)
        at = read_sentence(at);
    }
    return std::move(figures_);
  }

 private:
  const Form& form(std::uint32_t at) const { return reading_.form_of(reading_.words[at]); }
  const Word& word(std::uint32_t at) const { return reading_.words[at]; }
  bool is_mark(std::uint32_t at, std::string_view mark) const {
    return at < end_ && at >= begin_ && form(at).text == mark;
  }

  std::uint32_t read_sentence(std::uint32_t at) {
    sentence_ = at;
    sentence_end_ = at + 1;
    while (sentence_end_ < end_ && !word(sentence_end_).starts_sentence)
      ++sentence_end_;
    const std::size_t first = figures_.size();
    years_.clear();
    for (std::uint32_t i = at; i < sentence_end_;) {
      auto numeral = may_begin_numeral(i) ? numeral_at(reading_, i, sentence_end_) : std::nullopt;
      if (numeral) {
        pass_over_same_digits(*numeral);
        add(i, *numeral);
      }
      i = numeral ? numeral->word_end : i + 1;
    }
    std::sort(years_.begin(), years_.end());
    years_.erase(std::unique(years_.begin(), years_.end()), years_.end());
    for (std::size_t i = first; i < figures_.size(); ++i)
      figures_[i].years = years_;
    return sentence_end_;
  }

  // Of a word, asked once for each form.
  bool may_begin_numeral(std::uint32_t at) {
    const Form& item = form(at);
    if (item.kind != WordKind::word) return item.kind == WordKind::number || item.kind == WordKind::ideograph;
    std::optional<bool>& known = is_number_word_[word(at).form];
    if (!known) known = number_word(item.language, item.folded) >= 0;
    return *known;
  }

  // "fünf (5) Fälle" is one figure.
  void pass_over_same_digits(Numeral& words) const {
    const std::uint32_t open = words.word_end;
    if (!words.is_spelled_out || open + 1 >= sentence_end_ || !opens_bracket(reading_, open)) return;
    const auto digits = numeral_at(reading_, open + 1, sentence_end_);
    if (digits && !digits->is_spelled_out && digits->value == words.value && digits->word_end < sentence_end_ &&
        closes_bracket(reading_, digits->word_end))
      words.word_end = digits->word_end + 1;
  }

  // A number glued to letters, hyphens, slashes or points belongs to a code, a date or a range.
  bool is_glued(std::uint32_t at, const Numeral& numeral) const {
    if (at > begin_ && !word(at).space_before) {
      const Form& before = form(at - 1);
      const bool opens = before.text == "(" || before.text == "[" || before.text == "\"" || before.text == "“" ||
                         before.text == "«" || before.text == "$" || before.text == "€" || before.text == "£" ||
                         before.text == "（" || before.text == "¥" || before.text == "：" || before.text == "，" ||
                         before.text == "、" || before.text == "。" || before.text == "；" || before.text == "’" ||
                         before.text == "'" || before.kind == WordKind::ideograph || before.text == "ـ";
      const bool is_prefix = before.kind == WordKind::word && before.script == Script::arabic;
      if (!opens && !is_prefix) return true;
    }
    const std::uint32_t behind = numeral.word_end;
    if (behind >= end_ || word(behind).space_before) return false;
    const Form& next = form(behind);
    if (next.kind == WordKind::word && next.script == Script::latin)
      return cue_at(reading_, Cue::measure, behind, end_) == 0;
    return next.text == "-" || next.text == "/" || next.text == "–" || next.text == "°" || next.text == "º" ||
           next.text == "ª" || next.text == "‑" || next.text == "№" || next.kind == WordKind::number ||
           next.text == "_";
  }

  bool is_year(std::uint32_t at, const Numeral& numeral) const {
    if (numeral.is_spelled_out || numeral.decimals > 0 || numeral.word_end != at + 1) return false;
    const Form& digits = form(at);
    return numeral.value >= 1900 && numeral.value <= 2100 && digits.text.find_first_of(".,") == std::string::npos;
  }

  bool is_date(std::uint32_t at, std::uint32_t behind) const {
    const auto names_month = [&](std::uint32_t i) {
      return i >= sentence_ && i < sentence_end_ && form(i).kind == WordKind::word &&
             is_month(form(i).language, form(i).folded);
    };
    if (names_month(behind) || (at > sentence_ && names_month(at - 1))) return true;
    if (form(at).language == Language::de && is_mark(behind, ".") && names_month(behind + 1)) return true;
    const bool has_de = behind < sentence_end_ && (form(behind).folded == "de" || form(behind).folded == "of");
    return has_de && names_month(behind + 1);
  }

  void add(std::uint32_t at, const Numeral& numeral) {
    if (is_year(at, numeral)) {
      const bool counts =
          numeral.word_end < sentence_end_ && cue_at(reading_, Cue::classifier, numeral.word_end, sentence_end_);
      if (!counts) {
        years_.push_back(static_cast<int>(numeral.value));
        return;
      }
    }
    if (is_glued(at, numeral) || is_date(at, numeral.word_end)) return;
    const bool is_one = numeral.is_spelled_out && numeral.value <= 1;
    if (is_one) return;
    const bool is_share = cue_at(reading_, Cue::percent, numeral.word_end, sentence_end_) > 0;  // "（45%）"
    if (!is_share && cue_before(reading_, Cue::label, at, sentence_)) return;
    Figure figure;
    figure.text = text_;
    figure.sentence = sentence_;
    figure.sentence_end = sentence_end_;
    figure.word = at;
    figure.word_end = numeral.word_end;
    figure.value = numeral.value;
    figure.decimals = numeral.decimals;
    figure.is_spelled_out = numeral.is_spelled_out;
    read_unit(figure);
    if (figure.kind == FigureKind::count && numeral.is_spelled_out && form(at).kind == WordKind::ideograph &&
        !cue_at(reading_, Cue::classifier, figure.word_end, sentence_end_))
      return;  // 一, 三 in a word of another meaning
    read_front(figure);
    read_behind(figure);
    if (is_list_marker(figure)) return;
    figure.start = word(figure.word).start;
    figure.length = word(figure.word_end - 1).end() - figure.start;
    figures_.push_back(std::move(figure));
  }

  // "1." or "(2)" at the start of a sentence.
  bool is_list_marker(const Figure& figure) const {
    if (figure.is_spelled_out || figure.value > 99 || figure.kind != FigureKind::count) return false;
    if (!figures_.empty() && figures_.back().is_spelled_out && figures_.back().word_end + 1 == figure.word)
      return false;
    const bool in_brackets = is_mark(figure.word_end, ")") && (figure.word == begin_ || is_mark(figure.word - 1, "("));
    const bool before_point = is_mark(figure.word_end, ".") && word(figure.word).starts_sentence;
    return (in_brackets && figure.counted.empty()) || before_point;
  }

  void read_unit(Figure& figure) {
    const auto take = [&](Cue cue, FigureKind kind) {
      const std::uint32_t words = cue_at(reading_, cue, figure.word_end, sentence_end_);
      if (words == 0) return false;
      const std::string& sign = form(figure.word_end).folded;  // "30a" is an ordinal, "30 a vídeos" is not
      if ((sign == "a" || sign == "o" || sign == "e") && word(figure.word_end).space_before) return false;
      figure.kind = kind;
      for (std::uint32_t i = 0; i < words; ++i)
        figure.unit += form(figure.word_end + i).folded;
      figure.word_end += words;
      return true;
    };
    if (take(Cue::percent, FigureKind::percent)) {
      figure.unit = "%";
      return;
    }
    if (cue_before(reading_, Cue::percent_front, figure.word, sentence_)) {
      figure.kind = FigureKind::percent;
      figure.unit = "%";
      return;
    }
    if (take(Cue::duration, FigureKind::duration) || take(Cue::money, FigureKind::money)) return;
    if (take(Cue::measure, FigureKind::measure)) return;
    if (cue_before(reading_, Cue::money, figure.word, sentence_)) {
      figure.kind = FigureKind::money;
      figure.unit = form(figure.word - 1).folded;
    } else if (figure.decimals > 0) {
      figure.kind = FigureKind::measure;
    }
  }

  // "En total se formó a 150 personas": no other figure between.
  bool has_total_before(const Figure& figure) const {
    const std::uint32_t from = figure.word - std::min(figure.word - sentence_, total_words);
    for (std::uint32_t at = figure.word; at-- > from;) {
      const Form& item = form(at);
      if (item.kind == WordKind::number || (item.kind == WordKind::mark && item.text != ",")) return false;
      if (cue_at(reading_, Cue::total, at, figure.word)) return true;
    }
    return false;
  }

  // Cues in front, from the number outwards: "all of the more than 72".
  void read_front(Figure& figure) {
    std::uint32_t at = figure.word;
    if (figure.kind == FigureKind::money && at > sentence_ && cue_before(reading_, Cue::money, at, sentence_)) --at;
    for (int steps = 0; steps < 4; ++steps) {
      std::uint32_t words = 0;
      if (cue_before(reading_, Cue::holds, at, sentence_)) break;  // "verfügt über 10", "integrado por 14"
      if ((words = cue_before(reading_, Cue::total, at, sentence_))) {
        figure.is_total = true;
      } else if ((words = cue_before(reading_, Cue::at_least, at, sentence_))) {
        figure.bound = Bound::at_least;
      } else if ((words = cue_before(reading_, Cue::at_most, at, sentence_))) {
        figure.bound = Bound::at_most;
      } else if ((words = cue_before(reading_, Cue::about, at, sentence_))) {
        figure.bound = Bound::about;
      } else if ((words = cue_before(reading_, Cue::increment, at, sentence_))) {
        figure.is_increment = true;
      } else if ((words = cue_before(reading_, Cue::distributive, at, sentence_))) {
        figure.is_distributive = true;
      } else if ((words = cue_before(reading_, Cue::definite, at, sentence_))) {
        figure.is_definite = true;
      }
      if (words == 0) break;
      at -= words;
    }
    figure.is_total = figure.is_total || (figure.kind == FigureKind::count && has_total_before(figure));
    // "59 des 71 agents": the word that makes it a part's whole holds the article.
    figure.is_definite = figure.is_definite || cue_before(reading_, Cue::part_of, figure.word, sentence_) > 0;
  }

  void read_behind(Figure& figure) {
    std::uint32_t at = figure.word_end;
    if (const auto words = cue_at(reading_, Cue::behind_bound, at, sentence_end_)) {
      figure.bound = figure.bound == Bound::exact ? Bound::about : figure.bound;
      at += words;
    }
    if (const auto words = cue_at(reading_, Cue::classifier, at, sentence_end_)) {
      const auto bound = cue_at(reading_, Cue::behind_bound, at + words, sentence_end_);
      if (bound) figure.bound = Bound::about;
      figure.counted.push_back(form(at).lemma);
      at += words;
    }
    read_counted_phrase(reading_, at, figure);
    const std::uint32_t limit = std::min(sentence_end_, figure.counted_end + 2);
    for (std::uint32_t i = figure.word_end; i < limit; ++i) {
      // In Chinese "每" behind the noun begins the next phrase ("每年": each year).
      const bool may_distribute = reading_.texts[text_].language != Language::zh;
      if (may_distribute && cue_at(reading_, Cue::distributive, i, sentence_end_)) figure.is_distributive = true;
      if (cue_at(reading_, Cue::total, i, sentence_end_) && i >= figure.counted_end) figure.is_total = true;
    }
  }

  const Reading& reading_;
  std::vector<Figure> figures_;
  std::vector<std::optional<bool>> is_number_word_;  // by form
  std::vector<int> years_;
  std::uint32_t begin_ = 0, end_ = 0, sentence_ = 0, sentence_end_ = 0, text_ = 0;
};

}  // namespace

std::vector<Figure> find_figures(const Reading& reading) {
  return Finder(reading).find_all();
}

std::string to_string_of_value(double value) {
  char text[64];
  const bool is_whole = value == std::floor(value) && std::fabs(value) < 1e15;
  std::snprintf(text, sizeof text, is_whole ? "%.0f" : "%g", value);
  return text;
}

}  // namespace plumbline
