// The words of a language by their bytes.
#include "rules/timeframe/lexicon.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstring>

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

// A phrase without its '*', and which entry it has.
struct Lexicon::Phrase {
  std::string_view text;
  bool is_prefix = false;
  const std::vector<Sense>* senses = nullptr;
  std::uint32_t entry = 0;
};

void Lexicon::add_entry(const std::vector<Sense>& senses) {
  Entry entry;
  entry.first_sense = static_cast<std::uint32_t>(senses_.size());
  entry.sense_count = static_cast<std::uint32_t>(senses.size());
  for (const Sense& sense : senses)
    entry.set |= bit(sense.word);
  senses_.insert(senses_.end(), senses.begin(), senses.end());
  entries_.push_back(entry);
}

void Lexicon::finish() {
  for (auto& [phrase, senses] : stripped_)
    phrases_.try_emplace(phrase, senses);
  std::vector<Phrase> phrases;
  for (const auto& [phrase, senses] : phrases_) {
    const bool is_prefix = phrase.back() == '*';
    phrases.push_back({std::string_view(phrase).substr(0, phrase.size() - is_prefix), is_prefix, &senses});
  }
  std::sort(phrases.begin(), phrases.end(), [](const Phrase& a, const Phrase& b) {
    return a.text != b.text ? a.text < b.text : a.is_prefix < b.is_prefix;
  });
  for (Phrase& phrase : phrases) {
    phrase.entry = static_cast<std::uint32_t>(entries_.size());
    add_entry(*phrase.senses);
  }
  build(phrases);
  phrases_.clear();
  stripped_.clear();
}

// Level by level: what is looked at most stands together.
void Lexicon::build(std::span<const Phrase> phrases) {
  struct Todo {
    std::size_t first, last, depth;  // phrases [first, last) share `depth` bytes
  };
  constexpr std::size_t label_most = 255;
  std::vector<Todo> todo{{0, phrases.size(), 0}};
  nodes_.assign(1, {});
  leads_.assign(1, 0);
  for (std::size_t n = 0; n < todo.size(); ++n) {
    std::size_t first = todo[n].first;
    const std::size_t last = todo[n].last, depth = todo[n].depth;
    Node node;
    node.label = static_cast<std::uint32_t>(labels_.size());
    // sorted: what the first and the last have in common, all have
    const auto goes_on = [&](std::size_t at) {
      return n > 0 && at - depth < label_most && at < phrases[first].text.size() &&
             at < phrases[last - 1].text.size() && phrases[first].text[at] == phrases[last - 1].text[at];
    };
    std::size_t end = depth;
    while (goes_on(end))
      labels_ += phrases[first].text[end++];
    node.label_length = static_cast<std::uint8_t>(end - depth);
    node.entry = first < last ? phrases[first].entry : 0;
    for (; first < last && phrases[first].text.size() == end; ++first) {
      if (phrases[first].is_prefix)
        node.has_prefix = true;
      else
        node.has_exact = true;
    }
    node.first_child = static_cast<std::uint32_t>(todo.size());
    const auto lead = [&](std::size_t i) { return byte_at(phrases[i].text, end); };
    for (std::size_t from = first; from < last; ++node.child_count) {
      std::size_t to = from;
      while (to < last && lead(to) == lead(from))
        ++to;
      if (n == 0) root_[lead(from)] = static_cast<std::uint32_t>(todo.size());
      leads_.push_back(lead(from));
      todo.push_back({from, to, end + 1});
      from = to;
    }
    nodes_.resize(todo.size());
    nodes_[n] = node;
  }
}

std::uint32_t Lexicon::child(const Node& node, std::uint8_t lead) const {
  const std::uint8_t* leads = leads_.data() + node.first_child;
  if (node.child_count > 8) {
    const void* at = std::memchr(leads, lead, node.child_count);
    return at ? node.first_child + static_cast<std::uint32_t>(static_cast<const std::uint8_t*>(at) - leads) : 0;
  }
  for (std::uint32_t n = 0; n < node.child_count; ++n)
    if (leads[n] == lead) return node.first_child + n;
  return 0;
}

void Lexicon::find(std::string_view text, std::uint32_t start, std::vector<Hit>& hits) const {
  if (nodes_.empty()) return;
  constexpr std::uint32_t none = UINT32_MAX;
  const Node* node = nodes_.data();
  std::uint32_t prefix = none, prefix_end = 0;
  for (std::uint32_t i = start; i < text.size();) {
    const std::uint8_t lead = byte_at(text, i);
    const std::uint32_t at = i == start ? root_[lead] : child(*node, lead);
    if (at == 0) break;
    node = &nodes_[at];
    ++i;
    if (const std::uint32_t length = node->label_length) {
      if (text.size() - i < length || text[i] != labels_[node->label] ||
          std::memcmp(text.data() + i, labels_.data() + node->label, length) != 0)
        break;
      i += length;
    }
    // what ends in no letter ("d'", "art.") needs no edge
    if (node->has_exact &&
        (!is_letter_at(text, i) || !is_letter_at(text, i - 1) || is_han_at(text, i - std::min(i, 3u))))
      hits.push_back({entries_[node->entry].set, i, node->entry});
    if (node->has_prefix) prefix = node->entry + node->has_exact, prefix_end = i;
  }
  if (prefix == none) return;
  while (is_letter_at(text, prefix_end))
    ++prefix_end;
  if (hits.empty() || hits.back().end != prefix_end) hits.push_back({entries_[prefix].set, prefix_end, prefix});
}

bool Lexicon::has(std::string_view phrase, Word word) const {
  std::vector<Hit> hits;
  find(phrase, 0, hits);
  return !hits.empty() && hits.back().end == phrase.size() && (hits.back().set & bit(word));
}

}  // namespace plumbline::timeframe
