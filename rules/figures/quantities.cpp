// Two mentions are of one quantity when their counted phrases agree, nothing around them tells them apart, and either
// the later refers back ("the 61 coordinated task forces") or one sentence says again what the other says.
#include "rules/figures/quantities.h"

#include "rules/figures/cues.h"
#include "rules/figures/labels.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace plumbline {
namespace {

// Mentions of one noun that a figure is compared with; keeps the cost linear.
constexpr std::size_t nearest_mentions = 24;

using Set = std::vector<std::uint32_t>;  // sorted, without doubles

void make_set(Set& set) {
  std::sort(set.begin(), set.end());
  set.erase(std::unique(set.begin(), set.end()), set.end());
}

bool contains(const Set& set, std::uint32_t item) {
  return std::binary_search(set.begin(), set.end(), item);
}

struct Context {
  Set roots;   // of content words of the sentence
  Set names;   // lemmas of capitalised words inside the sentence
  Set others;  // lemmas of the counted phrase
};

class Comparison {
 public:
  Comparison(const Reading& reading, const Report& report, const std::vector<Figure>& figures)
      : reading_(reading), report_(report), figures_(figures) {}

  std::vector<Contradiction> run() {
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_head;
    std::vector<Contradiction> found;
    for (const Figure& figure : figures_)
      ++mentions_[{figure.head, figure.value}];
    for (std::uint32_t i = 0; i < figures_.size(); ++i) {
      if (!may_compare(figures_[i])) continue;
      auto& mentions = by_head[figures_[i].head];
      const std::size_t from = mentions.size() > nearest_mentions ? mentions.size() - nearest_mentions : 0;
      for (std::size_t k = from; k < mentions.size(); ++k) {
        if (!contradict(mentions[k], i)) continue;
        found.push_back({ContradictionKind::other_value, i, mentions[k], figures_[mentions[k]].value});
        break;
      }
      mentions.push_back(i);
    }
    return found;
  }

 private:
  static bool may_compare(const Figure& figure) {
    return figure.kind == FigureKind::count && figure.bound == Bound::exact && !figure.is_increment &&
           !figure.is_distributive && figure.head != no_index && figure.value >= 2;
  }

  const Form& form(std::uint32_t at) const { return reading_.form_of(reading_.words[at]); }

  std::uint64_t label_of(const Figure& figure) const { return label_key(report_, reading_.texts[figure.text]); }

  bool contradict(std::uint32_t a, std::uint32_t b) {
    const Figure &first = figures_[a], &second = figures_[b];
    if (first.value == second.value || first.years != second.years) return false;
    if (first.text == second.text && first.sentence == second.sentence) return false;
    const Language language = reading_.texts[first.text].language;
    if (language != reading_.texts[second.text].language) return false;
    // Another mention of the later value shows that there are two quantities.
    if (stands_elsewhere(second)) return false;
    const Context one = context_of(first), other = context_of(second);
    if (!agree(first, second, one, other) || are_told_apart(one, other, language) ||
        have_rival_modifiers(first, second, one, other))
      return false;
    const bool refers_back = second.is_definite && is_specific(second, first, one, other);
    if (refers_back) return true;
    return label_of(first) == label_of(second) && says_again(one, other) &&
           !are_items_of_one_list(report_, reading_.texts[first.text], reading_.texts[second.text]);
  }

  bool stands_elsewhere(const Figure& figure) const {
    const auto at = mentions_.find({figure.head, figure.value});
    return at != mentions_.end() && at->second > 1;
  }

  Context context_of(const Figure& figure) const {
    Context context;
    for (std::uint32_t at = figure.sentence; at < figure.sentence_end; ++at) {
      const Form& item = form(at);
      const bool is_ideograph = item.kind == WordKind::ideograph && !item.is_function_word;
      if (!item.is_content_word() && !is_ideograph) continue;
      const bool in_phrase = at >= figure.word_end && at < figure.counted_end;
      if (!in_phrase) context.roots.push_back(item.root);
      const bool is_name = item.is_capitalised && (at > figure.sentence || item.is_all_capitals());
      if (is_name) context.names.push_back(item.lemma);
    }
    context.others = figure.counted;
    make_set(context.roots);
    make_set(context.names);
    make_set(context.others);
    return context;
  }

  static std::size_t shared(const Set& a, const Set& b) {
    std::size_t count = 0;
    for (const std::uint32_t item : a)
      count += contains(b, item);
    return count;
  }

  // The phrases hold the same words.
  bool agree(const Figure& first, const Figure& second, const Context& a, const Context& b) const {
    if (reading_.texts[first.text].language == Language::zh) return begin_alike(first.counted, second.counted);
    const auto covers = [&](const Context& outer, const Context& inner) {
      return std::all_of(inner.others.begin(), inner.others.end(),
                         [&](std::uint32_t lemma) { return contains(outer.others, lemma); });
    };
    return covers(a, b) && covers(b, a);
  }

