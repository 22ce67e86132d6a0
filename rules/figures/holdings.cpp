// A holding is a body's name, a verb of having ("employs", "состоит из") and a count with its noun, one behind the
// other, or "the staff of" before the name and a verb of being behind it.
#include "rules/figures/holdings.h"

#include "rules/figures/cues.h"
#include "rules/figures/marks.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>

namespace plumbline {
namespace {

// So far before the verb the name may end, and so many words a name may have.
constexpr std::uint32_t most_words_between = 3, most_words_of_name = 10;
// So far around the figure words of change are looked for, and before its sentence the full name; keeps the cost
// linear.
constexpr std::uint32_t words_around = 40, words_before = 400;

using Name = std::vector<std::uint32_t>;  // lemmas of its words of meaning

struct Holding {
  std::uint32_t figure = 0;
  Name owner;
};

class Comparison {
 public:
  Comparison(const Reading& reading, const Report& report, const std::vector<Figure>& figures,
             const std::vector<Acronym>& acronyms)
      : reading_(reading), report_(report), figures_(figures) {
    for (const Acronym& acronym : acronyms)
      if (!acronym.definitions.empty()) spelled_out_.emplace(acronym.letters, acronym.definitions.front());
  }

  std::vector<Contradiction> run() {
    struct Told {
      std::uint32_t first = 0;
      std::set<double> values;
    };
    std::map<std::pair<Name, std::vector<std::uint32_t>>, Told> holdings;  // by owner and counted phrase
    std::vector<Contradiction> found;
    for (std::uint32_t i = 0; i < figures_.size(); ++i) {
      const auto owner = owner_of(figures_[i]);
      if (!owner) continue;
      const auto [at, is_new] = holdings.try_emplace({*owner, figures_[i].counted}, Told{i, {}});
      const Figure& first = figures_[at->second.first];
      const bool is_new_value = at->second.values.insert(figures_[i].value).second;
      if (!is_new && is_new_value && first.years == figures_[i].years)
        found.push_back({ContradictionKind::other_value, i, at->second.first, first.value});
    }
    return found;
  }

 private:
  const Form& form(std::uint32_t at) const { return reading_.form_of(reading_.words[at]); }

  std::optional<Name> owner_of(const Figure& figure) const {
    const bool counts = figure.kind == FigureKind::count && figure.bound == Bound::exact && figure.value >= 2 &&
                        figure.head != no_index && !figure.is_increment && !figure.is_distributive;
    if (!counts) return {};
    const std::uint32_t end = end_of_owner(figure);
    if (end == no_index || is_planned(figure) || is_narrowed(figure) || tells_of_change(figure)) return {};
    return name_before(figure, end);
  }

  // The word that a verb of having begins with, or the verb behind "the staff of" and a name.
  std::uint32_t end_of_owner(const Figure& figure) const {
    const std::uint32_t at = figure.word - cue_before(reading_, Cue::total, figure.word, figure.sentence);
    if (const std::uint32_t words = cue_before(reading_, Cue::holds, at, figure.sentence)) return at - words;
    const std::uint32_t words = cue_before(reading_, Cue::amounts, at, figure.sentence);
    const auto first = words > 0 ? first_of_name(figure, at - words) : std::nullopt;
    const bool is_staff =
        first && cue_before(reading_, Cue::staff, skip_articles_before(figure, *first), figure.sentence) > 0;
    return is_staff ? at - words : no_index;
  }

  bool is_planned(const Figure& figure) const {
    const Text& text = reading_.texts[figure.text];
    if (text.kind != TextKind::action) return false;
    return report_.sections[report_.groups[report_.actions[text.index].group].section].role == SectionRole::planned;
  }

  // "16 investigators for the north", "In the north, the unit has 16 investigators"
  bool is_narrowed(const Figure& figure) const {
    if (cue_at(reading_, Cue::where, figure.sentence, figure.sentence_end)) return true;
    const std::uint32_t next = figure.counted_end;
    return next < figure.sentence_end && form(next).cannot_end &&
           cue_at(reading_, Cue::conjunction, next, figure.sentence_end) == 0;
  }

  bool tells_of_change(const Figure& figure) const {
    const std::uint32_t from = figure.word - std::min(figure.word - figure.sentence, words_around),
                        to = std::min(figure.sentence_end, figure.counted_end + words_around);
    for (std::uint32_t at = from; at < to; ++at)
      if (cue_at(reading_, Cue::now, at, to)) return true;
    const auto index = static_cast<std::size_t>(&figure - figures_.data());
    const auto is_increment = [&](std::size_t i) {
      return i < figures_.size() && figures_[i].sentence == figure.sentence && figures_[i].is_increment;
    };
    return is_increment(index - 1) || is_increment(index + 1);
  }

