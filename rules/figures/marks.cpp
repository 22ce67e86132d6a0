// Marks between figures, in every script's form.
#include "rules/figures/marks.h"

#include <string>

namespace plumbline {
namespace {

const std::string& text_at(const Reading& reading, std::uint32_t at) {
  return reading.form_of(reading.words[at]).text;
}

}  // namespace

bool opens_bracket(const Reading& reading, std::uint32_t at) {
  const std::string& mark = text_at(reading, at);
  return mark == "(" || mark == "（";
}

bool closes_bracket(const Reading& reading, std::uint32_t at) {
  const std::string& mark = text_at(reading, at);
  return mark == ")" || mark == "）";
}

bool is_colon(const Reading& reading, std::uint32_t at) {
  const std::string& mark = text_at(reading, at);
  return mark == ":" || mark == "：";
}

bool is_semicolon(const Reading& reading, std::uint32_t at) {
  const std::string& mark = text_at(reading, at);
  return mark == ";" || mark == "；" || mark == "؛";
}

bool is_comma(const Reading& reading, std::uint32_t at) {
  const std::string& mark = text_at(reading, at);
  return mark == "," || mark == "،" || mark == "，";
}

bool separates_items(const Reading& reading, std::uint32_t at) {
  return is_comma(reading, at) || text_at(reading, at) == "、";
}

bool is_mark(const Reading& reading, const Figure& in, std::uint32_t at, std::string_view mark) {
  return at >= in.sentence && at < in.sentence_end && text_at(reading, at) == mark;
}

}  // namespace plumbline
