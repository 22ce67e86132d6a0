// w:tbl -> rows and cells.
#pragma once

#include "extractor/docx/body.h"

namespace plumbline::docx {

// Rows and cells that the chosen side of tracked changes leaves out are not there; merged cells: spans and `continues`.
FlowTable read_table(const pugi::xml_node& table, Context& context, int depth);

}  // namespace plumbline::docx
