// Page numbers and running heads: what stands at the same place of several pages with the same words, where numbers may
// count with the pages. Text that merely stands near a margin is none of them.
#include "extractor/layout/layout.h"
#include "extractor/layout/reblock.h"
#include "extractor/unicode/letters.h"
#include "extractor/unicode/normalize.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace plumbline {

namespace {

constexpr std::size_t depth_most = 5;               // lines from a page's edge that may be furniture
constexpr std::size_t numbers_most = 3;             // in one line that may count with the pages
constexpr std::size_t words_of_a_page_number = 14;  // letters beside the number in "Page 3 of 12"
constexpr float same_place_points = 8;

// A line at the edge of its page, with its text in all the ways that pages may share it.
struct Candidate {
  std::uint32_t line = 0, page = 0;
  float y = 0, from_edge = 0;  // white between it and the next line inwards
  std::vector<std::string> keys;
  std::string counting_key;  // all of its numbers count with the pages; empty when it has none
  std::size_t letters = 0;
};

std::uint32_t roman_value(std::u32string_view text) {
  std::uint32_t total = 0, last = 0;
  for (std::size_t i = text.size(); i-- > 0;) {
    std::uint32_t value = 0;
    switch (text[i]) {
      case U'i':
        value = 1;
        break;
      case U'v':
        value = 5;
        break;
      case U'x':
        value = 10;
        break;
      case U'l':
        value = 50;
        break;
      default:
        return 0;
    }
    total = value < last ? total - value : total + value;
    last = std::max(last, value);
  }
  return text.size() <= 8 ? total : 0;
}

int digit_value(char32_t c) {
  if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
  if (c >= 0x660 && c <= 0x669) return static_cast<int>(c - 0x660);
  if (c >= 0x6F0 && c <= 0x6F9) return static_cast<int>(c - 0x6F0);
  return -1;
}

// A line's letters, with its numbers taken out: "Page 3 of 12" is "page#of#", {3, 12}. Signs are lost on scans, and say
// nothing of furniture; a line of signs only is kept as it is.
struct Parsed {
  std::string text;
  std::vector<std::int64_t> numbers;
  std::size_t letters = 0;
};

Parsed parse(std::string_view line) {
  Parsed out;
  const std::u32string text = to_utf32(fold(line));
  const std::uint32_t roman = roman_value(text);
  if (roman > 0) return {"#", {roman}, 0};
  for (std::size_t i = 0; i < text.size();) {
    if (digit_value(text[i]) < 0) {
      if (is_letter(text[i])) {
        ++out.letters;
        append_code_point(out.text, text[i]);
      }
      ++i;
      continue;
    }
    std::int64_t value = 0;
    for (; i < text.size() && digit_value(text[i]) >= 0; ++i)
      if (value < 1'000'000) value = value * 10 + digit_value(text[i]);
    out.text += '#';
    out.numbers.push_back(value);
  }
  if (out.text.empty()) out.text = fold(line);
  return out;
}

class RunningHeads {
 public:
  explicit RunningHeads(Document& document) : document_(document) {}

  void label_numbers() { label(true); }
  void label_heads() { label(false); }

 private:
  void label(bool numbers_only) {
    if (document_.pages.empty() || !document_.has_pages) return;
    for (const bool at_top : {true, false}) {
      // From the outermost line inwards: a line is furniture only if those further out are.
      for (std::size_t depth = 0; depth < depth_most; ++depth)
        if (!label_outermost(at_top, numbers_only)) break;
    }
  }

  bool label_outermost(bool at_top, bool numbers_only) {
    std::vector<Candidate> candidates;
    for (std::uint32_t page = 0; page < document_.pages.size(); ++page)
      collect(page, at_top, numbers_only, candidates);
    std::map<std::string, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (numbers_only) {
        if (!candidates[i].counting_key.empty() && candidates[i].letters <= words_of_a_page_number)
          groups[candidates[i].counting_key].push_back(i);
      } else {
        for (const std::string& key : candidates[i].keys)
          groups[key].push_back(i);
      }
    }
    bool found = false;
    for (const auto& [key, members] : groups)
      for (const auto& group : by_place(candidates, members))
        if (is_evident(candidates, group, numbers_only) && (numbers_only || !stands_in_text(candidates, group))) {
          for (const std::size_t i : group)
            set_role(candidates[i].line, numbers_only ? LineRole::page_number : LineRole::running_head);
          found = true;
        }
    return found;
  }

  // The lines of a page that stand furthest out, on one height.
  void collect(std::uint32_t page, bool at_top, bool numbers_only, std::vector<Candidate>& candidates) const {
    const Page& p = document_.pages[page];
    float edge = at_top ? 1e9f : -1e9f;
    const auto counts = [&](const Line& line) { return !is_furniture(line.role); };
    for (std::uint32_t i = p.first_line; i < p.first_line + p.line_count; ++i) {
      const Line& line = document_.lines[i];
      if (counts(line)) edge = at_top ? std::min(edge, line.box.y0) : std::max(edge, line.box.y1);
    }
    float inner = at_top ? 1e9f : -1e9f;
    std::vector<std::uint32_t> outer;
    for (std::uint32_t i = p.first_line; i < p.first_line + p.line_count; ++i) {
      const Line& line = document_.lines[i];
      if (!counts(line)) continue;
      const float middle = (line.box.y0 + line.box.y1) / 2;
      const bool is_outer = at_top ? middle < edge + std::max(line.box.height(), 8.0f)
                                   : middle > edge - std::max(line.box.height(), 8.0f);
      if (is_outer)
        outer.push_back(i);
      else
        inner = at_top ? std::min(inner, line.box.y0) : std::max(inner, line.box.y1);
    }
    if (outer.size() > 6) return;  // a row of a table
    for (const std::uint32_t i : outer) {
      if (!numbers_only && is_in_body_table(document_.lines[i])) continue;
      Candidate candidate;
      candidate.line = i;
      candidate.page = page;
      const Box& box = document_.lines[i].box;
      candidate.y = at_top ? box.y0 : p.height - box.y1;
      candidate.from_edge = at_top ? inner - box.y1 : box.y0 - inner;
      add_keys(candidate);
      candidates.push_back(std::move(candidate));
    }
  }

