// json: one extract or an array of them. ndjson: one a line.
#include "output/extract_json.h"
#include "output/formats.h"

namespace plumbline {

namespace {

class Json : public Format {
 public:
  Piece render(const Record& record) const override { return {extract_json(record, JsonStyle::indented)}; }

  std::unique_ptr<Assembly> assemble(Sink sink, const AssemblyOptions& options) const override {
    if (options.is_single) return join_pieces(std::move(sink), {"", "\n", "\n"});
    return join_pieces(std::move(sink), {"[\n", ",\n", "\n]\n"});
  }
};

class Ndjson : public Format {
 public:
  Piece render(const Record& record) const override { return {extract_json(record, JsonStyle::compact) + "\n"}; }

  std::unique_ptr<Assembly> assemble(Sink sink, const AssemblyOptions&) const override {
    return join_pieces(std::move(sink), {});
  }
};

}  // namespace

std::unique_ptr<Format> make_json_format(const FormatOptions&) {
  return std::make_unique<Json>();
}

std::unique_ptr<Format> make_ndjson_format(const FormatOptions&) {
  return std::make_unique<Ndjson>();
}

}  // namespace plumbline
