// Pages drawn as text, for cases of layout: every character stands where it stands in the picture.
#pragma once

#include "extractor/page_content.h"

#include <string_view>

namespace plumbline::test {

// A column is 5 points wide, a line 12 high, text 10 points. A page begins 60 points from the left and 60 from the top.
// Lines of the picture that hold only "-", "+", "|" and blanks are ruled lines; "|" with a blank on each side, or at
// the line's end, is a vertical rule one line high. "**bold**" is bold and the stars are not drawn.
// A line "@ y +6" moves what follows 6 points down; "@ size 14" sets the size of text; "@ stamp DRAFT" writes that in
// large letters that rise from here over what stands above, "@ stamp-across DRAFT" over what follows. "@ shade 20 60 2"
// shades the next two lines from column 20 to 60. "@ turned 1" turns the page's text a quarter, clockwise.
PageContent draw_page(std::string_view picture);

// Pages drawn so, parted by lines "%%%", and laid out.
Document draw_document(std::string_view pictures);

}  // namespace plumbline::test
