// A folded text cut into words, numbers and signs, each with what the language's table says of it.
#pragma once

#include "rules/timeframe/fold.h"
#include "rules/timeframe/language.h"

#include <optional>
#include <string_view>
#include <vector>

namespace plumbline::timeframe {

using Index = std::uint32_t;  // of a token

enum class TokenKind : std::uint8_t { word, number, han, sign };

struct Token {
  std::uint32_t start = 0, end = 0;  // bytes of the folded text
  TokenKind kind = TokenKind::sign;
  bool is_glued = false;    // no blank before it
  bool is_capital = false;  // begins with a capital letter
  bool is_grouped = false;  // 1,300 or 2.5: no day, month or year
  std::uint8_t digits = 0;
  char sign = 0;    // of a sign: its ASCII byte, or '\x01' for others
  int value = -1;   // of a number
  WordSet set = 0;  // kinds of all entries that begin here
  std::uint32_t first_hit = 0, hit_count = 0;
};

// Walks and lookups are bounded by the length of the longest entry, so that all is linear in the text.
class Tokens {
 public:
  // Both must live as long as this is used. Reuses its memory from text to text.
  void read(const Folded& folded, const Language& language);

  Index size() const { return size_; }
  const Token& operator[](Index i) const { return list_[i]; }
  std::string_view text(Index i) const {
    return std::string_view(folded_->text).substr(list_[i].start, list_[i].end - list_[i].start);
  }
  std::string_view text_of(Index first, Index last) const;  // of [first, last)
  bool begins_with(Index i, char byte) const { return folded_->text[list_[i].start] == byte; }
  const Language& language() const { return *language_; }
  const Folded& folded() const { return *folded_; }

  // A word of one of these kinds stands somewhere: what needs one is not looked for without.
  bool hold(WordSet words) const { return (kinds_ & words) != 0; }
  bool has(Index i, WordSet words) const { return i < size() && (list_[i].set & words) != 0; }
  bool is_sign(Index i, char sign) const {
    return i < size() && list_[i].kind == TokenKind::sign && list_[i].sign == sign;
  }
  bool is_number(Index i) const { return i < size() && list_[i].kind == TokenKind::number; }
  bool is_word(Index i) const { return i < size() && list_[i].kind == TokenKind::word; }
  // Blank before it, or the text's start.
  bool is_spaced(Index i) const { return i >= size() || !list_[i].is_glued; }

  struct Match {
    Index next = 0;  // behind the words that matched
    Word word = Word::filler;
    int value = 0;
    explicit operator bool() const { return next != 0; }
  };
  // The longest entry at `i` of one of these kinds.
  Match match(Index i, WordSet words) const { return has(i, words) ? longest_match(i, words) : Match{}; }
  Match match(Index i, Word word) const { return match(i, bit(word)); }
  // The longest entry of these kinds that ends before `i`; `next` is then its first token + 1.
  Match match_before(Index i, WordSet words, Index longest = 5) const;

 private:
  struct Scanner;
  Match longest_match(Index i, WordSet words) const;
  Index token_behind(std::uint32_t end, Index from) const {
    while (from < size_ && list_[from].end < end)
      ++from;
    return from + 1;
  }

  const Folded* folded_ = nullptr;
  const Language* language_ = nullptr;
  std::vector<Token> list_;
  Index size_ = 0;  // of list_, which divides to know it
  WordSet kinds_ = 0;
  std::vector<Lexicon::Hit> hits_, found_;
};

}  // namespace plumbline::timeframe
