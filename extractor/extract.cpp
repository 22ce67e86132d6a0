// bytes -> Document. This function is the table of contents of the extractor.
#include "extractor/extract.h"

#include "extractor/digest.h"
#include "extractor/docx/docx.h"
#include "extractor/layout/layout.h"
#include "extractor/media_type.h"
#include "extractor/odt/odt.h"
#include "extractor/office/convert.h"
#include "extractor/pdf/pdf.h"
#include "extractor/text/text.h"
#include "extractor/unicode/language.h"
#include "extractor/unicode/normalize.h"

#include <algorithm>
#include <array>

namespace plumbline {

namespace {

constexpr std::string_view expected = "expected a PDF, DOCX, ODT or text";

Document read_converted(std::string_view bytes, MediaType type, const ExtractOptions& options) {
  if (!options.converted.empty()) return read_odt(options.converted, options.tracked);
  if (!options.may_run_programs)
    throw Unreadable("needs-office", "the file is " + std::string(name_of(type)) + " and was not converted before; " +
                                         std::string(expected));
  return read_odt(convert_to_odt(bytes, type), options.tracked);
}

Document read(std::string_view bytes, MediaType type, const ExtractOptions& options) {
  switch (type) {
    case MediaType::pdf:
      return read_pdf(bytes, options);
    case MediaType::docx:
      return read_docx(bytes, options.tracked);
    case MediaType::odt:
      return read_odt(bytes, options.tracked);
    case MediaType::flat_odt:
      return read_flat_odt(bytes, options.tracked);
    case MediaType::text:
      return read_text(bytes);
    case MediaType::rtf:
    case MediaType::old_office:
      return read_converted(bytes, type, options);
    case MediaType::html:
      throw Unreadable("not-a-document", "the file is a web page, as failed downloads are; " + std::string(expected));
    default:
      throw Unreadable("not-a-document", "the file is " + std::string(name_of(type)) + "; " + std::string(expected));
  }
}

// Does the name's ending promise another kind of file?
bool is_misnamed(std::string_view name, MediaType type) {
  struct Ending {
    std::string_view ending;
    std::array<MediaType, 2> types;
  };
  static constexpr std::array<Ending, 8> endings = {{{".pdf", {MediaType::pdf, MediaType::pdf}},
                                                     {".docx", {MediaType::docx, MediaType::docx}},
                                                     {".odt", {MediaType::odt, MediaType::odt}},
                                                     {".fodt", {MediaType::flat_odt, MediaType::flat_odt}},
                                                     {".doc", {MediaType::old_office, MediaType::rtf}},
                                                     {".rtf", {MediaType::rtf, MediaType::rtf}},
                                                     {".txt", {MediaType::text, MediaType::text}},
                                                     {".htm", {MediaType::html, MediaType::html}}}};
  const std::string folded = fold(name);
  for (const Ending& ending : endings)
    if (folded.ends_with(ending.ending))
      return std::find(ending.types.begin(), ending.types.end(), type) == ending.types.end();
  return false;
}

std::string last_part(std::string_view path) {
  return normalize_line(path.substr(path.find_last_of('/') + 1));
}

}  // namespace

Document extract(std::string_view bytes, std::string_view name, const ExtractOptions& options) {
  if (bytes.empty()) throw Unreadable("empty", "the file is empty; " + std::string(expected));
  const MediaType type = media_type_of(bytes);
  Document document = read(bytes, type, options);
  document.source.name = last_part(name);
  document.source.bytes = bytes.size();
  document.source.sha256 = options.sha256.empty() ? sha256(bytes) : options.sha256;
  document.source.media_type = name_of(type);
  if (is_misnamed(document.source.name, type))
    document.warnings.push_back(
        {"misnamed", no_index, "by its name another kind of file, by its bytes " + document.source.media_type});
  detect_languages(document);
  return document;
}

Document assemble(const std::vector<Document>& pages, std::string_view name) {
  Document document;
  document.status = ReadStatus::partial;
  document.source.name = last_part(name);
  for (const Document& page : pages)
    append(document, page);
  understand_layout(document);
  detect_languages(document);
  return document;
}

}  // namespace plumbline
