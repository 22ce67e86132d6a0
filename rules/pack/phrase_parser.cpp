// A phrase as a pack writes it -> the tree that is matched.
#include "rules/pack/phrase_parser.h"

#include "rules/pack/loose_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <stdexcept>
#include <utility>
#include <vector>

namespace plumbline {

namespace {

using Node = PhrasePattern::Node;
using Kind = Node::Kind;

constexpr UChar32 first_ideograph = 0x2E80;  // none stands before

class Parser {
 public:
  explicit Parser(const Phrase& phrase)
      : phrase_(phrase), text_(phrase.is_literal ? loosen_to_words(phrase.text).text : loose(phrase.text)) {}

  ParsedPhrase run() {
    ParsedPhrase parsed;
    parsed.root = sequence();
    if (at_ < text_.size()) fail("unexpected '" + text_.substr(at_, 1) + "'");
    if (!has_word_ && !has_date_) fail("it has no word");
    parsed.has_ideograph = has_ideograph_;
    return parsed;
  }

 private:
  [[noreturn]] void fail(const std::string& why) const {
    throw std::invalid_argument("phrase \"" + phrase_.text + "\": " + why);
  }

  Node sequence() {
    Node out;
    while (at_ < text_.size() && text_[at_] != ']' && text_[at_] != ')' && text_[at_] != '|') {
      Node part = next();
      if (is_nothing(part)) continue;
      if (part.kind != Kind::optional) part.has_gap = !out.parts.empty();
      out.parts.push_back(std::move(part));
    }
    return out;
  }

  // A sign, or brackets around signs.
  static bool is_nothing(const Node& node) {
    if (node.kind == Kind::choice) return node.parts.size() == 1 && is_nothing(node.parts.front());
    return node.kind == Kind::sequence && node.parts.empty();
  }

  Node next() {
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

  Node optional() {
    Node out{Kind::optional, !is_ending(), {}, {}};
    ++optional_depth_;
    out.parts.push_back(alternatives(']'));
    --optional_depth_;
    return out;
  }

  // "goal[s]": what is in the brackets ends the word before them.
  bool is_ending() const { return at_ > 0 && text_[at_ - 1] >= 'a' && text_[at_ - 1] <= 'z'; }

  Node alternatives(char end) {
    ++at_;
    Node out{Kind::choice, false, {}, {}};
    out.parts.push_back(sequence());
    while (at_ < text_.size() && text_[at_] == '|') {
      ++at_;
      out.parts.push_back(sequence());
    }
    if (at_ >= text_.size() || text_[at_] != end) fail(std::string("missing '") + end + "'");
    ++at_;
    return out;
  }

  Node placeholder() {
    const auto end = text_.find('}', at_);
    if (end == text_.npos) fail("missing '}'");
    const std::string name = text_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    has_date_ |= name == "date";
    if (name == "number") return {Kind::number, false, {}, {}};
    if (name == "date") return {Kind::date, false, {}, {}};
    // Behind a word it begins with the blank: it must not take the rest of that word ("Period|s").
    if (name == "any") return {Kind::any, false, has_firm_word_ && !has_ideograph_ ? " " : "", {}};
    fail("unknown placeholder {" + name + "}; expected {number}, {date} or {any}");
  }

  // One word, or nothing for a sign: punctuation of the phrase does not count. Ideographs are words of their own, since
  // a line may end between any two.
  Node word() {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_.data());
    const auto length = static_cast<std::int32_t>(text_.size());
    const auto from = static_cast<std::int32_t>(at_);
    std::vector<std::int32_t> starts;  // of words within it, but the first
    auto end = from;
    for (std::int32_t after = from; end < length; end = after) {
      UChar32 c;
      U8_NEXT_OR_FFFD(bytes, after, length, c);
      if (!u_isalnum(c)) {
        at_ = static_cast<std::size_t>(end == from ? after : end);
        break;
      }
      at_ = static_cast<std::size_t>(after);
      if (c < first_ideograph || !u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC)) continue;
      if (end > from) starts.push_back(end);
      has_ideograph_ = true;
    }
    if (end == from) return {};
    has_word_ = true;
    has_firm_word_ = has_firm_word_ || optional_depth_ == 0;
    if (starts.empty()) return word_of(from, end);
    Node out;
    starts.push_back(end);
    for (std::int32_t begin = from; const std::int32_t next : starts) {
      out.parts.push_back(word_of(begin, next));
      out.parts.back().has_gap = begin > from;
      begin = next;
    }
    return out;
  }

  Node word_of(std::int32_t from, std::int32_t to) const {
    return {Kind::word, false, text_.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from)), {}};
  }

  const Phrase& phrase_;
  std::string text_;
  std::size_t at_ = 0;
  int optional_depth_ = 0;
  bool has_firm_word_ = false;  // one outside square brackets
  bool has_word_ = false, has_date_ = false, has_ideograph_ = false;
};

}  // namespace

ParsedPhrase parse_phrase(const Phrase& phrase) {
  return Parser(phrase).run();
}

}  // namespace plumbline
