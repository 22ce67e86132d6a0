// Gives a PDF that was cut off an end again, so that what is left of it can be read. Includes no Poppler.
#pragma once

#include <string>
#include <string_view>

namespace plumbline::pdf {

// The bytes with a trailer behind them that names the catalog found in them, or, where the catalog is lost, a new one
// with all pages found. Empty: neither is there.
std::string with_new_trailer(std::string_view bytes);

}  // namespace plumbline::pdf
