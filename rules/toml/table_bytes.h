// TOML tables as bytes that are read without a parser. Only bytes that Plumbline wrote itself are read.
#pragma once

#include <toml++/toml.h>

#include <string>
#include <string_view>

namespace plumbline {

// Throws std::invalid_argument where the table holds a date or time.
void append_table(const toml::table& table, std::string& bytes);

// What append_table() wrote. Nodes have no lines.
toml::table table_of(std::string_view bytes);

}  // namespace plumbline
