// A folded text cut into words, numbers and signs.
#include "rules/timeframe/tokens.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace plumbline::timeframe {

namespace {

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

// Bytes of the code point at `at`.
std::uint32_t point_length(std::string_view text, std::uint32_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::uint32_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return std::min(length, static_cast<std::uint32_t>(text.size()) - at);
}

// A letter of two bytes that needs no closer look, as nearly all of Greek, Cyrillic and Arabic do.
bool is_plain_pair(unsigned char lead) {
  return lead >= 0xC4 && lead < 0xE0;
}

// How many of the first eight bytes at `at` are small letters of ASCII: each other one is marked in its highest bit.
std::uint32_t small_letters_of_eight(const char* at) {
  constexpr std::uint64_t each = 0x0101010101010101, high = each * 0x80;
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, at, sizeof bytes);
  const std::uint64_t from_a = (bytes | high) - each * 'a', above_z = (bytes & ~high) + each * (0x7F - 'z');
  const std::uint64_t others = (bytes | ~from_a | above_z) & high;
  const bool is_little = std::endian::native == std::endian::little;
  return static_cast<std::uint32_t>(is_little ? std::countr_zero(others) : std::countl_zero(others)) / 8;
}

std::uint32_t end_of_word(std::string_view text, std::uint32_t at) {
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 'a' && byte <= 'z')
      at += at + 8 <= text.size() ? small_letters_of_eight(text.data() + at) : 1;
    else if (is_plain_pair(byte))
      at += 2;
    else if (byte >= 0x80 && is_rare_letter_at(text, at))
      at += point_length(text, at);
    else
      break;
  }
  return at;
}

}  // namespace

struct Tokens::Scanner {
  Tokens& to;
  std::string_view text;
  std::uint32_t at = 0;

  Token& add(TokenKind kind, std::uint32_t start, std::uint32_t end) {
    const bool is_glued = !to.list_.empty() && to.list_.back().end == start;
    Token& token = to.list_.emplace_back();
    token.start = start;
    token.end = end;
    token.kind = kind;
    token.is_glued = is_glued;
    return token;
  }

  void look_up(Token& token) { look_up(token, text); }
  void look_up(Token& token, std::string_view until) {
    token.first_hit = static_cast<std::uint32_t>(to.hits_.size());
    token.set = to.language_->lexicon.find(until, token.start, to.hits_);
    token.hit_count = static_cast<std::uint32_t>(to.hits_.size()) - token.first_hit;
  }

  bool is_known(std::uint32_t start, std::uint32_t end) {
    to.found_.clear();
    to.language_->lexicon.find(text, start, to.found_);
    return !to.found_.empty() && to.found_.back().end >= end;
  }

  // "1,300", "2 013 000" and "2.5" are amounts, one number each; "12.5.2014" is not.
  std::uint32_t end_of_amount(std::uint32_t end) const {
    std::uint32_t groups = 0;
    for (std::uint32_t i = end; end - at <= 3 || groups > 0;) {
      if (i >= text.size() || (text[i] != ',' && text[i] != '.' && text[i] != ' ' && text[i] != '\'')) break;
      if (!(is_digit_at(text, i + 1) && is_digit_at(text, i + 2) && is_digit_at(text, i + 3)) ||
          is_digit_at(text, i + 4))
        break;
      if (text[i] == ' ' && groups == 0 && end - at > 3) break;
      i += 4;
      end = i;
      ++groups;
    }
    // "6,107.31": its decimals
    if (groups > 0 && end < text.size() && (text[end] == '.' || text[end] == ',') && is_digit_at(text, end + 1)) {
      std::uint32_t behind = end + 1;
      while (is_digit_at(text, behind) && behind - end <= 3)
        ++behind;
      if (!is_digit_at(text, behind)) end = behind;
    }
    return end;
  }

  void number() {
    std::uint32_t end = at;
    while (is_digit_at(text, end))
      ++end;
    // A table's cells glued together: "14/07/201131/12/2013".
    if (end - at >= 5 && end - at <= 6 && at >= 2 && text[at - 1] == '/' && end < text.size() && text[end] == '/')
      end = at + 4;
    const std::uint32_t amount_end = end_of_amount(end);
    Token& token = add(TokenKind::number, at, amount_end);
    token.is_grouped = amount_end != end;
    token.digits = static_cast<std::uint8_t>(std::min<std::uint32_t>(end - at, 200));
    token.value = 0;
    for (std::uint32_t i = at; i < end && i < at + 8; ++i)
      token.value = token.value * 10 + (text[i] - '0');
    look_up(token);
    at = amount_end;
  }

