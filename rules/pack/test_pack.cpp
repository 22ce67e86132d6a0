// Runs a pack's own tests.
#include "rules/pack/test_pack.h"

#include "extractor/extract.h"
#include "rules/check_submission.h"
#include "rules/pack/loose_text.h"
#include "rules/pack/rule_kinds/rule_kind.h"
#include "rules/reading/reading.h"
#include "rules/segment/landmarks.h"
#include "rules/segment/says_nothing.h"
#include "rules/text_facts.h"

#include <algorithm>
#include <functional>
#include <set>

namespace plumbline {

namespace {

class Tester {
 public:
  explicit Tester(const Pack& pack) : pack_(pack) {}

  PackTests run() {
    test_marks();
    test_examples("title", pack_.title_examples, pack_.titles,
                  [&](std::string_view line) { return landmark_of(line, no_index); });
    test_examples("nothing", pack_.nothing_examples, pack_.nothing, [&](std::string_view line) {
      const auto found = phrases_of_nothing(line, pack_);
      return Taken(found.begin(), found.end());
    });
    for (std::uint32_t i = 0; i < pack_.parts.size(); ++i) {
      const Part& part = pack_.parts[i];
      std::vector<Phrase> phrases = part.headings;
      phrases.insert(phrases.end(), part.labels.begin(), part.labels.end());
      test_examples("part \"" + part.kind + "\"", part.examples, phrases,
                    [&, i](std::string_view line) { return landmark_of(line, i); });
    }
    for (const PackRule& rule : pack_.rules)
      test_rule(rule);
    return std::move(tests_);
  }

 private:
  // The phrases, by their index, that take the line; none where the pattern does not.
  using Taken = std::set<std::uint32_t>;

  Taken matched(std::string_view line, const PhraseSet& set, std::size_t first, std::size_t count) const {
    Taken taken;
    for (const PhraseMatch& match : set.match(loosen_to_words(line).text + " "))
      if (match.phrase >= first && match.phrase < first + count)
        taken.insert(match.phrase - static_cast<std::uint32_t>(first));
    return taken;
  }

  // Names and marks have their examples in common.
  void test_marks() {
    std::vector<Phrase> phrases = pack_.names;
    phrases.insert(phrases.end(), pack_.marks.begin(), pack_.marks.end());
    test_examples("recognise", pack_.mark_examples, phrases, [&](std::string_view line) {
      const auto named = pack_.name_set.match_anywhere(loosen_to_words(line).text + " ");
      Taken taken(named.begin(), named.end());
      for (const std::uint32_t mark : matched(line, pack_.mark_set, 0, pack_.marks.size()))
        taken.insert(mark + static_cast<std::uint32_t>(pack_.names.size()));
      return taken;
    });
  }

  // The line as a paragraph of its own: what it opens, if that is this part (no_index: the title).
  Taken landmark_of(std::string_view line, std::uint32_t part) const {
    Document document;
    document.pages.emplace_back();
    document.blocks.emplace_back();
    add_line(document, line);
    const LineStream stream(document);
    const auto landmarks = find_landmarks(stream, pack_);
    if (landmarks.empty() || landmarks.front().part != part || landmarks.front().first != 0) return {};
    std::size_t first = pack_.titles.size(), count = pack_.titles.size();
    if (part == no_index)
      first = 0;
    else
      count = pack_.parts[part].headings.size() + pack_.parts[part].labels.size();
    for (std::uint32_t before = 0; part != no_index && before < part; ++before)
      first += pack_.parts[before].headings.size() + pack_.parts[before].labels.size();
    Taken taken = matched(line, pack_.landmark_set, first, count);
    if (taken.empty()) taken.insert(UINT32_MAX);  // behind its numbering
    return taken;
  }

  void test_examples(const std::string& name, const Examples& examples, const std::vector<Phrase>& phrases,
                     const std::function<Taken(std::string_view)>& take) {
    Taken tested;
    for (const Phrase& line : examples.matches) {
      ++tests_.run;
      const Taken taken = take(line.text);
      if (taken.empty()) fail(line.line, name + " does not match \"" + line.text + "\"");
      for (const std::uint32_t phrase : taken)
        if (phrase < phrases.size() && phrases[phrase].language == line.language) tested.insert(phrase);
    }
    for (const Phrase& line : examples.rejects) {
      ++tests_.run;
      if (!take(line.text).empty()) fail(line.line, name + " matches \"" + line.text + "\", which it must reject");
    }
    for (std::uint32_t i = 0; i < phrases.size(); ++i)
      if (!tested.contains(i))
        untested(phrases[i].line,
                 name + ": no example matches \"" + phrases[i].text + "\" (" + phrases[i].language + ")");
    std::set<std::string> rejected;
    for (const Phrase& line : examples.rejects)
      rejected.insert(line.language);
    std::set<std::string> told;
    for (const Phrase& phrase : phrases)
      if (!rejected.contains(phrase.language) && told.insert(phrase.language).second)
        untested(phrase.line, name + ": no line to reject (" + phrase.language + ")");
  }

  void test_rule(const PackRule& rule) {
    for (const RuleExample& example : rule.fires) {
      ++tests_.run;
      if (!fires(rule, example.text))
        fail(example.line, "rule \"" + rule.id + "\" does not fire on its example: " + first_line(example.text));
    }
    for (const RuleExample& example : rule.silent) {
      ++tests_.run;
      if (fires(rule, example.text))
        fail(example.line, "rule \"" + rule.id + "\" fires on its silent example: " + first_line(example.text));
    }
    if (rule.fires.empty()) untested(rule.line, "rule \"" + rule.id + "\": no example that fires");
    if (rule.silent.empty()) untested(rule.line, "rule \"" + rule.id + "\": no example that stays silent");
  }

  bool fires(const PackRule& rule, const std::string& text) const {
    const Document document = extract(text + "\n", "example.txt");
    const Report report = read_report(document, std::span(&pack_, 1), {&pack_, {}});
    const Reading reading;
    const TextFacts facts;
    const Submission submission{document, report, pack_, reading, facts};
    CheckLog log(rule.id, rule.severity, rule.help);
    RuleLog rule_log(rule, submission, log);
    rule.kind->run(rule_log);
    return !log.findings.empty();
  }

  static std::string first_line(const std::string& text) {
    const auto from = std::min(text.find_first_not_of("\n "), text.size());
    return "\"" + text.substr(from, text.find('\n', from) - from) + "\"";
  }

  void fail(int line, const std::string& what) {
    tests_.failures.push_back(pack_.file + ":" + std::to_string(line) + ": " + what);
  }
  void untested(int line, const std::string& what) {
    tests_.untested.push_back(pack_.file + ":" + std::to_string(line) + ": " + what);
  }

  const Pack& pack_;
  PackTests tests_;
};

}  // namespace

PackTests test_pack(const Pack& pack) {
  return Tester(pack).run();
}

}  // namespace plumbline
