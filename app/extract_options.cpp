// Options that say how files are read.
#include "app/extract_options.h"

#include <CLI/CLI.hpp>

#include <map>
#include <string>

namespace plumbline {

void add_extract_options(CLI::App& command, ExtractOptions& options) {
  command
      .add_option("--ocr-lang", options.ocr_languages,
                  "Languages of scanned pages, by Tesseract's names, as eng+fra (default: as the document suggests)")
      ->check([](const std::string& value) {
        const bool plain =
            value.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+") == value.npos;
        return plain ? std::string() : "expected names of languages joined by +, as eng+fra";
      });
  command.add_flag_callback(
      "--no-ocr", [&options] { options.ocr = false; }, "Do not read pages that are pictures");
  static const std::map<std::string, Tracked> sides = {{"accepted", Tracked::accepted},
                                                       {"original", Tracked::original}};
  command
      .add_option("--tracked", options.tracked,
                  "Tracked changes of drafts: accepted (insertions in, deletions out) or original (default: accepted)")
      ->transform(CLI::CheckedTransformer(sides, CLI::ignore_case).description(""));
}

}  // namespace plumbline
