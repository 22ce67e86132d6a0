// The ways in which a name comes to be written otherwise, each looked for on its own.
#include "rules/names/names.h"

#include "rules/names/name_kinds.h"
#include "rules/names/number_slips.h"
#include "rules/reading/characters.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace plumbline {
namespace {

// Names of one word are compared only where one is long and stands often.
constexpr std::uint32_t least_letters_alone = 6, least_count_alone = 4;

struct Spelling {
  std::uint32_t count = 0;
  NameMention first;
};

class Finder {
 public:
  explicit Finder(const Reading& reading) : reading_(reading) {}

  std::vector<NameVariant> find_all() {
    count_forms();
    find_misspelled_words();
    find_misspelled_in_context();
    find_misspelled_alone();
    find_misspelled_in_long_names();
    find_misspelled_quotations();
    find_parted();
    find_other_kinds();
    find_other_acronyms();
    for (const NameVariant& variant : find_number_slips(reading_))
      found_.push_back(variant);
    finish();
    return std::move(found_);
  }

 private:
  const Form& form(std::uint32_t at) const { return reading_.form_of(reading_.words[at]); }

  static bool has_case(const Form& item) { return item.script == Script::latin || item.script == Script::cyrillic; }

  void count_forms() {
    counts_.resize(reading_.forms.size());
    for (std::uint32_t t = 0; t < reading_.texts.size(); ++t) {
      const Text& text = reading_.texts[t];
      for (std::uint32_t at = text.first_word; at < text.first_word + text.word_count; ++at) {
        Spelling& spelling = counts_[reading_.words[at].form];
        if (spelling.count++ == 0) spelling.first = {t, at, at + 1};
      }
    }
  }

  // Words with a capital inside are names whatever stands around them: "CyberTipline", "PhotoDNA".
  void find_misspelled_words() {
    std::vector<std::uint32_t> names;
    for (std::uint32_t f = 0; f < reading_.forms.size(); ++f) {
      const Form& item = reading_.forms[f];
      if (item.kind == WordKind::word && item.has_inner_capital() && item.letters >= 6 && has_case(item) &&
          item.text.find_first_of("0123456789") == std::string::npos)
        names.push_back(f);
    }
    compare_by_deletions(names, [&](std::uint32_t rare, std::uint32_t usual) {
      return counts_[usual].count >= 2 && counts_[rare].count * 2 <= counts_[usual].count;
    });
    // "PhotoDna" beside "PhotoDNA"
    std::unordered_map<std::string, std::uint32_t> by_fold;
    for (const std::uint32_t name : names) {
      const auto [at, is_new] = by_fold.emplace(reading_.forms[name].folded, name);
      if (is_new || reading_.forms[name].language != reading_.forms[at->second].language) continue;
      const bool swap = counts_[name].count > counts_[at->second].count;
      const std::uint32_t rare = swap ? at->second : name, usual = swap ? name : at->second;
      if (swap) at->second = name;
      if (counts_[usual].count >= 3 && counts_[rare].count == 1)
        add(NameFault::misspelled, counts_[rare], counts_[usual]);
    }
  }

  // Pairs that differ by one letter share a form with that letter taken out, so that no pair is looked for.
  template <typename MayBe>
  void compare_by_deletions(const std::vector<std::uint32_t>& forms, MayBe may_be) {
    std::unordered_map<std::string, std::vector<std::uint32_t>> buckets;
    std::unordered_set<std::uint64_t> seen;
    for (const std::uint32_t f : forms) {
      const std::string& folded = reading_.forms[f].folded;
      for (std::string& key : deletions_of(folded)) {
        auto& bucket = buckets[std::move(key)];
        for (const std::uint32_t other : bucket) {
          const std::uint64_t pair = static_cast<std::uint64_t>(std::min(f, other)) << 32 | std::max(f, other);
          if (other == f || !seen.insert(pair).second || !is_slip(folded, reading_.forms[other].folded)) continue;
          const bool other_is_rare = counts_[other].count < counts_[f].count;
          const std::uint32_t rare = other_is_rare ? other : f, usual = other_is_rare ? f : other;
          if (may_be(rare, usual)) add(NameFault::misspelled, counts_[rare], counts_[usual]);
        }
        if (bucket.size() < 8) bucket.push_back(f);
      }
    }
  }

