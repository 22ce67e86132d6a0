// The document information of a PDF. Only for the .cpp files of this folder.
#pragma once

#include "extractor/pdf/pdf_file.h"

#include <string>
#include <string_view>

class PDFDoc;

namespace plumbline::pdf {

PdfMetadata read_metadata(PDFDoc& document);

// "D:20130301120000+01'00'" -> "2013-03-01T12:00:00+01:00", as exact as it is given; empty when it is no date.
std::string iso_date(std::string_view pdf_date);

}  // namespace plumbline::pdf
