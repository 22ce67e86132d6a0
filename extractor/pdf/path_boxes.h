// Painted paths -> ruled lines and filled boxes. Includes no Poppler; only for the .cpp files of this folder.
#pragma once

#include "extractor/page_content.h"

class GfxState;

namespace plumbline::pdf {

// The current path of `state`, stroked or filled, as far as the clip lets it be seen. Returns the box of all that
// is drawn (empty: nothing). White areas are background: they add nothing.
Box add_stroked_path(PageContent& page, const GfxState& state, bool is_white);
Box add_filled_path(PageContent& page, const GfxState& state, bool is_white);

}  // namespace plumbline::pdf