  static std::vector<std::string> deletions_of(const std::string& word) {
    std::vector<std::string> keys{word};
    for (std::uint32_t i = 0; i < word.size();) {
      const std::uint32_t length = character_at(word, i).length;
      keys.push_back(word.substr(0, i) + word.substr(i + length));
      i += length;
    }
    return keys;
  }

  // One word of a name of several differs by a slip, the others are the same: "Operation Delego", "Operation Dilego".
  void find_misspelled_in_context() {
    std::unordered_map<std::uint64_t, std::map<std::uint32_t, Spelling>> slots;
    for (std::uint32_t t = 0; t < reading_.texts.size(); ++t) {
      const Text& text = reading_.texts[t];
      const std::uint32_t end = text.first_word + text.word_count;
      for (std::uint32_t at = text.first_word; at < end; ++at) {
        if (!may_be_name(at)) continue;
        for (const std::uint64_t key : slots_of(at, text.first_word, end)) {
          Spelling& spelling = slots[key][reading_.words[at].form];
          if (spelling.count++ == 0) spelling.first = {t, at, at + 1};
        }
      }
    }
    for (const auto& [key, spellings] : slots) {
      if (spellings.size() < 2 || spellings.size() > 16) continue;
      for (auto a = spellings.begin(); a != spellings.end(); ++a)
        for (auto b = std::next(a); b != spellings.end(); ++b)
          judge_slot(a->first, b->first, std::max(a->second.count, b->second.count));
    }
  }

  bool may_be_name(std::uint32_t at) const {
    const Form& item = form(at);
    if (item.kind != WordKind::word || item.letters < 5 || item.is_function_word) return false;
    if (item.script == Script::arabic) return true;
    if (!has_case(item) || !item.is_capitalised || item.is_all_capitals()) return false;
    return !reading_.words[at].starts_sentence || counts_[reading_.words[at].form].count > 1;
  }

  // A name of one word that stands often, and once otherwise: "Norvalia", "Norvlaia". German is left out: it writes
  // every noun with a capital.
  void find_misspelled_alone() {
    std::vector<std::uint32_t> names;
    for (std::uint32_t f = 0; f < reading_.forms.size(); ++f) {
      const Form& item = reading_.forms[f];
      if (item.kind == WordKind::word && item.is_capitalised && !item.is_all_capitals() && !item.has_inner_capital() &&
          item.letters >= least_letters_alone && has_case(item) && item.language != Language::de &&
          !item.is_function_word && !item.stands_small)
        names.push_back(f);
    }
    // Only those that stand often are indexed, so that all others cost a look each.
    std::unordered_map<std::uint64_t, std::uint32_t> usual_by_key;
    for (const std::uint32_t f : names)
      if (counts_[f].count >= least_count_alone)
        each_deletion(reading_.forms[f].folded, [&](std::uint64_t key) { usual_by_key.emplace(key, f); });
    if (usual_by_key.empty()) return;
    for (const std::uint32_t f : names) {
      const Form& wrong = reading_.forms[f];
      if (counts_[f].count != 1 || reading_.words[counts_[f].first.first].starts_sentence) continue;
      std::uint32_t usual = no_index;
      each_deletion(wrong.folded, [&](std::uint64_t key) {
        const auto at = usual_by_key.find(key);
        if (usual == no_index && at != usual_by_key.end() && is_lone_slip(wrong, reading_.forms[at->second]))
          usual = at->second;
      });
      if (usual != no_index) add(NameFault::misspelled, counts_[f], counts_[usual]);
    }
  }

  static bool is_lone_slip(const Form& wrong, const Form& right) {
    return wrong.language == right.language && wrong.lemma != right.lemma && is_slip(wrong.folded, right.folded) &&
           !are_spellings_of_one(wrong.folded, right.folded);
  }

