// The text of a line, from its pieces.
#include "extractor/layout/compose.h"

#include "extractor/unicode/bidi.h"
#include "extractor/unicode/letters.h"
#include "extractor/unicode/normalize.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>

namespace plumbline::layout {

namespace {

constexpr float doubtful_confidence = 0.6f;
constexpr std::size_t marks_most = 40;  // of one line: more are no marks
constexpr char32_t soft_hyphen = 0xAD;

struct Token {
  std::u32string_view text;
  float x0 = 0, x1 = 0, em = 0;
  float blank = -1;  // width of the blank before it; < 0: none
  std::uint32_t piece = 0;
  bool is_raised = false;
};

class Composer {
 public:
  Composer(const PageInk& ink, std::span<const std::uint32_t> pieces, Direction page) : ink_(ink), page_(page) {
    pieces_.assign(pieces.begin(), pieces.end());
    std::stable_sort(pieces_.begin(), pieces_.end(), [&](auto a, auto b) { return box(a).x0 < box(b).x0; });
  }

  LineText compose() {
    find_line_style();
    collect_tokens();
    close_letter_spacing();
    write(reading_order_of_tokens());
    describe_ends();
    return std::move(out_);
  }

 private:
  Box box(std::uint32_t piece) const {  // never mirrored
    const Piece& p = ink_.pieces[piece];
    return ink_.frame.is_mirrored ? ink_.frame.mirror(p.box) : p.box;
  }

  void find_line_style() {
    double bold = 0, italic = 0, all = 0, confidence = 0, big = 0;
    for (const std::uint32_t index : pieces_) {
      const Piece& piece = ink_.pieces[index];
      const double weight = piece.clusters;
      all += weight;
      if (piece.is_bold) bold += weight;
      if (piece.is_italic) italic += weight;
      confidence += weight * static_cast<double>(piece.confidence);
      if (weight > big) {
        big = weight;
        out_.style.color = piece.color;
        out_.style.size = piece.size;
        out_.tag = piece.tag;
        baseline_ = piece.baseline;
      }
    }
    if (all <= 0) return;
    out_.style.bold = bold > all * 0.6;
    out_.style.italic = italic > all * 0.6;
    out_.confidence = static_cast<float>(confidence / all);
  }

  void collect_tokens() {
    for (const std::uint32_t index : pieces_) {
      const Piece& piece = ink_.pieces[index];
      for (std::uint32_t i = 0; i < piece.clusters; ++i) {
        const Cluster& cluster = ink_.clusters[piece.first_cluster + i];
        Token token;
        token.text = std::u32string_view(ink_.units).substr(cluster.first_unit, cluster.units);
        token.x0 = cluster.box.x0;
        token.x1 = cluster.box.x1;
        token.em = cluster.size;
        token.piece = index;
        token.is_raised = piece.size < out_.style.size * 0.87f && piece.baseline < baseline_ - out_.style.size * 0.12f;
        if (!tokens_.empty()) token.blank = blank_between(tokens_.back(), token, i == 0);
        tokens_.push_back(token);
      }
    }
  }

  float blank_between(const Token& before, const Token& after, bool new_piece) const {
    if (!new_piece || before.text.empty() || after.text.empty()) return -1;
    const float em = std::min(before.em, after.em), gap = after.x0 - before.x1;
    const bool drawn = ink_.pieces[before.piece].blank_after || ink_.pieces[after.piece].blank_before;
    const bool left_han = is_ideograph(before.text.back()), right_han = is_ideograph(after.text.front());
    float least = drawn ? 0.05f : (ink_.draws_blanks ? 0.22f : 0.17f);
    if (left_han && right_han)
      least = drawn ? 0.6f : 0.8f;
    else if (left_han || right_han)
      least = drawn ? 0.05f : 0.4f;
    if (after.is_raised && !before.is_raised && !drawn) least = 0.5f;
    return gap > em * least ? gap : -1;
  }

  // "P O L I C Y": four single letters or more, evenly apart. Wider gaps among them part words.
  void close_letter_spacing() {
    for (std::size_t i = 0; i < tokens_.size();) {
      std::size_t end = i;
      float least = 1e9f;
      while (end < tokens_.size() && stands_alone(end)) {
        if (end > i) least = std::min(least, tokens_[end].blank);
        ++end;
      }
      if (end - i >= 4)
        for (std::size_t k = i + 1; k < end; ++k)
          if (tokens_[k].blank <= least * 1.6f) tokens_[k].blank = -1;
      i = std::max(end, i + 1);
    }
  }

  bool stands_alone(std::size_t i) const {
    const bool apart = (i == 0 || tokens_[i].blank >= 0) && (i + 1 == tokens_.size() || tokens_[i + 1].blank >= 0);
    return apart && tokens_[i].text.size() == 1 && is_letter(tokens_[i].text[0]) && !is_ideograph(tokens_[i].text[0]);
  }

  void describe_ends() {
    out_.is_right_to_left = is_right_to_left_;
    if (tokens_.empty()) return;
    const auto bold = [&](const Token& token) { return ink_.pieces[token.piece].is_bold; };
    out_.starts_bold = bold(is_right_to_left_ ? tokens_.back() : tokens_.front());
    out_.ends_bold = bold(is_right_to_left_ ? tokens_.front() : tokens_.back());
    std::size_t first = 0, last = tokens_.size() - 1;
    if (is_right_to_left_) {
      first = last;
      while (first > 0 && tokens_[first].blank < 0)
        --first;
    } else {
      last = 0;
      while (last + 1 < tokens_.size() && tokens_[last + 1].blank < 0)
        ++last;
    }
    out_.first_word = tokens_[last].x1 - tokens_[first].x0;
  }

  struct Placed {
    std::uint32_t token = no_index;  // no_index: a blank
    bool is_turned = false;          // read from right to left
  };

