// The pages of a submission with the role of each line drawn over them.
#include "output/boxes.h"

#include "output/xml.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace plumbline {

namespace {

constexpr std::array roles = {
    LineRole::unassigned,   LineRole::body,        LineRole::heading,  LineRole::label,         LineRole::list_item,
    LineRole::running_head, LineRole::page_number, LineRole::footnote, LineRole::stray_address, LineRole::hidden};

std::string_view color_of(LineRole role) {
  switch (role) {
    case LineRole::unassigned:
      return "#e11d48";
    case LineRole::body:
      return "#64748b";
    case LineRole::heading:
      return "#1d4ed8";
    case LineRole::label:
      return "#b45309";
    case LineRole::list_item:
      return "#0f766e";
    case LineRole::running_head:
      return "#a21caf";
    case LineRole::page_number:
      return "#7e22ce";
    case LineRole::footnote:
      return "#4d7c0f";
    case LineRole::stray_address:
      return "#be185d";
    case LineRole::hidden:
      return "#111827";
  }
  return "#e11d48";
}

std::string number(float value) {
  if (!std::isfinite(value)) return "0";
  const long tenths = std::lround(std::min(std::max(value, -100000.0f), 100000.0f) * 10);
  const std::string digits = std::to_string(std::labs(tenths));
  return (tenths < 0 ? "-" : "") + (digits.size() > 1 ? digits.substr(0, digits.size() - 1) : "0") + "." +
         digits.back();
}

std::string rectangle(const Box& box, std::string_view kind) {
  return "<rect class=\"" + std::string(kind) + "\" x=\"" + number(box.x0) + "\" y=\"" + number(box.y0) +
         "\" width=\"" + number(std::max(box.width(), 0.0f)) + "\" height=\"" + number(std::max(box.height(), 0.0f)) +
         "\"/>";
}

std::string style() {
  std::string css =
      "body{font:14px sans-serif;margin:1.5em;background:#f1f5f9}svg{display:block;background:#fff;margin:.5em 0 2em;"
      "border:1px solid #cbd5e1;max-width:100%}svg text{font-family:sans-serif}rect{fill-opacity:.12;stroke-width:.6}"
      ".cell{fill:none;stroke:#94a3b8;stroke-dasharray:3 2}.key span{margin-right:1.2em}g:hover "
      "rect{fill-opacity:.35}\n";
  for (const LineRole role : roles) {
    const std::string name(name_of(role)), color(color_of(role));
    css += "." + name + "{fill:" + color + ";stroke:" + color + "}.key ." + name + "{color:" + color + "}\n";
  }
  return css;
}

std::string drawn_line(const Record& record, std::uint32_t index) {
  const Line& line = record.document.lines[index];
  const LineRole role = role_of_line(record, index);
  const std::string node = index < record.report.line_nodes.size() ? record.report.line_nodes[index] : std::string();
  std::string out = "<g><title>" + std::string(name_of(role)) + (node.empty() ? "" : " · " + xml_text(node));
  if (line.block != no_index) out += " · block " + std::to_string(line.block + 1);
  out += "</title>" + rectangle(line.box, name_of(role));
  const float height = std::max(line.box.height(), 1.0f), width = std::max(line.box.width(), 1.0f);
  if (height < 4 * width || line.span.length < 3) {
    out += "<text x=\"" + number(line.box.x0) + "\" y=\"" + number(line.box.y0 + 0.8f * height) + "\" font-size=\"" +
           number(0.8f * height) + "\" textLength=\"" + number(width) + "\" lengthAdjust=\"spacingAndGlyphs\">" +
           xml_text(record.document.text_of(line)) + "</text>";
  }
  return out + "</g>\n";
}

// Cells of each page: those that hold text of it.
std::vector<std::vector<Box>> cells_by_page(const Document& document) {
  std::vector<std::vector<Box>> pages(document.pages.size());
  for (const Cell& cell : document.cells) {
    if (cell.block_count == 0) continue;
    const Block& block = document.blocks[cell.first_block];
    if (block.line_count > 0) pages[document.lines[block.first_line].page].push_back(cell.box);
  }
  return pages;
}

}  // namespace

std::string boxes_html(const Record& record) {
  const Document& document = record.document;
  const std::string name = xml_text(document.source.name);
  std::string out = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>" + name + "</title><style>\n" +
                    style() + "</style></head><body>\n<h1>" + name + "</h1>\n<p class=\"key\">";
  for (const LineRole role : roles)
    out += "<span class=\"" + std::string(name_of(role)) + "\">■ " + std::string(name_of(role)) + "</span>";
  out += "</p>\n";
  const auto cells = cells_by_page(document);
  for (std::uint32_t p = 0; p < document.pages.size(); ++p) {
    const Page& page = document.pages[p];
    out += "<h2>" + std::to_string(p + 1) + "</h2>\n<svg width=\"" + number(page.width) + "\" height=\"" +
           number(page.height) + "\" viewBox=\"0 0 " + number(page.width) + " " + number(page.height) + "\">\n";
    for (const Box& cell : cells[p])
      out += rectangle(cell, "cell") + "\n";
    for (std::uint32_t i = page.first_line; i < page.first_line + page.line_count; ++i)
      out += drawn_line(record, i);
    out += "</svg>\n";
  }
  return out + "</body></html>\n";
}

}  // namespace plumbline
