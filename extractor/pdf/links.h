// Link annotations, read from their dictionaries. Only for the .cpp files of this folder.
#pragma once

#include "extractor/page_content.h"

#include <vector>

class Array;

namespace plumbline::pdf {

// Adds the addresses that the annotations of a page point to; places within the file have none and are left out.
// Chains of actions ("Next") are not followed: Poppler does it by recursion, 200,000 deep when a file wants it.
// Returns whether there are annotations of other kinds, which may draw text.
bool read_links(const Array& annotations, const double* page_to_device, std::vector<Link>& links);

}  // namespace plumbline::pdf
