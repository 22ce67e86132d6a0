// Winnowing (Schleimer, Wilkerson, Aiken 2003): of the hashes of three words each, the least of any three neighbours is
// kept, so that two texts with five words in a row in common share one. Texts that share a third of them are compared
// word by word.
#include "rules/similarity.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace plumbline {
namespace {

constexpr std::size_t shingle_words = 3, window = 3;
// Texts kept for one fingerprint, so that many equal texts cost no more than few.
constexpr std::size_t most_holders = 6;
// Of the shingles. Where one text only says more than the other, one word more takes three shingles from a dozen.
constexpr double alike = 0.85, alike_with_more = 0.5;
// A sentence of a longer text begins and ends where the shorter does, give or take so many words.
constexpr std::int64_t slack = 2;

std::uint64_t mix(std::uint64_t x) {  // splitmix64
  x += 0x9e3779b97f4a7c15;
  x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9;
  x = (x ^ x >> 27) * 0x94d049bb133111eb;
  return x ^ x >> 31;
}

struct Fingerprint {
  std::uint64_t hash = 0;
  std::uint32_t sketch = 0, at = 0;  // of its words
  friend auto operator<=>(const Fingerprint&, const Fingerprint&) = default;
};

struct Sketch {
  std::uint32_t text = 0;
  std::vector<std::uint32_t> words;  // indices into Reading::words, marks aside
  std::size_t fingerprints = 0;
};

// Words [from, to) of a sketch.
struct Range {
  const Sketch* sketch;
  std::size_t from = 0, to = 0;
  std::size_t size() const { return to - from; }
};

// A fingerprint that two sketches have in common.
struct Match {
  std::uint32_t later = 0, earlier = 0;
  std::int64_t shift = 0;  // from its place in the earlier to that in the later
  friend auto operator<=>(const Match&, const Match&) = default;
};

class Search {
 public:
  Search(const Reading& reading, std::span<const std::uint32_t> texts, std::uint32_t least) : reading_(reading) {
    for (const std::uint32_t text : texts)
      add_sketch(text, least * (reading_.texts[text].language == Language::zh ? 2 : 1));
    parents_.resize(sketches_.size());
    for (std::uint32_t i = 0; i < parents_.size(); ++i)
      parents_[i] = i;
  }

  Similarities run() {
    const std::vector<Match> matches = find_matches();
    for (auto first = matches.begin(); first != matches.end();) {
      const auto last = std::find_if(first, matches.end(), [&](const Match& match) {
        return match.later != first->later || match.earlier != first->earlier;
      });
      const auto shared = static_cast<std::size_t>(last - first);
      if (shared * 3 >= std::min(sketches_[first->later].fingerprints, sketches_[first->earlier].fingerprints))
        compare(first->earlier, first->later, (first + (last - first) / 2)->shift);
      first = last;
    }
    std::stable_sort(containments_.begin(), containments_.end(),
                     [](const auto& a, const auto& b) { return a.part < b.part; });
    return {groups(), std::move(containments_)};
  }

 private:
  const Form& form(std::uint32_t word) const { return reading_.form_of(reading_.words[word]); }

  void add_sketch(std::uint32_t text, std::size_t least_words) {
    Sketch sketch;
    sketch.text = text;
    const Text& source = reading_.texts[text];
    for (std::uint32_t at = source.first_word; at < source.first_word + source.word_count; ++at)
      if (form(at).kind != WordKind::mark) sketch.words.push_back(at);
    if (sketch.words.size() < std::max(shingle_words + window - 1, least_words)) return;
    add_fingerprints(sketch);
    sketches_.push_back(std::move(sketch));
  }

  std::uint64_t shingle(const Sketch& sketch, std::size_t at) const {
    std::uint64_t hash = 0;
    for (std::size_t i = at; i < at + shingle_words; ++i)
      hash = hash * 0x9e3779b97f4a7c15 + form(sketch.words[i]).lemma + 1;
    return mix(hash);
  }

  void add_fingerprints(Sketch& sketch) {
    const auto index = static_cast<std::uint32_t>(sketches_.size());
    const std::size_t before = fingerprints_.size();
    std::array<Fingerprint, window> newest;
    for (std::size_t at = 0; at + shingle_words <= sketch.words.size(); ++at) {
      newest[at % window] = {shingle(sketch, at), index, static_cast<std::uint32_t>(at)};
      if (at + 1 < window) continue;
      const Fingerprint& least = *std::min_element(newest.begin(), newest.end());
      if (fingerprints_.size() == before || fingerprints_.back().at != least.at) fingerprints_.push_back(least);
    }
    sketch.fingerprints = fingerprints_.size() - before;
  }

  // In order of the later sketch, then of the earlier.
  std::vector<Match> find_matches() {
    std::sort(fingerprints_.begin(), fingerprints_.end());
    std::vector<Match> matches;
    std::size_t first = 0;
    for (std::size_t i = 1; i < fingerprints_.size(); ++i) {
      if (fingerprints_[i].hash != fingerprints_[first].hash) first = i;
      for (std::size_t k = first; k < std::min(i, first + most_holders); ++k) {
        const Fingerprint &mine = fingerprints_[i], &theirs = fingerprints_[k];
        if (mine.sketch != theirs.sketch)
          matches.push_back({mine.sketch, theirs.sketch, static_cast<std::int64_t>(mine.at) - theirs.at});
      }
    }
    std::sort(matches.begin(), matches.end());
    return matches;
  }

