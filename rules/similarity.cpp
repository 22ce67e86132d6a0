// MinHash (Broder 1997) over the words that carry meaning, banded: texts that share a band are compared exactly, by
// shingles of three words.
#include "rules/similarity.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace plumbline {
namespace {

// 6 bands of 3: at a similarity of 0.85 a pair shares a band with probability 0.997, at 0.3 with 0.15.
constexpr std::size_t bands = 6, rows = 3, hashes = bands * rows;
// Of the shingles. Where one text only says more than the other, one word more takes three shingles from a dozen.
constexpr double alike = 0.85, alike_with_more = 0.5;

std::uint64_t mix(std::uint64_t x) {  // splitmix64
  x += 0x9e3779b97f4a7c15;
  x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9;
  x = (x ^ x >> 27) * 0x94d049bb133111eb;
  return x ^ x >> 31;
}

struct Sketch {
  std::uint32_t text = 0;
  std::vector<std::uint32_t> words;     // lemmas, marks aside
  std::vector<std::uint64_t> shingles;  // sorted, without doubles
  std::vector<std::uint64_t> matter;    // hashes of its words that carry meaning; in Chinese, of two characters each
};

double overlap(const Sketch& a, const Sketch& b) {
  std::size_t i = 0, k = 0, common = 0;
  while (i < a.shingles.size() && k < b.shingles.size()) {
    if (a.shingles[i] == b.shingles[k])
      ++common, ++i, ++k;
    else if (a.shingles[i] < b.shingles[k])
      ++i;
    else
      ++k;
  }
  return static_cast<double>(common) / static_cast<double>(a.shingles.size() + b.shingles.size() - common);
}

class Grouping {
 public:
  Grouping(const Reading& reading, std::span<const std::uint32_t> texts, std::uint32_t least) : reading_(reading) {
    for (const std::uint32_t text : texts) {
      Sketch sketch = sketch_of(text);
      if (sketch.shingles.size() >= 3 && sketch.words.size() >= least * (is_ideographic(text) ? 2 : 1))
        sketches_.push_back(std::move(sketch));
    }
    parents_.resize(sketches_.size());
    for (std::uint32_t i = 0; i < parents_.size(); ++i)
      parents_[i] = i;
  }

  std::vector<std::vector<std::uint32_t>> run() {
    for (std::uint32_t i = 0; i < sketches_.size(); ++i)
      put(i);
    std::unordered_map<std::uint32_t, std::size_t> at;
    std::vector<std::vector<std::uint32_t>> groups;
    for (std::uint32_t i = 0; i < sketches_.size(); ++i) {
      const auto [found, is_new] = at.emplace(root(i), groups.size());
      if (is_new) groups.emplace_back();
      groups[found->second].push_back(sketches_[i].text);
    }
    std::erase_if(groups, [](const auto& group) { return group.size() < 2; });
    return groups;
  }

 private:
  bool is_ideographic(std::uint32_t text) const { return reading_.texts[text].language == Language::zh; }

  Sketch sketch_of(std::uint32_t text) const {
    Sketch sketch;
    sketch.text = text;
    for (const Word& word : reading_.words_of(reading_.texts[text])) {
      const Form& form = reading_.form_of(word);
      if (form.kind == WordKind::mark) continue;
      if (form.kind == WordKind::ideograph && !sketch.words.empty())
        sketch.matter.push_back(mix(mix(sketch.words.back()) + form.lemma));
      else if (!form.is_function_word)
        sketch.matter.push_back(mix(form.lemma));
      sketch.words.push_back(form.lemma);
    }
    for (std::size_t i = 0; i + 2 < sketch.words.size(); ++i)
      sketch.shingles.push_back(mix(mix(mix(sketch.words[i]) + sketch.words[i + 1]) + sketch.words[i + 2]));
    std::sort(sketch.shingles.begin(), sketch.shingles.end());
    sketch.shingles.erase(std::unique(sketch.shingles.begin(), sketch.shingles.end()), sketch.shingles.end());
    return sketch;
  }

  // Compares with the first text of each bucket only, so that many equal texts cost no more than few.
  void put(std::uint32_t i) {
    std::array<std::uint64_t, hashes> least;
    least.fill(UINT64_MAX);
    for (const std::uint64_t word : sketches_[i].matter)
      for (std::size_t h = 0; h < hashes; ++h)
        least[h] = std::min(least[h], word * multipliers_[h] ^ word >> 29);
    for (std::size_t band = 0; band < bands; ++band) {
      std::uint64_t key = band;
      for (std::size_t row = 0; row < rows; ++row)
        key = mix(key ^ least[band * rows + row]);
      const auto [at, is_new] = buckets_.emplace(key, i);
      if (is_new || root(at->second) == root(i)) continue;
      if (say_the_same(sketches_[at->second], sketches_[i]))
        parents_[std::max(root(i), root(at->second))] = std::min(root(i), root(at->second));
    }
  }

  std::uint32_t root(std::uint32_t i) const {
    while (parents_[i] != i)
      i = parents_[i];
    return i;
  }

  bool say_the_same(const Sketch& a, const Sketch& b) const {
    const double common = overlap(a, b);
    if (common < alike_with_more) return false;
    std::unordered_map<std::uint32_t, int> counts;
    std::unordered_map<std::uint32_t, bool> is_telling;
    const auto add = [&](const Sketch& sketch, int sign) {
      for (const Word& word : reading_.words_of(reading_.texts[sketch.text])) {
        const Form& form = reading_.form_of(word);
        if (form.kind == WordKind::mark) continue;
        counts[form.lemma] += sign;
        const bool is_name = form.is_capitalised && !word.starts_sentence;
        is_telling[form.lemma] |= form.kind == WordKind::number || form.kind == WordKind::address || is_name;
      }
    };
    add(a, 1);
    add(b, -1);
    std::size_t more = 0, less = 0;
    for (const auto& [lemma, count] : counts) {
      if (count == 0) continue;
      if (is_telling[lemma]) return false;
      (count > 0 ? more : less) += static_cast<std::size_t>(count < 0 ? -count : count);
    }
    const bool one_says_more = more == 0 || less == 0;
    return common >= (one_says_more ? alike_with_more : alike) && (more + less) * 20 <= a.words.size() + b.words.size();
  }

  static std::array<std::uint64_t, hashes> make_multipliers() {
    std::array<std::uint64_t, hashes> result{};
    for (std::size_t h = 0; h < hashes; ++h)
      result[h] = mix(h + 1) | 1;
    return result;
  }

  const Reading& reading_;
  const std::array<std::uint64_t, hashes> multipliers_ = make_multipliers();
  std::vector<Sketch> sketches_;
  std::vector<std::uint32_t> parents_;
  std::unordered_map<std::uint64_t, std::uint32_t> buckets_;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> near_duplicates(const Reading& reading, std::span<const std::uint32_t> texts,
                                                        std::uint32_t least_words) {
  return Grouping(reading, texts, least_words).run();
}

}  // namespace plumbline
