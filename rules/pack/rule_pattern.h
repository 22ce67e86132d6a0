// A regular expression of a pack's rule.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace re2 {
class RE2;
}

namespace plumbline {

class RulePattern {
 public:
  RulePattern();
  explicit RulePattern(std::string text);  // RE2's syntax; checked before
  RulePattern(RulePattern&&) noexcept;
  RulePattern& operator=(RulePattern&&) noexcept;
  ~RulePattern();

  bool empty() const { return text_.empty(); }
  // Anywhere, without regard to case. Not from several threads: the first that asks has it compiled, which takes half
  // a millisecond, and most submissions ask no rule of most packs.
  bool stands_in(std::string_view text) const;
  // Has it compiled now.
  void prepare() const;

 private:
  std::string text_;
  mutable std::unique_ptr<re2::RE2> compiled_;
};

}  // namespace plumbline
