// Names of countries as they are compared.
#include "rules/segment/region_key.h"

#include "rules/pack/loose_text.h"

#include <cstring>

namespace plumbline {

namespace {

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

}  // namespace

std::string region_key(std::string_view name) {
  std::string out;
  for (const std::string& word : loose_words(without_form_of_state(loose(name))))
    out += (out.empty() ? "" : " ") + word;
  return out;
}

}  // namespace plumbline
