// The words of a heading or label, compiled to RE2; the words that must be there tell which to try.
#include "rules/pack/phrase.h"

#include "rules/pack/loose_text.h"

#include <re2/re2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <stdexcept>
#include <unordered_map>

namespace plumbline {

namespace {

const char gap[] = " ?";  // what may stand between two words, or not

// Numbers up to ten, loosened, as headings write them ("Primera meta", "Ziel eins", "目标一").
const std::map<std::string, int, std::less<>>& written_numbers() {
  static const std::map<std::string, int, std::less<>> numbers = {
      {"one", 1},   {"two", 2},    {"three", 3},  {"four", 4},   {"five", 5},    {"six", 6},    {"seven", 7},
      {"eight", 8}, {"nine", 9},   {"ten", 10},   {"un", 1},     {"deux", 2},    {"trois", 3},  {"quatre", 4},
      {"cinq", 5},  {"uno", 1},    {"dos", 2},    {"tres", 3},   {"cuatro", 4},  {"cinco", 5},  {"um", 1},
      {"dois", 2},  {"quatro", 4}, {"due", 2},    {"tre", 3},    {"quattro", 4}, {"cinque", 5}, {"eins", 1},
      {"zwei", 2},  {"drei", 3},   {"vier", 4},   {"funf", 5},   {"一", 1},      {"二", 2},     {"三", 3},
      {"四", 4},    {"五", 5},     {"六", 6},     {"七", 7},     {"八", 8},      {"九", 9},     {"十", 10},
      {"الاول", 1}, {"الثاني", 2}, {"الثالث", 3}, {"الرابع", 4}, {"الخامس", 5}};
  return numbers;
}

std::string number_pattern() {
  std::string ascii = "[0-9]{1,3}|[ivxlc]{1,7}", other;
  for (const auto& [word, value] : written_numbers())
    ((static_cast<unsigned char>(word[0]) < 0x80) ? ascii : other) += "|" + word;
  return "((?:" + ascii + ")\\b" + other + ")";  // \b is ASCII; the others' ends are checked after matching
}

std::optional<int> roman_number(std::string_view text) {
  static const std::map<char, int> values = {{'i', 1}, {'v', 5}, {'x', 10}, {'l', 50}, {'c', 100}};
  int sum = 0, last = 1000;
  for (const char c : text) {
    const auto at = values.find(c);
    if (at == values.end()) return {};
    sum += at->second > last ? at->second - 2 * last : at->second;
    last = at->second;
  }
  return text.empty() ? std::nullopt : std::optional(sum);
}

// A phrase as an RE2 pattern over loosened text, its number in group 1 where it has one.
class Compiler {
 public:
  explicit Compiler(const Phrase& phrase)
      : phrase_(phrase), text_(phrase.is_literal ? loosen_to_words(phrase.text).text : loose(phrase.text)) {}

  std::string pattern() {
    std::string out = sequence();
    if (at_ < text_.size()) fail("unexpected '" + text_.substr(at_, 1) + "'");
    if (!has_word_ && !has_date_) fail("it has no word");
    // Ends where a word does. (\\b is ASCII; other scripts' words end at the blank, ideographs anywhere.)
    return "(?:" + out + ")" + (has_ideograph_ ? "" : R"((?:\b| |$))");
  }

 private:
  [[noreturn]] void fail(const std::string& why) const {
    throw std::invalid_argument("phrase \"" + phrase_.text + "\": " + why);
  }

  std::string sequence() {
    std::string out;
    while (at_ < text_.size() && text_[at_] != ']' && text_[at_] != ')' && text_[at_] != '|') {
      const std::string piece = next();
      if (piece == "(?:)") continue;
      if (piece.empty()) continue;
      out += out.empty() ? piece : piece.ends_with(")?") ? piece : gap + piece;
    }
    return out;
  }

  std::string next() {
    switch (text_[at_]) {
      case '[':
        return optional();
      case '(':
        return alternatives(')');
      case '{':
        return placeholder();
      default:
        return word();
    }
  }

