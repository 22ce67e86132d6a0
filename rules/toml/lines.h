// Whether what is read from a TOML file is to say on which of its lines it stands.
#pragma once

#include <cstdint>

namespace plumbline {

enum class TomlLines : std::uint8_t { needed, not_needed };

}  // namespace plumbline
