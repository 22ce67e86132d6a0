// SHA-256 of bytes: the identity of a submission, whatever its name.
#pragma once

#include <string>
#include <string_view>

namespace plumbline {

// 64 lower-case hexadecimal digits. Throws std::runtime_error when the library refuses.
std::string sha256(std::string_view bytes);

}  // namespace plumbline
