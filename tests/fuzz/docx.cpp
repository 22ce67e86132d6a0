// Fuzzes the reader of DOCX: the XML of its parts, with both sides of tracked changes, and the bytes of the package.
#include "extractor/docx/docx.h"

#include "tests/fuzz/packages.h"
#include "tests/fuzz/sound.h"

#include <cstddef>
#include <cstdint>

namespace {

void read(std::string_view bytes, plumbline::Tracked tracked) {
  try {
    plumbline::fuzz::require_sound(plumbline::read_docx(bytes, tracked));
  } catch (const plumbline::Unreadable&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace plumbline;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  if (input.starts_with("PK")) {
    read(input, Tracked::accepted);
    return 0;
  }
  auto parts = fuzz::split_parts(input, "word/document.xml");
  parts.emplace_back("_rels/.rels", "<R/>");
  const std::string package = fuzz::zip_parts(parts);
  if (package.empty()) return 0;
  read(package, Tracked::accepted);
  read(package, Tracked::original);
  return 0;
}