  // A repeated header row is part of its table; a header set as a table of its own is not.
  bool is_in_body_table(const Line& line) const {
    if (line.block == no_index || document_.blocks[line.block].cell == no_index) return false;
    const Table& table = document_.tables[document_.rows[document_.cells[document_.blocks[line.block].cell].row].table];
    return table.row_count > 2;
  }

  void add_keys(Candidate& candidate) const {
    const Parsed parsed = parse(document_.text_of(document_.lines[candidate.line]));
    candidate.letters = parsed.letters;
    const std::size_t count = std::min(parsed.numbers.size(), numbers_most);
    const std::size_t variants = std::size_t{1} << count;
    std::set<std::string> keys;
    for (std::size_t mask = 0; mask < variants; ++mask) {
      std::string key = parsed.text;
      bool counts = false, sane = true;
      for (std::size_t i = 0; i < parsed.numbers.size(); ++i) {
        const bool counting = i < count && (mask >> i & 1) != 0;
        const std::int64_t offset = parsed.numbers[i] - static_cast<std::int64_t>(candidate.page);
        counts |= counting;
        sane &= !counting || (offset > -400 && offset < 4000);
        key += (counting ? "+" : "=") + std::to_string(counting ? offset : parsed.numbers[i]);
      }
      if (!sane) continue;
      keys.insert(key);
      if (counts && candidate.counting_key.empty()) candidate.counting_key = key;
    }
    candidate.keys.assign(keys.begin(), keys.end());
  }

  // Those that stand at one height. Odd and even pages may differ in x, so x does not count.
  static std::vector<std::vector<std::size_t>> by_place(const std::vector<Candidate>& candidates,
                                                        std::vector<std::size_t> members) {
    std::sort(members.begin(), members.end(), [&](auto a, auto b) { return candidates[a].y < candidates[b].y; });
    std::vector<std::vector<std::size_t>> groups;
    for (const std::size_t i : members) {
      if (groups.empty() || candidates[i].y - candidates[groups.back().front()].y > same_place_points)
        groups.emplace_back();
      groups.back().push_back(i);
    }
    return groups;
  }

  bool is_evident(const std::vector<Candidate>& candidates, const std::vector<std::size_t>& group, bool number) const {
    std::set<std::uint32_t> pages;
    std::size_t apart = 0;
    for (const std::size_t i : group) {
      pages.insert(candidates[i].page);
      const float height = document_.lines[candidates[i].line].box.height();
      if (candidates[i].from_edge > (number ? 0.2f : 0.35f) * height) ++apart;
    }
    const std::size_t all = document_.pages.size();
    if (number && all == 1) return is_lone_number(candidates[group.front()]);
    // Lines of one head stand close; what many pages share needs no white around it.
    if (pages.size() < 2 || (pages.size() < 3 && apart * 10 < group.size() * 6)) return false;
    if (number) return pages.size() * 5 >= all || pages.size() >= 4;
    // The same words on most pages from the first to the last that has them, or on every second.
    const std::size_t reach = *pages.rbegin() - *pages.begin() + 1;
    const bool one_parity =
        std::all_of(pages.begin(), pages.end(), [&](auto p) { return p % 2 == *pages.begin() % 2; });
    const std::size_t expected = one_parity && reach > 2 ? (reach + 1) / 2 : reach;
    if (pages.size() * 10 < expected * 7) return false;
    if (pages.size() >= 3) return true;
    return all <= 3 && pages.size() * 2 >= all;
  }

  // The same words, looking alike, elsewhere on pages: a heading of the text that happens to begin some of them.
  bool stands_in_text(const std::vector<Candidate>& candidates, const std::vector<std::size_t>& group) const {
    const Line& head = document_.lines[candidates[group.front()].line];
    std::set<std::uint32_t> own;
    for (const std::size_t i : group)
      own.insert(candidates[i].line);
    const std::string_view text = document_.text_of(head);
    for (std::uint32_t i = 0; i < document_.lines.size(); ++i) {
      const Line& line = document_.lines[i];
      if (line.span.length != head.span.length || own.contains(i) || is_furniture(line.role)) continue;
      const bool looks_alike = std::abs(line.style.size - head.style.size) < 0.2f && line.style.bold == head.style.bold;
      if (looks_alike && document_.text_of(line) == text) return true;
    }
    return false;
  }

  // On a document of one page: nothing but "1" below all else, well apart.
  static bool is_lone_number(const Candidate& candidate) {
    return candidate.letters == 0 && candidate.counting_key.ends_with("#+1") && candidate.from_edge > 18;
  }

  void set_role(std::uint32_t index, LineRole role) { document_.lines[index].role = role; }

  Document& document_;
};

}  // namespace

void label_page_numbers(Document& document) {
  RunningHeads(document).label_numbers();
  layout::part_furniture(document);
}

void label_running_heads(Document& document) {
  RunningHeads(document).label_heads();
  layout::part_furniture(document);
}

}  // namespace plumbline
