// A regular expression of a pack's rule.
#include "rules/pack/rule_pattern.h"

#include <re2/re2.h>

#include <utility>

namespace plumbline {

RulePattern::RulePattern() = default;
RulePattern::RulePattern(std::string text) : text_(std::move(text)) {}
RulePattern::RulePattern(RulePattern&&) noexcept = default;
RulePattern& RulePattern::operator=(RulePattern&&) noexcept = default;
RulePattern::~RulePattern() = default;

void RulePattern::prepare() const {
  if (text_.empty() || compiled_) return;
  RE2::Options options(RE2::Quiet);
  options.set_case_sensitive(false);
  compiled_ = std::make_unique<RE2>(text_, options);
}

bool RulePattern::stands_in(std::string_view text) const {
  if (text_.empty()) return false;
  prepare();
  return compiled_->ok() && RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *compiled_);
}

}  // namespace plumbline
