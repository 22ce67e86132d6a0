// Text for XML 1.0: escaped, and without the characters that no XML document may hold.
#pragma once

#include <string>
#include <string_view>

namespace plumbline {

// For element content and for attribute values in double quotes. Newlines and tabs stay; other controls and what turns
// the direction of writing are shown as \u{XXXX}; what is no UTF-8, U+FFFE and U+FFFF are U+FFFD.
std::string xml_text(std::string_view text);

}  // namespace plumbline
