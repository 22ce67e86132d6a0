// A set of phrases by their bytes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::timeframe {

// A radix tree whose nodes stand in one array (a double array, as J. Aoe's of 1989): the child of a node by a byte
// stands at the node's `children` plus that byte, unless the node there has another lead; so a step looks at one place.
class Trie {
 public:
  struct Phrase {
    std::string_view text;   // without NUL
    bool is_prefix = false;  // of what it is found in
    std::uint32_t entry = 0;
  };
  struct Node {
    std::uint32_t children = 0;  // 0: none
    std::uint32_t label = 0;     // into labels_: the bytes behind `lead` that lead to it too
    std::uint32_t entry = 0;     // of the whole phrase that ends here, if any; else of the prefix
    std::uint8_t lead = 0;       // 0: no node
    std::uint8_t label_length = 0;
    bool ends_phrase = false, ends_prefix = false;
  };

  // `phrases`: sorted by their texts; of two that are alike the prefix is the second, and its entry the next one.
  explicit Trie(std::span<const Phrase> phrases);
  Trie() = default;

  // Walks from the root along text[at…]: the next node, with `at` behind it, or nullptr.
  class Walk {
   public:
    Walk(const Trie& trie, std::string_view text, std::uint32_t at)
        : trie_(trie), text_(text), at_(at), children_(trie.root_children_) {}
    std::uint32_t at() const { return at_; }
    const Node* next() {
      if (children_ == 0 || at_ >= text_.size()) return nullptr;
      const auto lead = static_cast<std::uint8_t>(text_[at_]);
      const Node& node = trie_.nodes_[children_ + lead];
      if (node.lead != lead || !goes_on_with(node)) return nullptr;
      at_ += 1 + node.label_length;
      children_ = node.children;
      return &node;
    }

   private:
    // A loop: for the few bytes of a label, of which mostly the first tells, a call costs more.
    bool goes_on_with(const Node& node) const {
      if (text_.size() - at_ <= node.label_length) return false;
      const char* const label = trie_.labels_.data() + node.label;
      for (std::uint32_t n = 0; n < node.label_length; ++n)
        if (text_[at_ + 1 + n] != label[n]) return false;
      return true;
    }

    const Trie& trie_;
    std::string_view text_;
    std::uint32_t at_, children_;
  };

 private:
  class Builder;
  std::uint32_t root_children_ = 0;
  std::vector<Node> nodes_;  // all places that `children` and a byte name
  std::string labels_;
};

}  // namespace plumbline::timeframe
