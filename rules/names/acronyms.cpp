// Finding acronyms and their long forms (in the manner of Schwartz and Hearst 2003, by whole words).
#include "rules/names/acronyms.h"

#include "rules/names/long_form.h"
#include "rules/reading/characters.h"

#include <algorithm>
#include <unordered_map>

namespace plumbline {
namespace {

constexpr std::uint16_t least_letters = 2, most_letters = 7;
// Acronyms that all words are searched for; keeps the cost linear.
constexpr std::size_t most_searches = 50;

std::size_t letter_count(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

bool is_roman(std::string_view text) {
  return text.find_first_not_of("IVXLCDM") == text.npos;
}

bool is_any(std::string_view text, std::initializer_list<std::string_view> marks) {
  return std::find(marks.begin(), marks.end(), text) != marks.end();
}
bool is_open(std::string_view text) {
  return is_any(text, {"(", "（", "["});
}
bool is_close(std::string_view text) {
  return is_any(text, {")", "）", "]"});
}
bool is_quote(std::string_view text) {
  return is_any(text, {"\"", "“", "”", "«", "»", "'", "„", "‘", "’"});
}

class Finder {
 public:
  explicit Finder(const Reading& reading) : reading_(reading) {}

  std::vector<Acronym> find_all() {
    for (std::uint32_t t = 0; t < reading_.texts.size(); ++t) {
      const Text& text = reading_.texts[t];
      begin_ = text.first_word;
      end_ = text.first_word + text.word_count;
      const bool shouts = is_mostly_capitals();
      for (std::uint32_t at = begin_; at < end_; ++at) {
        if (!shouts) take(t, at);
        note_initial(at);
      }
      initials_ += U'\n';
    }
    // Words set in capitals for stress look like long acronyms that stand once.
    std::erase_if(found_, [](const Acronym& acronym) {
      return acronym.count == 1 && letter_count(acronym.letters) >= 5 && acronym.definitions.empty();
    });
    for (Acronym& acronym : found_)
      acronym.is_introduced = acronym.is_introduced || has_name_with_its_initials(acronym);
    std::size_t searches = 0;
    for (Acronym& acronym : found_)
      if (!acronym.is_introduced && ++searches <= most_searches)
        acronym.is_introduced = has_compounds_with_its_letters(acronym);
    return std::move(found_);
  }

 private:
  const Form& form(std::uint32_t at) const { return reading_.form_of(reading_.words[at]); }
  bool is_in(std::uint32_t at) const { return at >= begin_ && at < end_; }

  bool is_mostly_capitals() const {
    std::size_t words = 0, capitals = 0;
    for (std::uint32_t at = begin_; at < end_; ++at) {
      const Form& item = form(at);
      const bool is_ideograph = item.kind == WordKind::ideograph;
      if (!is_ideograph && (item.kind != WordKind::word || item.letters < 2)) continue;
      ++words;
      capitals += item.is_all_capitals();
    }
    return capitals * 2 > words;
  }

  // "ISPs" -> "ISP"; empty where the word is no acronym.
  static std::string letters_of(const Form& item) {
    if (item.kind != WordKind::word || item.capitals < least_letters) return "";
    std::string text = item.text;
    if (item.letters == item.capitals + 1 && text.ends_with('s'))
      text.pop_back();
    else if (item.letters != item.capitals)
      return "";
    if (item.capitals > most_letters || text.find_first_of("0123456789") != text.npos) return "";
    return item.script == Script::latin || item.script == Script::cyrillic ? text : "";
  }

  void take(std::uint32_t text, std::uint32_t at) {
    const Form& item = form(at);
    std::string letters = letters_of(item);
    if (letters.empty() || is_part_of_code(at)) return;
    // Words that also stand in small letters are only stressed by their capitals, unless in brackets: "bis", "(BIS)".
    if (is_roman(letters) || (item.stands_small && !stands_in_brackets(at))) return;
    const auto [known, is_new] = index_.emplace(letters, found_.size());
    if (is_new) {
      Acronym& acronym = found_.emplace_back();
      acronym.letters = std::move(letters);
      acronym.text = text;
      acronym.word = at;
    }
    Acronym& acronym = found_[known->second];
    ++acronym.count;
    read_definition(acronym, text, at);
  }

  bool stands_in_brackets(std::uint32_t at) const {
    return is_in(at - 1) && is_open(form(at - 1).text) && is_in(at + 1) && is_close(form(at + 1).text);
  }

  // Glued to digits, points, slashes or signs of money: "A/HRC/12", "ISO-8859", "U.S", "EC$".
  bool is_part_of_code(std::uint32_t at) const {
    const Word& word = reading_.words[at];
    if (is_in(at - 1) && !word.space_before) {
      const Form& before = form(at - 1);
      if (is_any(before.text, {"/", ".", "_", "@", "&", "№"}) || before.kind == WordKind::number) return true;
      if (before.text == "-" && is_in(at - 2) && form(at - 2).kind == WordKind::number) return true;
    }
    if (!is_in(at + 1) || reading_.words[at + 1].space_before) {
      // "EN 301 549", "SR 24": a code with its number.
      return is_in(at + 1) && form(at + 1).kind == WordKind::number && form(at).letters <= 3 &&
             form(at + 1).text.size() <= 3;
    }
    const Form& behind = form(at + 1);
    if (is_any(behind.text, {"/", "_", "@", "&", "$", "€", "£"}) || behind.kind == WordKind::number) return true;
    if (behind.text == "." && is_in(at + 2) && !reading_.words[at + 2].space_before) return true;
    return is_any(behind.text, {"-", "–"}) && is_in(at + 2) && form(at + 2).kind == WordKind::number;
  }

  void read_definition(Acronym& acronym, std::uint32_t text, std::uint32_t at) {
    std::uint32_t before = at;
    while (is_in(before - 1) && is_quote(form(before - 1).text))
      --before;
    // "hereinafter ABC", "далее — ABC", "por sus siglas ABC": words may stand between the bracket and the acronym.
    std::uint32_t open = before;
    for (int steps = 0; steps < 5 && is_in(open - 1) && !is_open(form(open - 1).text); ++steps)
      --open;
    if (is_in(open - 1) && is_open(form(open - 1).text) && open > begin_ + 1) {
      acronym.is_introduced = acronym.is_introduced || open - 1 > begin_;
      if (open == before && !add_long_form(acronym, text, at, open - 1)) add_foreign_form(acronym, text, at, open - 1);
    } else if (is_in(before - 1) && is_any(form(before - 1).text, {"-", "–", "—", ","}) && before > begin_ + 1 &&
               reading_.words[at].space_before) {
      add_long_form(acronym, text, at, before - 1);
    }
    // "ABC (Long Form)": at least two words in the bracket.
    std::uint32_t behind = at + 1;
    while (is_in(behind) && is_quote(form(behind).text))
      ++behind;
    if (is_in(behind) && is_open(form(behind).text)) {
      std::uint32_t close = behind + 1, words = 0;
      while (is_in(close) && !is_close(form(close).text))
        words += form(close++).kind != WordKind::mark;
      if (is_in(close) && words >= 2 && words <= 14) {
        acronym.is_introduced = true;
        add_inner_form(acronym, text, at, behind + 1, close);
      }
    } else if (is_in(behind) && is_any(form(behind).text, {"-", "–", "—", ":"})) {
      const std::uint32_t stop = std::min(end_, behind + 1 + 12);
      if (add_inner_form(acronym, text, at, behind + 1, stop)) acronym.is_introduced = true;
    }
  }

  static char32_t initial_of(const Form& item) {
    const std::string& folded = item.folded;
    return folded.empty() ? U'\0' : code_at(folded, 0);
  }

  static std::u32string folded_letters(const std::string& letters) {
    const std::string folded = fold_word(letters);
    std::u32string result;
    for (std::uint32_t i = 0; i < folded.size(); i += character_at(folded, i).length)
      result += code_at(folded, i);
    return result;
  }

  bool add_long_form(Acronym& acronym, std::uint32_t text, std::uint32_t at, std::uint32_t last) {
    const auto anywhere = [](std::string_view) { return true; };
    const auto first = first_of_long_form(reading_, folded_letters(acronym.letters), begin_, last, 1, anywhere);
    if (!first) return false;
    acronym.is_introduced = true;
    acronym.definitions.push_back({text, at, *first, last});
    return true;
  }

  // Letters of another script than the name's ("国家数字安全委员会（NCDS）"): the name ends where the bracket opens, in
  // a word for a body; where it begins is not known, so that only its end is taken.
  void add_foreign_form(Acronym& acronym, std::uint32_t text, std::uint32_t at, std::uint32_t last) {
    const Form& before = form(last - 1);
    if (before.kind == WordKind::ideograph) {
      constexpr std::string_view bodies = "会心局部署院组处办厅所室队网库";
      if (bodies.find(before.text) == bodies.npos || last < begin_ + 4) return;
      acronym.definitions.push_back({text, at, last - 4, last, true});
    } else if (before.script == Script::arabic) {
      constexpr std::string_view bodies =
          " مجلس مركز هييه وزاره لجنه وحده مكتب شبكه منظمه موسسه اداره جهاز معهد اتحاد برنامج ";
      for (std::uint32_t first = last; first-- > begin_ && first + 5 >= last;) {
        std::string_view word = form(first).folded;
        if (word.starts_with("ال")) word.remove_prefix(std::string_view("ال").size());
        if (bodies.find(" " + std::string(word) + " ") == bodies.npos) continue;
        acronym.definitions.push_back({text, at, first, last, true});
        return;
      }
    }
  }

  bool add_inner_form(Acronym& acronym, std::uint32_t text, std::uint32_t at, std::uint32_t first, std::uint32_t stop) {
    const std::u32string letters = folded_letters(acronym.letters);
    std::size_t next = 0;
    for (std::uint32_t i = first; i < stop; ++i) {
      const Form& item = form(i);
      if (item.kind == WordKind::mark) continue;
      if (item.kind != WordKind::word) return false;
      if (next < letters.size() && initial_of(item) == letters[next]) {
        if (++next == letters.size()) {
          acronym.definitions.push_back({text, at, first, i + 1});
          return true;
        }
      } else if (!item.is_function_word) {
        return false;
      }
    }
    return false;
  }

  // The initials of capitalised words, so that "Virtual Global Taskforce" explains VGT wherever it stands.
  void note_initial(std::uint32_t at) {
    const Form& item = form(at);
    if (item.kind == WordKind::mark && !is_any(item.text, {"-", "&", "'", "’"})) initials_ += U'\n';
    if (item.kind != WordKind::word || item.is_function_word) return;
    const bool is_part = item.is_capitalised && !item.is_all_capitals();
    initials_ += is_part ? initial_of(item) : U'\n';
  }

  bool has_name_with_its_initials(const Acronym& acronym) const {
    return initials_.find(folded_letters(acronym.letters)) != initials_.npos;
  }

  // "Zentralstelle Kinderschutz" explains ZKS wherever it stands, where "Schutz" begins a word of the submission too.
  bool has_compounds_with_its_letters(const Acronym& acronym) {
    const std::u32string letters = folded_letters(acronym.letters);
    for (const Text& text : reading_.texts) {
      if (text.language != Language::de) continue;
      for (std::uint32_t at = text.first_word; at < text.first_word + text.word_count; ++at) {
        const Form& last = form(at);
        if (!last.is_capitalised || last.is_all_capitals() || !last.is_content_word()) continue;
        const auto first = first_of_long_form(reading_, letters, text.first_word, at + 1, 0,
                                              [&](std::string_view rest) { return begins_a_word(rest); });
        if (first && form(*first).is_capitalised) return true;
      }
    }
    return false;
  }

  bool begins_a_word(std::string_view part) {
    constexpr std::size_t telling = 6;
    if (german_words_.empty()) {
      for (const Form& item : reading_.forms)
        if (item.is_content_word() && item.language == Language::de) german_words_.push_back(item.folded);
      std::sort(german_words_.begin(), german_words_.end());
    }
    part = part.substr(0, telling);
    const auto at = std::lower_bound(german_words_.begin(), german_words_.end(), part);
    return at != german_words_.end() && at->starts_with(part);
  }

  const Reading& reading_;
  std::vector<Acronym> found_;
  std::unordered_map<std::string, std::size_t> index_;
  std::u32string initials_;
  std::vector<std::string_view> german_words_;  // sorted; filled when first asked for
  std::uint32_t begin_ = 0, end_ = 0;
};

}  // namespace

std::vector<Acronym> find_acronyms(const Reading& reading) {
  return Finder(reading).find_all();
}

}  // namespace plumbline
