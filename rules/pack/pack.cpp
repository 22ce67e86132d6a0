// A template as data.
#include "rules/pack/pack.h"

#include <algorithm>

namespace plumbline {

namespace {

void take_patterns(std::vector<Phrase>& phrases, std::vector<PhrasePattern>& patterns) {
  for (Phrase& phrase : phrases)
    patterns.push_back(take_pattern(phrase));
}

PhraseSet set_of(std::vector<Phrase>& phrases) {
  std::vector<PhrasePattern> patterns;
  take_patterns(phrases, patterns);
  return PhraseSet(std::move(patterns));
}

}  // namespace

void Pack::compile() {
  name_set = set_of(names);
  mark_set = set_of(marks);
  counter_mark_set = set_of(counter_marks);
  nothing_set = set_of(nothing);
  std::vector<PhrasePattern> all, items;
  take_patterns(titles, all);
  for (Part& part : parts) {
    take_patterns(part.headings, all);
    take_patterns(part.labels, all);
  }
  for (const OfficialTarget& target : targets)
    for (const auto& [language, variants] : target.title)
      for (const std::string& title : variants)
        all.emplace_back(Phrase{title, language, 0, true});
  landmark_set = PhraseSet(std::move(all));
  item_parts.clear();
  for (Part& part : parts) {
    take_patterns(part.items, items);
    item_parts.resize(items.size(), static_cast<std::uint32_t>(&part - parts.data()));
  }
  item_set = PhraseSet(std::move(items));
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

bool Pack::is_on(std::string_view rule) const {
  return std::find(rules_off.begin(), rules_off.end(), rule) == rules_off.end();
}

Severity Pack::severity(std::string_view rule, Severity otherwise) const {
  const auto at = severities.find(rule);
  return at == severities.end() ? otherwise : at->second;
}

}  // namespace plumbline
