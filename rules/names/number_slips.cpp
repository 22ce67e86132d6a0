// Names with the same lemmas are compared form by form.
#include "rules/names/number_slips.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace plumbline {
namespace {

constexpr std::size_t least_words = 3, most_words = 4;

using Key = std::vector<std::uint32_t>;    // lemmas of its words of meaning
using Forms = std::vector<std::uint32_t>;  // of the same words

struct Spelling {
  NameMention first;
  std::uint32_t count = 0;
};

class Search {
 public:
  explicit Search(const Reading& reading) : reading_(reading) {}

  std::vector<NameVariant> run() {
    for (std::uint32_t t = 0; t < reading_.texts.size(); ++t) {
      const Text& text = reading_.texts[t];
      if (may_have_slips(text.language)) read(t);
    }
    std::vector<NameVariant> found;
    for (const auto& [key, spellings] : names_)
      if (spellings.size() == 2) compare(*spellings.begin(), *std::next(spellings.begin()), found);
    return found;
  }

 private:
  using Name = std::pair<const Forms, Spelling>;

  static bool may_have_slips(Language language) {
    return language == Language::en || language == Language::fr || language == Language::es || language == Language::pt;
  }

  const Form& form(std::uint32_t at) const { return reading_.form_of(reading_.words[at]); }

  bool may_join(std::uint32_t at, bool is_english) const {
    const Form& item = form(at);
    return item.is_function_word || (!is_english && (item.text == "'" || item.text == "’"));
  }

  void read(std::uint32_t t) {
    const Text& text = reading_.texts[t];
    const std::uint32_t end = text.first_word + text.word_count;
    bool is_within = false;  // behind another word with a capital
    for (std::uint32_t at = text.first_word; at < end; ++at) {
      const Form& item = form(at);
      const bool is_capitalised = item.is_content_word() && item.is_capitalised && !item.is_all_capitals();
      const bool may_begin = is_capitalised && !reading_.words[at].starts_sentence;
      if (may_begin && !is_within) read_name(t, at, end);
      is_within = may_begin || (is_within && may_join(at, text.language == Language::en));
    }
  }

  // In English all words of a name have capitals; in the other languages its first, and it ends where it may.
  void read_name(std::uint32_t t, std::uint32_t first, std::uint32_t end) {
    const bool is_english = reading_.texts[t].language == Language::en;
    Key key;
    Forms forms;
    std::uint32_t last = first;
    for (std::uint32_t at = first; at < end && (is_english || forms.size() < most_words); ++at) {
      const Form& item = form(at);
      if (may_join(at, is_english)) continue;
      if (!item.is_content_word() || item.is_all_capitals() || (is_english && !item.is_capitalised)) break;
      key.push_back(item.lemma);
      forms.push_back(reading_.words[at].form);
      last = at + 1;
      if (!is_english && forms.size() == least_words) add(key, forms, {t, first, last});
    }
    if (forms.size() >= (is_english ? least_words : most_words)) add(key, forms, {t, first, last});
  }

  void add(const Key& key, const Forms& forms, const NameMention& mention) {
    Spelling& spelling = names_[key][forms];
    if (spelling.count++ == 0) spelling.first = mention;
  }

  void compare(const Name& a, const Name& b, std::vector<NameVariant>& found) const {
    const Forms &one = a.first, &other = b.first;
    const bool is_english = reading_.forms[one.front()].language == Language::en;
    if (!is_english && one.front() != other.front()) return;
    if ((is_english || one.size() < most_words) && one.back() != other.back()) return;
    for (std::size_t i = 0; i < one.size(); ++i)
      if (one[i] != other[i] && !differ_in_number(reading_.forms[one[i]], reading_.forms[other[i]])) return;
    if (!have_like_joints(a.second.first, b.second.first)) return;
    const bool a_is_rare = a.second.count != b.second.count ? a.second.count < b.second.count
                                                            : a.second.first.first > b.second.first.first;
    const Spelling &rare = (a_is_rare ? a : b).second, &usual = (a_is_rare ? b : a).second;
    if (rare.count <= 2) found.push_back({NameFault::misspelled, rare.first, usual.first, rare.count, usual.count});
  }

  // "pour Climat", "pour le Climat"; not "du ministère", "de tous les ministères".
  bool have_like_joints(const NameMention& a, const NameMention& b) const {
    const Forms one = joints_of(a), other = joints_of(b);
    const Forms &fewer = one.size() < other.size() ? one : other, &more = &fewer == &one ? other : one;
    auto next = fewer.begin();
    for (const std::uint32_t joint : more)
      if (next != fewer.end() && *next == joint) ++next;
    return next == fewer.end();
  }

  Forms joints_of(const NameMention& name) const {
    Forms joints;
    for (std::uint32_t at = name.first; at < name.last; ++at)
      if (form(at).is_function_word) joints.push_back(reading_.words[at].form);
    return joints;
  }

  // By a plural ending alone, capitals aside: not "forme", "formés".
  static bool differ_in_number(const Form& a, const Form& b) {
    const Form &shorter = a.text.size() < b.text.size() ? a : b, &longer = &shorter == &a ? b : a;
    if (!longer.folded.starts_with(shorter.folded)) return false;
    const std::string_view ending = std::string_view(longer.folded).substr(shorter.folded.size());
    return (ending == "s" || ending == "es" || ending == "x") &&
           longer.text.compare(1, shorter.text.size() - 1, shorter.text, 1) == 0;
  }

  const Reading& reading_;
  std::map<Key, std::map<Forms, Spelling>> names_;
};

}  // namespace

std::vector<NameVariant> find_number_slips(const Reading& reading) {
  return Search(reading).run();
}

}  // namespace plumbline
