// One phrase of a pack, made ready to be looked for.
#include "rules/pack/phrase_pattern.h"

#include "rules/pack/loose_text.h"
#include "rules/pack/near_word.h"
#include "rules/pack/phrase.h"
#include "rules/pack/phrase_number.h"
#include "rules/pack/phrase_parser.h"

#include <algorithm>
#include <array>
#include <memory_resource>
#include <utility>
#include <vector>

namespace plumbline {

namespace {

using Node = PhrasePattern::Node;
using Kind = Node::Kind;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_word_sign(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

// Where what was matched until now may end, and the number that stands in it.
struct Place {
  std::size_t at = 0;
  std::string_view number;
};
using Places = std::pmr::vector<Place>;

// In order, each once, with its longest number.
void settle(Places& places) {
  const auto is_before = [](const Place& a, const Place& b) { return a.at < b.at; };
  const auto is_not_before = [&](const Place& a, const Place& b) { return !is_before(a, b); };
  if (std::adjacent_find(places.begin(), places.end(), is_not_before) == places.end()) return;
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
    return a.at != b.at ? a.at < b.at : a.number.size() > b.number.size();
  });
  const auto same = [](const Place& a, const Place& b) { return a.at == b.at; };
  places.erase(std::unique(places.begin(), places.end(), same), places.end());
}

// All places at once go through each part, so that a part costs its places and not the ways that lead to them.
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {}

  Places ends_of(const Node& node) {
    Places ends(&memory_);
    pass(node, Places({Place()}, &memory_), ends);
    settle(ends);
    return ends;
  }

 private:
  static bool is_leaf(const Node& node) {
    return node.kind != Kind::optional && node.kind != Kind::choice && node.kind != Kind::sequence;
  }

  bool is_blank(std::size_t at) const { return at < text_.size() && text_[at] == ' '; }

  // Adds where `node` may end that begins at one of `starts`.
  void pass(const Node& node, const Places& starts, Places& ends) {
    if (is_leaf(node)) {
      for (const Place& start : starts) {
        step(node, start, ends);
        if (node.has_gap && is_blank(start.at)) step(node, {start.at + 1, start.number}, ends);
      }
      return;
    }
    if (node.kind == Kind::optional) ends.insert(ends.end(), starts.begin(), starts.end());
    if (!node.has_gap) return pass_parts(node, starts, ends);
    Places after_gaps(starts, &memory_);
    for (const Place& start : starts)
      if (is_blank(start.at)) after_gaps.push_back({start.at + 1, start.number});
    settle(after_gaps);
    pass_parts(node, after_gaps, ends);
  }

  void pass_parts(const Node& node, const Places& starts, Places& ends) {
    if (node.kind != Kind::sequence) {
      for (const Node& part : node.parts)
        pass(part, starts, ends);
      return;
    }
    Places places(starts, &memory_), behind(&memory_);
    for (const Node& part : node.parts) {
      behind.clear();
      pass(part, places, behind);
      if (behind.empty()) return;
      settle(behind);
      places.swap(behind);
    }
    ends.insert(ends.end(), places.begin(), places.end());
  }

  void step(const Node& node, const Place& start, Places& ends) const {
    const std::string_view rest = text_.substr(start.at);
    if (node.kind == Kind::number) {
      for (const std::size_t length : number_lengths(rest))
        ends.push_back({start.at + length, rest.substr(0, length)});
    } else if (node.kind == Kind::date) {
      date(start, ends);
    } else if (const std::size_t taken = begin_alike(rest, node.word) ? word_at(rest, node.word) : 0;
               taken > 0 || node.word.empty()) {
      const Place behind{start.at + taken, start.number};
      if (node.kind == Kind::word)
        ends.push_back(behind);
      else
        any(behind, ends);
    }
  }

  // Most words need no further look.
  static bool begin_alike(std::string_view text, std::string_view word) {
    return !text.empty() && !word.empty() && text.front() == word.front();
  }

  // One to four words; in scripts that write words together the last may end behind any letter.
  void any(const Place& start, Places& ends) const {
    std::size_t at = start.at, ideographs = 0;
    for (std::size_t words = 0; words < PhrasePattern::most_any_words && at < text_.size() && text_[at] != ' ';
         ++words) {
      while (at < text_.size() && text_[at] != ' ') {
        ideographs += begins_ideograph(text_[at]);
        if (ideographs > PhrasePattern::most_any_ideographs) return;
        if (++at; at == text_.size() || text_[at] == ' ' || may_join(text_[at])) ends.push_back({at, start.number});
      }
      if (at < text_.size()) ends.push_back({++at, start.number});
    }
  }

  // The first byte of a letter of scripts that write words together: Arabic's article, ideographs.
  static bool may_join(char c) { return static_cast<unsigned char>(c) >= 0xD7; }

  bool has_digits(std::size_t at, std::size_t count) const {
    return at + count <= text_.size() && std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(at),
                                                     text_.begin() + static_cast<std::ptrdiff_t>(at + count), is_digit);
  }

  void year(std::size_t at, std::string_view number, Places& ends) const {
    for (const std::size_t length : {std::size_t{4}, std::size_t{2}})
      if (has_digits(at, length)) ends.push_back({at + length, number});
  }

  // 30 6 2016, 06 16, 2016.
  void date(const Place& start, Places& ends) const {
    const std::string_view century = text_.substr(start.at, 2);
    if ((century == "19" || century == "20") && has_digits(start.at, 4)) ends.push_back({start.at + 4, start.number});
    for (const std::size_t first : {std::size_t{1}, std::size_t{2}}) {
      const std::size_t second_at = start.at + first + 1;
      if (!has_digits(start.at, first) || second_at > text_.size() || text_[second_at - 1] != ' ') continue;
      year(second_at, start.number, ends);
      for (const std::size_t second : {std::size_t{1}, std::size_t{2}}) {
        const std::size_t year_at = second_at + second + 1;
        if (has_digits(second_at, second) && year_at <= text_.size() && text_[year_at - 1] == ' ')
          year(year_at, start.number, ends);
      }
    }
  }

  std::string_view text_;
  std::array<std::byte, 4096> at_hand_;  // most walks take no more
  std::pmr::monotonic_buffer_resource memory_{at_hand_.data(), at_hand_.size()};
};

}  // namespace

PhrasePattern::PhrasePattern(const Phrase& phrase) {
  ParsedPhrase parsed = parse_phrase(phrase);
  root_ = std::move(parsed.root);
  ends_anywhere_ = parsed.has_ideograph;
}

std::optional<PhrasePattern::Match> PhrasePattern::match(std::string_view words) const {
  std::optional<Place> longest;
  const auto take = [&](std::size_t at, std::string_view number) {
    if (at > 0 && (!longest || at > longest->at)) longest = Place{at, number};
  };
  Walk walk(words);
  for (const Place& end : walk.ends_of(root_)) {
    const bool is_at_end = end.at >= words.size();
    const bool is_between =
        end.at > 0 && is_word_sign(words[end.at - 1]) != (!is_at_end && is_word_sign(words[end.at]));
    if (ends_anywhere_ || is_at_end || is_between) take(end.at, end.number);
    if (!ends_anywhere_ && !is_at_end && words[end.at] == ' ') take(end.at + 1, end.number);
  }
  if (!longest) return {};
  return Match{longest->at - (words[longest->at - 1] == ' ' ? 1 : 0), longest->number};
}

}  // namespace plumbline