  std::string optional() {
    const std::string before = is_ending() ? "" : gap;
    ++optional_depth_;
    const std::string inner = alternatives(']');
    --optional_depth_;
    return "(?:" + before + inner + ")?";
  }

  // "goal[s]": what is in the brackets ends the word before them.
  bool is_ending() const { return at_ > 0 && text_[at_ - 1] >= 'a' && text_[at_ - 1] <= 'z'; }

  std::string alternatives(char end) {
    ++at_;
    std::string out = "(?:" + sequence();
    while (at_ < text_.size() && text_[at_] == '|') {
      ++at_;
      out += "|" + sequence();
    }
    if (at_ >= text_.size() || text_[at_] != end) fail(std::string("missing '") + end + "'");
    ++at_;
    return out + ")";
  }

  std::string placeholder() {
    const auto end = text_.find('}', at_);
    if (end == text_.npos) fail("missing '}'");
    const std::string name = text_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    if (name == "number") return number_pattern();
    has_date_ |= name == "date";
    if (name == "date")
      return "(?:[0-9]{1,2} [0-9]{1,2} (?:[0-9]{4}|[0-9]{2})|[0-9]{1,2} (?:[0-9]{4}|[0-9]{2})|(?:19|20)[0-9]{2})";
    // Behind a word, it begins with the blank: it must not take the rest of that word ("Period|s").
    if (name == "any") return (has_firm_word_ && !has_ideograph_ ? " " : "") + std::string("(?:[^ ]+ ?){1,4}?");
    fail("unknown placeholder {" + name + "}; expected {number}, {date} or {any}");
  }

  // One word. Punctuation of the phrase does not count.
  std::string word() {
    std::string out;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_.data());
    const auto length = static_cast<std::int32_t>(text_.size());
    auto i = static_cast<std::int32_t>(at_);
    while (i < length) {
      std::int32_t after = i;
      UChar32 c;
      U8_NEXT_OR_FFFD(bytes, after, length, c);
      if (!u_isalnum(c)) {
        if (out.empty()) i = after;  // a sign on its own
        break;
      }
      const bool is_ideograph = u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0;
      if (is_ideograph && !out.empty()) out += gap;  // a line may end between any two
      has_ideograph_ |= is_ideograph;
      out.append(text_, static_cast<std::size_t>(i), static_cast<std::size_t>(after - i));
      i = after;
    }
    at_ = static_cast<std::size_t>(i);
    has_word_ = has_word_ || !out.empty();
    has_firm_word_ = has_firm_word_ || (!out.empty() && optional_depth_ == 0);
    return out;
  }

  const Phrase& phrase_;
  std::string text_;
  std::size_t at_ = 0;
  int optional_depth_ = 0;
  bool has_word_ = false, has_date_ = false, has_ideograph_ = false;
  bool has_firm_word_ = false;  // one outside brackets
};

bool continues_a_word(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return false;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto before = static_cast<std::int32_t>(at), after = static_cast<std::int32_t>(at);
  UChar32 left, right;
  U8_PREV_OR_FFFD(bytes, 0, before, left);
  U8_NEXT_OR_FFFD(bytes, after, static_cast<std::int32_t>(text.size()), right);
  if (u_hasBinaryProperty(left, UCHAR_IDEOGRAPHIC) || u_hasBinaryProperty(right, UCHAR_IDEOGRAPHIC)) return false;
  return (u_isalpha(left) && u_isalpha(right)) || (u_isdigit(left) && u_isdigit(right));
}

}  // namespace

void check_phrase(const Phrase& phrase) {
  Compiler(phrase).pattern();
}

namespace {

constexpr std::size_t most_words_before = 30;  // of a match that may stand before its first word that must be there

bool is_ideograph_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte >= 0xE3 && byte <= 0xEA;  // a lead byte
}

bool has_ideograph(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at)
    if (is_ideograph_at(text, at)) return true;
  return false;
}

// Words of which one must stand where a phrase matches; none where that cannot be said. (Of "[The] (goal|aim) [of]",
// "goal" and "aim".) Most phrases match at few places, and these words tell where.
class FirmWords {
 public:
  explicit FirmWords(std::string_view loosened) : text_(loosened) {}
  std::vector<std::string> find() { return of_sequence(); }

