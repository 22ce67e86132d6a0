// Fuzzes the PDF reader and layout, through memory. OCR is off: Tesseract is not ours to fuzz.
#include "extractor/pdf/pdf.h"

#include "extractor/extract.h"
#include "tests/fuzz/sound.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace plumbline;
  ExtractOptions options;
  options.ocr = false;
  try {
    fuzz::require_sound(read_pdf({reinterpret_cast<const char*>(data), size}, options));
  } catch (const Unreadable&) {
  }
  return 0;
}