  std::vector<Placed> reading_order_of_tokens() {
    std::vector<BidiClass> classes;
    std::vector<std::uint32_t> items;
    std::size_t right = 0, left = 0;
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].blank >= 0) {
        classes.push_back(BidiClass::neutral);
        items.push_back(no_index);
      }
      classes.push_back(bidi_class_of(tokens_[i].text));
      items.push_back(i);
      if (classes.back() == BidiClass::right) ++right;
      if (classes.back() == BidiClass::left) ++left;
    }
    is_right_to_left_ = right > 0 ? (page_.is_right_to_left || right > left) : (page_.is_right_to_left && left == 0);
    std::vector<Placed> placed(items.size());
    if (right == 0 && !is_right_to_left_) {
      for (std::size_t i = 0; i < items.size(); ++i)
        placed[i].token = items[i];
      return placed;
    }
    const auto order = reading_order(classes, is_right_to_left_, page_.is_arabic);
    for (std::size_t i = 0; i < order.size(); ++i) {
      placed[i].token = items[order[i]];
      const BidiClass c = classes[order[i]];
      placed[i].is_turned = is_right_to_left_ && c != BidiClass::left && c != BidiClass::number;
    }
    return placed;
  }

  // Some files say which shape is drawn, some which character is meant: whichever lets brackets open before they close.
  bool must_mirror(const std::vector<Placed>& placed) const {
    for (const Placed& item : placed) {
      if (item.token == no_index || !item.is_turned || tokens_[item.token].text.size() != 1) continue;
      const char32_t c = tokens_[item.token].text[0];
      if (mirrored(c) != c) return closes(c) && c != U'"';
    }
    return false;
  }

  void write(const std::vector<Placed>& placed) {
    const bool mirrors = must_mirror(placed);
    std::u32string raw;
    std::vector<std::pair<std::size_t, std::size_t>> marks;
    std::vector<std::pair<std::size_t, std::uint32_t>> words;  // where each OCR word begins
    bool in_mark = false, is_full = false;
    for (const Placed& item : placed) {
      const bool raised = item.token != no_index && tokens_[item.token].is_raised;
      is_full |= raised && !in_mark && marks.size() == marks_most;
      if (raised && !in_mark && !is_full) marks.emplace_back(raw.size(), 0);
      in_mark = raised;
      if (item.token == no_index) {
        raw += U' ';
        continue;
      }
      const Token& token = tokens_[item.token];
      if (ink_.pieces[token.piece].is_word) words.emplace_back(raw.size(), token.piece);
      for (const char32_t c : token.text)
        append_unfolded(raw, plain(item.is_turned && mirrors ? mirrored(c) : c));
      if (raised && !is_full) marks.back().second = raw.size();
    }
    finish(raw, marks, words);
  }

  // Symbol fonts keep their letters in the private use area.
  static char32_t plain(char32_t c) {
    switch (c) {
      case 0xF0B7:
        return U'•';
      case 0xF0A7:
        return U'▪';
      case 0xF0D8:
        return U'➢';
      case 0xF0FC:
        return U'✓';
      default:
        return c;
    }
  }

  void finish(const std::u32string& raw, const std::vector<std::pair<std::size_t, std::size_t>>& marks,
              const std::vector<std::pair<std::size_t, std::uint32_t>>& words) {
    out_.text = normalized(raw, raw.size());
    for (const auto& [start, end] : marks) {
      if (end <= start) continue;
      const auto first = offset(raw, start), last = offset(raw, end);
      if (last > first && last <= out_.text.size()) out_.marks.push_back({first, last - first});
    }
    for (const auto& [start, piece] : words) {
      const float confidence = ink_.pieces[piece].confidence;
      if (confidence >= doubtful_confidence || out_.doubtful.size() >= 200) continue;
      const std::size_t end = std::min(raw.size(), start + ink_.clusters[ink_.pieces[piece].first_cluster].units);
      const auto first = offset(raw, start), last = offset(raw, end);
      if (last > first && last <= out_.text.size()) out_.doubtful.push_back({{first, last - first}, confidence});
    }
    std::size_t end = raw.size();
    while (end > 0 && raw[end - 1] == U' ')
      --end;
    if (end > 0 && raw[end - 1] == soft_hyphen) append_code_point(out_.text, soft_hyphen);
  }

  static std::string normalized(const std::u32string& raw, std::size_t length) {
    return normalize_line(to_utf8(std::u32string_view(raw).substr(0, length)));
  }

  // Where the code point `at` of `raw` stands in the normalised text. A mark stands close to what is before it.
  std::uint32_t offset(const std::u32string& raw, std::size_t at) const {
    const std::string before = normalized(raw, at);
    const bool skips_blank = at > 0 && raw[at - 1] == U' ' && !before.empty();
    return static_cast<std::uint32_t>(before.size() + (skips_blank ? 1 : 0));
  }

  const PageInk& ink_;
  Direction page_;
  std::vector<std::uint32_t> pieces_;
  std::vector<Token> tokens_;
  LineText out_;
  float baseline_ = 0;
  bool is_right_to_left_ = false;
};

}  // namespace

Direction direction_of(const PageInk& ink) {
  std::size_t right = 0, left = 0, arabic = 0;
  for (const char32_t c : ink.units) {
    if (is_right_to_left(c))
      ++right;
    else if (is_letter(c))
      ++left;
    if ((c >= 0x600 && c < 0x780) || (c >= 0xFB50 && c < 0xFF00)) ++arabic;
  }
  return {right > left, arabic > 0};
}

LineText compose_line(const PageInk& ink, std::span<const std::uint32_t> pieces, Direction page) {
  return Composer(ink, pieces, page).compose();
}

}  // namespace plumbline::layout
