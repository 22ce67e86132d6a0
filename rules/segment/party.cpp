// Who reports.
#include "rules/segment/party.h"

#include "rules/pack/loose_text.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <cstring>
#include <unordered_map>

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
  for (const char* const* country = icu::Locale::getISOCountries(); *country; ++country) {
    const icu::Locale region("", *country);
    for (const char* language : languages) {
      icu::UnicodeString name;
      region.getDisplayCountry(icu::Locale(language), name);
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

std::string region_code(std::string_view name) {
  static const std::unordered_map<std::string, std::string> names = region_names();
  const auto at = names.find(key(name));
  return at == names.end() ? "" : at->second;
}

}  // namespace plumbline
