// Document <-> bytes: how a worker hands over the pages that it has read.
#pragma once

#include "extractor/document.h"

#include <string>
#include <string_view>

namespace plumbline::batch {

std::string encode(const Document& document);

// The bytes may come from a worker that a submission has taken over. Throws BadBytes (app/batch/bytes.h) unless they
// are a document all of whose spans and indices lie within it.
Document decode_document(std::string_view bytes);

}  // namespace plumbline::batch
