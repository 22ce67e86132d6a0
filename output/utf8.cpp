// UTF-8 as writers need it.
#include "output/utf8.h"

#include <algorithm>
#include <cstdio>

namespace plumbline {

namespace {

constexpr std::size_t block_bytes = 256;
constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool starts_code_point(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned { return static_cast<unsigned char>(text[at + i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {static_cast<char32_t>(lead), 1, true};
  const CodePoint broken{0xFFFD, 1, false};
  const std::uint8_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) return broken;
  char32_t value = lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0u) != 0x80u) return broken;
    value = (value << 6) | (byte(i) & 0x3Fu);
  }
  const bool is_overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  if (is_overlong || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return broken;
  return {value, length, true};
}

void append_utf8(std::string& out, char32_t value) {
  const auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0 | (value >> 6));
    put(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    put(0xE0 | (value >> 12));
    put(0x80 | ((value >> 6) & 0x3F));
    put(0x80 | (value & 0x3F));
  } else {
    put(0xF0 | (value >> 18));
    put(0x80 | ((value >> 12) & 0x3F));
    put(0x80 | ((value >> 6) & 0x3F));
    put(0x80 | (value & 0x3F));
  }
}

std::string valid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.is_valid && point.value != 0)
      out.append(text, at, point.length);
    else
      out += replacement;
    at += point.length;
  }
  return out;
}

bool is_unsafe_to_show(char32_t value) {
  if (value < 0x20) return value != '\t' && value != '\n';
  if (value < 0x7F) return false;
  if (value < 0xA0) return true;                        // DEL, C1
  if (value == 0x061C || value == 0xFEFF) return true;  // Arabic letter mark, byte-order mark
  if (value >= 0x200E && value <= 0x200F) return true;  // left-to-right and right-to-left marks
  if (value >= 0x2028 && value <= 0x202E) return true;  // line and paragraph separators, embeddings, overrides
  return value >= 0x2066 && value <= 0x2069;            // isolates
}

std::string shown_on_one_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (!point.is_valid) {
      out += replacement;
    } else if (point.value == '\t' || point.value == '\n' || is_unsafe_to_show(point.value)) {
      char shown[16];
      std::snprintf(shown, sizeof shown, "\\u{%04X}", static_cast<unsigned>(point.value));
      out += shown;
    } else {
      out.append(text, at, point.length);
    }
    at += point.length;
  }
  return out;
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  blocks_.reserve(text.size() / block_bytes + 1);
  std::uint32_t count = 0;
  for (std::size_t start = 0; start <= text.size(); start += block_bytes) {
    blocks_.push_back(count);
    count += count_code_points(text.substr(start, block_bytes));
  }
}

std::uint32_t CodePointIndex::before(std::size_t byte) const {
  byte = std::min(byte, text_.size());
  const std::size_t block = byte / block_bytes;
  return blocks_[block] + count_code_points(text_.substr(block * block_bytes, byte - block * block_bytes));
}

std::uint32_t count_code_points(std::string_view text) {
  return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), starts_code_point));
}

}  // namespace plumbline
