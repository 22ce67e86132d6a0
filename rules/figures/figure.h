// Numbers in a text with what they count: value, unit, counted phrase, how sure, of when.
#pragma once

#include "rules/reading/reading.h"

#include <cstdint>
#include <string>
#include <vector>

namespace plumbline {

enum class FigureKind : std::uint8_t { count, percent, money, measure, duration };
enum class Bound : std::uint8_t { exact, about, at_least, at_most };

// Not among the figures: years, dates, clock times, ordinals, numbers of articles, laws, pages and targets, list
// markers, and numbers whose separators may be read in two ways.
struct Figure {
  std::uint32_t text = 0;                        // index into Reading::texts
  std::uint32_t start = 0, length = 0;           // bytes of its passage: the number, with a unit sign
  std::uint32_t word = 0, word_end = 0;          // words [word, word_end) of Reading::words
  std::uint32_t sentence = 0, sentence_end = 0;  // words of its sentence
  double value = 0;
  int decimals = 0;
  FigureKind kind = FigureKind::count;
  Bound bound = Bound::exact;
  std::string unit;                    // "%", "USD", "km"; empty for counts
  std::vector<std::uint32_t> counted;  // lemmas of the counted phrase, in order, without function words
  std::uint32_t head = no_index;       // lemma of its noun, where known
  std::uint32_t counted_end = 0;       // first word behind the phrase
  std::vector<int> years;              // of its sentence
  bool is_spelled_out = false;
  bool is_definite = false;      // "the 72", "all 72", "these 72"
  bool is_total = false;         // "a total of 72"
  bool is_increment = false;     // "another 24", "24 additional", "the first 24"
  bool is_distributive = false;  // "24 each", "24 per year"
};

std::vector<Figure> find_figures(const Reading& reading);

// "1 240", "3.5": for messages.
std::string to_string_of_value(double value);

}  // namespace plumbline
