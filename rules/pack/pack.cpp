// A template as data.
#include "rules/pack/pack.h"

#include <algorithm>

namespace plumbline {

void Pack::compile() {
  name_set = PhraseSet(names);
  mark_set = PhraseSet(marks);
  counter_mark_set = PhraseSet(counter_marks);
  nothing_set = PhraseSet(nothing);
  std::vector<Phrase> all = titles;
  for (const Part& part : parts) {
    all.insert(all.end(), part.headings.begin(), part.headings.end());
    all.insert(all.end(), part.labels.begin(), part.labels.end());
  }
  for (const OfficialTarget& target : targets)
    for (const auto& [language, variants] : target.title)
      for (const std::string& title : variants)
        all.push_back({title, language, 0, true});
  landmark_set = PhraseSet(std::move(all));
  std::vector<Phrase> items;
  item_parts.clear();
  for (const Part& part : parts) {
    items.insert(items.end(), part.items.begin(), part.items.end());
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

bool Pack::is_on(std::string_view rule) const {
  return std::find(rules_off.begin(), rules_off.end(), rule) == rules_off.end();
}

Severity Pack::severity(std::string_view rule, Severity otherwise) const {
  const auto at = severities.find(rule);
  return at == severities.end() ? otherwise : at->second;
}

}  // namespace plumbline
