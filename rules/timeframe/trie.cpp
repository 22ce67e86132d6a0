// A set of phrases by their bytes.
#include "rules/timeframe/trie.h"

#include <algorithm>

namespace plumbline::timeframe {

// Level by level, so that what is looked at most stands together.
class Trie::Builder {
 public:
  Builder(std::span<const Phrase> phrases, Trie& to) : phrases_(phrases), to_(to) {}

  void build() {
    add_children({0, phrases_.size(), 0, 0});
    to_.root_children_ = place(0);
    for (std::size_t n = 0; n < branches_.size(); ++n) {
      Branch branch = branches_[n];
      Node node = read_node(branch);
      const std::size_t first = branches_.size();
      add_children(branch);
      node.children = place(first);
      to_.nodes_[branch.node] = node;
    }
  }

 private:
  static constexpr std::size_t bytes = 256;
  struct Branch {
    std::size_t first, last, depth;  // phrases [first, last) share `depth` bytes
    std::uint32_t node;              // where it stands
  };

  std::uint8_t byte_at(std::size_t phrase, std::size_t at) const {
    return static_cast<std::uint8_t>(phrases_[phrase].text[at]);
  }
  std::uint8_t lead_of(const Branch& branch) const { return byte_at(branch.first, branch.depth - 1); }

  // A branch for each byte that a phrase of `branch` goes on with.
  void add_children(Branch branch) {
    while (branch.first < branch.last) {
      Branch child{branch.first, branch.first, branch.depth + 1, 0};
      while (child.last < branch.last && byte_at(child.last, branch.depth) == lead_of(child))
        ++child.last;
      branches_.push_back(child);
      branch.first = child.last;
    }
  }

  // Leaves in `branch` the phrases that go on behind the node.
  Node read_node(Branch& branch) {
    constexpr std::size_t label_most = 255;
    Node node;
    node.lead = lead_of(branch);
    node.label = static_cast<std::uint32_t>(to_.labels_.size());
    const std::string_view front = phrases_[branch.first].text, back = phrases_[branch.last - 1].text;
    // sorted: what the first and the last have in common, all have
    for (; node.label_length < label_most && branch.depth < front.size() && branch.depth < back.size() &&
           front[branch.depth] == back[branch.depth];
         ++branch.depth, ++node.label_length)
      to_.labels_ += front[branch.depth];
    node.entry = phrases_[branch.first].entry;
    for (; branch.first < branch.last && phrases_[branch.first].text.size() == branch.depth; ++branch.first)
      (phrases_[branch.first].is_prefix ? node.ends_prefix : node.ends_phrase) = true;
    return node;
  }

  // Finds free places for the branches from `first` on; what their parent is to have as `children`.
  std::uint32_t place(std::size_t first) {
    const std::span<Branch> siblings = std::span(branches_).subspan(first);
    if (siblings.empty()) return 0;
    std::size_t& from = siblings.size() == 1 ? first_free_ : first_free_for_many_;
    while (is_taken(from))
      ++from;
    std::size_t base = from - lead_of(siblings.front());
    while (!may_stand_at(base, siblings))
      ++base;
    if (siblings.size() > 1) from = base + lead_of(siblings.front());  // few would find places before it
    if (to_.nodes_.size() < base + bytes) to_.nodes_.resize(base + bytes), is_base_.resize(base + bytes);
    is_base_[base] = true;
    for (Branch& branch : siblings) {
      branch.node = static_cast<std::uint32_t>(base + lead_of(branch));
      to_.nodes_[branch.node].lead = lead_of(branch);
    }
    return static_cast<std::uint32_t>(base);
  }

  bool is_taken(std::size_t at) const { return at < to_.nodes_.size() && to_.nodes_[at].lead != 0; }
  bool may_stand_at(std::size_t base, std::span<const Branch> siblings) const {
    if (base < is_base_.size() && is_base_[base]) return false;
    return std::none_of(siblings.begin(), siblings.end(),
                        [&](const Branch& branch) { return is_taken(base + lead_of(branch)); });
  }

  std::span<const Phrase> phrases_;
  Trie& to_;
  std::vector<Branch> branches_;  // in the order of their nodes' levels
  std::vector<bool> is_base_;     // one node's children are counted from this place: a second's would be taken for its
  std::size_t first_free_ = bytes, first_free_for_many_ = bytes;
};

Trie::Trie(std::span<const Phrase> phrases) {
  Builder(phrases, *this).build();
}

}  // namespace plumbline::timeframe