  // A number for the word, and for it without each of its letters.
  template <typename Take>
  static void each_deletion(std::string_view word, Take take) {
    const auto hash_without = [&](std::size_t from, std::size_t to) {
      std::uint64_t hash = 0xcbf29ce484222325u;
      for (std::size_t i = 0; i < word.size(); ++i)
        if (i < from || i >= to) hash = (hash ^ static_cast<unsigned char>(word[i])) * 0x100000001b3u;
      return hash;
    };
    take(hash_without(0, 0));
    for (std::uint32_t i = 0; i < word.size();) {
      const std::uint32_t length = character_at(word, i).length;
      take(hash_without(i, i + length));
      i += length;
    }
  }

  // What stands around a word of a name: a capitalised neighbour on either side; in Arabic, both neighbours.
  std::vector<std::uint64_t> slots_of(std::uint32_t at, std::uint32_t begin, std::uint32_t end) const {
    const auto neighbour = [&](std::uint32_t i) -> std::uint64_t {
      if (i < begin || i >= end) return 0;
      const Form& item = form(i);
      if (item.kind != WordKind::word || item.is_function_word) return 0;
      if (item.script != Script::arabic && !item.is_capitalised) return 0;
      return item.lemma + 1ull;
    };
    const std::uint64_t left = at > begin ? neighbour(at - 1) : 0, right = neighbour(at + 1);
    std::vector<std::uint64_t> keys;
    if (form(at).script == Script::arabic) {
      if (left && right) keys.push_back(left << 32 | right);
      return keys;
    }
    // German writes every noun with a capital; only both sides together make a name of it.
    if (form(at).language == Language::de && !(left && right) && !is_name_kind(Language::de, left_folded(at, begin)))
      return keys;
    if (left) keys.push_back(left << 1);
    if (right) keys.push_back(right << 1 | 1);
    return keys;
  }

  std::string_view left_folded(std::uint32_t at, std::uint32_t begin) const {
    return at > begin ? std::string_view(form(at - 1).folded) : std::string_view();
  }

  // `in_slot`: how often the more usual of the two stands beside this neighbour.
  void judge_slot(std::uint32_t a, std::uint32_t b, std::uint32_t in_slot) {
    const Form &one = reading_.forms[a], &other = reading_.forms[b];
    if (one.language != other.language || one.lemma == other.lemma || !is_slip(one.folded, other.folded)) return;
    if (are_spellings_of_one(one.folded, other.folded)) return;
    // In doubt the later is the wrong one. Where capitals do not show names, twice is the least for the right one.
    const bool a_is_rare = counts_[a].count != counts_[b].count ? counts_[a].count < counts_[b].count
                                                                : counts_[a].first.first > counts_[b].first.first;
    const Spelling &rare = counts_[a_is_rare ? a : b], &usual = counts_[a_is_rare ? b : a];
    // Words of the language, not of a name: "National", "Nacional". A misspelled one stands nowhere in small letters.
    if (one.script != Script::arabic) {
      const Form &wrong = a_is_rare ? one : other, &right = a_is_rare ? other : one;
      if (wrong.stands_small || (right.stands_small && (rare.count > 1 || in_slot < 2))) return;
    }
    if (rare.count > 2 || (one.script == Script::arabic && (rare.count > 1 || usual.count < 2))) return;
    if (rare.count == usual.count && rare.count > 1) return;
    add(NameFault::misspelled, rare, usual);
  }