 private:
  std::vector<std::string> of_sequence() {
    std::vector<std::string> firm;
    while (at_ < text_.size() && text_[at_] != ']' && text_[at_] != ')' && text_[at_] != '|') {
      std::vector<std::string> next = of_element();
      if (firm.empty()) firm = std::move(next);
    }
    return firm;
  }

  std::vector<std::string> of_element() {
    const char c = text_[at_];
    if (c == '[' || c == '(') {
      std::vector<std::string> all = of_alternatives();
      return c == '[' ? std::vector<std::string>() : all;
    }
    if (c == '{') {
      at_ = std::min(text_.find('}', at_), text_.size() - 1) + 1;
      return {};
    }
    const auto words = loosen_to_words(text_.substr(at_, text_.find_first_of("[](){}|", at_) - at_)).text;
    at_ = std::min(text_.find_first_of("[](){}|", at_), text_.size());
    const auto word = words.substr(0, words.find(' '));
    return word.empty() ? std::vector<std::string>() : std::vector<std::string>{word};
  }

  // Each alternative must have one, or nothing can be said.
  std::vector<std::string> of_alternatives() {
    std::vector<std::string> all;
    bool is_known = true;
    do {
      ++at_;
      const std::vector<std::string> one = of_sequence();
      is_known &= !one.empty();
      all.insert(all.end(), one.begin(), one.end());
    } while (at_ < text_.size() && text_[at_] == '|');
    ++at_;
    return is_known ? all : std::vector<std::string>();
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

struct PhraseSet::Patterns {
  std::vector<std::unique_ptr<RE2>> each;
  // Phrases by their firm words. A word of the text counts where it begins with one: blanks may be left out there.
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_word;
  std::size_t longest_word = 0;
  std::vector<std::uint32_t> without_word, with_ideographs;

  // Calls `visit(start of the word, phrase)` for the firm words among the first `most` words.
  template <typename Visit>
  void each_firm_word(std::string_view words, std::size_t most, Visit visit) const {
    std::string prefix;
    for (std::size_t start = 0; start < words.size() && most > 0; --most) {
      const std::size_t end = std::min(words.find(' ', start), words.size());
      prefix.clear();
      for (std::size_t at = start; at < end && at - start < longest_word; ++at) {
        prefix += words[at];
        const auto known = by_word.find(prefix);
        if (known == by_word.end()) continue;
        for (const std::uint32_t phrase : known->second)
          visit(start, phrase);
      }
      start = end + 1;
    }
  }

  std::optional<PhraseMatch> match(std::uint32_t phrase, std::string_view words) const {
    const RE2& pattern = *each[phrase];
    re2::StringPiece groups[2];
    const int wanted = pattern.NumberOfCapturingGroups() > 0 ? 2 : 1;
    if (!pattern.Match(words, 0, words.size(), RE2::ANCHOR_START, groups, wanted)) return {};
    if (groups[0].empty() || continues_a_word(words, groups[0].size())) return {};
    PhraseMatch match;
    match.phrase = phrase;
    match.length = static_cast<std::uint32_t>(groups[0].size() - (words[groups[0].size() - 1] == ' ' ? 1 : 0));
    if (wanted == 2 && groups[1].data()) {
      match.printed_number = std::string(groups[1]);
      match.number = number_of(match.printed_number);
    }
    return match;
  }
};

PhraseSet::PhraseSet(const std::vector<Phrase>& phrases) : patterns_(std::make_unique<Patterns>()) {
  RE2::Options options(RE2::Quiet);
  options.set_longest_match(true);
  options.set_encoding(RE2::Options::EncodingLatin1);  // phrases are words of UTF-8: bytes are enough, and cheaper
  for (const Phrase& phrase : phrases) {
    const auto index = static_cast<std::uint32_t>(patterns_->each.size());
    auto compiled = std::make_unique<RE2>(Compiler(phrase).pattern(), options);
    if (!compiled->ok()) throw std::invalid_argument("phrase \"" + phrase.text + "\": " + compiled->error());
    patterns_->each.push_back(std::move(compiled));
    const std::string text = phrase.is_literal ? loosen_to_words(phrase.text).text : loose(phrase.text);
    if (has_ideograph(text)) {
      patterns_->with_ideographs.push_back(index);
      continue;
    }
    const std::vector<std::string> firm = FirmWords(text).find();
    if (firm.empty()) patterns_->without_word.push_back(index);
    for (const std::string& word : std::set<std::string>(firm.begin(), firm.end())) {
      patterns_->by_word[word].push_back(index);
      patterns_->longest_word = std::max(patterns_->longest_word, word.size());
    }
  }
}

PhraseSet::PhraseSet() = default;
PhraseSet::PhraseSet(PhraseSet&&) noexcept = default;
PhraseSet& PhraseSet::operator=(PhraseSet&&) noexcept = default;
PhraseSet::~PhraseSet() = default;

std::vector<std::uint32_t> PhraseSet::match_anywhere(std::string_view words) const {
  std::set<std::uint32_t> found;
  if (!patterns_ || patterns_->each.empty()) return {};
  const auto try_at = [&](std::size_t start, std::uint32_t phrase) {
    if (!found.contains(phrase) && patterns_->match(phrase, words.substr(start))) found.insert(phrase);
  };
  // A match may begin some words before the one that must be there.
  patterns_->each_firm_word(words, words.size(), [&](std::size_t start, std::uint32_t phrase) {
    for (std::size_t back = 0; back < 8; ++back) {
      try_at(start, phrase);
      if (start < 2) break;
      const std::size_t blank = words.rfind(' ', start - 2);
      start = blank == words.npos ? 0 : blank + 1;
    }
  });
  for (std::size_t at = 0; at < words.size(); ++at) {
    const bool begins_word = (at == 0 || words[at - 1] == ' ') && words[at] != ' ';
    if (begins_word || is_ideograph_at(words, at))
      for (const std::uint32_t phrase : patterns_->with_ideographs)
        if (is_ideograph_at(words, at)) try_at(at, phrase);
    if (begins_word)
      for (const std::uint32_t phrase : patterns_->without_word)
        try_at(at, phrase);
  }
  return {found.begin(), found.end()};
}

std::vector<PhraseMatch> PhraseSet::match(std::string_view words) const {
  std::vector<PhraseMatch> found;
  if (!patterns_ || patterns_->each.empty()) return found;
  std::set<std::uint32_t> candidates(patterns_->without_word.begin(), patterns_->without_word.end());
  if (!patterns_->with_ideographs.empty() && has_ideograph(words))
    candidates.insert(patterns_->with_ideographs.begin(), patterns_->with_ideographs.end());
  patterns_->each_firm_word(words, most_words_before,
                            [&](std::size_t, std::uint32_t phrase) { candidates.insert(phrase); });
  for (const std::uint32_t phrase : candidates)  // of two that take as much, the one that stands first wins
    if (auto match = patterns_->match(phrase, words)) found.push_back(std::move(*match));
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.length > b.length; });
  return found;
}

std::optional<int> number_of(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size()) return value;
  if (const auto at = written_numbers().find(text); at != written_numbers().end()) return at->second;
  return roman_number(text);
}

std::string spoken(std::string_view phrase) {
  std::string out;
  int optional = 0;
  bool is_other = false;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    const char c = phrase[i];
    if (c == '[')
      ++optional;
    else if (c == ']')
      --optional;
    else if (optional > 0)
      continue;
    else if (c == '(')
      is_other = false;
    else if (c == ')')
      is_other = false;
    else if (c == '|')
      is_other = true;
    else if (c == '{')
      i = std::min(phrase.find('}', i), phrase.size());
    else if (!is_other && (c != ' ' || (!out.empty() && out.back() != ' ')))
      out += c;
  }
  while (out.ends_with(' '))
    out.pop_back();
  return out;
}

}  // namespace plumbline
