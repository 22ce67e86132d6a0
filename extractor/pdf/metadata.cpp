// The document information of a PDF.
#include "extractor/pdf/metadata.h"

#include "extractor/pdf/text_string.h"

#include <poppler/PDFDoc.h>

#include <cctype>
#include <cstdlib>
#include <memory>

namespace plumbline::pdf {
namespace {

constexpr std::size_t longest_entry = 2000;  // bytes

std::string entry(PDFDoc& document, const char* key) {
  const std::unique_ptr<GooString> raw = document.getDocInfoStringEntry(key);
  if (!raw) return {};
  return line_of_text_string(raw->toStr().substr(0, longest_entry));
}

// Reads `digits` digits at `at` that make a number within [low, high]; empty otherwise.
std::string number_at(std::string_view text, std::size_t at, std::size_t digits, int low, int high) {
  if (at + digits > text.size()) return {};
  const std::string number(text.substr(at, digits));
  for (const char c : number) {
    if (std::isdigit(static_cast<unsigned char>(c)) == 0) return {};
  }
  const int value = std::atoi(number.c_str());
  return value >= low && value <= high ? number : std::string();
}

std::string zone_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  if (text[at] == 'Z') return "Z";
  if (text[at] != '+' && text[at] != '-') return {};
  const std::string hours = number_at(text, at + 1, 2, 0, 23);
  if (hours.empty()) return {};
  const std::size_t minutes_at = at + 3 < text.size() && text[at + 3] == '\'' ? at + 4 : at + 3;
  const std::string minutes = number_at(text, minutes_at, 2, 0, 59);
  return text[at] + hours + ":" + (minutes.empty() ? "00" : minutes);
}

}  // namespace

std::string iso_date(std::string_view pdf_date) {
  if (pdf_date.substr(0, 2) == "D:") pdf_date.remove_prefix(2);
  std::string iso = number_at(pdf_date, 0, 4, 1, 9999);
  if (iso.empty()) return {};
  const std::string month = number_at(pdf_date, 4, 2, 1, 12);
  if (month.empty()) return iso;
  iso += "-" + month;
  const std::string day = number_at(pdf_date, 6, 2, 1, 31);
  if (day.empty()) return iso;
  iso += "-" + day;
  const std::string hour = number_at(pdf_date, 8, 2, 0, 23), minute = number_at(pdf_date, 10, 2, 0, 59);
  if (hour.empty() || minute.empty()) return iso;
  const std::string second = number_at(pdf_date, 12, 2, 0, 59);
  iso += "T" + hour + ":" + minute + ":" + (second.empty() ? "00" : second);
  return iso + zone_at(pdf_date, second.empty() ? 12 : 14);
}

PdfMetadata read_metadata(PDFDoc& document) {
  PdfMetadata metadata;
  metadata.title = entry(document, "Title");
  metadata.author = entry(document, "Author");
  metadata.created = iso_date(entry(document, "CreationDate"));
  metadata.modified = iso_date(entry(document, "ModDate"));
  return metadata;
}

}  // namespace plumbline::pdf
