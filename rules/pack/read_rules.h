// [[rules]] of a pack. Internal to rules/pack.
#pragma once

#include "rules/pack/pack.h"
#include "rules/pack/toml_table.h"

namespace plumbline {

// Throws PackError. `pack` has its parts; the keys have been checked.
std::vector<PackRule> read_rules(const TomlTable& root, const Pack& pack);

}  // namespace plumbline