  // Of `word`, which goes not beyond the text. A loop: for so few bytes a call costs more.
  bool stands_at(std::uint32_t from, std::string_view word) const {
    for (const char byte : word)
      if (text[from++] != byte) return false;
    return true;
  }

  // Cuts what is written together with a known word off its front: "ول|الفترة".
  bool proclitics(std::uint32_t end, int depth) {
    for (const std::string& prefix : to.language_->proclitics) {
      if (at + prefix.size() >= end || !stands_at(at, prefix)) continue;
      const std::uint32_t stem = at + static_cast<std::uint32_t>(prefix.size());
      const std::uint32_t first = at;
      const bool is_whole = is_known(stem, end);
      const bool is_last = depth == 2 || (!to.language_->article.empty() && prefix.ends_with(to.language_->article));
      if (!is_whole && is_last) continue;
      const std::size_t size = to.list_.size(), hits = to.hits_.size();
      look_up(add(TokenKind::word, first, stem), text.substr(0, stem));
      at = stem;
      if (is_whole) {
        Token& rest = add(TokenKind::word, stem, end);
        look_up(rest);
        return true;
      }
      if (proclitics(end, depth + 1)) return true;
      to.list_.resize(size);
      to.hits_.resize(hits);
      at = first;
    }
    return false;
  }

  void word() {
    const std::uint32_t end = end_of_word(text, at);
    const std::size_t size = to.list_.size();
    Token& token = add(TokenKind::word, at, end);
    look_up(token);
    token.is_capital = to.folded_->is_capital(at);
    if (token.hit_count == 0 && !to.language_->number_parts.empty()) compound_number(token);
    if (token.hit_count == 0 && !to.language_->proclitics.empty() && static_cast<unsigned char>(text[at]) >= 0x80) {
      const Token whole = token;
      to.list_.resize(size);
      if (!proclitics(end, 0)) to.list_.push_back(whole);
    }
    at = end;
  }

  // "zweitausendvierzehn", "duemilaquattordici": a number as digits would say it.
  void compound_number(Token& token) const {
    const std::string_view word = text.substr(token.start, token.end - token.start);
    const int value = to.language_->number_parts.number(word);
    if (value < 13) return;
    token.kind = TokenKind::number;
    token.value = value;
    token.digits = static_cast<std::uint8_t>(std::to_string(value).size());
  }

  void run() {
    while (at < text.size()) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (byte == ' ') {
        ++at;
      } else if (byte >= 'a' && byte <= 'z') {
        word();
      } else if (is_digit_at(text, at)) {
        number();
      } else if (byte >= 0xE3 && is_han_at(text, at)) {
        Token& token = add(TokenKind::han, at, at + 3);
        look_up(token);
        at += 3;
      } else if (is_letter_at(text, at)) {
        word();
      } else {
        const std::uint32_t length = point_length(text, at);
        Token& token = add(TokenKind::sign, at, at + length);
        token.sign = length == 1 ? static_cast<char>(byte) : '\x01';
        look_up(token);
        at += length;
      }
    }
  }
};

void Tokens::read(const Folded& folded, const Language& language) {
  folded_ = &folded;
  language_ = &language;
  list_.clear();
  hits_.clear();
  size_ = 0;
  Scanner{*this, folded.text}.run();
  size_ = static_cast<Index>(list_.size());
  kinds_ = 0;
  for (const Token& token : list_)
    kinds_ |= token.set;
}

std::string_view Tokens::text_of(Index first, Index last) const {
  if (first >= last) return {};
  return std::string_view(folded_->text).substr(list_[first].start, list_[last - 1].end - list_[first].start);
}

Tokens::Match Tokens::longest_match(Index i, WordSet words) const {
  const Token& token = list_[i];
  for (std::uint32_t h = token.hit_count; h-- > 0;) {
    const Lexicon::Hit& hit = hits_[token.first_hit + h];
    if (!(hit.set & words)) continue;
    for (const Sense& sense : language_->lexicon.senses(hit.entry))
      if ((bit(sense.word) & words) && (!sense.capital || token.is_capital))
        return {token_behind(hit.end, i), sense.word, sense.value};
  }
  return {};
}

Tokens::Match Tokens::match_before(Index i, WordSet words, Index longest) const {
  for (Index length = std::min(longest, i); length > 0; --length) {
    const Match match_here = match(i - length, words);
    if (match_here && match_here.next == i) return {i - length + 1, match_here.word, match_here.value};
  }
  return {};
}

}  // namespace plumbline::timeframe
