// A submission's bytes, read once into memory. Nothing is mapped that a stranger could cut short.
#pragma once

#include <string>

namespace plumbline {

// Throws Unreadable ("missing", "folder", "not-a-file", "too-large", "no-permission") with a message for a person.
std::string read_input(const std::string& path);

// The last part of a path.
std::string file_name(const std::string& path);

}  // namespace plumbline
