// The words that outputs use for what is an enumeration in the program.
#pragma once

#include "extractor/document.h"
#include "rules/report.h"

#include <string_view>

namespace plumbline {

std::string_view name_of(ReadStatus status);
std::string_view name_of(ActionRole role);
std::string_view text_source(const Document& document);  // "native", "ocr", "mixed", "none"

}  // namespace plumbline
