// One pass over the text: runs of letters, digits and single marks; then where sentences begin.
#include "rules/reading/tokenize.h"

#include "rules/reading/characters.h"
#include "rules/reading/function_words.h"

#include <algorithm>
#include <unordered_set>

namespace plumbline {
namespace {

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](std::string_view prefix) { return text.starts_with(prefix); });
}

// End of the address that starts at `at`; `at` where none does.
std::uint32_t end_of_address(std::string_view text, std::uint32_t at, bool has_mail) {
  const char first = static_cast<char>(text[at] | 0x20);
  if (!has_mail && first != 'h' && first != 'w' && first != 'f') return at;
  const std::string_view rest = text.substr(at);
  std::uint32_t end = at;
  const auto blank = static_cast<std::uint32_t>(std::min(rest.find(' '), rest.size()));
  const std::string_view run = rest.substr(0, blank);
  const bool may_start = first == 'h' || first == 'w' || first == 'f';
  if (may_start && starts_with_any(rest, {"http:", "https:", "ftp:", "HTTP:", "HTTPS:", "www.", "WWW."})) {
    end = at + blank;
  } else if (const auto sign = run.find('@'); sign != run.npos && sign > 0 && run.find('.', sign) != run.npos) {
    end = at + blank;
  }
  // Text without blanks (Chinese) goes on behind the address; quotes and brackets close around it.
  for (std::uint32_t i = at; i < end; ++i)
    if (static_cast<unsigned char>(text[i]) >= 0x80 || text[i] == '"' || text[i] == '<' || text[i] == '>') {
      end = i;
      break;
    }
  while (end > at && std::string_view(".,;:!?)]}'").find(text[end - 1]) != std::string_view::npos)
    --end;
  return end;
}

bool ends_sentence(char32_t mark) {
  return mark == U'.' || mark == U'!' || mark == U'?' || mark == U'。' || mark == U'！' || mark == U'？' ||
         mark == U'؟' || mark == U'…';
}

bool closes(char32_t mark) {
  return mark == U'"' || mark == U'”' || mark == U'’' || mark == U'»' || mark == U')' || mark == U']' || mark == U'”' ||
         mark == U'\'' || mark == U'）' || mark == U'》';
}

bool opens(char32_t mark) {
  return mark == U'"' || mark == U'“' || mark == U'«' || mark == U'(' || mark == U'[' || mark == U'„' || mark == U'¿' ||
         mark == U'¡' || mark == U'（' || mark == U'《' || mark == U'‘';
}

}  // namespace

std::uint32_t Tokenizer::stem_id(std::string_view stem) {
  const auto at = stems_.find(stem);
  if (at != stems_.end()) return at->second;
  const auto id = static_cast<std::uint32_t>(stems_.size());
  stems_.emplace(stem, id);
  return id;
}

std::uint32_t Tokenizer::form(std::string_view text, WordKind kind, Language language) {
  Ids& ids = forms_[static_cast<std::size_t>(language)];
  if (const auto at = ids.find(text); at != ids.end()) return at->second;
  const auto id = static_cast<std::uint32_t>(reading_.forms.size());
  ids.emplace(text, id);
  Form& form = reading_.forms.emplace_back();
  form.text = text;
  form.language = language;
  form.kind = kind;
  for (std::uint32_t i = 0; i < text.size();) {
    const Character character = character_at(text, i);
    if (character.kind == CharacterKind::letter) {
      if (i == 0) form.is_capitalised = character.is_capital;
      if (i == 0) form.script = character.script;
      ++form.letters;
      form.capitals = static_cast<std::uint16_t>(form.capitals + character.is_capital);
    }
    i += character.length;
  }
  form.folded = kind == WordKind::word ? fold_word(text) : std::string(text);
  if (kind == WordKind::word || kind == WordKind::ideograph) {
    const FunctionWord function = function_word(language, form.folded);
    // Not "US", "IT", "OR": a word in capitals may be a name.
    form.is_function_word = function != FunctionWord::no && !(form.is_all_capitals());
    form.cannot_end = function == FunctionWord::cannot_end && !form.is_all_capitals();
  }
  const std::string stem = kind == WordKind::word ? light_stem(language, form.folded) : form.folded;
  form.lemma = stem_id(stem);
  std::uint32_t bytes = 0;
  for (int letters = 0; letters < 5 && bytes < stem.size(); ++letters)
    bytes += character_at(stem, bytes).length;
  form.root = bytes < stem.size() ? stem_id(std::string_view(stem).substr(0, bytes)) : form.lemma;
  return id;
}

void Tokenizer::push(std::string_view text, std::uint32_t start, std::uint32_t end, WordKind kind, bool space_before,
                     Language language) {
  reading_.words.push_back(
      {start, end - start, form(text.substr(start, end - start), kind, language), space_before, false});
}

