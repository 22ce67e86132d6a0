// Words of both, aligned by their longest common subsequence; what is left over is judged.
#include "rules/drift.h"

#include "rules/pack/loose_text.h"
#include "rules/reading/function_words.h"
#include "rules/reading/reading.h"

#include <algorithm>

namespace plumbline {
namespace {

// Longer texts are no titles; the alignment takes the product of both lengths.
constexpr std::size_t most_words = 200;

void replace_all(std::string& word, std::string_view from, std::string_view to) {
  if (word.size() < from.size()) return;
  for (auto at = word.find(from); at != word.npos; at = word.find(from, at + to.size()))
    word.replace(at, from.size(), to);
}

// One spelling for British and American English, for Portuguese before and after 1990.
std::string unify(std::string word, Language language) {
  if (language == Language::en) {
    if (word.starts_with("programme")) word.replace(0, 9, "program");
    for (const auto& [from, to] : {std::pair{"isation", "ization"},
                                   {"ising", "izing"},
                                   {"ised", "ized"},
                                   {"ise", "ize"},
                                   {"our", "or"},
                                   {"centre", "center"},
                                   {"defence", "defense"},
                                   {"offence", "offense"},
                                   {"licence", "license"},
                                   {"practise", "practice"},
                                   {"elling", "eling"},
                                   {"elled", "eled"}})
      replace_all(word, from, to);
  }
  if (language == Language::pt)
    for (const auto& [from, to] : {std::pair{"cc", "c"}, {"ct", "t"}, {"pt", "t"}})
      replace_all(word, from, to);
  return light_stem(language, word);
}

bool carries_meaning(const std::string& word, Language language) {
  constexpr std::string_view negations =
      " not no without never sans sin sem senza ohne nicht kein keine не без pas ne non não nao no ";
  if (negations.find(" " + word + " ") != negations.npos && word != "no" && word != "ne" && word != "pas") return true;
  const bool is_number = word.find_first_not_of("0123456789") == word.npos;
  return is_number || (function_word(language, word) == FunctionWord::no && word.size() > 1);
}

struct Words {
  std::vector<std::string> loose, unified;
};

Words words_of(std::string_view text, Language language) {
  Words words;
  words.loose = loose_words(text);
  if (words.loose.size() > most_words) words.loose.resize(most_words);
  for (const std::string& word : words.loose)
    words.unified.push_back(unify(word, language));
  return words;
}

// "1(b) Establish …": a goal's number is none of its words.
Words without_numbering(Words words) {
  const auto is_word = [](const std::string& word) {
    return word.size() > 1 && word.find_first_not_of("0123456789") != word.npos;
  };
  const auto first = std::find_if(words.loose.begin(), words.loose.end(), is_word) - words.loose.begin();
  words.loose.erase(words.loose.begin(), words.loose.begin() + first);
  words.unified.erase(words.unified.begin(), words.unified.begin() + first);
  return words;
}

// Which words of each stand in the longest common subsequence.
std::pair<std::vector<bool>, std::vector<bool>> align(const std::vector<std::string>& a,
                                                      const std::vector<std::string>& b) {
  const std::size_t width = b.size() + 1;
  std::vector<std::uint16_t> best((a.size() + 1) * width, 0);
  for (std::size_t i = a.size(); i-- > 0;)
    for (std::size_t k = b.size(); k-- > 0;)
      best[i * width + k] = a[i] == b[k] ? static_cast<std::uint16_t>(best[(i + 1) * width + k + 1] + 1)
                                         : std::max(best[(i + 1) * width + k], best[i * width + k + 1]);
  std::vector<bool> in_a(a.size()), in_b(b.size());
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    if (a[i] == b[k])
      in_a[i++] = in_b[k++] = true;
    else if (best[(i + 1) * width + k] >= best[i * width + k + 1])
      ++i;
    else
      ++k;
  }
  return {in_a, in_b};
}

// "on line" and "online" are one.
void drop_joined(std::vector<std::string>& added, std::vector<std::string>& removed, Language language) {
  if (added.empty() || removed.empty()) return;
  const auto join = [&](const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words)
      all += word;
    return unify(std::move(all), language);
  };
  std::string one = join(added), other = join(removed);
  // Some PDFs hold letters of Arabic words parted and in another order: the same letters are the same words.
  std::sort(one.begin(), one.end());
  std::sort(other.begin(), other.end());
  if (one == other) added.clear(), removed.clear();
}

