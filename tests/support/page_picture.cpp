// Pages drawn as text.
#include "tests/support/page_picture.h"

#include "extractor/layout/frame.h"
#include "extractor/layout/layout.h"
#include "extractor/unicode/letters.h"

#include <cstdint>
#include <sstream>
#include <string>
#include <utility>

namespace plumbline::test {

namespace {

constexpr float column_width = 5, line_height = 12, margin = 60;

class Painter {
 public:
  Painter() {
    page_.width = 595;
    page_.height = 842;
    page_.fonts = {{"Regular", false, false}, {"Bold", true, false}};
    page_.has_drawing = true;
  }

  void draw(const std::string& line) {
    if (line.starts_with("@ ")) return obey(line.substr(2));
    const std::u32string text = to_utf32(line);
    if (!text.empty() && text.find_first_not_of(U" -+|") == text.npos && text.find_first_of(U"-+") != text.npos)
      draw_rule(text);
    else
      draw_text(text);
    y_ += line_height;
  }

  PageContent take() {
    turn();
    return std::move(page_);
  }

 private:
  void turn() {
    if (turns_ == 0) return;
    if (turns_ % 2 != 0) std::swap(page_.width, page_.height);
    const layout::Frame frame{page_.width, page_.height, turns_, false};
    for (Glyph& glyph : page_.glyphs) {
      const Box baseline = frame.to_page({0, glyph.baseline, 0, glyph.baseline});
      glyph.baseline = turns_ % 2 == 0 ? baseline.y0 : baseline.x0;
      glyph.box = frame.to_page(glyph.box);
      glyph.quarter_turns = turns_;
    }
    for (Rule& rule : page_.rules)
      rule.box = frame.to_page(rule.box);
    for (Box& fill : page_.fills)
      fill = frame.to_page(fill);
  }

  void obey(const std::string& order) {
    std::istringstream words(order);
    std::string what, value;
    words >> what >> value;
    if (what == "y") y_ += std::stof(value);
    if (what == "size") size_ = std::stof(value);
    if (what == "stamp") stamp(to_utf32(value), true);
    if (what == "stamp-across") stamp(to_utf32(value), false);
    if (what == "turned") turns_ = static_cast<std::uint8_t>(std::stoi(value));
    if (what == "shade") {
      float end = 0, lines = 0;
      words >> end >> lines;
      page_.fills.push_back({margin + column_width * std::stof(value), y_ - 2, margin + column_width * end,
                             y_ + line_height * lines - 2});
    }
  }

  // Large letters over the next lines, rising or on one line.
  void stamp(const std::u32string& text, bool is_slanted) {
    const float size = std::exchange(size_, 60.0f), y = y_;
    for (std::size_t i = 0; i < text.size(); ++i) {
      draw_glyph(text[i], margin + 30 * static_cast<float>(i), false);
      page_.glyphs.back().is_slanted = is_slanted;
      if (is_slanted) y_ -= 24;
    }
    size_ = size;
    y_ = y;
  }

  void draw_rule(const std::u32string& text) {
    const float y = y_ + line_height / 2;
    const auto first = text.find_first_not_of(U' '), last = text.find_last_not_of(U' ');
    std::size_t start = first;
    for (std::size_t i = first; i <= last + 1; ++i) {
      const bool ends = i > last || text[i] == U' ' || text[i] == U'|';
      if (ends && i > start + 1) page_.rules.push_back({{x_of(start), y - 0.25f, x_of(i - 1), y + 0.25f}});
      if (ends) start = i + 1;
      if (i <= last && (text[i] == U'|' || text[i] == U'+')) draw_wall(i);
    }
  }

  void draw_wall(std::size_t column) {
    page_.rules.push_back({{x_of(column) - 0.25f, y_, x_of(column) + 0.25f, y_ + line_height}});
  }

  static float x_of(std::size_t column) { return margin + column_width * (static_cast<float>(column) + 0.5f); }

  void draw_text(const std::u32string& text) {
    bool bold = false;
    float x = margin;
    for (std::size_t i = 0; i < text.size(); ++i, x += column_width * size_ / 10) {
      if (text[i] == U'*' && i + 1 < text.size() && text[i + 1] == U'*') {
        bold = !bold;
        ++i;
        x -= column_width * size_ / 10;
      } else if (text[i] == U'|') {
        draw_wall(i);
      } else {
        draw_glyph(text[i], x, bold);
      }
    }
  }

  void draw_glyph(char32_t c, float x, bool bold) {
    if (c == U' ') return;
    Glyph glyph;
    glyph.baseline = y_ + 9;
    glyph.box = {x, glyph.baseline - 0.8f * size_, x + column_width * size_ / 10, glyph.baseline + 0.2f * size_};
    glyph.size = size_;
    glyph.first_unit = static_cast<std::uint32_t>(page_.units.size());
    glyph.units = 1;
    glyph.font = bold ? 1 : 0;
    page_.units += c;
    page_.glyphs.push_back(glyph);
  }

  PageContent page_;
  float y_ = margin, size_ = 10;
  std::uint8_t turns_ = 0;
};

}  // namespace

PageContent draw_page(std::string_view picture) {
  Painter painter;
  std::istringstream lines{std::string(picture)};
  for (std::string line; std::getline(lines, line);)
    painter.draw(line);
  return painter.take();
}

Document draw_document(std::string_view pictures) {
  Document document;
  std::string rest = std::string(pictures) + "\n%%%\n";
  for (std::size_t end; (end = rest.find("%%%\n")) != rest.npos; rest.erase(0, end + 4))
    append(document, lay_out(draw_page(rest.substr(0, end))));
  understand_layout(document);
  return document;
}

}  // namespace plumbline::test