  // Names on both sides and none in common. German writes all nouns with capitals: half must be shared.
  static bool are_told_apart(const Context& a, const Context& b, Language language) {
    if (a.names.empty() || b.names.empty()) return false;
    const std::size_t common = shared(a.names, b.names);
    if (language == Language::de) return common * 2 < std::min(a.names.size(), b.names.size());
    return common == 0 || (common < a.names.size() && common < b.names.size());
  }

  // One word is bound to the same neighbour in both, and differs: "northern unit", "southern unit"; "in March", "in
  // June".
  bool have_rival_modifiers(const Figure& a, const Figure& b, const Context& one, const Context& other) const {
    std::unordered_map<std::uint32_t, const Form*> before, behind;
    for_each_pair(a, [&](const Form& left, const Form& right) {
      behind.emplace(left.root, &right);
      before.emplace(right.root, &left);
    });
    bool rivals = false;
    // "the service" and "of the service" are one.
    const auto is_own = [&](const Form& mine, const Form& theirs) {
      return mine.root != theirs.root && !(mine.is_function_word && theirs.is_function_word) &&
             !contains(other.roots, mine.root) && !contains(one.roots, theirs.root) &&
             !contains(other.others, mine.root) && !contains(one.others, theirs.root);
    };
    for_each_pair(b, [&](const Form& left, const Form& right) {
      if (const auto at = behind.find(left.root); at != behind.end()) rivals = rivals || is_own(*at->second, right);
      if (const auto at = before.find(right.root); at != before.end()) rivals = rivals || is_own(*at->second, left);
    });
    return rivals;
  }

  // Neighbouring words of a sentence, the counted phrase and numbers aside. The word before the number is mostly the
  // verb ("the inspectorate employs 52").
  template <typename Take>
  void for_each_pair(const Figure& figure, Take take) const {
    const Form* last = nullptr;
    for (std::uint32_t at = figure.sentence; at < figure.sentence_end; ++at) {
      if (at >= figure.word && at < figure.counted_end) {
        last = nullptr;
        continue;
      }
      const Form& item = form(at);
      const bool parts = item.kind == WordKind::mark || item.kind == WordKind::number ||
                         (item.kind == WordKind::ideograph &&
                          (item.is_function_word || cue_at(reading_, Cue::total, at, figure.sentence_end) > 0));
      if (parts) {
        last = nullptr;
        continue;
      }
      const bool governs = at + 1 == figure.word || (at + 2 == figure.word && form(at + 1).cannot_end);
      if (last && !governs) take(*last, item);
      last = &item;
    }
  }

  // Enough is said of what is counted that it can be no other: two words, or a name, or the same paragraph.
  bool is_specific(const Figure& second, const Figure& first, const Context& one, const Context& other) const {
    const std::uint32_t complement = complement_of(second);
    const bool is_named_before = complement != no_index && contains(one.roots, complement);
    if (first.is_definite && complement != no_index && !is_named_before) return false;
    if (!first.is_definite && is_named_before) return true;
    const std::size_t least = reading_.texts[first.text].language == Language::zh ? 4 : 2;
    if (second.counted.size() >= least) return true;
    if (shared(one.names, other.names) > 0) return true;
    return first.text == second.text && !first.is_definite && second.word - first.word < 90;
  }

  // Root of "inspectorate" in "the 54 inspectors of the inspectorate".
  std::uint32_t complement_of(const Figure& figure) const {
    std::uint32_t at = figure.counted_end;
    if (at >= figure.sentence_end || !form(at).cannot_end) return no_index;
    while (at < figure.sentence_end && (form(at).cannot_end || form(at).text == "'" || form(at).text == "’"))
      ++at;
    return at < figure.sentence_end && form(at).is_content_word() ? form(at).root : no_index;
  }

  // The shorter sentence holds hardly a word that the longer has not.
  static bool says_again(const Context& a, const Context& b) {
    const Context &shorter = a.roots.size() <= b.roots.size() ? a : b, &longer = &shorter == &a ? b : a;
    const std::size_t common = shared(shorter.roots, longer.roots), size = shorter.roots.size();
    const std::size_t missing = size - common;
    return common >= 2 && missing <= size / 6;
  }

  const Reading& reading_;
  const Report& report_;
  const std::vector<Figure>& figures_;
  std::map<std::pair<std::uint32_t, double>, std::uint32_t> mentions_;  // of a noun with a value
};

}  // namespace

bool begin_alike(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  constexpr std::size_t classifier_and_noun = 3;
  const auto common = static_cast<std::size_t>(
      std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin()).first -
      a.begin());
  return common >= classifier_and_noun;
}

std::vector<Contradiction> find_other_values(const Reading& reading, const Report& report,
                                             const std::vector<Figure>& figures) {
  return Comparison(reading, report, figures).run();
}

}  // namespace plumbline
