// The words that tell where a phrase can match at all.
#include "rules/pack/firm_words.h"

#include "rules/pack/loose_text.h"

#include <algorithm>
#include <iterator>

namespace plumbline {
namespace {

using Node = PhrasePattern::Node;
using Kind = Node::Kind;

constexpr std::size_t most_date_words = 3;

class Finder {
 public:
  explicit Finder(std::size_t any_words) : any_words_(any_words) {}

  std::vector<FirmWord> of(const Node& node, std::size_t before) const {
    switch (node.kind) {
      case Kind::word:
        return {{node.word, before}};
      case Kind::sequence:
        return of_sequence(node, before);
      case Kind::choice:
        return of_choice(node, before);
      default:
        return {};
    }
  }

 private:
  std::vector<FirmWord> of_sequence(const Node& node, std::size_t before) const {
    for (std::size_t i = 0; i < node.parts.size(); ++i) {
      const Node& part = node.parts[i];
      if (std::vector<FirmWord> firm = of(part, before); !firm.empty()) {
        const bool is_pair = part.kind == Kind::word && begins_ideograph(part.word[0]) && i + 1 < node.parts.size() &&
                             node.parts[i + 1].kind == Kind::word && begins_ideograph(node.parts[i + 1].word[0]);
        if (is_pair) firm.front().word += node.parts[i + 1].word;  // nothing stands between ideographs
        return firm;
      }
      before += most_words(part);
    }
    return {};
  }

  // Each alternative must have one, or nothing can be said.
  std::vector<FirmWord> of_choice(const Node& node, std::size_t before) const {
    std::vector<FirmWord> all;
    for (const Node& part : node.parts) {
      std::vector<FirmWord> one = of(part, before);
      if (one.empty()) return {};
      std::move(one.begin(), one.end(), std::back_inserter(all));
    }
    return all;
  }

  std::size_t most_words(const Node& node) const {
    std::size_t most = 0;
    switch (node.kind) {
      case Kind::word:
      case Kind::number:
        return 1;
      case Kind::date:
        return most_date_words;
      case Kind::any:
        return any_words_;
      case Kind::sequence:
        for (const Node& part : node.parts)
          most += most_words(part);
        return most;
      case Kind::choice:
      case Kind::optional:
        for (const Node& part : node.parts)
          most = std::max(most, most_words(part));
    }
    return most;
  }

  std::size_t any_words_;
};

}  // namespace

std::vector<FirmWord> firm_words(const PhrasePattern& pattern) {
  const bool has_ideograph = pattern.has_ideograph();
  return Finder(has_ideograph ? PhrasePattern::most_any_ideographs : PhrasePattern::most_any_words)
      .of(pattern.root(), 0);
}

}  // namespace plumbline
