// Stamps: what is written over or under a page's text, slanted or in large letters ("DRAFT").
#pragma once

#include "extractor/layout/pieces.h"
#include "extractor/layout/write.h"

#include <vector>

namespace plumbline::layout {

// Gives them their sight, unless most of the page is slanted.
void find_stamps(const PageContent& page, std::vector<Sight>& sights);

// Their lines, in the order of drawing; boxes are on the page.
std::vector<LaidLine> stamped_lines(const PageContent& page, const std::vector<Sight>& sights);

}  // namespace plumbline::layout
