// What kind of file some bytes are.
#include "extractor/media_type.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace plumbline {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t header_within = 1024;  // ISO 32000-1, annex H.3, note 13
constexpr std::size_t looked_at = 4096;

bool is_html(std::string_view head) {
  static constexpr std::array tags = {"<!doctype html"sv, "<html"sv, "<head"sv, "<body"sv};
  std::string lower(head);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const std::size_t start = lower.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  if (start == std::string::npos || lower[start] != '<') return false;
  return std::any_of(tags.begin(), tags.end(),
                     [&](std::string_view tag) { return lower.find(tag, start) != std::string::npos; });
}

// Text has no NULs and few other controls; UTF-16 says so by its mark.
bool is_text(std::string_view head) {
  if (head.starts_with("\xFF\xFE"sv) || head.starts_with("\xFE\xFF"sv)) return true;
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && (c < '\t' || c > '\r') && c != 0x1B;
  });
  return head.find('\0') == std::string_view::npos && controls * 100 <= static_cast<std::ptrdiff_t>(head.size());
}

// By the names of its parts, which stand uncompressed in a package.
MediaType kind_of_package(std::string_view bytes) {
  const auto names = [&](std::string_view part) { return bytes.find(part) != std::string_view::npos; };
  if (bytes.substr(0, 256).find("mimetypeapplication/vnd.oasis.opendocument.text"sv) != std::string_view::npos)
    return MediaType::odt;
  if (names("word/document"sv)) return MediaType::docx;
  if (names("xl/workbook"sv) || names("ppt/presentation"sv)) return MediaType::zip;
  if (names("[Content_Types].xml"sv) && names("word/"sv)) return MediaType::docx;
  return names("content.xml"sv) && names("META-INF/manifest.xml"sv) && !names("mimetypeapplication"sv) ? MediaType::odt
                                                                                                       : MediaType::zip;
}

bool is_flat_odt(std::string_view head) {
  return head.find("<office:document"sv) != std::string_view::npos &&
         head.find("application/vnd.oasis.opendocument.text"sv) != std::string_view::npos;
}

bool is_image(std::string_view head) {
  static constexpr std::array starts = {"\x89PNG\r\n"sv, "\xFF\xD8\xFF"sv, "GIF8"sv, "II*\0"sv, "MM\0*"sv, "BM"sv};
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return head.starts_with(start); });
}

}  // namespace

MediaType media_type_of(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, looked_at);
  if (head.starts_with("PK\x03\x04"sv) || head.starts_with("PK\x05\x06"sv)) return kind_of_package(bytes);
  if (is_flat_odt(head)) return MediaType::flat_odt;
  if (head.starts_with("{\\rtf"sv)) return MediaType::rtf;
  if (head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) return MediaType::old_office;
  const std::size_t header = head.substr(0, header_within + 4).find("%PDF-"sv);
  // A page or a text about PDFs may name the header; a PDF with something before it has its body behind it.
  if (header == 0) return MediaType::pdf;
  if (is_html(head)) return MediaType::html;
  if (header != std::string_view::npos) return MediaType::pdf;
  if (is_image(head) && !is_text(head)) return MediaType::image;
  return is_text(head) ? MediaType::text : MediaType::binary;
}

std::string_view name_of(MediaType type) {
  switch (type) {
    case MediaType::pdf:
      return "application/pdf";
    case MediaType::text:
      return "text/plain";
    case MediaType::html:
      return "text/html";
    case MediaType::docx:
      return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case MediaType::odt:
      return "application/vnd.oasis.opendocument.text";
    case MediaType::flat_odt:
      return "application/vnd.oasis.opendocument.text-flat-xml";
    case MediaType::zip:
      return "application/zip";
    case MediaType::rtf:
      return "application/rtf";
    case MediaType::old_office:
      return "application/x-ole-storage";
    case MediaType::image:
      return "image";
    case MediaType::binary:
      break;
  }
  return "application/octet-stream";
}

}  // namespace plumbline
