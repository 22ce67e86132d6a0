// Looks for the target labels of the pack inside running text.
#include "rules/references/references.h"

#include "rules/pack/loose_text.h"
#include "rules/pack/phrase_number.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>

namespace plumbline {
namespace {

// Words of the pack's target headings, loosened: a mention begins with one of them.
std::vector<std::string> words_of(const std::vector<Phrase>& phrases) {
  std::vector<std::string> words;
  for (const Phrase& phrase : phrases) {
    std::string plain;
    bool in_braces = false;
    for (const char c : phrase.text) {
      in_braces = c == '{' || (in_braces && c != '}');
      plain += in_braces || std::string_view("[]()|{}.").find(c) != std::string_view::npos ? ' ' : c;
    }
    std::string_view rest = plain;
    while (!rest.empty()) {
      const auto end = std::min(rest.find(' '), rest.size());
      if (std::string word = loose(rest.substr(0, end)); word.size() >= 4) words.push_back(std::move(word));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

// Letters and digits; every byte of a letter beyond ASCII.
bool is_letter_byte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

// Words that refer, in nine languages, loosened.
constexpr std::string_view referring[] = {
    "see",         "refer",    "reported", "described", "under",   "mentioned", "voir",    "cf",
    "vease",       "veanse",   "ver ",     "consult",   "см",      "смотри",    "انظر",    "راجع",
    "见",          "siehe",    "vgl",      "vide",      "veja",    "vedi",      "vedere",  "si veda",
    "reportez",    "remite",   "описан",   "указан",    "الوارد",  "المذكور",   "参阅",    "descrit",
    "beschrieben", "descritt", "unter",    "mentionn",  "указанн", "indicad",   "indicat", "в рамках"};

// Of another instrument: what stands right behind the number.
constexpr std::string_view owners[] = {" of the", " des ", " du ",  " de l",   " de los", " de las",   " del ",
                                       " do ",    " der ", " dos ", " degli ", " dell",   " в области"};

// A word of a loosened text; ideographs are words of their own.
struct LooseWord {
  std::size_t start = 0, end = 0;
};

std::vector<LooseWord> split(std::string_view text) {
  std::vector<LooseWord> words;
  for (std::size_t at = 0; at < text.size();) {
    const bool is_ideograph =
        static_cast<unsigned char>(text[at]) >= 0xe3 && static_cast<unsigned char>(text[at]) <= 0xe9;
    std::size_t end = at;
    if (is_ideograph) {
      end = at + 3;
    } else {
      const bool is_digit = std::isdigit(static_cast<unsigned char>(text[at])) != 0;
      while (end < text.size() && is_letter_byte(text[end]) && static_cast<unsigned char>(text[end]) < 0xe3 &&
             (std::isdigit(static_cast<unsigned char>(text[end])) != 0) == is_digit)
        ++end;
    }
    if (end > at) words.push_back({at, std::min(end, text.size())});
    at = std::max(end, at + 1);
  }
  return words;
}

class Finder {
 public:
  Finder(const Report& report, const Part& part) : report_(report) {
    for (const std::string& word : words_of(part.headings)) {
      if (number_of(word) || is_number_sign(word)) continue;
      // Without the last two letters, which inflection changes: "цель", "цели"; "politisches", "politischen".
      const bool is_latin = static_cast<unsigned char>(word[0]) < 0x80;
      const std::size_t cut = is_latin ? (word.size() > 8 ? 2u : 0u) : word.size() > 10 ? 4u : 2u;
      const bool is_ideograph = static_cast<unsigned char>(word[0]) >= 0xe3;
      stems_.push_back(is_ideograph ? word : word.substr(0, word.size() - cut));
    }
  }

  std::vector<CrossReference> find_all() {
    for (std::uint32_t t = 0; t < report_.targets.size(); ++t) {
      const Target& target = report_.targets[t];
      for (std::uint32_t g = target.first_goal; g < target.first_goal + target.goal_count; ++g)
        search(report_.goals[g].id, report_.goals[g].passage, &target);
      for (std::uint32_t s = target.first_section; s < target.first_section + target.section_count; ++s)
        search_section(report_.sections[s], &target);
    }
    for (const Section& section : report_.sections)
      if (section.target == no_index) search_section(section, nullptr);
    return std::move(found_);
  }

 private:
  static bool is_number_sign(std::string_view word) {
    constexpr std::string_view signs = " no nr n n° nº o num nro number numero numer nummer номер رقم 第 之 ";
    return signs.find(" " + std::string(word) + " ") != signs.npos;
  }

  // Bytes of the label word that begins here; 0 where none does. Takes an ending of up to six bytes more.
  std::size_t label_word(std::string_view rest, std::string_view word) const {
    for (const std::string& stem : stems_) {
      if (static_cast<unsigned char>(stem[0]) >= 0xe3) {
        if (rest.starts_with(stem)) return stem.size();
      } else if (word.starts_with(stem) && word.size() <= stem.size() + 6) {
        return word.size();
      }
    }
    return 0;
  }

  void search_section(const Section& section, const Target* target) {
    for (std::uint32_t g = section.first_group; g < section.first_group + section.group_count; ++g) {
      const Group& group = report_.groups[g];
      for (std::uint32_t a = group.first_action; a < group.first_action + group.action_count; ++a)
        search(report_.actions[a].id, report_.actions[a].passage, target);
    }
  }

  struct Mention {
    std::size_t end = 0;  // of its number
    int label_words = 0;
    bool has_sign = false;
    std::string printed;
    int number = 0;
  };

  std::optional<Mention> mention_at(std::string_view text, const std::vector<LooseWord>& words, std::size_t i) const {
    Mention mention;
    std::size_t next = i;
    while (next < words.size()) {
      const std::string_view rest = text.substr(words[next].start);
      const std::string_view word = rest.substr(0, words[next].end - words[next].start);
      const std::size_t label = label_word(rest, word);
      if (label > 0) {
        ++mention.label_words;
        const std::size_t end = words[next].start + label;
        while (next < words.size() && words[next].end <= end)
          ++next;
      } else if (mention.label_words > 0 && is_number_sign(word)) {
        mention.has_sign = true;
        ++next;
      } else {
        break;
      }
    }
    if (mention.label_words == 0 || next >= words.size() || words[next].start - words[i].start > 60) return {};
    // Only blanks and a full stop may stand before the number.
    for (std::size_t at = words[next - 1].end; at < words[next].start; ++at)
      if (text[at] == ',' || text[at] == ';' || text[at] == ':' || text[at] == '(') return {};
    mention.printed = std::string(text.substr(words[next].start, words[next].end - words[next].start));
    const auto number = number_of(mention.printed);
    if (!number || *number < 1 || *number > 99) return {};
    mention.number = *number;
    mention.end = words[next].end;
    return mention;
  }

  void search(const std::string& node, const Passage& passage, const Target* own) {
    const LooseText loosened = loosen(passage.text);
    const std::string_view text = loosened.text;
    const std::vector<LooseWord> words = split(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto mention = mention_at(text, words, i);
      if (!mention) continue;
      const std::size_t at = words[i].start;
      if (refers(text, at, *mention) && !(own && own->number == mention->number)) {
        const std::uint32_t start = loosened.origin[at], end = loosened.origin[mention->end];
        found_.push_back({node, target_of(mention->number), mention->printed, passage.where(start, end - start)});
      }
      while (i + 1 < words.size() && words[i + 1].end <= mention->end)
        ++i;
    }
  }

  std::string target_of(int number) const {
    for (const Target& target : report_.targets)
      if (target.number == number) return target.id;
    return "";
  }

  static bool refers(std::string_view text, std::size_t at, const Mention& mention) {
    const std::string_view behind = text.substr(mention.end, 60);
    // "target 16.2", "target 7-bis", "target 5 per cent"
    if (behind.size() > 1 && (behind[0] == '.' || behind[0] == ',' || behind[0] == '-') &&
        std::isalnum(static_cast<unsigned char>(behind[1])) != 0)
      return false;
    if (behind.starts_with("%") || behind.starts_with(" %")) return false;
    for (const std::string_view owner : owners)
      if (behind.starts_with(owner)) return false;
    const std::string_view before = text.substr(at > 60 ? at - 60 : 0, std::min<std::size_t>(at, 60));
    // Goals of other instruments bear numbers too.
    for (const std::string_view other : {"sdg", "odd ", "ods ", "цур", "اهداف التنميه", "sustainable", "durable",
                                         "sostenible", "sustentavel", "nachhaltig", "2030", "可持续", "millen"})
      if (before.find(other) != before.npos || behind.find(other) != behind.npos) return false;
    if (mention.label_words >= 2 || mention.has_sign) return true;
    return std::any_of(std::begin(referring), std::end(referring), [&](std::string_view word) {
      const auto found = before.rfind(word);
      return found != before.npos && (found == 0 || !is_letter_byte(before[found - 1]) || word.size() <= 6);
    });
  }

  const Report& report_;
  std::vector<std::string> stems_;
  std::vector<CrossReference> found_;
};

}  // namespace

std::vector<CrossReference> find_references(const Report& report, const Pack& pack) {
  const Part* part = pack.part(PartRole::target);
  if (!part || part->headings.empty() || report.targets.empty()) return {};
  return Finder(report, *part).find_all();
}

}  // namespace plumbline
