// Writes JSON as a stream.
#include "output/json_writer.h"

#include "output/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <initializer_list>

namespace plumbline {

namespace {

constexpr std::array<bool, 256> make_plain_bytes() {
  std::array<bool, 256> plain{};
  for (std::size_t byte = 0x20; byte < 0x7F; ++byte)
    plain[byte] = byte != '"' && byte != '\\';
  return plain;
}
constexpr std::array<bool, 256> is_plain = make_plain_bytes();

void append_escape(std::string& out, char32_t value) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4)
    out += digits[(value >> shift) & 0xF];
}

void append_special(std::string& out, std::string_view text, std::size_t at, CodePoint point) {
  if (!point.is_valid || point.value == 0) {
    out += "\xEF\xBF\xBD";
    return;
  }
  switch (point.value) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    default:
      break;
  }
  if (is_unsafe_to_show(point.value))
    append_escape(out, point.value);
  else
    out.append(text, at, point.length);
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_plain[static_cast<unsigned char>(text[end])])
      ++end;
    out.append(text, at, end - at);
    at = end;
    if (at == text.size()) break;
    const CodePoint point = code_point_at(text, at);
    append_special(out, text, at, point);
    at += point.length;
  }
  out += '"';
}

void JsonWriter::new_line() {
  out_ += '\n';
  out_.append(levels_.size(), ' ');
}

void JsonWriter::before_value() {
  if (has_key_) {
    has_key_ = false;
    return;
  }
  if (levels_.empty()) return;
  Level& level = levels_.back();
  if (!level.is_empty) out_ += ',';
  if (style_ == JsonStyle::indented) {
    if (!level.is_flat)
      new_line();
    else if (!level.is_empty)
      out_ += ' ';
  }
  level.is_empty = false;
}

void JsonWriter::key(std::string_view name) {
  before_value();
  append_json_string(out_, name);
  out_ += style_ == JsonStyle::indented ? std::string_view(": ") : std::string_view(":");
  key_ = name;
  has_key_ = true;
}

void JsonWriter::begin(char bracket, std::string_view name) {
  if (!name.empty()) key(name);
  Level level;
  if (style_ == JsonStyle::indented) {
    const bool parent_is_flat = !levels_.empty() && (levels_.back().is_flat || levels_.back().has_flat_elements);
    const std::string_view own = has_key_ ? std::string_view(key_) : std::string_view();
    level.is_flat = (parent_is_flat && !has_key_) || (!levels_.empty() && levels_.back().is_flat) ||
                    own.ends_with("where") || is_one_of(own, {"tool", "pack", "span", "pages", "box", "heading_path"});
    level.has_flat_elements =
        is_one_of(own, {"warnings", "checks", "expressions", "unassigned", "references", "cells", "related"});
  }
  before_value();
  out_ += bracket;
  levels_.push_back(level);
}

void JsonWriter::end(char bracket) {
  const Level level = levels_.back();
  levels_.pop_back();
  if (style_ == JsonStyle::indented && !level.is_flat && !level.is_empty) new_line();
  out_ += bracket;
}

void JsonWriter::string(std::string_view text) {
  before_value();
  append_json_string(out_, text);
}

void JsonWriter::string_or_null(std::string_view text) {
  if (text.empty())
    null();
  else
    string(text);
}

void JsonWriter::integer(std::int64_t value) {
  before_value();
  char digits[24];
  out_.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

void JsonWriter::boolean(bool value) {
  before_value();
  out_ += value ? std::string_view("true") : std::string_view("false");
}

void JsonWriter::null() {
  before_value();
  out_ += "null";
}

void JsonWriter::number(std::string_view digits) {
  before_value();
  out_ += digits;
}

void JsonWriter::decimal(double value, int places) {
  std::int64_t scale = 1;
  for (int i = 0; i < places; ++i)
    scale *= 10;
  if (!std::isfinite(value) || std::abs(value) > 1e12) value = 0;
  const auto scaled = static_cast<std::int64_t>(std::llround(value * static_cast<double>(scale)));
  before_value();
  if (scaled < 0) out_ += '-';
  const std::int64_t size = std::abs(scaled);
  char digits[24];
  out_.append(digits, std::to_chars(digits, digits + sizeof digits, size / scale).ptr);
  std::int64_t rest = size % scale;
  if (rest == 0) return;
  out_ += '.';
  while (rest != 0) {
    scale /= 10;
    out_ += static_cast<char>('0' + rest / scale);
    rest %= scale;
  }
}

}  // namespace plumbline