  // "Управление по защите несовершенолетних": a word in small letters of a name that begins with a capital. The words
  // before it are the same in both places, and it stands nowhere else.
  void find_misspelled_in_long_names() {
    constexpr std::uint32_t least_letters = 8, least_usual = 2, most_words_before = 4;
    std::unordered_map<std::uint64_t, std::vector<Spelling>> by_beginning;
    for (std::uint32_t t = 0; t < reading_.texts.size(); ++t) {
      const Text& text = reading_.texts[t];
      for (std::uint32_t at = text.first_word; at < text.first_word + text.word_count; ++at) {
        const Form& first = form(at);
        if (!has_case(first) || !first.is_capitalised || !first.is_content_word()) continue;
        std::uint64_t key = first.lemma;
        for (std::uint32_t next = at + 1, words = 1;
             next < text.first_word + text.word_count && words <= most_words_before; ++next, ++words) {
          const Form& item = form(next);
          if (item.kind != WordKind::word || item.is_capitalised) break;
          if (words >= 2 && item.is_content_word() && item.letters >= least_letters)
            by_beginning[key].push_back({1, {t, next, next + 1}});
          key = key * 0x9e3779b97f4a7c15 + item.lemma + 1;
        }
      }
    }
    for (const auto& [key, places] : by_beginning) {
      if (places.size() < 2 || places.size() > 16) continue;
      for (const Spelling& one : places)
        for (const Spelling& other : places) {
          const std::uint32_t rare = reading_.words[one.first.first].form,
                              usual = reading_.words[other.first.first].form;
          if (rare != usual && counts_[rare].count == 1 && counts_[usual].count >= least_usual &&
              is_lone_slip(reading_.forms[rare], reading_.forms[usual]))
            add(NameFault::misspelled, counts_[rare], counts_[usual]);
        }
    }
  }

  // «Тихая гавань» and «Тихая гаваень»: quoted names that differ by a slip. Only the first few hundred are compared.
  void find_misspelled_quotations() {
    constexpr std::size_t most_names = 300;
    std::vector<Spelling> spellings;
    std::vector<QuotedName> names;
    std::unordered_map<std::string, std::size_t> index;
    for (std::uint32_t t = 0; t < reading_.texts.size(); ++t) {
      const Text& text = reading_.texts[t];
      for (std::uint32_t at = text.first_word; at < text.first_word + text.word_count; ++at) {
        const auto name = quoted_name_at(reading_, text, at);
        if (!name || names.size() >= most_names) continue;
        const auto [known, is_new] = index.emplace(name->folded, names.size());
        if (is_new) {
          names.push_back(*name);
          spellings.push_back({0, {t, name->first, name->last}});
        }
        ++spellings[known->second].count;
        at = name->last;
      }
    }
    for (std::size_t a = 0; a < names.size(); ++a)
      for (std::size_t b = a + 1; b < names.size(); ++b) {
        const bool a_is_rare = spellings[a].count < spellings[b].count;
        const Spelling &rare = spellings[a_is_rare ? a : b], &usual = spellings[a_is_rare ? b : a];
        if (rare.count == 1 && usual.count >= 2 && are_slips_of_one(names[a], names[b]))
          add(NameFault::misspelled, rare, usual);
      }
  }

  // "CyberTipline" and "Cyber Tipline".
  void find_parted() {
    std::unordered_map<std::string, std::uint32_t> joined;
    for (std::uint32_t f = 0; f < reading_.forms.size(); ++f) {
      const Form& item = reading_.forms[f];
      if (item.kind == WordKind::word && item.is_capitalised && item.has_inner_capital() && item.letters >= 8 &&
          has_case(item))
        joined.emplace(item.folded, f);
    }
    if (joined.empty()) return;
    std::map<std::uint32_t, Spelling> parted;
    for (std::uint32_t t = 0; t < reading_.texts.size(); ++t) {
      const Text& text = reading_.texts[t];
      for (std::uint32_t at = text.first_word; at + 1 < text.first_word + text.word_count; ++at) {
        const Form &left = form(at), &right = form(at + 1);
        if (left.kind != WordKind::word || right.kind != WordKind::word || !left.is_capitalised ||
            !right.is_capitalised)
          continue;
        if (left.letters < 3 || right.letters < 3) continue;
        const auto found = joined.find(left.folded + right.folded);
        if (found == joined.end()) continue;
        Spelling& spelling = parted[found->second];
        if (spelling.count++ == 0) spelling.first = {t, at, at + 2};
      }
    }
    for (const auto& [name, spelling] : parted) {
      const bool parted_is_rare = spelling.count <= counts_[name].count;
      if (parted_is_rare)
        add(NameFault::parted, spelling, counts_[name]);
      else
        add(NameFault::parted, counts_[name], spelling);
    }
  }

