// Who reports.
#include "rules/segment/party.h"

#include "rules/pack/loose_text.h"
#include "rules/segment/region_key.h"

#include <algorithm>
#include <map>
#include <unordered_set>
#include <vector>

#include "generated/region_names.h"

namespace plumbline {

namespace {

constexpr std::size_t most_words = 5;  // of a country's name

// A line of the table; `name` is empty behind its end.
struct Region {
  std::string_view name, code;
};

Region region_at(std::size_t start) {
  const std::size_t tab = region_names.find('\t', start);
  if (tab == region_names.npos) return {};
  return {region_names.substr(start, tab - start),
          region_names.substr(tab + 1, region_names.find('\n', tab) - tab - 1)};
}

// The first whose name does not stand before `name`: where any begins with it, this one does.
Region first_region_from(std::string_view name) {
  std::size_t low = 0, high = region_names.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    const std::size_t start = middle == 0 ? 0 : region_names.rfind('\n', middle - 1) + 1;  // npos + 1 is 0
    if (region_at(start).name < name)
      low = region_names.find('\n', start) + 1;
    else
      high = start;
  }
  return region_at(low);
}

struct Mentions {
  std::size_t count = 0, start = 0, length = 0;
};

// The words that names begin with: most words of a text are none.
std::unordered_set<std::string_view> first_words() {
  std::unordered_set<std::string_view> words;
  for (std::size_t start = 0; start < region_names.size(); start = region_names.find('\n', start) + 1)
    words.insert(region_names.substr(start, region_names.find_first_of(" \t", start) - start));
  return words;
}

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

std::string_view word_of(std::string_view words, const std::vector<std::size_t>& starts, std::size_t number) {
  std::string_view word = words.substr(starts[number], starts[number + 1] - starts[number]);
  while (word.ends_with(' '))
    word.remove_suffix(1);
  return word;
}

// "310 million United States dollars", "millones de dólares de los Estados Unidos": `from`, `to` are places of words.
bool is_of_money(std::string_view words, const std::vector<std::size_t>& starts, std::size_t from, std::size_t to) {
  constexpr std::size_t words_between = 3;  // "de los"
  static constexpr std::string_view money[] = {"dollar", "dolar", "долл", "دولار", "usd", "美元"};
  const auto names_money = [&](std::size_t word) {
    const std::string_view text = words.substr(starts[word]);
    return std::any_of(std::begin(money), std::end(money),
                       [&](std::string_view name) { return text.starts_with(name); });
  };
  for (std::size_t word = from > words_between ? from - words_between : 0; word < from; ++word)
    if (names_money(word)) return true;
  return to + 1 < starts.size() && names_money(to);
}

}  // namespace

bool names_document(std::string_view line) {
  static constexpr std::string_view documents[] = {"report",     "rapport",  "informe",      "relatorio", "bericht",
                                                   "relazione",  "доклад",   "отчет",        "تقرير",     "报告",
                                                   "submission", "foreword", "introduction", "contents",  "summary"};
  const std::string words = joined_loose_words(line, " ");
  return std::any_of(std::begin(documents), std::end(documents),
                     [&](std::string_view word) { return words.find(word) != words.npos; });
}

bool names_state(std::string_view line) {
  static constexpr std::string_view states[] = {
      "republic",   "kingdom",    "federation",  "commonwealth", "principality", "sultanate",  "emirate",
      "republique", "royaume",    "principaute", "republica",    "reino",        "principado", "republik",
      "konigreich", "furstentum", "freistaat",   "repubblica",   "regno",        "республика", "королевство",
      "федерация",  "княжество",  "جمهوريه",     "مملكه",        "المملكه",      "سلطنه",      "اماره"};
  constexpr std::size_t most_words = 7, first_words = 3;
  if (names_document(line)) return false;
  for (const std::string_view ending : {"共和国", "王国", "联邦", "公国"})
    if (line.ends_with(ending)) return line.size() <= most_words * 2 * ending.size();
  const auto words = loose_words(line);
  if (words.size() < 2 || words.size() > most_words) return false;
  const auto is_state = [&](const std::string& word) {
    return std::find(std::begin(states), std::end(states), word) != std::end(states);
  };
  return std::any_of(words.begin(), words.begin() + std::min<std::ptrdiff_t>(first_words, std::ssize(words)),
                     is_state) ||
         is_state(words.back());
}

std::string region_code(std::string_view name) {
  const std::string key = region_key(name);
  const Region region = first_region_from(key);
  return region.name == key ? std::string(region.code) : "";
}

std::optional<NamedRegion> most_named_region(std::string_view words) {
  const auto starts = word_starts(words);
  const auto first = first_words();
  std::map<std::string_view, Mentions> mentions;
  for (std::size_t i = 0; i + 1 < starts.size();) {
    if (!first.contains(word_of(words, starts, i))) {
      ++i;
      continue;
    }
    std::string name;
    std::size_t taken = 0;
    std::string_view code;
    std::size_t length = 0;
    for (std::size_t count = 1; count <= most_words && i + count < starts.size(); ++count) {
      const std::string_view word = word_of(words, starts, i + count - 1);
      name += (name.empty() ? "" : " ") + std::string(word);
      const Region region = first_region_from(name);
      if (!region.name.starts_with(name)) break;  // nor does any begin with more words
      if (region.name != name) continue;
      code = region.code;
      taken = count;
      length = starts[i + count - 1] + word.size() - starts[i];
    }
    if (!code.empty() && !is_of_money(words, starts, i, i + taken)) {
      Mentions& seen = mentions[code];
      if (seen.count++ == 0) seen.start = starts[i], seen.length = length;
    }
    i += std::max<std::size_t>(taken, 1);
  }
  std::optional<NamedRegion> best;
  std::size_t most = 0;
  for (const auto& [code, seen] : mentions)
    if (seen.count > most || (seen.count == most && best && seen.start < best->start))
      most = seen.count, best = {std::string(code), seen.start, seen.length};
  return best;
}

}  // namespace plumbline
