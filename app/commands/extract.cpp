// plumbline extract FILE…: what stands in each file, as data.
#include "app/commands.h"
#include "extractor/extract.h"

#include <CLI/CLI.hpp>

#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace plumbline {

void add_extract(CLI::App& program, ExitCode& exit_code) {
  auto* command = program.add_subcommand("extract", "Write what stands in each file as data");
  auto files = std::make_shared<std::vector<std::string>>();
  command->add_option("FILE", *files, "Submissions")->required();
  command->callback([files, &exit_code] {
    for (const std::string& file : *files) {
      std::ifstream in(file, std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(in), {}};
      try {
        std::cout << extract(bytes, file).text;
      } catch (const Unreadable& error) {
        std::cerr << file << ": " << error.what() << "\n";
        exit_code = exit_unreadable;
      }
    }
  });
}

}  // namespace plumbline