  // "Project Vic", "Operation Vic": one name of its own under two kinds.
  void find_other_kinds() {
    std::map<std::string, std::map<std::string, Spelling>> kinds;
    std::unordered_map<std::string, std::uint32_t> uses;
    for (std::uint32_t t = 0; t < reading_.texts.size(); ++t) {
      const Text& text = reading_.texts[t];
      for (std::uint32_t at = text.first_word; at < text.first_word + text.word_count; ++at) {
        const auto named = kind_and_name_at(reading_, text, at);
        if (!named || reading_.texts[t].kind == TextKind::title) continue;
        Spelling& spelling = kinds[named->name][named->kind];
        if (spelling.count++ == 0) spelling.first = {t, named->first, named->last};
        ++uses[named->name];
      }
    }
    for (const auto& [name, spellings] : kinds) {
      if (spellings.size() != 2) continue;
      const Spelling *rare = &spellings.begin()->second, *usual = &std::next(spellings.begin())->second;
      if (rare->count > usual->count || (rare->count == usual->count && rare->first.first < usual->first.first))
        std::swap(rare, usual);
      if (rare->count <= 2) add(NameFault::other_kind, *rare, *usual);
    }
  }

  // One name of three words or more before two acronyms in brackets. The whole run of capitalised words is compared.
  void find_other_acronyms() {
    std::unordered_map<std::uint64_t, std::map<std::string, Spelling>> names;
    for (std::uint32_t t = 0; t < reading_.texts.size(); ++t) {
      const Text& text = reading_.texts[t];
      const std::uint32_t end = text.first_word + text.word_count;
      for (std::uint32_t at = text.first_word + 4; at + 1 < end; ++at) {
        const Form& item = form(at);
        if (!item.is_all_capitals() || item.kind != WordKind::word || item.letters > 8) continue;
        const std::string &open = form(at - 1).text, &close = form(at + 1).text;
        if ((open != "(" && open != "（") || (close != ")" && close != "）")) continue;
        std::uint64_t key = 0;
        std::uint32_t first = at - 1;
        int words = 0;
        for (std::uint32_t i = at - 1; i > text.first_word;) {
          const Form& before = form(--i);
          if (before.kind == WordKind::mark && before.text != "-") break;
          const bool joins = before.is_function_word && before.capitals == 0 && i > text.first_word;
          if (!joins && (before.kind == WordKind::mark || !before.is_capitalised)) break;
          if (!before.is_content_word()) continue;
          key = key * 0x9e3779b97f4a7c15 + before.lemma + 1;
          first = i;
          ++words;
        }
        if (words < 3) continue;
        Spelling& spelling = names[key][item.text];
        if (spelling.count++ == 0) spelling.first = {t, first, at + 2};
      }
    }
    for (const auto& [key, acronyms] : names) {
      if (acronyms.size() != 2) continue;
      const auto &a = acronyms.begin()->second, &b = std::next(acronyms.begin())->second;
      const bool a_is_rare = a.count != b.count ? a.count < b.count : a.first.first > b.first.first;
      add(NameFault::other_acronym, a_is_rare ? a : b, a_is_rare ? b : a);
    }
  }

  void add(NameFault fault, const Spelling& rare, const Spelling& usual) {
    found_.push_back({fault, rare.first, usual.first, rare.count, usual.count});
  }

  void finish() {
    std::stable_sort(found_.begin(), found_.end(),
                     [](const auto& a, const auto& b) { return a.mention.first < b.mention.first; });
    found_.erase(std::unique(found_.begin(), found_.end(),
                             [](const auto& a, const auto& b) { return a.mention.first == b.mention.first; }),
                 found_.end());
  }

  const Reading& reading_;
  std::vector<NameVariant> found_;
  std::vector<Spelling> counts_;  // by form
};

}  // namespace

std::vector<NameVariant> find_name_variants(const Reading& reading) {
  return Finder(reading).find_all();
}

}  // namespace plumbline
