// Whether what is read from a TOML file is to say on which of its lines it stands. Where it is not, a file that
// Plumbline brings along is not parsed (rules/toml/known_table.h).
#pragma once

#include <cstdint>

namespace plumbline {

enum class TomlLines : std::uint8_t { needed, not_needed };

}  // namespace plumbline
