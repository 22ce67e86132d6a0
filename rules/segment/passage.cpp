// Lines -> the text of a node.
#include "rules/segment/passage.h"

#include "rules/pack/loose_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace plumbline {

namespace {

UChar32 last_of(std::string_view text) {
  if (text.empty()) return 0;
  auto at = static_cast<std::int32_t>(text.size());
  UChar32 c;
  U8_PREV_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), 0, at, c);
  return c;
}

UChar32 first_of(std::string_view text) {
  if (text.empty()) return 0;
  std::int32_t at = 0;
  UChar32 c;
  U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, static_cast<std::int32_t>(text.size()), c);
  return c;
}

// Han, kana and their punctuation: written without blanks.
bool is_unspaced(UChar32 c) {
  return u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) || (c >= 0x3000 && c <= 0x30FF) || (c >= 0xFF00 && c <= 0xFF65);
}

constexpr UChar32 soft_hyphen = 0x00AD, hyphen = 0x2010;
bool is_hyphen(UChar32 c) {
  return c == '-' || c == soft_hyphen || c == hyphen;
}
std::string_view without_last(std::string_view text) {
  const UChar32 c = last_of(text);
  return text.substr(0, text.size() - static_cast<std::size_t>(U8_LENGTH(c)));
}

bool ends_in_hyphen(std::string_view line) {
  return line.size() > 2 && is_hyphen(last_of(line)) && u_isalpha(last_of(without_last(line)));
}

std::string_view last_word(std::string_view text) {
  const auto at = text.find_last_of(" \t");
  return at == text.npos ? text : text.substr(at + 1);
}

std::string_view first_word(std::string_view text) {
  return text.substr(0, text.find_first_of(" \t"));
}

std::string bare(std::string_view word) {
  return joined_loose_words(word, "");
}

bool is_address(std::string_view word) {
  const std::string low = loose(word);
  return low.starts_with("http") || low.starts_with("(http") || low.starts_with("www.") || low.starts_with("(www.");
}

// An address that a line end broke goes on without a blank.
bool address_goes_on(std::string_view before, std::string_view after) {
  if (!is_address(last_word(before)) || is_address(first_word(after))) return false;
  const UChar32 end = last_of(before);
  if (end == '/' || end == '_' || end == '=' || end == '&' || end == '?' || end == '%' || end == '-') return true;
  const std::string_view next = first_word(after);
  return end == '.' ? u_islower(first_of(next)) && next.find_first_of("/.") != next.npos
                    : next.starts_with('/') || (next.find('/') != next.npos && u_islower(first_of(next)));
}

}  // namespace

LinePart whole_line(const Document& document, std::uint32_t line) {
  const Span span = document.lines[line].span;
  return {line, span.start, span.end()};
}

LineJoiner::LineJoiner(const Document& document) : document_(document) {
  for (const FootnoteLink& note : document.footnotes)
    if (note.block != no_index && note.mark.length > 0) note_marks_.push_back(note.mark);
  std::sort(note_marks_.begin(), note_marks_.end(), [](const Span& a, const Span& b) { return a.start < b.start; });
  count_words();
}

void LineJoiner::count_words() {
  std::size_t broken = 0, broken_by_sign = 0, lines = 0;
  for (const Line& line : document_.lines) {
    if (is_furniture(line.role)) continue;
    ++lines;
    if (!ends_in_hyphen(document_.text_of(line))) continue;
    ++broken;
    broken_by_sign += last_of(document_.text_of(line)) == hyphen;
  }
  if (broken == 0) return;
  breaks_by_sign_ = broken_by_sign >= 8;
  bool is_rest = false;  // the line begins with the rest of a word
  for (const Line& line : document_.lines) {
    std::string_view rest = document_.text_of(line);
    if (is_rest) rest.remove_prefix(std::min(rest.size(), first_word(rest).size() + 1));
    is_rest = ends_in_hyphen(rest);
    if (is_rest) rest = rest.substr(0, rest.size() - last_word(rest).size());
    for (; !rest.empty(); rest.remove_prefix(std::min(rest.size(), first_word(rest).size() + 1))) {
      ++words_[joined_loose_words(first_word(rest), "-")];
    }
  }
  // A document that hyphenates does so on more than one line in forty (measured on justified text of 60 to 90 letters).
  breaks_words_ = broken >= 8 && broken * 40 > lines;
}

