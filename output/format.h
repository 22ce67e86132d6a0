// An output format: pieces, one a document, that any process can make, and their assembly in the order of input.
//
//   worker        Piece piece = format->render(record);           depends on the record alone
//   coordinator   auto assembly = format->assemble(sink, …);      one an output
//                 assembly->add(piece);                           once a document, in the order of input
//                 assembly->finish();
#pragma once

#include "output/record.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

// What one document adds to an output: one string for each stream of the format. Any bytes.
using Piece = std::vector<std::string>;

// Takes the bytes of an output as they come. `file` is an index into Format::files().
using Sink = std::function<void(std::size_t file, std::string_view bytes)>;

// What an assembly has to know before its first piece.
struct AssemblyOptions {
  bool is_single = false;  // one file was asked for, by its own name
};

class Assembly {
 public:
  virtual ~Assembly() = default;
  virtual void add(const Piece& piece) = 0;
  virtual void finish() = 0;
};

class Format {
 public:
  virtual ~Format() = default;
  virtual Piece render(const Record& record) const = 0;
  virtual std::unique_ptr<Assembly> assemble(Sink sink, const AssemblyOptions& options) const = 0;
  // Names of the files in the folder that the format is; empty for a format that is one file.
  virtual std::vector<std::string> files() const { return {}; }
};

struct FormatOptions {
  ToolInfo tool;
  bool has_bom = false;                // csv: begin each table with a byte-order mark
  Severity fail_on = Severity::error;  // text, junit: what fails a submission or a test case
  bool has_color = false;              // text: for a terminal
};

// One string a document, with something before, between and after.
struct Joints {
  std::string before, between, after;
};
std::unique_ptr<Assembly> join_pieces(Sink sink, Joints joints);

// Pieces travel between processes as one string.
std::string pack_pieces(const std::vector<Piece>& pieces);
std::vector<Piece> unpack_pieces(std::string_view packed);  // throws std::runtime_error on what is none

}  // namespace plumbline
