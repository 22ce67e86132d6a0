// Light stemming: takes off the endings of number, case and gender, nothing that makes another word.
#include "rules/reading/function_words.h"

#include <initializer_list>
#include <string>
#include <string_view>

namespace plumbline {
namespace {

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

// Takes the first of `endings` that fits off, where at least `rest` bytes stay.
bool strip(std::string_view& word, std::size_t rest, std::initializer_list<std::string_view> endings) {
  for (const std::string_view ending : endings) {
    if (word.size() < ending.size() + rest || !word.ends_with(ending)) continue;
    word.remove_suffix(ending.size());
    return true;
  }
  return false;
}

void strip_vowels(std::string_view& word, int at_most, std::size_t rest) {
  for (int i = 0; i < at_most && word.size() > rest && is_vowel(word.back()); ++i)
    word.remove_suffix(1);
}

std::string english(std::string_view word) {
  if (word == "men") return "man";
  if (word == "women") return "woman";
  if (word == "children") return "child";
  if (word.size() > 4 && word.ends_with("ies")) return std::string(word.substr(0, word.size() - 3)) + "y";
  if (strip(word, 3, {"sses"})) return std::string(word) + "ss";
  if (word.size() > 4 && (word.ends_with("xes") || word.ends_with("ches") || word.ends_with("shes")))
    return std::string(word.substr(0, word.size() - 2));
  if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is"))
    word.remove_suffix(1);
  return std::string(word);
}

std::string romance(Language language, std::string_view word) {
  if (language == Language::pt) {
    if (word.size() > 5 && (word.ends_with("oes") || word.ends_with("aes")))
      return std::string(word.substr(0, word.size() - 3)) + "a";
    if (word.size() > 4 && word.ends_with("ais")) return std::string(word.substr(0, word.size() - 2)) + "l";
  }
  if (language == Language::fr && word.size() > 5 && word.ends_with("aux"))
    return std::string(word.substr(0, word.size() - 2)) + "l";
  if (word.size() > 3 && (word.back() == 's' || (language == Language::fr && word.back() == 'x')))
    word.remove_suffix(1);
  strip_vowels(word, language == Language::it || language == Language::fr ? 2 : 1, 3);
  return std::string(word);
}

std::string arabic(std::string_view word) {
  for (const std::string_view prefix : {"وال", "بال", "كال", "فال", "لل", "ال"})
    if (word.size() >= prefix.size() + 6 && word.starts_with(prefix)) {
      word.remove_prefix(prefix.size());
      break;
    }
  strip(word, 6, {"ات", "ون", "ين", "ان", "ها", "هم", "يه", "ه", "ا"});
  return std::string(word);
}

}  // namespace

std::string light_stem(Language language, std::string_view word) {
  switch (language) {
    case Language::en:
      return english(word);
    case Language::fr:
    case Language::es:
    case Language::pt:
    case Language::it:
      return romance(language, word);
    case Language::de:
      strip(word, 4, {"ern", "en", "er", "es", "em", "e", "n", "s"});
      break;
    case Language::ru:
      strip(word, 6,
            {"иями", "ями", "ами", "ого", "его", "ому", "ему", "ыми", "ими", "иях", "ах", "ях", "ов", "ев", "еи",
             "ои",   "ыи",  "ии",  "ая",  "яя",  "ое",  "ее",  "ые",  "ие",  "ую",  "юю", "ам", "ям", "ом", "ем",
             "ых",   "их",  "ым",  "им",  "ия",  "ию",  "а",   "я",   "о",   "е",   "и",  "ы",  "у",  "ю",  "ь"});
      break;
    case Language::ar:
      return arabic(word);
    default:
      break;
  }
  return std::string(word);
}

}  // namespace plumbline