  // `shift`: where the earlier text would begin in the later, were it all of it.
  void compare(std::uint32_t earlier, std::uint32_t later, std::int64_t shift) {
    if (root(earlier) == root(later)) return;
    const Sketch &a = sketches_[earlier], &b = sketches_[later];
    if (say_the_same({&a, 0, a.words.size()}, {&b, 0, b.words.size()})) {
      parents_[std::max(root(earlier), root(later))] = std::min(root(earlier), root(later));
    } else if (a.words.size() < b.words.size()) {
      look_within(a, b, shift);
    } else {
      look_within(b, a, -shift);
    }
  }

  std::uint32_t root(std::uint32_t i) const {
    while (parents_[i] != i)
      i = parents_[i];
    return i;
  }

  void look_within(const Sketch& part, const Sketch& whole, std::int64_t shift) {
    const std::size_t from = boundary_near(whole, shift),
                      to = boundary_near(whole, shift + static_cast<std::int64_t>(part.words.size()));
    if (from >= to || to - from == whole.words.size()) return;
    if (!say_the_same({&part, 0, part.words.size()}, {&whole, from, to})) return;
    containments_.push_back({part.text, whole.text, whole.words[from], whole.words[to - 1] + 1});
  }

  // Nearest word of the sketch that a sentence begins with; its end where none is near.
  std::size_t boundary_near(const Sketch& sketch, std::int64_t at) const {
    const auto size = static_cast<std::int64_t>(sketch.words.size());
    for (std::int64_t distance = 0; distance <= slack; ++distance)
      for (const std::int64_t place : {at - distance, at + distance})
        if (place >= 0 && place <= size && is_boundary(sketch, static_cast<std::size_t>(place)))
          return static_cast<std::size_t>(place);
    return sketch.words.size();
  }

  bool is_boundary(const Sketch& sketch, std::size_t at) const {
    if (at == 0 || at == sketch.words.size()) return true;
    for (std::uint32_t word = sketch.words[at - 1] + 1; word <= sketch.words[at]; ++word)
      if (reading_.words[word].starts_sentence) return true;
    return false;
  }

  struct Used {
    std::uint32_t lemma = 0;
    bool is_telling = false;
    friend bool operator<(const Used& a, const Used& b) { return a.lemma < b.lemma; }
  };

  std::vector<Used> used_in(const Range& range) const {
    std::vector<Used> used;
    used.reserve(range.size());
    for (std::size_t i = range.from; i < range.to; ++i) {
      const std::uint32_t word = range.sketch->words[i];
      const Form& item = form(word);
      const bool is_name = item.is_capitalised && !reading_.words[word].starts_sentence;
      used.push_back({item.lemma, item.kind == WordKind::number || item.kind == WordKind::address || is_name});
    }
    std::sort(used.begin(), used.end());
    return used;
  }

  bool say_the_same(const Range& a, const Range& b) const {
    const std::size_t most_differing = (a.size() + b.size()) / 20;
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most_differing) return false;
    const auto one = used_in(a), other = used_in(b);
    std::size_t more = 0, less = 0;
    for (auto i = one.begin(), k = other.begin(); i != one.end() || k != other.end();) {
      const bool is_mine = k == other.end() || (i != one.end() && i->lemma <= k->lemma);
      const std::uint32_t lemma = is_mine ? i->lemma : k->lemma;
      std::size_t mine = 0, theirs = 0;
      bool is_telling = false;
      for (; i != one.end() && i->lemma == lemma; ++i, ++mine)
        is_telling = is_telling || i->is_telling;
      for (; k != other.end() && k->lemma == lemma; ++k, ++theirs)
        is_telling = is_telling || k->is_telling;
      if (mine == theirs) continue;
      if (is_telling) return false;
      more += mine > theirs ? mine - theirs : 0;
      less += theirs > mine ? theirs - mine : 0;
    }
    if (more + less > most_differing) return false;
    return overlap(a, b) >= (more == 0 || less == 0 ? alike_with_more : alike);
  }

  std::vector<std::uint64_t> shingles_of(const Range& range) const {
    std::vector<std::uint64_t> shingles;
    for (std::size_t at = range.from; at + shingle_words <= range.to; ++at)
      shingles.push_back(shingle(*range.sketch, at));
    std::sort(shingles.begin(), shingles.end());
    shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
    return shingles;
  }

  double overlap(const Range& a, const Range& b) const {
    const auto one = shingles_of(a), other = shingles_of(b);
    std::size_t common = 0;
    for (auto i = one.begin(), k = other.begin(); i != one.end() && k != other.end();) {
      common += *i == *k;
      const bool advance_mine = *i <= *k, advance_theirs = *k <= *i;
      i += advance_mine;
      k += advance_theirs;
    }
    return static_cast<double>(common) / static_cast<double>(one.size() + other.size() - common);
  }

  std::vector<std::vector<std::uint32_t>> groups() const {
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

  const Reading& reading_;
  std::vector<Sketch> sketches_;
  std::vector<std::uint32_t> parents_;
  std::vector<Fingerprint> fingerprints_;
  std::vector<Containment> containments_;
};

}  // namespace

Similarities find_similarities(const Reading& reading, std::span<const std::uint32_t> texts,
                               std::uint32_t least_words) {
  return Search(reading, texts, least_words).run();
}

std::pair<std::uint32_t, std::uint32_t> bytes_of(const Reading& reading, const Containment& containment) {
  const std::uint32_t start = reading.words[containment.first].start;
  return {start, reading.words[containment.last - 1].end() - start};
}

}  // namespace plumbline
