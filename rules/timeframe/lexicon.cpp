// The words of a language.
#include "rules/timeframe/lexicon.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <tuple>

namespace plumbline::timeframe {

namespace {

// "a{b,c}d{,e}" -> abd, abde, acd, acde.
template <typename Take>
void expand(const std::string& phrase, Take take) {
  const auto open = phrase.find('{');
  const auto close = open == phrase.npos ? phrase.npos : phrase.find('}', open);
  if (close == phrase.npos) return take(phrase);
  const std::string_view choices = std::string_view(phrase).substr(open + 1, close - open - 1);
  for (std::size_t from = 0; from <= choices.size();) {
    const auto comma = std::min(choices.find(',', from), choices.size());
    std::string one = phrase.substr(0, open);
    one.append(choices.substr(from, comma - from)).append(phrase, close + 1);
    expand(one, take);
    from = comma + 1;
  }
}

// Without accents, where it is Latin.
std::string strip_accents(const std::string& phrase) {
  if (std::all_of(phrase.begin(), phrase.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return phrase;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return phrase;
  const icu::UnicodeString whole = icu::UnicodeString::fromUTF8(phrase);
  if (nfd->isNormalized(whole, status)) return phrase;  // nothing to take off
  const icu::UnicodeString parts = nfd->normalize(whole, status);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 c = parts.char32At(i);
    if (c < 0x300 || c >= 0x370) kept.append(c);
  }
  std::string out;
  icu::Normalizer2::getNFCInstance(status)->normalize(kept, status).toUTF8String(out);
  return U_SUCCESS(status) ? out : phrase;
}

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

}  // namespace

bool is_han_at(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size()) return false;
  const unsigned char lead = byte_at(text, at);
  if (lead >= 0xE4 && lead <= 0xE9) return true;
  if (lead != 0xE3) return false;
  const unsigned char second = byte_at(text, at + 1);
  return second >= 0x90 || (second >= 0x81 && second <= 0x83) || (second == 0x80 && byte_at(text, at + 2) == 0x87);
}

bool is_rare_letter_at(std::string_view text, std::size_t at) {
  const unsigned char lead = byte_at(text, at);
  if (lead < 0xC2) return true;                            // inside a code point
  if (lead == 0xC2) return byte_at(text, at + 1) == 0xAA;  // ª; º ends what it marks
  if (lead == 0xC3) return byte_at(text, at + 1) != 0x97 && byte_at(text, at + 1) != 0xB7;
  if (lead < 0xE0) return true;
  if (lead == 0xE2 || lead == 0xE3 || lead >= 0xEF) return false;  // punctuation, symbols, Chinese
  return !is_han_at(text, at);
}

void Lexicon::add(std::string_view phrase, Sense sense) {
  expand(std::string(phrase), [&](const std::string& one) { add_plain(one, sense); });
}

void Lexicon::add_plain(std::string_view phrase, Sense sense) {
  const bool is_prefix = phrase.ends_with('*');
  if (is_prefix) phrase.remove_suffix(1);
  if (phrase.empty()) return;
  added_.push_back({std::string(phrase), is_prefix, false, sense});
  if (std::string bare = strip_accents(added_.back().text); bare != phrase)
    added_.push_back({std::move(bare), is_prefix, true, sense});
}

// Of one phrase; of each kind of word the sense that the table says first.
void Lexicon::add_entry(std::span<const Added* const> alike) {
  Entry entry;
  entry.first_sense = static_cast<std::uint32_t>(senses_.size());
  for (const Added* one : alike) {
    if (one->from_accents && !alike.front()->from_accents) break;  // that is another word
    if (entry.set & bit(one->sense.word)) continue;
    entry.set |= bit(one->sense.word);
    senses_.push_back(one->sense);
    ++entry.sense_count;
  }
  entries_.push_back(entry);
}

void Lexicon::finish() {
  std::vector<const Added*> sorted;
  for (const Added& one : added_)
    sorted.push_back(&one);
  std::sort(sorted.begin(), sorted.end(), [](const Added* a, const Added* b) {
    if (const int order = a->text.compare(b->text); order != 0) return order < 0;
    return std::tie(a->is_prefix, a->from_accents, a) < std::tie(b->is_prefix, b->from_accents, b);
  });
  std::vector<Trie::Phrase> phrases;
  for (auto first = sorted.begin(); first != sorted.end();) {
    const auto last = std::find_if(first, sorted.end(), [&](const Added* one) {
      return one->text != (*first)->text || one->is_prefix != (*first)->is_prefix;
    });
    phrases.push_back({(*first)->text, (*first)->is_prefix, static_cast<std::uint32_t>(entries_.size())});
    add_entry({first, last});
    first = last;
  }
  phrases_ = Trie(phrases);
  added_ = {};
}

WordSet Lexicon::find(std::string_view text, std::uint32_t start, std::vector<Hit>& hits) const {
  constexpr std::uint32_t none = UINT32_MAX;
  WordSet found = 0;
  std::uint32_t prefix = none, prefix_end = 0;
  const auto add = [&](std::uint32_t entry, std::uint32_t end) {
    hits.push_back({entries_[entry].set, end, entry});
    found |= hits.back().set;
  };
  Trie::Walk walk(phrases_, text, start);
  while (const Trie::Node* node = walk.next()) {
    const std::uint32_t i = walk.at();
    // what ends in no letter ("d'", "art.") needs no edge
    if (node->ends_phrase &&
        (!is_letter_at(text, i) || !is_letter_at(text, i - 1) || is_han_at(text, i - std::min(i, 3u))))
      add(node->entry, i);
    if (node->ends_prefix) prefix = node->entry + node->ends_phrase, prefix_end = i;
  }
  if (prefix == none) return found;
  while (is_letter_at(text, prefix_end))
    ++prefix_end;
  if (!found || hits.back().end != prefix_end) add(prefix, prefix_end);
  return found;
}

bool Lexicon::has(std::string_view phrase, Word word) const {
  std::vector<Hit> hits;
  find(phrase, 0, hits);
  return !hits.empty() && hits.back().end == phrase.size() && (hits.back().set & bit(word));
}

}  // namespace plumbline::timeframe
