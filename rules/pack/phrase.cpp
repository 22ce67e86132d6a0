// The words of headings and labels, many at once; the words that must be there tell which to try where.
#include "rules/pack/phrase.h"

#include "rules/pack/loose_text.h"
#include "rules/pack/phrase_number.h"
#include "rules/pack/phrase_parser.h"
#include "rules/pack/phrase_pattern.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <set>
#include <unordered_map>

namespace plumbline {

namespace {

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
  parse_phrase(phrase);
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
  std::vector<PhrasePattern> each;
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
    const auto matched = each[phrase].match(words);
    if (!matched || continues_a_word(words, matched->length)) return {};
    PhraseMatch match;
    match.phrase = phrase;
    match.length = static_cast<std::uint32_t>(matched->length);
    if (!matched->number.empty()) {
      match.printed_number = std::string(matched->number);
      match.number = number_of(match.printed_number);
    }
    return match;
  }
};

PhraseSet::PhraseSet(const std::vector<Phrase>& phrases) : patterns_(std::make_unique<Patterns>()) {
  for (const Phrase& phrase : phrases) {
    const auto index = static_cast<std::uint32_t>(patterns_->each.size());
    patterns_->each.emplace_back(phrase);
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