bool LineJoiner::is_known_word(std::string_view before, std::string_view after) const {
  const std::string left = bare(without_last(last_word(before))), right = bare(first_word(after));
  return has_word(left + right) && !has_word(left + "-" + right);
}

bool LineJoiner::is_one_word(std::string_view before, std::string_view after) const {
  const std::string left = bare(without_last(last_word(before))), right = bare(first_word(after));
  if (left.empty() || right.empty()) return false;
  const bool is_word = has_word(left + right), is_compound = has_word(left + "-" + right);
  if (is_word != is_compound) return is_word;
  if (is_word || !breaks_words_) return breaks_words_;
  // Two whole words make a compound; but syllables of one or two letters are seldom the first word of one.
  return left.size() <= 2 || !has_word(left) || !has_word(right);
}

LineJoiner::Joint LineJoiner::joint(std::string_view before, std::string_view after) const {
  const UChar32 end = last_of(before), start = first_of(after);
  if (end == soft_hyphen) return Joint::drop_hyphen;
  if (is_unspaced(end) && is_unspaced(start)) return Joint::none;
  if (address_goes_on(before, after)) return Joint::none;
  if (!ends_in_hyphen(before) || !u_isalnum(start)) return Joint::space;
  if (!u_islower(start)) return is_known_word(before, after) ? Joint::drop_hyphen : Joint::none;  // "DHS-/ICE"
  if (breaks_by_sign_ && end == '-') return Joint::none;
  if (const auto word = first_word(after); word == "and" || word == "or" || word == "und" || word == "et")
    return Joint::space;  // "short- and long-term"
  return is_one_word(before, after) ? Joint::drop_hyphen : Joint::none;
}

std::vector<LineJoiner::Stretch> LineJoiner::without_note_marks(std::span<const LinePart> parts) const {
  std::vector<Stretch> stretches;
  for (const LinePart& part : parts) {
    LinePart rest = part;
    bool is_glued = false;
    auto mark = std::lower_bound(note_marks_.begin(), note_marks_.end(), part.from,
                                 [](const Span& span, std::uint32_t from) { return span.start < from; });
    for (; mark != note_marks_.end() && mark->end() <= part.to; ++mark) {
      stretches.push_back({{part.line, rest.from, mark->start}, is_glued});
      rest.from = mark->end();
      is_glued = mark->start > part.from && rest.from < part.to && document_.text[rest.from] != ' ';
    }
    stretches.push_back({rest, is_glued});
  }
  return stretches;
}

void LineJoiner::extend(Passage& passage, std::span<const LinePart> parts, std::string_view separator) const {
  bool first = true;
  for (const auto& [part, is_glued] : without_note_marks(parts)) {
    std::string_view text = std::string_view(document_.text).substr(part.from, part.to - part.from);
    const auto skipped = std::min(text.find_first_not_of(' '), text.size());
    text.remove_prefix(skipped);
    while (text.ends_with(' '))
      text.remove_suffix(1);
    if (text.empty()) continue;
    if (!passage.text.empty()) {
      if (first && !separator.empty()) {
        passage.text += separator;
      } else {
        const Joint how = is_glued ? Joint::none : joint(passage.text, text);
        if (how == Joint::space) passage.text += ' ';
        if (how == Joint::drop_hyphen) {
          const auto shorter = without_last(passage.text).size();
          Passage::Piece& last = passage.pieces.back();
          last.length -= static_cast<std::uint32_t>(passage.text.size() - shorter);
          passage.text.resize(shorter);
        }
      }
    }
    first = false;
    passage.pieces.push_back({static_cast<std::uint32_t>(passage.text.size()),
                              static_cast<std::uint32_t>(part.from + skipped), static_cast<std::uint32_t>(text.size()),
                              part.line});
    passage.text += text;
  }
}

Passage LineJoiner::join(std::span<const LinePart> parts) const {
  Passage passage;
  extend(passage, parts);
  return passage;
}

}  // namespace plumbline
