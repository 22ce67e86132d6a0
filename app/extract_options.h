// Options that say how files are read: OCR, tracked changes.
#pragma once

#include "extractor/extract.h"

namespace CLI {
class App;
}

namespace plumbline {

void add_extract_options(CLI::App& command, ExtractOptions& options);

}  // namespace plumbline
