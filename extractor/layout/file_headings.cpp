// What the file itself says of headings.
#include "extractor/layout/file_headings.h"

#include "extractor/unicode/letters.h"
#include "extractor/unicode/normalize.h"

#include <algorithm>
#include <string_view>

namespace plumbline::layout {

namespace {

constexpr std::size_t most_headings = 4;  // one character of so many may be in a heading

// Letters and digits, folded, without the number in front: bookmarks leave numbers and signs out, or not.
std::string words_of(std::string_view text) {
  std::string words;
  for (const char32_t c : to_utf32(fold(text)))
    if (is_letter(c) || (is_digit(c) && !words.empty())) append_code_point(words, c);
  return words;
}

}  // namespace

FileHeadings::FileHeadings(const Document& document) : document_(document) {
  std::size_t tagged = 0, headings = 0;
  for (const Line& line : document.lines) {
    if (line.tag.kind == TagKind::heading) headings += line.span.length;
    if (line.tag.kind != TagKind::none) tagged += line.span.length;
  }
  trusts_tags_ = headings * most_headings <= tagged;
  for (const Bookmark& bookmark : document.bookmarks)
    if (std::string words = words_of(bookmark.title); !words.empty())
      bookmarked_[std::move(words)].push_back(bookmark.page);
}

bool FileHeadings::speaks_for(const Block& block) const {
  const auto first = document_.lines.begin() + block.first_line, last = first + block.line_count;
  if (trusts_tags_ && std::all_of(first, last, [](const Line& line) { return line.tag.kind == TagKind::heading; }))
    return true;
  if (bookmarked_.empty()) return false;
  std::string text;
  for (auto line = first; line != last; ++line)
    text += document_.text_of(*line);
  const auto pages = bookmarked_.find(words_of(text));
  return pages != bookmarked_.end() && std::any_of(pages->second.begin(), pages->second.end(), [&](std::uint32_t page) {
           return page == no_index || page == first->page;
         });
}

}  // namespace plumbline::layout
