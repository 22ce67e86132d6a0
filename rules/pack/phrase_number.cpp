// Numbers of headings.
#include "rules/pack/phrase_number.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace plumbline {

namespace {

constexpr std::size_t most_digits = 3, most_numerals = 7;
constexpr std::string_view digits = "0123456789", numerals = "ivxlc", letters = "lc";  // "Promise C" is no hundredth

// Numbers up to ten, loosened, as headings write them ("Primera meta", "Ziel eins", "目标一").
const std::map<std::string, int, std::less<>>& written_numbers() {
  static const std::map<std::string, int, std::less<>> numbers = {
      {"one", 1},
      {"two", 2},
      {"three", 3},
      {"four", 4},
      {"five", 5},
      {"six", 6},
      {"seven", 7},
      {"eight", 8},
      {"nine", 9},
      {"ten", 10},
      {"un", 1},
      {"deux", 2},
      {"trois", 3},
      {"quatre", 4},
      {"cinq", 5},
      {"uno", 1},
      {"dos", 2},
      {"tres", 3},
      {"cuatro", 4},
      {"cinco", 5},
      {"um", 1},
      {"dois", 2},
      {"quatro", 4},
      {"due", 2},
      {"tre", 3},
      {"quattro", 4},
      {"cinque", 5},
      {"eins", 1},
      {"zwei", 2},
      {"drei", 3},
      {"vier", 4},
      {"funf", 5},
      {"一", 1},
      {"二", 2},
      {"三", 3},
      {"四", 4},
      {"五", 5},
      {"六", 6},
      {"七", 7},
      {"八", 8},
      {"九", 9},
      {"十", 10},
      {"الاول", 1},
      {"الثاني", 2},
      {"الثالث", 3},
      {"الرابع", 4},
      {"الخامس", 5},
      // "Second policy target", "Deuxième objectif politique"
      {"sixth", 6},
      {"seventh", 7},
      {"eighth", 8},
      {"ninth", 9},
      {"tenth", 10},
      {"sexto", 6},
      {"sexta", 6},
      {"septimo", 7},
      {"septima", 7},
      {"octavo", 8},
      {"octava", 8},
      {"noveno", 9},
      {"novena", 9},
      {"decimo", 10},
      {"decima", 10},
      {"first", 1},
      {"second", 2},
      {"third", 3},
      {"fourth", 4},
      {"fifth", 5},
      {"premier", 1},
      {"premiere", 1},
      {"deuxieme", 2},
      {"seconde", 2},
      {"troisieme", 3},
      {"quatrieme", 4},
      {"cinquieme", 5},
      {"primer", 1},
      {"primero", 1},
      {"primera", 1},
      {"segundo", 2},
      {"segunda", 2},
      {"tercer", 3},
      {"tercero", 3},
      {"tercera", 3},
      {"cuarto", 4},
      {"cuarta", 4},
      {"quinto", 5},
      {"quinta", 5},
      {"erstes", 1},
      {"erste", 1},
      {"zweites", 2},
      {"zweite", 2},
      {"drittes", 3},
      {"dritte", 3},
      {"viertes", 4},
      {"vierte", 4},
      {"funftes", 5},
      {"funfte", 5},
      {"primeiro", 1},
      {"primeira", 1},
      {"terceiro", 3},
      {"terceira", 3},
      {"quarto", 4},
      {"quarta", 4},
      {"primo", 1},
      {"prima", 1},
      {"secondo", 2},
      {"seconda", 2},
      {"terzo", 3},
      {"terza", 3},
      {"первыи", 1},
      {"первая", 1},
      {"первое", 1},
      {"вторая", 2},
      {"второи", 2},
      {"второе", 2},
      {"третья", 3},
      {"третии", 3},
      {"третье", 3},
      {"четвертая", 4},
      {"четвертыи", 4},
      {"четвертое", 4},
      {"пятая", 5},
      {"пятыи", 5},
      {"الاولي", 1},
      {"الثانيه", 2},
      {"الثالثه", 3},
      {"الرابعه", 4},
      {"الخامسه", 5}};
  return numbers;
}

std::optional<int> roman_number(std::string_view text) {
  static const std::map<char, int> values = {{'i', 1}, {'v', 5}, {'x', 10}, {'l', 50}, {'c', 100}};
  int sum = 0, last = 1000;
  for (const char c : text) {
    const auto at = values.find(c);
    if (at == values.end()) return {};
    sum += at->second > last ? at->second - 2 * last : at->second;
    last = at->second;
  }
  return text.empty() ? std::nullopt : std::optional(sum);
}

bool consists_of(std::string_view text, std::string_view signs) {
  return text.find_first_not_of(signs) == text.npos;
}

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

}  // namespace

std::optional<int> number_of(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size()) return value;
  if (const auto at = written_numbers().find(text); at != written_numbers().end()) return at->second;
  return roman_number(text);
}

std::vector<std::size_t> number_lengths(std::string_view text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyz_"), text.size());
  if (end > 0) {  // such a number ends where its word ends
    const std::string_view word = text.substr(0, end);
    const bool is_number =
        (consists_of(word, digits) && end <= most_digits) ||
        (consists_of(word, numerals) && end <= most_numerals && !(end == 1 && consists_of(word, letters))) ||
        written_numbers().contains(word);
    return is_number ? std::vector{end} : std::vector<std::size_t>();
  }
  std::vector<std::size_t> lengths;
  for (const auto& [word, value] : written_numbers())
    if (!is_ascii(word[0]) && text.starts_with(word)) lengths.push_back(word.size());
  return lengths;
}

}  // namespace plumbline
