// Text as Plumbline keeps it: valid UTF-8, NFC, blanks folded.
#pragma once

#include <string>
#include <string_view>

namespace plumbline {

// Valid UTF-8, NFC, without controls, soft hyphens, zero-width and byte-order marks; every run of blanks
// (Unicode White_Space) is one space, none at the ends. What is not UTF-8 becomes U+FFFD.
std::string normalize_line(std::string_view raw);

// Case-folded NFKC for comparing: what differs only in case, width, ligatures or kinds of blanks becomes equal.
std::string fold(std::string_view text);

// Number of code points; `text` must be valid UTF-8.
std::size_t code_points(std::string_view text);

}  // namespace plumbline