namespace {

// Digits behind Arabic letters are a word of their own: "و24" is "and 24".
std::uint32_t end_of_word(std::string_view text, std::uint32_t at, Script script) {
  const bool takes_digits = script != Script::arabic;
  while (at < text.size()) {
    const Character next = character_at(text, at);
    const bool goes_on = next.kind == CharacterKind::letter || next.kind == CharacterKind::combining ||
                         (takes_digits && next.kind == CharacterKind::digit);
    if (!goes_on) break;
    at += next.length;
  }
  return at;
}

std::uint32_t end_of_number(std::string_view text, std::uint32_t at) {
  while (at < text.size()) {
    const Character next = character_at(text, at);
    const std::uint32_t behind = at + next.length;
    const bool is_separator = next.code == U'.' || next.code == U',' || next.code == U'٫' || next.code == U'٬';
    const bool digit_follows = behind < text.size() && character_at(text, behind).kind == CharacterKind::digit;
    if (next.kind != CharacterKind::digit && !(is_separator && digit_follows)) break;
    at = behind;
  }
  return at;
}

// Abbreviations that a capital or number follows inside a sentence.
bool is_abbreviation(std::string_view folded) {
  constexpr std::string_view known =
      " no nos nr art arts vol vols ed eds dr mr mrs ms prof st fig para paras pp p cf approx vs sr sra srta lic ing "
      "num "
      "nro pag pags cap inc bzw ca vgl abs ziff hr str bd sec dept gov gen col lt sgt hon rev ch al ст гл п пп стр рис "
      "т "
      "им тыс млн млрд ул ч см напр г-н г-жа mme mlle chap al dott sig avv prot min max tel ext usa e i z u d b s h ";
  if (folded.size() > 8) return false;
  const auto at = known.find(" " + std::string(folded) + " ");
  return at != known.npos;
}

// A capital or digit behind a full stop begins a sentence, unless the stop belongs to an initial or abbreviation.
void mark_sentences(Reading& reading, std::size_t first, std::string_view text) {
  bool is_start = true;
  for (std::size_t i = first; i < reading.words.size(); ++i) {
    Word& word = reading.words[i];
    const Form& form = reading.forms[word.form];
    const char32_t code = code_at(text, word.start);
    if (form.kind == WordKind::mark) {
      if (is_start && !opens(code) && !closes(code)) word.starts_sentence = false;
      if (!ends_sentence(code)) continue;
      if (code == U'.' && i > first) {
        const Form& before = reading.forms[reading.words[i - 1].form];
        const bool is_initial = before.kind == WordKind::word && before.letters == 1 && before.is_capitalised;
        const bool has_space_behind = word.end() >= text.size() || text[word.end()] == ' ' ||
                                      static_cast<unsigned char>(text[word.end()]) >= 0x80 || text[word.end()] == '"' ||
                                      text[word.end()] == ')';
        if (is_initial || !has_space_behind || is_abbreviation(before.folded)) continue;
      }
      is_start = true;
      continue;
    }
    const bool is_lower = form.kind == WordKind::word && !form.is_capitalised &&
                          (form.script == Script::latin || form.script == Script::cyrillic);
    word.starts_sentence = is_start && (!is_lower || i == first);
    is_start = false;
  }
}

}  // namespace

void Tokenizer::finish() {
  std::unordered_set<std::string_view> small;
  for (const Form& form : reading_.forms)
    if (form.kind == WordKind::word && form.letters > 0 && form.capitals == 0) small.insert(form.folded);
  for (Form& form : reading_.forms)
    form.stands_small = form.kind == WordKind::word && small.contains(form.folded);
}

void Tokenizer::add(std::string_view text, Language language) {
  const std::size_t first = reading_.words.size();
  const bool has_mail = text.find('@') != text.npos;
  bool space = false;
  for (std::uint32_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (character.kind == CharacterKind::blank) {
      space = true;
      at += character.length;
      continue;
    }
    std::uint32_t end = at + character.length;
    WordKind kind = WordKind::mark;
    if (character.kind == CharacterKind::letter) {
      const bool may_be_address = character.length == 1 && (at == 0 || text[at - 1] == ' ' || text[at - 1] == '(' ||
                                                            static_cast<unsigned char>(text[at - 1]) >= 0x80 || !space);
      const std::uint32_t address = may_be_address ? end_of_address(text, at, has_mail) : at;
      kind = address > at ? WordKind::address : WordKind::word;
      end = address > at ? address : end_of_word(text, end, character.script);
    } else if (character.kind == CharacterKind::digit) {
      kind = WordKind::number;
      end = end_of_number(text, end);
    } else if (character.kind == CharacterKind::ideograph) {
      kind = WordKind::ideograph;
    }
    push(text, at, end, kind, space, language);
    space = false;
    at = end;
  }
  mark_sentences(reading_, first, text);
}

}  // namespace plumbline
