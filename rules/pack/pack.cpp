// A template as data.
#include "rules/pack/pack.h"

#include <algorithm>
#include <utility>

namespace plumbline {

void Pack::compile() {
  name_set = PhraseSet(names);
  mark_set = PhraseSet(marks);
  counter_mark_set = PhraseSet(counter_marks);
  nothing_set = PhraseSet(nothing);
  std::vector<Phrase> all = titles, items;
  for (const Part& part : parts)
    for (const auto* phrases : {&part.headings, &part.labels})
      all.insert(all.end(), phrases->begin(), phrases->end());
  for (const OfficialTarget& target : targets)
    for (const auto& [language, variants] : target.title)
      for (const std::string& title : variants)
        all.push_back({title, language, 0, true});
  landmark_set = PhraseSet(std::move(all));
  item_parts.clear();
  for (const Part& part : parts) {
    items.insert(items.end(), part.items.begin(), part.items.end());
    item_parts.resize(items.size(), static_cast<std::uint32_t>(&part - parts.data()));
  }
  item_set = PhraseSet(std::move(items));
}

void Pack::prepare() const {
  for (const PhraseSet* set : {&name_set, &mark_set, &counter_mark_set, &nothing_set, &landmark_set, &item_set})
    set->prepare();
  for (const PackRule& rule : rules)
    for (const RulePattern* pattern : {&rule.pattern, &rule.condition, &rule.unless})
      pattern->prepare();
}

const Part* Pack::part(std::string_view kind) const {
  const auto at = std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.kind == kind; });
  return at == parts.end() ? nullptr : &*at;
}

const Part* Pack::part_of_landmark(std::uint32_t phrase) const {
  std::size_t end = titles.size();
  if (phrase < end) return nullptr;
  for (const Part& part : parts) {
    end += part.headings.size() + part.labels.size();
    if (phrase < end) return &part;
  }
  return nullptr;
}

const Part* Pack::part(PartRole role) const {
  const auto at = std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.role == role; });
  return at == parts.end() ? nullptr : &*at;
}

const OfficialTarget* Pack::target(int number) const {
  const auto at = std::find_if(targets.begin(), targets.end(),
                               [&](const OfficialTarget& target) { return target.number == number; });
  return at == targets.end() ? nullptr : &*at;
}

bool Pack::requires_part(const Part& part) const {
  if (part.role != PartRole::goal) return part.is_required;
  return std::any_of(targets.begin(), targets.end(),
                     [](const OfficialTarget& target) { return !target.goals.empty(); });
}

bool Pack::has_official_words(std::string_view language) const {
  return official_languages.empty() ||
         std::any_of(official_languages.begin(), official_languages.end(), [&](const std::string& official) {
           return language.substr(0, language.find('-')) == official.substr(0, official.find('-'));
         });
}

bool Pack::is_on(std::string_view rule) const {
  return std::find(rules_off.begin(), rules_off.end(), rule) == rules_off.end();
}

Severity Pack::severity(std::string_view rule, Severity otherwise) const {
  const auto at = severities.find(rule);
  return at == severities.end() ? otherwise : at->second;
}

}  // namespace plumbline
