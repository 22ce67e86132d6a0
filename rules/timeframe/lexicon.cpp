// The words of a language by their bytes.
#include "rules/timeframe/lexicon.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace plumbline::timeframe {

namespace {

// "a{b,c}d{,e}" -> abd, abde, acd, acde.
void expand(const std::string& phrase, std::vector<std::string>& out) {
  const auto open = phrase.find('{');
  const auto close = open == phrase.npos ? phrase.npos : phrase.find('}', open);
  if (close == phrase.npos) {
    out.push_back(phrase);
    return;
  }
  const std::string choices = phrase.substr(open + 1, close - open - 1);
  for (std::size_t from = 0; from <= choices.size();) {
    const auto comma = std::min(choices.find(',', from), choices.size());
    expand(phrase.substr(0, open) + choices.substr(from, comma - from) + phrase.substr(close + 1), out);
    from = comma + 1;
  }
}

// Without accents, where it is Latin.
std::string strip_accents(const std::string& phrase) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return phrase;
  const icu::UnicodeString parts = nfd->normalize(icu::UnicodeString::fromUTF8(phrase), status);
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

bool is_letter_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const unsigned char lead = byte_at(text, at);
  if (lead < 0x80) return lead >= 'a' && lead <= 'z';
  if (lead < 0xC2) return true;                            // inside a code point
  if (lead == 0xC2) return byte_at(text, at + 1) == 0xAA;  // ª; º ends what it marks
  if (lead == 0xC3) return byte_at(text, at + 1) != 0x97 && byte_at(text, at + 1) != 0xB7;
  if (lead < 0xE0) return true;
  if (lead == 0xE2 || lead == 0xE3 || lead >= 0xEF) return false;  // punctuation, symbols, Chinese
  return !is_han_at(text, at);
}

void Lexicon::add(std::string_view phrase, Sense sense) {
  std::vector<std::string> plain;
  expand(std::string(phrase), plain);
  for (const std::string& one : plain) {
    if (one.empty() || one == "*") continue;
    add_plain(one, sense, false);
    if (const std::string bare = strip_accents(one); bare != one) add_plain(bare, sense, true);
  }
}

void Lexicon::add_plain(const std::string& phrase, Sense sense, bool from_accents) {
  std::vector<Sense>& senses = (from_accents ? stripped_ : phrases_)[phrase];
  for (const Sense& known : senses)
    if (known.word == sense.word) return;  // the first that the table says
  senses.push_back(sense);
}

void Lexicon::finish() {
  for (auto& [phrase, senses] : stripped_)
    phrases_.try_emplace(phrase, senses);
  std::vector<std::map<unsigned char, std::uint32_t>> children(1);
  std::vector<std::uint32_t> exact(1, none), prefix(1, none);
  for (const auto& [phrase, senses] : phrases_) {
    const bool is_prefix = phrase.back() == '*';
    std::uint32_t at = 0;
    for (const char c : std::string_view(phrase).substr(0, phrase.size() - is_prefix)) {
      const auto [edge, is_new] =
          children[at].try_emplace(static_cast<unsigned char>(c), static_cast<std::uint32_t>(children.size()));
      at = edge->second;
      if (!is_new) continue;
      children.emplace_back();
      exact.push_back(none);
      prefix.push_back(none);
    }
    (is_prefix ? prefix : exact)[at] = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back(senses);
    WordSet set = 0;
    for (const Sense& sense : senses)
      set |= bit(sense.word);
    sets_.push_back(set);
  }
  nodes_.resize(children.size());
  for (std::size_t i = 0; i < children.size(); ++i) {
    Node& node = nodes_[i];
    node.exact = exact[i];
    node.prefix = prefix[i];
    node.first = static_cast<std::uint32_t>(next_.size());
    if (children[i].empty()) continue;
    node.low = children[i].begin()->first;
    node.count = static_cast<std::uint16_t>(children[i].rbegin()->first - node.low + 1);
    next_.resize(next_.size() + node.count, 0);
    for (const auto& [byte, to] : children[i])
      next_[node.first + byte - node.low] = to;
  }
  phrases_.clear();
  stripped_.clear();
}

void Lexicon::find(std::string_view text, std::uint32_t start, std::vector<Hit>& hits) const {
  if (nodes_.empty()) return;
  std::uint32_t at = 0, prefix = none, prefix_end = 0;
  for (std::uint32_t i = start; i < text.size();) {
    at = child(at, byte_at(text, i));
    if (at == 0) break;
    ++i;
    const Node& node = nodes_[at];
    // what ends in no letter ("d'", "art.") needs no edge
    if (node.exact != none &&
        (!is_letter_at(text, i) || !is_letter_at(text, i - 1) || is_han_at(text, i - std::min(i, 3u))))
      hits.push_back({i, node.exact});
    if (node.prefix != none) prefix = node.prefix, prefix_end = i;
  }
  if (prefix == none) return;
  while (is_letter_at(text, prefix_end))
    ++prefix_end;
  if (hits.empty() || hits.back().end != prefix_end) hits.push_back({prefix_end, prefix});
}

bool Lexicon::has(std::string_view phrase, Word word) const {
  std::vector<Hit> hits;
  find(phrase, 0, hits);
  return !hits.empty() && hits.back().end == phrase.size() && (sets_[hits.back().entry] & bit(word));
}

}  // namespace plumbline::timeframe
