// Writes ICU's names of countries in the languages that Plumbline reads, as a header. Run when Plumbline is built,
// since making the table takes as long as reading a small submission.
#include "rules/segment/region_key.h"

#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <fstream>
#include <map>
#include <memory>
#include <string>

namespace {

const char* const languages[] = {"en", "fr", "es", "ru", "ar", "zh", "zh_Hant", "de", "pt", "it"};

using Names = std::map<std::string, std::string>;  // key -> ISO 3166-1 alpha-2

// Of two countries with one name, the first language that has it decides.
void add_names(const char* language, Names& names) {
  const std::unique_ptr<icu::LocaleDisplayNames> known(icu::LocaleDisplayNames::createInstance(icu::Locale(language)));
  if (!known) return;
  for (const char* const* country = icu::Locale::getISOCountries(); *country; ++country) {
    icu::UnicodeString name;
    known->regionDisplayName(*country, name);
    std::string utf8;
    name.toUTF8String(utf8);
    if (utf8 != *country) names.emplace(plumbline::region_key(utf8), *country);
  }
}

// ICU has the short names only.
void add_formal_names(Names& names) {
  names.emplace("united states of america", "US");
  names.emplace("united kingdom of great britain and northern ireland", "GB");
  names.emplace("russian federation", "RU");
  names.emplace("российская федерация", "RU");
  names.emplace("viet nam", "VN");
  names.emplace("timor leste", "TL");
  names.emplace("cabo verde", "CV");
  names.emplace("czech republic", "CZ");
}

}  // namespace

int main(int, char** arguments) {
  Names names;
  for (const char* language : languages)
    add_names(language, names);
  add_formal_names(names);
  std::ofstream out(arguments[1], std::ios::binary);
  out << "// Made by rules/segment/write_region_names.cpp when Plumbline is built.\n"
         "#pragma once\n\n#include <string_view>\n\nnamespace plumbline {\n\n"
         "// A line for each name, in the order of their bytes: its key (rules/segment/region_key.h), a tab, its "
         "code.\n"
         "inline constexpr std::string_view region_names = R\"names(";
  for (const auto& [name, code] : names)
    out << name << "\t" << code << "\n";
  out << ")names\";\n\n}  // namespace plumbline\n";
  return out.flush() ? 0 : 1;
}
