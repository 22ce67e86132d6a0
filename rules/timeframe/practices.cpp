// What is, or is done again and again, beside what is promised.
#include "rules/timeframe/practices.h"

#include <algorithm>

namespace plumbline::timeframe {

namespace {

class Practices {
 public:
  Practices(const Verbs& verbs, const std::vector<Expression>& expressions, std::vector<TimeExpression>& read)
      : verbs_(verbs), tokens_(verbs.tokens()), expressions_(expressions), read_(read) {}

  // "The scheme remains popular and will be extended", "Licences are renewed every six years. The office will …": what
  // is, or is done, beside what is promised.
  void leave_beside_promise() {
    const auto is_practice = [](const TimeExpression& e) {
      return e.is_timeframe && (e.kind == ExpressionKind::ongoing || e.kind == ExpressionKind::recurrence);
    };
    if (std::none_of(read_.begin(), read_.end(), is_practice)) return;
    leave_state_in_clause();
    const Promises promises = promises_of_text();
    for (std::size_t i = 0; i < read_.size(); ++i) {
      if (!is_practice(read_[i])) continue;
      const Expression& e = expressions_[i];
      const bool is_state = read_[i].kind == ExpressionKind::ongoing;
      const Index start = verbs_.sentence_start(e.first), end = verbs_.sentence_end(e.first);
      if (has_promise(start, e.last) || (is_state && has_weak_promise_behind(e.last))) continue;
      const bool is_open = e.first == start || is_aside(e) || opens_sentence(e, start);
      if (!is_state && has_promise(e.last, is_open ? end : clause_end(e.last))) continue;
      const bool is_promised =
          promises.first < start || promises.last > end || has_promise(e.last, main_clause_end(e.last));
      if (is_promised) drop(i, is_state ? "no-state" : "practice");
    }
  }

 private:
  void drop(std::size_t i, std::string_view reason) { read_[i].is_timeframe = false, read_[i].reason = reason; }
  bool has_promise(Index first, Index last) const { return verbs_.any(Mark::future, first, last); }

  // "El primer lunes de cada mes, la oficina atenderá …"
  bool opens_sentence(const Expression& e, Index start) const {
    constexpr Index most = 5;
    if (e.first - start > most || !tokens_.is_sign(e.last, ',')) return false;
    for (Index at = start; at < e.first; ++at)
      if (verbs_.mark(at) != Mark::none || verbs_.ends_clause(at)) return false;
    return true;
  }

  // "will continue the campaign, which is under way since 2012": what goes on beside is no state of the action.
  void leave_state_in_clause() {
    constexpr Index most = 3;
    const auto is_in_clause = [&](std::size_t i) {
      const Index at = expressions_[i].first;
      for (Index n = 1; n <= most && n <= at; ++n)
        if (tokens_.match(at - n, Word::clause)) return true;
      return false;
    };
    bool has_own = false;
    for (std::size_t i = 0; i < read_.size(); ++i) {
      if (!read_[i].is_timeframe || read_[i].kind != ExpressionKind::ongoing) continue;
      if (has_own && is_in_clause(i)) drop(i, "no-state");
      has_own = true;
    }
  }

  // "From 2014 on, at yearly intervals, a report will be drawn up": it has no verb of its own.
  bool is_aside(const Expression& e) const {
    return e.first > 0 && tokens_.is_sign(e.first - 1, ',') && tokens_.is_sign(e.last, ',');
  }

  // Tokens: the first, and one behind the last, verb of the future.
  struct Promises {
    Index first = 0, last = 0;
  };
  Promises promises_of_text() const {
    Promises found{tokens_.size(), 0};
    for (Index at = 0; at < tokens_.size(); ++at)
      if (verbs_.mark(at) == Mark::future) found.first = std::min(found.first, at), found.last = at + 1;
    return found;
  }

  // "Derzeit wird eine Datenbank aufgebaut": in its own clause, a verb that may be of the present.
  bool has_weak_promise_behind(Index at) const {
    for (const Index end = clause_end(at); at < end; ++at)
      if (verbs_.mark(at) == Mark::future) return tokens_.match(at, Word::future).value != 0;
    return false;
  }
  // "A register is being built, to which citizens will have access": in front of the relative pronoun.
  Index main_clause_end(Index at) const {
    const Index end = verbs_.sentence_end(at);
    while (at < end && !tokens_.match(at, Word::clause))
      ++at;
    return at;
  }
  Index clause_end(Index at) const {
    const Index end = verbs_.sentence_end(at);
    while (at < end && !verbs_.ends_clause(at))
      ++at;
    return at;
  }

  const Verbs& verbs_;
  const Tokens& tokens_;
  const std::vector<Expression>& expressions_;
  std::vector<TimeExpression>& read_;
};

}  // namespace

void leave_practices_beside_promise(const Verbs& verbs, const std::vector<Expression>& expressions,
                                    std::vector<TimeExpression>& read) {
  Practices(verbs, expressions, read).leave_beside_promise();
}

}  // namespace plumbline::timeframe
