// Reads ODT and its flat form FODT (OASIS OpenDocument 1.0 to 1.3).
#pragma once

#include "extractor/document.h"
#include "extractor/extract.h"

#include <string_view>

namespace plumbline {

// As `read_docx` does. Throws Unreadable "damaged", "too-large", "encrypted".
Document read_odt(std::string_view bytes, Tracked tracked = Tracked::accepted);
Document read_flat_odt(std::string_view bytes, Tracked tracked = Tracked::accepted);

}  // namespace plumbline
