// Gives a PDF that was cut off an end again, so that what is left of it can be read.
#include "extractor/pdf/salvage.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <vector>

namespace plumbline::pdf {
namespace {

constexpr std::size_t most_pages = 100'000;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\0';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The "12 0" before the word "obj" at `at`.
std::optional<std::string> reference_before(std::string_view bytes, std::size_t at) {
  std::size_t start = at;
  for (int part = 0; part < 2; ++part) {
    const std::size_t end_of_blanks = start;
    while (start > 0 && is_blank(bytes[start - 1]))
      --start;
    if (part == 1 && start == end_of_blanks) return std::nullopt;
    const std::size_t end = start;
    while (start > 0 && end - start < 9 && is_digit(bytes[start - 1]))
      --start;
    if (start == end) return std::nullopt;
  }
  return std::string(bytes.substr(start, at - start)) + " R";
}

// The name behind "/Type" in the dictionary that begins here, as far as one of its own level is near its start.
std::string_view type_of(std::string_view object) {
  const std::size_t end = std::min({object.find("endobj"), object.find("stream"), object.size(), std::size_t{20'000}});
  const std::string_view dictionary = object.substr(0, end);
  for (std::size_t at = dictionary.find("/Type"); at != std::string_view::npos; at = dictionary.find("/Type", at + 5)) {
    std::size_t name = at + 5;
    while (name < end && is_blank(dictionary[name]))
      ++name;
    if (name >= end || dictionary[name] != '/') continue;
    std::size_t stop = name + 1;
    while (stop < end && std::isalnum(static_cast<unsigned char>(dictionary[stop])) != 0)
      ++stop;
    return dictionary.substr(name + 1, stop - name - 1);
  }
  return {};
}

}  // namespace

std::string with_new_trailer(std::string_view bytes) {
  std::string catalog;
  std::vector<std::string> pages;
  for (std::size_t at = bytes.find("obj"); at != std::string_view::npos; at = bytes.find("obj", at + 3)) {
    const std::optional<std::string> reference = reference_before(bytes, at);
    if (!reference) continue;
    const std::string_view type = type_of(bytes.substr(at + 3));
    if (type == "Catalog") catalog = *reference;  // the last one counts: later parts of a file replace earlier ones
    if (type == "Page" && pages.size() < most_pages) pages.push_back(*reference);
  }
  if (catalog.empty() && pages.empty()) return {};
  std::string out(bytes);
  out += "\nendstream\nendobj\n";
  if (catalog.empty()) {
    out += "8388000 0 obj\n<< /Type /Catalog /Pages 8388001 0 R >>\nendobj\n8388001 0 obj\n<< /Type /Pages /Count " +
           std::to_string(pages.size()) + " /Kids [";
    for (const std::string& page : pages)
      out += page + "\n";
    out += "] >>\nendobj\n";
    catalog = "8388000 0 R";
  }
  return out + "trailer\n<< /Root " + catalog + " >>\nstartxref\n0\n%%EOF\n";
}

}  // namespace plumbline::pdf
