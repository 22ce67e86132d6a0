// One phrase of a pack, made ready to be looked for.
#include "rules/pack/phrase_pattern.h"

#include "rules/pack/phrase_number.h"
#include "rules/pack/phrase_parser.h"

#include <algorithm>
#include <utility>

namespace plumbline {

namespace {

using Node = PhrasePattern::Node;
using Kind = Node::Kind;

constexpr int most_any_words = 4;

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
using Places = std::vector<Place>;

// Each place once, with its longest number.
void add(Places& places, const Place& place) {
  const auto same = std::find_if(places.begin(), places.end(), [&](const Place& p) { return p.at == place.at; });
  if (same == places.end()) {
    places.push_back(place);
  } else if (place.number.size() > same->number.size()) {
    same->number = place.number;
  }
}

class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {}

  Places from(const Node& node, const Places& starts) const {
    Places ends = node.kind == Kind::optional ? starts : Places();
    for (const Place& start : starts) {
      step(node, start, ends);
      if (node.has_gap && start.at < text_.size() && text_[start.at] == ' ')
        step(node, {start.at + 1, start.number}, ends);
    }
    return ends;
  }

 private:
  void step(const Node& node, const Place& start, Places& ends) const {
    const std::string_view rest = text_.substr(start.at);
    switch (node.kind) {
      case Kind::word:
        if (rest.starts_with(node.word)) add(ends, {start.at + node.word.size(), start.number});
        break;
      case Kind::number:
        for (const std::size_t length : number_lengths(rest))
          add(ends, {start.at + length, rest.substr(0, length)});
        break;
      case Kind::date:
        date(start, ends);
        break;
      case Kind::any:
        if (rest.starts_with(node.word)) any({start.at + node.word.size(), start.number}, ends);
        break;
      case Kind::optional:
      case Kind::choice:
        for (const Node& part : node.parts)
          for (const Place& end : from(part, {start}))
            add(ends, end);
        break;
      case Kind::sequence: {
        Places places = {start};
        for (const Node& part : node.parts) {
          places = from(part, places);
          if (places.empty()) return;
        }
        for (const Place& end : places)
          add(ends, end);
      }
    }
  }

  // One to four words; in scripts that write words together the last may end behind any letter.
  void any(const Place& start, Places& ends) const {
    std::size_t at = start.at;
    for (int words = 0; words < most_any_words && at < text_.size() && text_[at] != ' '; ++words) {
      while (at < text_.size() && text_[at] != ' ')
        if (++at; at == text_.size() || text_[at] == ' ' || may_join(text_[at])) ends.push_back({at, start.number});
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
      if (has_digits(at, length)) add(ends, {at + length, number});
  }

  // 30 6 2016, 06 16, 2016.
  void date(const Place& start, Places& ends) const {
    const std::string_view century = text_.substr(start.at, 2);
    if ((century == "19" || century == "20") && has_digits(start.at, 4)) add(ends, {start.at + 4, start.number});
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
};

// Whether a text may also pass `node` by taking nothing.
bool begin(const Node& node, std::vector<std::string>& beginnings) {
  switch (node.kind) {
    case Kind::word:
      beginnings.push_back(node.word);
      return false;
    case Kind::number:
      for (const std::string& beginning : number_beginnings())
        beginnings.push_back(beginning);
      return false;
    case Kind::date:
      for (char c = '0'; c <= '9'; ++c)
        beginnings.emplace_back(1, c);
      return false;
    case Kind::any:
      beginnings.emplace_back();
      return false;
    case Kind::choice:
    case Kind::optional: {
      bool may_be_nothing = node.kind == Kind::optional;
      for (const Node& part : node.parts)
        may_be_nothing |= begin(part, beginnings);
      return may_be_nothing;
    }
    case Kind::sequence:
      return std::all_of(node.parts.begin(), node.parts.end(),
                         [&](const Node& part) { return begin(part, beginnings); });
  }
  return true;
}

}  // namespace

PhrasePattern::PhrasePattern(const Phrase& phrase) {
  ParsedPhrase parsed = parse_phrase(phrase);
  root_ = std::move(parsed.root);
  ends_anywhere_ = parsed.has_ideograph;
  if (begin(root_, beginnings_)) beginnings_.emplace_back();
}

std::optional<PhrasePattern::Match> PhrasePattern::match(std::string_view words) const {
  const auto begins = [&](const std::string& beginning) { return words.starts_with(beginning); };
  if (std::none_of(beginnings_.begin(), beginnings_.end(), begins)) return {};
  std::optional<Place> longest;
  const auto take = [&](std::size_t at, std::string_view number) {
    if (at > 0 && (!longest || at > longest->at)) longest = Place{at, number};
  };
  for (const Place& end : Walk(words).from(root_, {Place()})) {
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
