// What the checks of structure share.
#include "rules/wording.h"

#include "rules/pack/loose_text.h"

#include <algorithm>

namespace plumbline {

double likeness(std::string_view text, const WordsByLanguage& official, std::string_view language) {
  // Most submissions use the official words as they stand; comparing word by word is a hundred times dearer.
  for (const auto& [tag, variants] : official)
    if (std::find(variants.begin(), variants.end(), text) != variants.end()) return 1;
  constexpr double near = 0.9;
  double best = 0;
  const auto compare_with = [&](const std::vector<std::string>& variants) {
    for (const std::string& variant : variants)
      if (best < near) best = std::max(best, word_similarity(text, variant));
  };
  const auto own = official.find(language);
  if (own != official.end()) compare_with(own->second);
  for (auto other = official.begin(); other != official.end(); ++other)
    if (other != own) compare_with(other->second);
  return best;
}

std::string official_words(const WordsByLanguage& wording, std::string_view language) {
  auto at = wording.find(language);
  if (at == wording.end()) at = wording.find("en");
  if (at == wording.end()) at = wording.begin();
  return at == wording.end() || at->second.empty() ? "" : at->second.front();
}

const OfficialTarget* official_of(const Report& report, const Pack& pack, const Target& target,
                                  std::string_view language) {
  if (!target.number) return nullptr;
  const OfficialTarget* numbered = pack.target(*target.number);
  const auto has_number = [&](const Target& other) { return other.number == target.number; };
  const bool is_unique = std::count_if(report.targets.begin(), report.targets.end(), has_number) == 1;
  if (numbered && is_unique) return numbered;
  constexpr double alike = 0.7;
  const OfficialTarget* titled = nullptr;
  double best = alike;
  for (const OfficialTarget& official : pack.targets)
    if (const double score = likeness(target.title.text, official.title, language); score > best)
      best = score, titled = &official;
  return titled ? titled : numbered;
}

std::string quoted_title(const OfficialTarget& target, std::string_view language) {
  const std::string title = official_words(target.title, language);
  return title.empty() ? "" : " (\"" + title + "\")";
}

std::string target_name(const Target& target) {
  if (target.number) return "target " + std::to_string(*target.number);
  return target.title.text.empty() ? "target " + target.id : "the target \"" + target.title.text + "\"";
}

}  // namespace plumbline
