// --format F and --output F=PATH, as every command that reads submissions has them.
#pragma once

#include "app/output_file.h"
#include "output/format.h"

#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace plumbline {

struct OutputOptions {
  std::string format;                // to the standard output; empty: the command's own choice
  std::vector<std::string> outputs;  // "F=PATH"
  bool has_bom = false;
  bool has_timestamps = false;
};

// Adds --format, --output, --bom and --timestamps. `options` must live as long as the command.
void add_output_options(CLI::App& command, OutputOptions& options);

// All outputs of one run. A worker calls render(); whoever holds the run calls add() in the order of input, then
// finish(). Nothing stands under its right name before finish(). Wrong options throw std::invalid_argument, what cannot
// be written OutputError.
class Outputs {
 public:
  // `default_format` goes to the standard output where the options name neither a format nor an output
  // (empty: nothing does).
  Outputs(const OutputOptions& options, const std::string& default_format, const FormatOptions& format_options,
          const AssemblyOptions& assembly_options);
  ~Outputs();
  Outputs(const Outputs&) = delete;
  Outputs& operator=(const Outputs&) = delete;

  const ToolInfo& tool() const;                           // for records: with the time, if it is asked for
  std::vector<Piece> render(const Record& record) const;  // one piece an output
  void add(const std::vector<Piece>& pieces);
  void finish();

 private:
  struct Output;
  void open(const std::string& format, const std::string& path, const AssemblyOptions& assembly_options);

  FormatOptions format_options_;
  std::vector<std::unique_ptr<Output>> outputs_;
};

}  // namespace plumbline
