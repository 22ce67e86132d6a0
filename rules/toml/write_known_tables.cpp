// Writes TOML files as a header of tables. Run when Plumbline is built: write_known_tables HEADER FILE…
#include "rules/file_text.h"
#include "rules/toml/table_bytes.h"

#include <fstream>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace {

// Every byte in octal where it is not plain, a line break behind each hundred.
void write_literal(std::ostream& out, std::string_view bytes) {
  constexpr std::size_t line = 100;
  for (std::size_t start = 0; start < bytes.size(); start += line) {
    out << "\n   \"";
    for (const char byte : bytes.substr(start, line)) {
      if (byte >= ' ' && byte <= '~' && byte != '"' && byte != '\\' && byte != '?') {
        out << byte;
      } else {
        const auto value = static_cast<unsigned char>(byte);
        out << '\\' << value / 64 << value / 8 % 8 << value % 8;
      }
    }
    out << '"';
  }
}

toml::table parse(const std::string& text, const std::string& file) {
  try {
    return toml::parse(text, file);
  } catch (const toml::parse_error& error) {
    throw std::runtime_error(file + ":" + std::to_string(error.source().begin.line) + ": " +
                             std::string(error.description()));
  }
}

void write_table(std::ostream& out, const char* file) {
  const std::string text = plumbline::text_of_file(file).value_or("");
  std::string bytes;
  plumbline::append_table(parse(text, file), bytes);
  out << "  {" << text.size() << "u, " << std::hash<std::string_view>()(text) << "u, {";
  write_literal(out, bytes);
  out << ",\n   " << bytes.size() << "u}},\n";
}

}  // namespace

// What is thrown ends the build and is told there.
int main(int count, char** arguments) {
  std::ofstream out(arguments[1], std::ios::binary);
  out << "// Made by rules/toml/write_known_tables.cpp when Plumbline is built.\n"
         "#pragma once\n\n#include <cstddef>\n#include <string_view>\n\nnamespace plumbline {\n\n"
         "struct KnownTable {\n  std::size_t text_size, text_digest;  // of the TOML\n"
         "  std::string_view bytes;              // rules/toml/table_bytes.h\n};\n\n"
         "inline constexpr KnownTable known_tables[] = {\n";
  for (int i = 2; i < count; ++i)
    write_table(out, arguments[i]);
  out << "};\n\n}  // namespace plumbline\n";
  return out.good() ? 0 : 1;
}
