// The words of headings and labels, many at once; the words that must be there tell which to try where.
#include "rules/pack/phrase.h"

#include "rules/pack/firm_words.h"
#include "rules/pack/loose_text.h"
#include "rules/pack/near_word.h"
#include "rules/pack/phrase_number.h"
#include "rules/pack/phrase_pattern.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <bitset>
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

struct PhraseSet::Patterns {
  struct Entry {
    FirmWord firm;
    std::uint32_t phrase = 0;
  };

  std::vector<PhrasePattern> each;
  // Firm words by their first bytes. A word of the text counts where it begins with one: blanks may be left out there.
  std::unordered_map<std::uint32_t, std::vector<Entry>> by_beginning;
  std::bitset<1024> first_bytes;  // of those words, two of them as one number: most words of a text are none
  std::size_t most_words_before = 0;
  std::vector<std::uint32_t> without_word;

  static std::uint32_t beginning(std::string_view text, std::size_t length) {
    std::uint32_t key = 0;
    for (std::size_t i = 0; i < length; ++i)
      key = key << 8 | static_cast<unsigned char>(text[i]);
    return key;
  }

  static std::size_t first_two(char first, char second) {
    return (static_cast<unsigned char>(first) * 37U + static_cast<unsigned char>(second)) % 1024;
  }

  bool may_begin_here(std::string_view text) const {
    return text.size() < 2 || first_bytes.test(first_two(text[0], text[1]));
  }

  void add(FirmWord firm, std::uint32_t phrase) {
    if (firm.word.size() > 1)
      first_bytes.set(first_two(firm.word[0], firm.word[1]));
    else
      first_bytes.set();
    most_words_before = std::max(most_words_before, firm.words_before);
    const std::uint32_t key = beginning(firm.word, std::min<std::size_t>(3, firm.word.size()));
    by_beginning[key].push_back({std::move(firm), phrase});
  }

  // Calls `visit(start of the word, its number, entry)` for the firm words among the first `most` words.
  template <typename Visit>
  void each_firm_word(std::string_view words, std::size_t most, Visit visit) const {
    std::size_t number = 0;
    bool begins = true;
    for (std::size_t at = 0; at < words.size() && number < most; ++at) {
      const bool is_ideograph = begins_ideograph(words[at]);
      if (begins || is_ideograph) {
        const std::string_view rest = words.substr(at);
        for (std::size_t length = 1; may_begin_here(rest) && length <= std::min<std::size_t>(3, rest.size()); ++length)
          if (const auto known = by_beginning.find(beginning(rest, length)); known != by_beginning.end())
            for (const Entry& entry : known->second)
              if (word_at(rest, entry.firm.word) > 0) visit(at, number, entry);
        ++number;
      }
      if (is_ideograph) at += 2;
      begins = is_ideograph || words[std::min(at, words.size() - 1)] == ' ';
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

PhraseSet::PhraseSet(std::vector<Phrase> phrases) : phrases_(std::move(phrases)) {}

void PhraseSet::prepare() const {
  if (patterns_ || phrases_.empty()) return;
  patterns_ = std::make_unique<Patterns>();
  for (const Phrase& phrase : phrases_)
    patterns_->each.emplace_back(phrase);
  phrases_ = {};
  for (std::uint32_t index = 0; index < patterns_->each.size(); ++index) {
    std::vector<FirmWord> firm = firm_words(patterns_->each[index]);
    if (firm.empty()) patterns_->without_word.push_back(index);
    for (FirmWord& word : firm)
      patterns_->add(std::move(word), index);
  }
}

PhraseSet::PhraseSet() = default;
PhraseSet::PhraseSet(PhraseSet&&) noexcept = default;
PhraseSet& PhraseSet::operator=(PhraseSet&&) noexcept = default;
PhraseSet::~PhraseSet() = default;

std::vector<std::uint32_t> PhraseSet::match_anywhere(std::string_view words) const {
  std::set<std::uint32_t> found;
  prepare();
  if (!patterns_) return {};
  const auto try_at = [&](std::size_t start, std::uint32_t phrase) {
    if (!found.contains(phrase) && patterns_->match(phrase, words.substr(start))) found.insert(phrase);
  };
  // A match may begin some words before the one that must be there.
  patterns_->each_firm_word(words, words.size(), [&](std::size_t start, std::size_t, const Patterns::Entry& entry) {
    for (std::size_t back = 0; back <= std::min<std::size_t>(entry.firm.words_before, 8); ++back) {
      try_at(start, entry.phrase);
      if (start < 2) break;
      const std::size_t blank = words.rfind(' ', start - 2);
      start = blank == words.npos ? 0 : blank + 1;
    }
  });
  for (std::size_t at = 0; at < words.size() && !patterns_->without_word.empty(); ++at)
    if ((at == 0 || words[at - 1] == ' ') && words[at] != ' ')
      for (const std::uint32_t phrase : patterns_->without_word)
        try_at(at, phrase);
  return {found.begin(), found.end()};
}

std::vector<PhraseMatch> PhraseSet::match(std::string_view words) const {
  std::vector<PhraseMatch> found;
  prepare();
  if (!patterns_) return found;
  std::vector<std::uint32_t> candidates = patterns_->without_word;
  patterns_->each_firm_word(words, patterns_->most_words_before + 1,
                            [&](std::size_t, std::size_t number, const Patterns::Entry& entry) {
                              if (number <= entry.firm.words_before) candidates.push_back(entry.phrase);
                            });
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
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