Drift compare(const Words& text, const Words& official, Language language) {
  Drift drift;
  if (text.unified == official.unified && !text.unified.empty()) {
    drift.similarity = 1;
    return drift;
  }
  const auto [in_text, in_official] = align(text.unified, official.unified);
  std::vector<std::string> added, removed;
  for (std::size_t i = 0; i < text.loose.size(); ++i)
    if (!in_text[i]) added.push_back(text.loose[i]);
  for (std::size_t i = 0; i < official.loose.size(); ++i)
    if (!in_official[i]) removed.push_back(official.loose[i]);
  const std::size_t all = text.loose.size() + official.loose.size();
  drift.similarity = all == 0 ? 0 : static_cast<double>(all - added.size() - removed.size()) / static_cast<double>(all);
  const auto first_missing = std::find(in_official.begin(), in_official.end(), false);
  if (added.empty() && std::find(first_missing, in_official.end(), true) == in_official.end())
    drift.missing_end.assign(official.loose.begin() + (first_missing - in_official.begin()), official.loose.end());
  drop_joined(added, removed, language);
  // Words that only changed their place are no drift.
  for (auto at = added.begin(); at != added.end();) {
    const auto same = std::find_if(removed.begin(), removed.end(), [&](const std::string& word) {
      return unify(word, language) == unify(*at, language);
    });
    if (same == removed.end()) {
      ++at;
    } else {
      removed.erase(same);
      at = added.erase(at);
    }
  }
  std::erase_if(added, [&](const std::string& word) { return !carries_meaning(word, language); });
  std::erase_if(removed, [&](const std::string& word) { return !carries_meaning(word, language); });
  drift.added = std::move(added);
  drift.removed = std::move(removed);
  return drift;
}

std::string list_of(const std::vector<std::string>& words) {
  std::string list;
  for (std::size_t i = 0; i < words.size() && i < 6; ++i) {
    const bool is_ideograph = static_cast<unsigned char>(words[i][0]) >= 0xe3;
    list += (i == 0 || is_ideograph ? "" : " ") + words[i];
  }
  return list.empty() ? list : "\"" + list + (words.size() > 6 ? " …\"" : "\"");
}

}  // namespace

Drift drift_from(std::string_view text, const WordsByLanguage& official, std::string_view language) {
  const Language tongue = language_of(language);
  for (const auto& [tag, variants] : official)
    if (std::find(variants.begin(), variants.end(), text) != variants.end()) {
      Drift none;
      none.similarity = 1;
      none.official = text;
      return none;
    }
  const Words words = without_numbering(words_of(text, tongue));
  Drift best;
  for (const auto& [tag, variants] : official) {
    if (language_of(tag) != tongue) continue;
    for (const std::string& variant : variants) {
      Drift drift = compare(words, words_of(variant, tongue), tongue);
      const bool is_nearer = !drift.has_drifted() || drift.similarity > best.similarity;
      if (!is_nearer) continue;
      drift.official = variant;
      best = std::move(drift);
      if (!best.has_drifted()) return best;
    }
  }
  return best;
}

bool goes_on_behind(const Drift& drift, const Document& document, const Passage& passage) {
  if (drift.missing_end.empty()) return false;
  constexpr std::size_t near = 1200;  // bytes; a label column and a running head may stand between
  const std::size_t end = passage.where().span.end();
  if (end >= document.text.size()) return false;
  std::size_t length = std::min(near, document.text.size() - end);
  while (length > 0 && end + length < document.text.size() &&
         (static_cast<unsigned char>(document.text[end + length]) & 0xc0) == 0x80)
    --length;
  const std::vector<std::string> behind = loose_words(std::string_view(document.text).substr(end, length));
  return std::search(behind.begin(), behind.end(), drift.missing_end.begin(), drift.missing_end.end()) != behind.end();
}

std::string describe(const Drift& drift) {
  std::string text;
  if (!drift.removed.empty()) text = list_of(drift.removed) + " is missing";
  if (!drift.added.empty()) text += (text.empty() ? "" : ", ") + list_of(drift.added) + " was added";
  return text;
}

}  // namespace plumbline