  bool may_stand_between(std::uint32_t at) const {
    const std::string& mark = form(at).text;
    return form(at).is_function_word || mark == "," || closes_bracket(reading_, at) || opens_bracket(reading_, at);
  }

  // The last word of the name that ends before `end`.
  std::optional<std::uint32_t> last_of_name(const Figure& figure, std::uint32_t end) const {
    for (std::uint32_t at = end; at > figure.sentence && end - at <= most_words_between;)
      if (!may_stand_between(--at)) return form(at).kind == WordKind::word ? std::optional(at) : std::nullopt;
    return {};
  }

  bool is_acronym(std::uint32_t at) const { return form(at).is_all_capitals() && spelled_out_.contains(form(at).text); }

  // Back to a word with a capital and those before it; words of grammar within may be small, and so may all of it
  // behind its first word.
  std::optional<std::uint32_t> first_of_name(const Figure& figure, std::uint32_t end) const {
    const auto last = last_of_name(figure, end);
    if (!last || is_acronym(*last)) return last;
    std::optional<std::uint32_t> first;
    for (std::uint32_t at = *last + 1; at > figure.sentence && *last - at + 1 < most_words_of_name;) {
      const Form& item = form(--at);
      const bool is_apostrophe = item.text == "'" || item.text == "’" || item.text == "-";
      if (item.is_function_word || is_apostrophe) continue;
      if (item.kind != WordKind::word || (first && !item.is_capitalised)) break;
      if (item.is_capitalised) first = at;
    }
    return first;
  }

  std::uint32_t skip_articles_before(const Figure& figure, std::uint32_t at) const {
    while (at > figure.sentence && (form(at - 1).cannot_end || form(at - 1).text == "'" || form(at - 1).text == "’"))
      --at;
    return at;
  }

  // "The Image Group (IG) of the Coastal Police, which has …": the group's acronym stands before whose it is.
  std::uint32_t acronym_before(const Figure& figure, std::uint32_t first) const {
    std::uint32_t at = first;
    while (at > figure.sentence && form(at - 1).is_function_word)
      --at;
    const bool is_bracket = at >= figure.sentence + 2 && closes_bracket(reading_, at - 1);
    return is_bracket && is_acronym(at - 2) ? at - 2 : no_index;
  }

  std::optional<Name> name_before(const Figure& figure, std::uint32_t end) const {
    const auto first = first_of_name(figure, end);
    if (!first) return {};
    const std::uint32_t acronym = is_acronym(*first) ? *first : acronym_before(figure, *first);
    if (acronym != no_index) {
      const Definition& definition = spelled_out_.at(form(acronym).text);
      return name_of(definition.first, definition.last);
    }
    const Name name = name_of(*first, *last_of_name(figure, end) + 1);
    return name.size() > 1 ? name : full_name(figure, name);
  }

  Name name_of(std::uint32_t first, std::uint32_t last) const {
    Name name;
    for (std::uint32_t at = first; at < last; ++at)
      if (form(at).is_content_word()) name.push_back(form(at).lemma);
    return name;
  }

  // "The Unit" is that of more words which the same text named before.
  std::optional<Name> full_name(const Figure& figure, const Name& name) const {
    if (name.empty()) return {};
    const std::uint32_t begin = reading_.texts[figure.text].first_word;
    for (std::uint32_t at = figure.sentence - std::min(figure.sentence - begin, words_before); at < figure.sentence;
         ++at) {
      if (!form(at).is_capitalised || form(at).lemma != name.front()) continue;
      std::uint32_t last = at + 1;
      while (last < figure.sentence && (form(last).kind == WordKind::word || form(last).text == "-"))
        ++last;
      const Name full = name_of(at, last);
      return full.size() > 1 ? std::optional(full) : std::nullopt;
    }
    return {};
  }

  const Reading& reading_;
  const Report& report_;
  const std::vector<Figure>& figures_;
  std::unordered_map<std::string_view, Definition> spelled_out_;  // by letters
};

}  // namespace

std::vector<Contradiction> find_other_holdings(const Reading& reading, const Report& report,
                                               const std::vector<Figure>& figures,
                                               const std::vector<Acronym>& acronyms) {
  return Comparison(reading, report, figures, acronyms).run();
}

}  // namespace plumbline
