// Who reports.
#include "rules/segment/party.h"

#include "rules/pack/loose_text.h"

#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <unordered_map>
#include <vector>

namespace plumbline {

namespace {

const char* const languages[] = {"en", "fr", "es", "ru", "ar", "zh", "zh_Hant", "de", "pt", "it"};

// Words that stand around a country's name in its formal form.
std::string without_form_of_state(std::string_view name) {
  static const char* const before[] = {"the ",
                                       "republic of the ",
                                       "republic of ",
                                       "kingdom of the ",
                                       "kingdom of ",
                                       "state of ",
                                       "republique du ",
                                       "republique de ",
                                       "republique d'",
                                       "royaume du ",
                                       "royaume de ",
                                       "republica de ",
                                       "republica del ",
                                       "reino de ",
                                       "estado de ",
                                       "commonwealth of ",
                                       "democratic republic of ",
                                       "federal republic of ",
                                       "islamic republic of ",
                                       "people's republic of ",
                                       "union of the ",
                                       "la ",
                                       "le ",
                                       "les ",
                                       "el "};
  std::string out(name);
  for (bool again = true; again;) {
    again = false;
    for (const char* prefix : before)
      if (out.starts_with(prefix) && out.size() > std::strlen(prefix) + 2)
        out.erase(0, std::strlen(prefix)), again = true;
  }
  return out;
}

std::string key(std::string_view name) {
  std::string out;
  for (const std::string& word : loose_words(without_form_of_state(loose(name))))
    out += (out.empty() ? "" : " ") + word;
  return out;
}

std::unordered_map<std::string, std::string> region_names() {
  std::unordered_map<std::string, std::string> names;
  for (const char* language : languages) {
    const std::unique_ptr<icu::LocaleDisplayNames> known(
        icu::LocaleDisplayNames::createInstance(icu::Locale(language)));
    if (!known) continue;
    for (const char* const* country = icu::Locale::getISOCountries(); *country; ++country) {
      icu::UnicodeString name;
      known->regionDisplayName(*country, name);
      std::string utf8;
      name.toUTF8String(utf8);
      if (utf8 != *country) names.emplace(key(utf8), *country);
    }
  }
  names.emplace("united states of america", "US");  // ICU has the short names only
  names.emplace("united kingdom of great britain and northern ireland", "GB");
  names.emplace("russian federation", "RU");
  names.emplace("российская федерация", "RU");
  names.emplace("viet nam", "VN");
  names.emplace("timor leste", "TL");
  names.emplace("cabo verde", "CV");
  names.emplace("czech republic", "CZ");
  return names;
}

}  // namespace

namespace {

constexpr std::size_t most_words = 5;  // of a country's name

const std::unordered_map<std::string, std::string>& names_of_regions() {
  static const std::unordered_map<std::string, std::string> names = region_names();
  return names;
}

struct Mentions {
  std::size_t count = 0, start = 0, length = 0;
};

// Starts of words: letters behind blanks, and each ideograph.
std::vector<std::size_t> word_starts(std::string_view words) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool begins = i == 0 || words[i - 1] == ' ' || begins_ideograph(words[i]);
    if (begins && words[i] != ' ') starts.push_back(i);
  }
  starts.push_back(words.size());
  return starts;
}

}  // namespace

std::string region_code(std::string_view name) {
  const auto at = names_of_regions().find(key(name));
  return at == names_of_regions().end() ? "" : at->second;
}

std::optional<NamedRegion> most_named_region(std::string_view words) {
  const auto starts = word_starts(words);
  std::map<std::string, Mentions> mentions;
  for (std::size_t i = 0; i + 1 < starts.size();) {
    std::string name;
    std::size_t taken = 0;
    const std::string* code = nullptr;
    std::size_t length = 0;
    for (std::size_t count = 1; count <= most_words && i + count < starts.size(); ++count) {
      std::string_view word = words.substr(starts[i + count - 1], starts[i + count] - starts[i + count - 1]);
      while (word.ends_with(' '))
        word.remove_suffix(1);
      name += (name.empty() ? "" : " ") + std::string(word);
      const auto at = names_of_regions().find(name);
      if (at == names_of_regions().end()) continue;
      code = &at->second;
      taken = count;
      length = starts[i + count - 1] + word.size() - starts[i];
    }
    if (code) {
      Mentions& seen = mentions[*code];
      if (seen.count++ == 0) seen.start = starts[i], seen.length = length;
    }
    i += std::max<std::size_t>(taken, 1);
  }
  std::optional<NamedRegion> best;
  std::size_t most = 0;
  for (const auto& [code, seen] : mentions)
    if (seen.count > most || (seen.count == most && best && seen.start < best->start))
      most = seen.count, best = {code, seen.start, seen.length};
  return best;
}

}  // namespace plumbline
