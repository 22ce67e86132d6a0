// Gathers the text of one paragraph from its runs.
#include "extractor/flow/paragraph_text.h"

#include <unicode/utf8.h>

#include <algorithm>

namespace plumbline {

namespace {

constexpr std::size_t nearly_all_percent = 90;

template <typename Key>
Key most_of(const std::map<Key, std::size_t>& counts) {
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? Key{} : most->first;
}

}  // namespace

void ParagraphText::add(std::string_view text) {
  std::string& target = look_.hidden ? hidden_ : lines_.back();
  const std::size_t before = target.size();
  target += text;
  // The sentinels of note marks are ours alone.
  for (const std::string_view sign : {note_mark_begin, note_mark_end})
    for (auto at = target.find(sign, before); at != target.npos; at = target.find(sign, before))
      target.erase(at, sign.size());
  if (look_.hidden) return;
  const auto letters = static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return c != ' ' && c != '\t' && c != '\n' && c != '\r'; }));
  all_ += letters;
  if (look_.bold) bold_ += letters;
  if (look_.italic) italic_ += letters;
  if (letters) sizes_[look_.size] += letters, colors_[look_.color] += letters;
}

void ParagraphText::add_note_mark(std::string_view mark, std::uint32_t note) {
  lines_.back() += note_mark_begin;
  lines_.back() += mark;
  lines_.back() += note_mark_end;
  notes_.push_back(note);
}

bool ParagraphText::is_blank() const {
  return all_ == 0 && notes_.empty();
}

void ParagraphText::finish(FlowParagraph& paragraph) {
  paragraph.lines = std::move(lines_);
  paragraph.notes = std::move(notes_);
  paragraph.style.bold = all_ > 0 && bold_ * 100 >= all_ * nearly_all_percent;
  paragraph.style.italic = all_ > 0 && italic_ * 100 >= all_ * nearly_all_percent;
  paragraph.style.size = most_of(sizes_);
  paragraph.style.color = most_of(colors_);
}

std::string utf8_of(std::uint32_t code_point) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) return {};
  char buffer[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, static_cast<UChar32>(code_point));
  return std::string(buffer, static_cast<std::size_t>(length));
}

}  // namespace plumbline
